// SPDX-License-Identifier: Apache-2.0
#include "dep/devices.hpp"

#include "base/text.hpp"
#include "store/dialect.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace mdm::dep {
namespace {

using store::Parameters;
using store::Row;
using store::Transaction;

constexpr std::size_t page_size = 1000;

/// The fields stand first, in their order. A device is confirmed by each full sync that leaves it as it is.
std::string selection(std::string_view condition, std::string_view order) {
    std::string fields;
    for (const std::string_view field : device_fields)
        fields += fmt::format("d.{}, ", field);
    return fmt::format(
        "select {}d.token, d.serial, d.more, d.op_date, d.first_seen_at, d.changed_at, d.removed_at, s.full_at, "
        "n.enrollment_status, n.status_at, n.assigned_user, n.assigned_user_at from dep_devices d "
        "left join dep_syncs s on s.token = d.token "
        "left join dep_device_notes n on n.token = d.token and n.serial = d.serial where {} order by {}",
        fields, condition, order);
}

std::optional<Time> confirmed_at(const Device& device, std::optional<Time> full_at) {
    if (device.removed_at)
        return std::nullopt;
    return std::max(device.changed_at, full_at.value_or(device.changed_at));
}

KnownDevice device_in(const Row& row) {
    KnownDevice known{.token = row.text("token")};
    Device& device = known.device;
    std::copy_n(row.values().begin(), device.fields.size(), device.fields.begin());
    device.serial = row.text("serial");
    device.more = row.value("more");
    device.op_date = row.maybe_time("op_date");
    device.first_seen_at = row.time("first_seen_at");
    device.changed_at = row.time("changed_at");
    device.removed_at = row.maybe_time("removed_at");
    device.confirmed_at = confirmed_at(device, row.maybe_time("full_at"));
    known.note = {.enrollment_status = row.value("enrollment_status"),
                  .status_at = row.maybe_time("status_at"),
                  .assigned_user = row.value("assigned_user"),
                  .assigned_user_at = row.maybe_time("assigned_user_at")};
    return known;
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

Parameters parameters_for(std::string_view token, const DeviceFilter& filter) {
    Parameters all{{"behind", ""}, {"token", token}};
    const Conditions conditions(filter);
    all.insert(all.end(), conditions.parameters().begin(), conditions.parameters().end());
    return all;
}

std::string page_sql(const DeviceFilter& filter) {
    return selection("d.serial > :behind and d.token = :token" + Conditions(filter).sql(),
                     fmt::format("d.serial limit {}", page_size));
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
    constexpr std::array names{not_contacted, std::string_view("enrolled"), std::string_view("removed")};
    return names.at(static_cast<std::size_t>(status));
}

std::vector<std::pair<std::string_view, std::optional<std::string>>> shown(const Device& device,
                                                                           const DeviceNote& note) {
    const auto told = [](const std::optional<Time>& time) {
        return time ? std::optional(to_rfc3339(*time)) : std::nullopt;
    };
    using enum DeviceField;
    return {{"serial_number", device.serial},
            {"model", device[model]},
            {"description", device[description]},
            {"device_family", device[device_family]},
            {"os", device[os]},
            {"color", device[color]},
            {"asset_tag", device[asset_tag]},
            {"profile_uuid", device[profile_uuid]},
            {"profile_status", device[profile_status]},
            {"profile_assign_time", device[profile_assign_time]},
            {"profile_push_time", device[profile_push_time]},
            {"enrollment_status", note.enrollment_status.value_or(std::string(not_contacted))},
            {"enrollment_status_at", told(note.status_at)},
            {"assigned_user", note.assigned_user},
            {"assigned_user_at", told(note.assigned_user_at)},
            {"assigned_at", device[device_assigned_date]},
            {"assigned_by", device[device_assigned_by]},
            {"mdm_migration_deadline", device[mdm_migration_deadline]},
            {"first_seen_at", told(device.first_seen_at)},
            {"changed_at", told(device.changed_at)},
            {"confirmed_at", told(device.confirmed_at)},
            {"removed_at", told(device.removed_at)},
            {"op_date", told(device.op_date)}};
}

DevicePages::DevicePages(Transaction& transaction, std::string_view token, const DeviceFilter& filter)
    : parameters_(parameters_for(token, filter)), statement_(transaction.prepare(page_sql(filter))) {}

std::vector<KnownDevice> DevicePages::next() {
    std::vector<KnownDevice> page;
    page.reserve(page_size);
    statement_.each(parameters_, [&](const Row& row) {
        page.push_back(device_in(row));
        return true;
    });
    if (!page.empty())
        parameters_.front().value = page.back().device.serial;
    return page;
}

std::vector<KnownDevice> devices_meant(Transaction& transaction, const std::vector<std::string>& tokens,
                                       const std::string& serial) {
    std::vector<KnownDevice> found;
    for (const std::string& token : tokens)
        for (const Row& row :
             transaction.rows(selection("d.token = :token and d.serial in (:typed, :upper)", "d.serial"),
                              {{"token", token}, {"typed", serial}, {"upper", upper_case(serial)}}))
            found.push_back(device_in(row));
    std::stable_sort(found.begin(), found.end(), [&](const KnownDevice& one, const KnownDevice& other) {
        return is_likelier(one.device, other.device, serial);
    });
    return found;
}

std::vector<KnownDevice> devices_ending(Transaction& transaction, const std::vector<std::string>& tokens,
                                        const std::string& end, std::size_t limit) {
    const std::string pattern = end_pattern(upper_case(end));
    std::vector<KnownDevice> found;
    for (const std::string& token : tokens)
        for (const Row& row : transaction.rows(selection("d.token = :token and d.serial like :pattern escape '!'",
                                                         fmt::format("d.serial limit {}", limit - found.size())),
                                               {{"token", token}, {"pattern", pattern}}))
            found.push_back(device_in(row));
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
