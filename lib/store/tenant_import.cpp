// SPDX-License-Identifier: Apache-2.0
#include "store/tenant_import.hpp"

#include "base/error.hpp"
#include "base/given_name.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "store/table_shape.hpp"
#include "store/tenant_export.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace mdm::store {
namespace {

constexpr std::size_t longest_reason = 1000;

using Ids = std::map<std::string, std::set<std::string>, std::less<>>;

[[noreturn]] void refuse(const std::string& why) {
    throw Error{ErrorCode::not_a_tenant_export, "the export does not fit together: " + why,
                "mdmctl tenant export makes another one, where it comes from"};
}

/// A rule shows what breaks it, and that may be as long as a line of the file.
[[noreturn]] void refuse(const Error& error) { refuse(error.message().substr(0, longest_reason)); }

// --- what the file is made of

std::vector<Finding> schema_findings(const Rooms& rooms, const TenantFile& file) {
    std::vector<Finding> findings;
    for (const auto& [name, version] : file.schema) {
        const auto room =
            std::find_if(rooms.begin(), rooms.end(), [&, &wanted = name](const Room& r) { return r.name == wanted; });
        const auto known = room == rooms.end() ? 0 : static_cast<std::int64_t>(room->migrations.size());
        if (version > known)
            findings.push_back(
                {Severity::error, ErrorCode::store_too_new,
                 fmt::format("the export was written by a newer mdmctl: '{}' is at {}, this one knows {}", name,
                             version, known),
                 "use that version of mdmctl, or a newer one", name});
        else if (version < known)
            findings.push_back(
                {Severity::error, ErrorCode::store_too_old,
                 fmt::format("the export was written by an older mdmctl: '{}' is at {}, this one needs {}", name,
                             version, known),
                 "export it again with this version: the store there is migrated on the way", name});
    }
    return findings;
}

void judge_cells(const TableShape& shape, const FileRow& row) {
    std::size_t known = 0;
    for (const Column& column : shape.columns) {
        if (stays_behind(row.table, column.name))
            continue;
        const Cell* cell = row.cell(column.name);
        if (cell == nullptr)
            refuse(fmt::format("a row of '{}' has no '{}'", row.table, column.name));
        if (!cell->value && !column.may_be_null)
            refuse(fmt::format("'{}' of a row of '{}' is null", column.name, row.table));
        if (cell->value && cell->is_number != column.is_number)
            refuse(fmt::format("'{}' of a row of '{}' is of the wrong type", column.name, row.table));
        if (column.name == "id" && !is_uuid(cell->value.value_or("")))
            refuse(fmt::format("the id of a row of '{}' is no UUID", row.table));
        ++known;
    }
    if (known != row.cells.size())
        refuse(fmt::format("a row of '{}' has a column that is not known here", row.table));
    if (row.plain.has_value() != (row.table == "secrets"))
        refuse(fmt::format("a row of '{}' {} a secret", row.table, row.plain ? "has" : "lacks"));
}

void judge_rows(const Shapes& shapes, const TenantFile& file) {
    for (const FileRow& row : file.rows) {
        const auto shape = shapes.find(row.table);
        if (shape == shapes.end())
            refuse(fmt::format("no tenant has rows in '{}'", row.table));
        judge_cells(shape->second, row);
    }
}

Ids ids_of(const TenantFile& file) {
    Ids ids;
    for (const FileRow& row : file.rows)
        if (!row.text("id").empty())
            ids[row.table].insert(row.text("id"));
    return ids;
}

/// Hangs below the store's root there, and is to hang below ours.
bool is_root_policy(const FileRow& row) { return row.table == "policies" && row.text("name") == root_policy_name; }

/// A row that refers to one of this store would show, or give out, what is another tenant's.
void judge_links(const Shapes& shapes, const TenantFile& file, const Ids& ids) {
    for (const FileRow& row : file.rows)
        for (const Column& column : shapes.find(row.table)->second.columns) {
            const std::string to = row.text(column.name);
            if (column.refers_to.empty() || to.empty() || (column.name == "parent" && is_root_policy(row)))
                continue;
            const auto there = ids.find(column.refers_to);
            if (there == ids.end() || there->second.count(to) == 0)
                refuse(
                    fmt::format("a row of '{}' refers to one of '{}' that is not in it", row.table, column.refers_to));
        }
}

const FileRow& tenant_row(const TenantFile& file) {
    const FileRow* found = nullptr;
    for (const FileRow& row : file.rows) {
        if (row.table != "tenants")
            continue;
        if (found != nullptr || row.text("id") != file.tenant_id || row.text("name") != file.tenant)
            refuse("it holds another tenant than it says");
        found = &row;
    }
    if (found == nullptr)
        refuse("it holds no tenant");
    // What it was there comes along: purged here, its secrets would never be destroyed, and never be used.
    for (const char* column : {"removed_at", "purged_at"})
        if (!found->text(column).empty())
            refuse("its tenant was removed, and none is handed over then");
    try {
        judge_given_name(found->text("name"), "the tenant's name");
    } catch (const Error& e) {
        refuse(e);
    }
    return *found;
}

/// Before any of them is written, while everybody else waits.
void judge_counts(const TenantFile& file) {
    const auto counts = file.counts();
    if (const auto policies = counts.find("policies");
        policies != counts.end() && policies->second > static_cast<std::int64_t>(limits::policies))
        throw Error{ErrorCode::too_large,
                    fmt::format("the tenant has {} policies, and the limit is {}", policies->second, limits::policies),
                    "mdmctl policy remove, where it comes from; then export it again"};
}

void judge_intents(const TenantFile& file) {
    for (const FileRow& row : file.rows)
        if (row.table == "intents" && row.text("closed_at").empty())
            refuse("something in it has not come to its end");
}

// --- what is here already

std::vector<Finding> name_findings(Transaction& transaction, const std::string& name) {
    const auto there = tenant_named(transaction, name);
    if (!there)
        return {};
    return {{Severity::error, ErrorCode::tenant_exists,
             fmt::format("there is another tenant '{}' {}", name, there->removed_at ? "that was removed" : "already"),
             "--as NAME gives it another name here", name}};
}

/// Rows that are here already: of the same tenant, or of one that has no business in the file.
std::vector<Finding> taken_findings(Transaction& transaction, const Shapes& shapes, const Ids& ids,
                                    const TenantFile& file) {
    if (const auto there = tenant_by_id(transaction, file.tenant_id))
        return {{Severity::error, ErrorCode::tenant_exists,
                 fmt::format("this very tenant is here already, as '{}' ({})", there->name, there->state()),
                 "it was imported before, or comes from this store; mdmctl tenant list --removed", there->name}};
    std::vector<Finding> findings;
    for (const auto& [table, all] : ids) {
        if (!shapes.find(table)->second.has("id"))
            continue;
        const std::string look = fmt::format("select id from {} where id = :id", table);
        for (const std::string& id : all)
            if (transaction.row(look, {{"id", id}}))
                findings.push_back({Severity::error, ErrorCode::other_tenant,
                                    fmt::format("the row {} of '{}' is another tenant's here", id, table), "", table});
    }
    return findings;
}

// --- taking it in

/// The values of one row, as they are to be here.
struct Here {
    std::string root_policy;
    std::string tenant_name;
};

Value value_here(const FileRow& row, const Cell& cell, const Here& here) {
    if (row.table == "tenants" && cell.column == "name")
        return here.tenant_name;
    if (row.table == "tenants" && (cell.column == "handed_over_at" || cell.column == "handed_over_to"))
        return std::nullopt;
    if (cell.column == "parent" && is_root_policy(row))
        return here.root_policy;
    // A person would paste it. Each room writes its own.
    if (row.table == "inventory" && cell.column == "next_command")
        return std::nullopt;
    return cell.value;
}

void insert_row(Change& change, const FileRow& row, const Here& here) {
    std::vector<std::string> columns;
    std::vector<std::string> places;
    Parameters parameters;
    const auto add = [&](const std::string& column, Value value) {
        columns.push_back(column);
        places.push_back(":" + column);
        parameters.emplace_back(column, std::move(value));
    };
    for (const Cell& cell : row.cells)
        add(cell.column, value_here(row, cell, here));
    if (row.plain) {
        if (!is_printable(row.text("kind")))
            refuse("the kind of a secret cannot be shown");
        add("key_id", change.key().id);
        add("sealed", seal_in_place(*row.plain, {row.text("tenant"), row.text("kind"), row.text("id")}, change.key()));
    }
    change.transaction().run(
        fmt::format("insert into {} ({}) values ({})", row.table, joined(columns, ", "), joined(places, ", ")),
        parameters);
    if (row.plain && change.open_secret(row.text("id")).reveal() != row.plain->reveal())
        throw Error{ErrorCode::internal_error, "a secret that was taken in does not come back as it was"};
}

bool is_audit(const FileRow& row) { return row.table == "audit_events" || row.table == "audit_heads"; }

void insert_rows(Change& change, const TenantFile& file, const Here& here) {
    for (const FileRow& row : file.rows) {
        if (is_audit(row))
            continue;
        try {
            insert_row(change, row, here);
        } catch (const Error& e) {
            if (e.code() != ErrorCode::internal_error)
                throw;
            // What the shapes do not say: two rows of the file are one, by what is unique in a table.
            refuse(fmt::format("a row of '{}' is not taken: {}", row.table, e.message()));
        }
    }
}

/// Each row is this tenant's, by the same condition by which it would be handed over again.
void judge_ownership(Transaction& transaction, const Shapes& shapes, const TenantFile& file) {
    for (const auto& [table, count] : file.counts()) {
        const Table& known = *shapes.find(table)->second.table;
        const auto row =
            transaction.row(fmt::format("select count(*) as n from {} where {}", known.name, known.of_tenant),
                            {{"tenant", file.tenant_id}});
        if (table != "audit_events" && table != "audit_heads" && row->number("n") != count)
            refuse(fmt::format("a row of '{}' is not this tenant's", table));
    }
}

/// A limit is said as such; what breaks any other rule was made by no command.
bool is_limit(ErrorCode code) { return code == ErrorCode::too_large || code == ErrorCode::too_deep; }

bool breaks_a_rule(ErrorCode code) {
    return code == ErrorCode::store_damaged || code == ErrorCode::bad_name || code == ErrorCode::bad_usage ||
           (exit_code(code) == exit_code(ErrorCode::not_a_tenant_export) && !is_limit(code));
}

/// Each room reads what was taken in, as every command will.
void judge_contents(Change& change, const Rooms& rooms, const TenantFile& file, std::vector<Finding>& findings) {
    Transaction& transaction = change.transaction();
    try {
        for (const Room& room : rooms)
            if (room.judge_arrival)
                for (Finding& finding : room.judge_arrival(transaction, file.tenant_id))
                    findings.push_back(std::move(finding));
    } catch (const Error& e) {
        if (!breaks_a_rule(e.code()))
            throw;
        refuse(e);
    }
}

// --- its audit events

std::int64_t number_in(const FileRow& row, std::string_view column) { return std::stoll(row.text(column)); }

Value value_in(const FileRow& row, std::string_view column) { return row.cell(column)->value; }

/// As they were told there, in their order, under this store's key.
void record_events(Change& change, const TenantFile& file, Arrival& arrival) {
    for (const FileRow& row : file.rows) {
        if (row.table != "audit_events")
            continue;
        const auto at = parse_time(row.text("at"));
        if (!at || row.text("chain") != file.tenant_id || number_in(row, "seq") != ++arrival.events)
            refuse("its audit events are not in their order");
        const Caller who{.actor = row.text("actor"),
                         .login = row.text("login"),
                         .uid = number_in(row, "uid"),
                         .host = row.text("host"),
                         .moved = row.text("moved")};
        record(change.transaction(), change.key(), who,
               {.tenant_id = file.tenant_id,
                .tenant = row.text("tenant"),
                .command = row.text("command"),
                .object = row.text("object"),
                .before = value_in(row, "before"),
                .after = value_in(row, "after")},
               *at);
        arrival.head = row.text("hash");
    }
    for (const FileRow& row : file.rows)
        if (row.table == "audit_heads" && (number_in(row, "seq") != arrival.events || row.text("hash") != arrival.head))
            refuse("its audit events were cut off");
}

void refuse_on_error(const std::vector<Finding>& findings) {
    if (first_error(findings) != nullptr)
        throw Error::from_findings(findings);
}

}  // namespace

Arrival take_in(Change& change, const Rooms& rooms, const TenantFile& file, const std::string& as) {
    Transaction& transaction = change.transaction();
    if (!as.empty())
        judge_given_name(as, "the tenant's name");
    refuse_on_error(schema_findings(rooms, file));
    if (!is_uuid(file.tenant_id))
        refuse("the tenant's id is no UUID");
    const Shapes shapes = tenant_tables(transaction, rooms);
    judge_rows(shapes, file);
    judge_counts(file);
    const std::string own_name = tenant_row(file).text("name");
    const Ids ids = ids_of(file);
    judge_links(shapes, file, ids);
    judge_intents(file);
    const std::string& name = as.empty() ? own_name : as;

    std::vector<Finding> findings = taken_findings(transaction, shapes, ids, file);
    if (findings.empty())
        findings = name_findings(transaction, name);
    else
        refuse_on_error(findings);
    // Under a name that nobody has, where its own is taken, so that the rooms say what they have against it as well.
    const bool name_is_free = findings.empty();
    insert_rows(change, file, {store_root_policy(transaction), name_is_free ? name : file.tenant_id});
    judge_ownership(transaction, shapes, file);
    judge_contents(change, rooms, file, findings);
    refuse_on_error(findings);

    Arrival arrival{.tenant = tenant_by_id(transaction, file.tenant_id).value(),
                    .rows = static_cast<std::int64_t>(file.rows.size())};
    for (const Room& room : rooms)
        if (room.rewrite_inventory)
            room.rewrite_inventory(transaction, arrival.tenant, change.now());
    record_events(change, file, arrival);
    for (const FileRow& row : file.rows)
        arrival.secrets += row.plain ? 1 : 0;
    return arrival;
}

}  // namespace mdm::store
