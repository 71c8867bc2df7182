// SPDX-License-Identifier: Apache-2.0
#include "dep/devices.hpp"

#include "base/text.hpp"
#include "dep/device_rows.hpp"
#include "dep/sync_state.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace mdm::dep {
namespace {

using store::Parameters;
using store::Row;
using store::Transaction;

constexpr std::size_t page_size = 1000;

std::string selection(std::string_view condition) {
    return fmt::format("select {} from {} where d.token = :token and {} order by d.serial", device_columns(),
                       known_devices, condition);
}

std::optional<Time> last_complete_listing(Transaction& transaction, std::string_view token) {
    const auto state = sync_state(transaction, token);
    return state ? state->full_at : std::nullopt;
}

void add_devices(std::vector<KnownDevice>& all, Transaction& transaction, const std::string& token,
                 std::string_view sql, Parameters parameters) {
    const auto full_at = last_complete_listing(transaction, token);
    parameters.insert(parameters.begin(), {"token", token});
    transaction.prepare(sql).each(parameters, [&](const Row& row) {
        all.push_back({token, device_in(row, full_at), note_in(row)});
        return true;
    });
}

std::string part_pattern(std::string_view part) { return end_pattern(part) + '%'; }

/// The conditions of a filter beside the token, and what stands in them.
class Conditions {
public:
    explicit Conditions(const DeviceFilter& filter) {
        if (filter.removed == store::Removed::left_out)
            sql_ += " and d.removed_at is null";
        if (filter.enrollment_status)
            add_status(*filter.enrollment_status);
        add("lower(d.model) like :model escape '!'", "model",
            filter.model.empty() ? "" : part_pattern(lower_case(filter.model)));
        add("lower(d.device_family) = :family", "family", lower_case(filter.device_family));
        add("lower(d.profile_status) = :profile_status", "profile_status", lower_case(filter.profile_status));
        add("lower(d.profile_uuid) = :profile_uuid", "profile_uuid", lower_case(filter.profile_uuid));
        add("lower(n.assigned_user) = :assigned_user", "assigned_user", lower_case(filter.assigned_user));
    }

    const std::string& sql() const noexcept { return sql_; }
    const Parameters& parameters() const noexcept { return parameters_; }

private:
    void add(std::string_view condition, std::string_view name, const std::string& value) {
        if (value.empty())
            return;
        sql_ += fmt::format(" and {}", condition);
        parameters_.emplace_back(name, value);
    }
    void add_status(EnrollmentStatus status) {
        if (status == EnrollmentStatus::not_contacted)
            sql_ += " and n.enrollment_status is null";
        else
            add("n.enrollment_status = :status", "status", std::string(name(status)));
    }

    std::string sql_;
    Parameters parameters_;
};

/// :token and :behind come first.
Parameters parameters_for(std::string_view token, const DeviceFilter& filter) {
    Parameters all{{"token", token}, {"behind", ""}};
    const Conditions conditions(filter);
    all.insert(all.end(), conditions.parameters().begin(), conditions.parameters().end());
    return all;
}

std::string page_sql(const DeviceFilter& filter) {
    return selection("d.serial > :behind" + Conditions(filter).sql()) + fmt::format(" limit {}", page_size);
}

/// Whether the first is meant rather than the second: as it was typed, assigned, changed last.
bool is_likelier(const Device& one, const Device& other, std::string_view typed) {
    if ((one.serial == typed) != (other.serial == typed))
        return one.serial == typed;
    if (one.removed_at.has_value() != other.removed_at.has_value())
        return !one.removed_at;
    return one.changed_at > other.changed_at;
}

}  // namespace

std::string_view name(EnrollmentStatus status) {
    constexpr std::array<std::string_view, 3> names{"not_contacted", "enrolled", "removed"};
    return names.at(static_cast<std::size_t>(status));
}

std::string DeviceNote::status() const {
    return enrollment_status.value_or(std::string(name(EnrollmentStatus::not_contacted)));
}

DevicePages::DevicePages(Transaction& transaction, std::string_view token, const DeviceFilter& filter)
    : full_at_(last_complete_listing(transaction, token)),
      parameters_(parameters_for(token, filter)),
      statement_(transaction.prepare(page_sql(filter))) {}

std::vector<KnownDevice> DevicePages::next() {
    const std::string& token = parameters_[0].value.value();
    std::vector<KnownDevice> page;
    page.reserve(page_size);
    statement_.each(parameters_, [&](const Row& row) {
        page.push_back({token, device_in(row, full_at_), note_in(row)});
        return true;
    });
    if (!page.empty())
        parameters_[1].value = page.back().device.serial;
    return page;
}

std::vector<KnownDevice> devices_meant(Transaction& transaction, const std::vector<std::string>& tokens,
                                       const std::string& serial) {
    std::vector<KnownDevice> found;
    for (const std::string& token : tokens)
        add_devices(found, transaction, token, selection("d.serial in (:typed, :upper)"),
                    {{"typed", serial}, {"upper", upper_case(serial)}});
    std::stable_sort(found.begin(), found.end(), [&](const KnownDevice& one, const KnownDevice& other) {
        return is_likelier(one.device, other.device, serial);
    });
    return found;
}

std::vector<KnownDevice> devices_ending(Transaction& transaction, const std::vector<std::string>& tokens,
                                        const std::string& end, std::size_t limit) {
    const std::string sql = selection("d.serial like :pattern escape '!'") + fmt::format(" limit {}", limit);
    std::vector<KnownDevice> found;
    for (const std::string& token : tokens)
        add_devices(found, transaction, token, sql, {{"pattern", end_pattern(upper_case(end))}});
    if (found.size() > limit)
        found.resize(limit);
    return found;
}

std::string end_pattern(std::string_view end) {
    std::string pattern = "%";
    for (const char c : end) {
        if (c == '%' || c == '_' || c == '!')
            pattern += '!';
        pattern += c;
    }
    return pattern;
}

std::vector<std::string> likely_serials(const std::string& serial) {
    const std::string upper = upper_case(serial);
    std::string digits = upper;
    std::replace(digits.begin(), digits.end(), 'O', '0');
    std::replace(digits.begin(), digits.end(), 'I', '1');
    std::vector<std::string> spellings;
    const auto add = [&](std::string spelling) {
        if (!spelling.empty() && spelling != upper &&
            std::find(spellings.begin(), spellings.end(), spelling) == spellings.end())
            spellings.push_back(std::move(spelling));
    };
    add(digits);
    if (upper.starts_with('S')) {
        add(upper.substr(1));
        add(digits.substr(1));
    }
    return spellings;
}

}  // namespace mdm::dep
