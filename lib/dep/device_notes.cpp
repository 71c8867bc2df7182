// SPDX-License-Identifier: Apache-2.0
#include "dep/device_notes.hpp"

#include "base/json_object.hpp"
#include "base/text.hpp"
#include "store/dialect.hpp"

#include <fmt/format.h>
#include <map>
#include <unordered_map>

namespace mdm::dep {
namespace {

using store::Row;
using store::Transaction;

/// What decides which of two tokens' devices is meant.
struct Candidate {
    NotedDevice device;
    bool is_removed = false;
    std::string changed_at;

    bool is_likelier_than(const Candidate& other) const {
        return is_removed != other.is_removed ? !is_removed : changed_at > other.changed_at;
    }
};
using Candidates = std::unordered_map<std::string, Candidate>;

void add_candidates(Candidates& all, Transaction& transaction, const std::string& token, const std::string& texts) {
    const std::string sql = fmt::format(
        "select d.serial, d.removed_at, d.changed_at, n.enrollment_status from dep_devices d "
        "left join dep_device_notes n on n.token = d.token and n.serial = d.serial "
        "where d.token = :token and d.serial in (select texts.value from {})",
        store::dialect::texts_of_array(transaction.engine()));
    transaction.prepare(sql).each({{"token", token}, {"texts", texts}}, [&](const Row& row) {
        Candidate found{
            {token, row.text("serial"), DeviceNote{.enrollment_status = row.value("enrollment_status")}.status()},
            row.value("removed_at").has_value(),
            row.text("changed_at")};
        const auto [there, is_new] = all.try_emplace(found.device.serial, found);
        if (!is_new && found.is_likelier_than(there->second))
            there->second = std::move(found);
        return true;
    });
}

/// A note that says nothing is none.
void forget_empty(Transaction& transaction, const std::string& token, const std::string& texts) {
    transaction.run(fmt::format("delete from dep_device_notes where token = :token and enrollment_status is null "
                                "and assigned_user is null and serial in (select texts.value from {})",
                                store::dialect::texts_of_array(transaction.engine())),
                    {{"token", token}, {"texts", texts}});
}

/// column   with column_at, its time
/// value    nullopt: it is said no more
void write(Transaction& transaction, const std::string& token, const std::string& texts, std::string_view column,
           std::string_view column_at, const store::Value& value, Time now) {
    // SQLite takes "on conflict" for a join's "on" unless a condition stands before it.
    transaction.run(
        fmt::format("insert into dep_device_notes (token, serial, {0}, {1}) "
                    "select cast(:token as text), texts.value, cast(:value as text), cast(:at as text) from {2} "
                    "where true on conflict (token, serial) do update set {0} = excluded.{0}, {1} = excluded.{1}",
                    column, column_at, store::dialect::texts_of_array(transaction.engine())),
        {{"token", token}, {"value", value}, {"at", value ? std::optional(now) : std::nullopt}, {"texts", texts}});
    if (!value)
        forget_empty(transaction, token, texts);
}

}  // namespace

std::vector<std::optional<NotedDevice>> noted_devices(Transaction& transaction, const std::vector<std::string>& tokens,
                                                      const std::vector<std::string>& serials) {
    std::vector<std::string> spellings = serials;
    for (const std::string& serial : serials)
        if (std::string upper = upper_case(serial); upper != serial)
            spellings.push_back(std::move(upper));
    const std::string texts = json_array(spellings);
    Candidates candidates;
    for (const std::string& token : tokens)
        add_candidates(candidates, transaction, token, texts);
    std::vector<std::optional<NotedDevice>> found;
    found.reserve(serials.size());
    for (const std::string& serial : serials) {
        auto there = candidates.find(serial);
        if (there == candidates.end())
            there = candidates.find(upper_case(serial));
        found.push_back(there == candidates.end() ? std::nullopt : std::optional(there->second.device));
    }
    return found;
}

void mark(Transaction& transaction, const std::vector<NotedDevice>& devices, EnrollmentStatus status, Time now) {
    std::map<std::string, std::vector<std::string>> serials_by_token;
    for (const NotedDevice& device : devices)
        serials_by_token[device.token].push_back(device.serial);
    // not_contacted is what is true of a device of which nobody said anything.
    const store::Value value =
        status == EnrollmentStatus::not_contacted ? store::Value() : store::Value(std::string(name(status)));
    for (const auto& [token, serials] : serials_by_token)
        write(transaction, token, json_array(serials), "enrollment_status", "status_at", value, now);
}

void assign_user(Transaction& transaction, const KnownDevice& known, const std::optional<std::string>& user, Time now) {
    write(transaction, known.token, json_array({known.device.serial}), "assigned_user", "assigned_user_at", user, now);
}

}  // namespace mdm::dep
