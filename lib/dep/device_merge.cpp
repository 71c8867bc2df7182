// SPDX-License-Identifier: Apache-2.0
#include "dep/device_merge.hpp"

#include "base/text.hpp"
#include "dep/device.hpp"
#include "store/dialect.hpp"

#include <fmt/format.h>
#include <string>

namespace mdm::dep {
namespace {

using store::Engine;
using store::Transaction;

/// What Apple says of a device, beside its serial number.
std::vector<std::string> said() {
    std::vector<std::string> columns(device_fields.begin(), device_fields.end());
    columns.emplace_back("more");
    return columns;
}

/// "model, description, ...": each as `form` has it, with {} for the column.
std::string each_said(std::string_view form) {
    std::vector<std::string> parts;
    for (const std::string& column : said())
        parts.push_back(fmt::format(fmt::runtime(form), fmt::arg("c", column)));
    return joined(parts, ", ");
}

/// one, other   names of tables
std::string differs(std::string_view one, std::string_view other) {
    return fmt::format("({}) is distinct from ({})", each_said(fmt::format("{}.{{c}}", one)),
                       each_said(fmt::format("{}.{{c}}", other)));
}

/// The beginning of every insertion.
/// removed, event   of a device that was not there
std::string insertion(std::string_view removed, std::string_view event) {
    return fmt::format(
        "insert into dep_devices (token, serial, {0}, op_date, first_seen_at, changed_at, removed_at, revision, event) "
        "select token, serial, {0}, op_date, :first_seen_at, :changed_at, {1}, cast(:revision as bigint), {2} from ",
        each_said("{c}"), removed, event);
}

store::Parameters insertion_parameters(const Merge& merge) {
    return {{"first_seen_at", merge.now}, {"changed_at", merge.now}, {"revision", merge.revision}};
}

// --- a listing, on SQLite

/// Measured (1,000,000 devices, processor seconds): in order of arrival within a serial number the later of two updates
/// the earlier one, at no price; grouping them costs half as much again.
std::string upsert_of_listing(std::string_view staging) {
    return insertion("null", "'added'") + std::string(staging) +
           fmt::format(
               " where token = :token order by serial, seq "
               "on conflict (token, serial) do update set {}, "
               "op_date = coalesce(excluded.op_date, dep_devices.op_date), changed_at = excluded.changed_at, "
               "removed_at = null, revision = excluded.revision, "
               "event = case when dep_devices.revision = excluded.revision then dep_devices.event "
               "when dep_devices.removed_at is null then 'modified' else 'added' end "
               "where dep_devices.removed_at is not null or {}",
               each_said("{c} = excluded.{c}"), differs("dep_devices", "excluded"));
}

void remove_missing_on_sqlite(Transaction& transaction, const Merge& merge) {
    // In order, and once: as a list within the statement it is a tree that is filled in no order, four times as dear.
    transaction.run("create temp table dep_listed (serial text not null primary key) without rowid");
    transaction.run(
        fmt::format("insert or ignore into dep_listed select serial from {} where token = :token order by serial",
                    merge.staging),
        {{"token", merge.token}});
    transaction.run(
        "update dep_devices set removed_at = :removed_at, changed_at = :changed_at, revision = :revision, "
        "event = 'deleted' where token = :token and removed_at is null and serial not in (select serial from "
        "dep_listed)",
        {{"removed_at", merge.now}, {"changed_at", merge.now}, {"revision", merge.revision}, {"token", merge.token}});
    transaction.run("drop table dep_listed");
}

void list_on_sqlite(Transaction& transaction, const Merge& merge, bool has_before, bool is_complete) {
    store::Parameters parameters = insertion_parameters(merge);
    parameters.emplace_back("token", merge.token);
    transaction.run(upsert_of_listing(merge.staging), parameters);
    if (has_before && is_complete)
        remove_missing_on_sqlite(transaction, merge);
}

// --- a listing, on PostgreSQL

/// The last of each serial number, in order.
std::string last_staged() {
    return fmt::format(
        "select distinct on (serial) token, seq, serial, {}, op, op_date from dep_staging "
        "where token = :token order by serial, seq desc",
        each_said("{c}"));
}

/// `on conflict do update` locks, and so writes, every row that it meets: what differs is found first.
void update_on_postgresql(Transaction& transaction, const Merge& merge) {
    transaction.run("create temp table dep_listed (like dep_staging) on commit drop");
    transaction.run(
        fmt::format("insert into dep_listed select n.* from ({}) n left join dep_devices d on d.token = n.token and "
                    "d.serial = n.serial where d.serial is null or d.removed_at is not null or {}",
                    last_staged(), differs("d", "n")),
        {{"token", merge.token}});
    transaction.run(fmt::format("update dep_devices set {}, op_date = coalesce(n.op_date, dep_devices.op_date), "
                                "changed_at = :changed_at, removed_at = null, revision = :revision, "
                                "event = case when dep_devices.removed_at is null then 'modified' else 'added' end "
                                "from dep_listed n where dep_devices.token = n.token and dep_devices.serial = n.serial",
                                each_said("{c} = n.{c}")),
                    {{"changed_at", merge.now}, {"revision", merge.revision}});
    transaction.run(insertion("null", "'added'") +
                        "dep_listed n where not exists (select 1 from dep_devices d where d.token = n.token and "
                        "d.serial = n.serial) order by serial",
                    insertion_parameters(merge));
}

void remove_missing_on_postgresql(Transaction& transaction, const Merge& merge) {
    transaction.run(
        "update dep_devices set removed_at = :removed_at, changed_at = :changed_at, revision = :revision, "
        "event = 'deleted' where token = :token and removed_at is null and not exists "
        "(select 1 from dep_staging s where s.token = :staged_token and s.serial = dep_devices.serial)",
        {{"removed_at", merge.now},
         {"changed_at", merge.now},
         {"revision", merge.revision},
         {"token", merge.token},
         {"staged_token", merge.token}});
}

void list_on_postgresql(Transaction& transaction, const Merge& merge, bool has_before, bool is_complete) {
    if (!has_before) {
        store::Parameters parameters = insertion_parameters(merge);
        parameters.emplace_back("token", merge.token);
        transaction.run(insertion("null", "'added'") + fmt::format("({}) newest", last_staged()), parameters);
        return;
    }
    update_on_postgresql(transaction, merge);
    if (is_complete)
        remove_missing_on_postgresql(transaction, merge);
}

// --- changes

std::string changes_statement() {
    // A change that is not newer, and changes nothing, is no news: only its date is kept.
    const std::string is_news = fmt::format(
        "(case when excluded.event = 'deleted' then dep_devices.removed_at is null "
        "else dep_devices.removed_at is not null or excluded.op_date > dep_devices.op_date or {} end)",
        differs("dep_devices", "excluded"));
    return insertion("removed_at", "coalesce(op, 'added')") +
           fmt::format(
               "(select token, serial, {}, op_date, case when op = 'deleted' then op end as op, "
               "case when op = 'deleted' then cast(:removed_at as text) end as removed_at "
               "from dep_staging s where token = :token and (coalesce(op, '') <> 'deleted' or exists "
               "(select 1 from dep_devices d where d.token = s.token and d.serial = s.serial)) order by serial) "
               "staged where true on conflict (token, serial) do update set {}, "
               "op_date = coalesce(excluded.op_date, dep_devices.op_date), "
               "removed_at = case when excluded.event = 'deleted' "
               "then coalesce(dep_devices.removed_at, excluded.removed_at) end, "
               "changed_at = case when {} then excluded.changed_at else dep_devices.changed_at end, "
               "revision = case when {} then excluded.revision else dep_devices.revision end, "
               "event = case when not {} then dep_devices.event when excluded.event = 'deleted' then 'deleted' "
               "when dep_devices.removed_at is null then 'modified' else 'added' end "
               // Of the same date, what says deleted stands.
               "where excluded.op_date is null or dep_devices.op_date is null "
               "or excluded.op_date > dep_devices.op_date or (excluded.op_date = dep_devices.op_date "
               "and (excluded.event = 'deleted' or dep_devices.removed_at is null))",
               each_said("{c}"),
               // A record of a removal says less of the device than what is known.
               each_said("{c} = case when excluded.event = 'deleted' then coalesce(excluded.{c}, dep_devices.{c}) "
                         "else excluded.{c} end"),
               is_news, is_news, is_news);
}

bool has_devices(Transaction& transaction, std::string_view token) {
    return transaction.row("select 1 as found from dep_devices where token = :token limit 1", {{"token", token}})
        .has_value();
}

/// By what the rows say of themselves.
DeviceChanges counted(Transaction& transaction, std::string_view sql, const store::Parameters& parameters) {
    DeviceChanges changes;
    for (const store::Row& row : transaction.rows(sql, parameters)) {
        const std::string& event = row.text("event");
        (event == "added" ? changes.added : event == "modified" ? changes.modified : changes.deleted) = row.number("n");
    }
    return changes;
}

}  // namespace

DeviceChanges& DeviceChanges::operator+=(const DeviceChanges& more) {
    added += more.added;
    modified += more.modified;
    deleted += more.deleted;
    return *this;
}

DeviceChanges merge_listing(Transaction& transaction, const Merge& merge, bool is_complete) {
    const bool has_before = has_devices(transaction, merge.token);
    if (transaction.engine() == Engine::sqlite)
        list_on_sqlite(transaction, merge, has_before, is_complete);
    else
        list_on_postgresql(transaction, merge, has_before, is_complete);
    if (!has_before)
        return {
            .added =
                transaction.row("select count(*) as n from dep_devices where token = :token", {{"token", merge.token}})
                    ->number("n")};
    return counted(transaction,
                   "select event, count(*) as n from dep_devices where token = :token and revision = :revision "
                   "group by event",
                   {{"token", merge.token}, {"revision", merge.revision}});
}

DeviceChanges merge_changes(Transaction& transaction, const Merge& merge) {
    store::Parameters parameters = insertion_parameters(merge);
    parameters.emplace_back("removed_at", merge.now);
    parameters.emplace_back("token", merge.token);
    transaction.run(changes_statement(), parameters);
    return counted(transaction,
                   fmt::format("select d.event, count(*) as n from dep_staging s {} dep_devices d "
                               "on d.token = s.token and d.serial = s.serial "
                               "where s.token = :token and d.revision = :revision group by d.event",
                               store::dialect::join_in_order(transaction.engine())),
                   {{"token", merge.token}, {"revision", merge.revision}});
}

}  // namespace mdm::dep
