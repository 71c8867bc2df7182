// SPDX-License-Identifier: Apache-2.0
#include "store/tenant_export.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "store/facts.hpp"
#include "store/table_shape.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::store {
namespace {

void refuse_broken_chain(Transaction& transaction, const StoreKey& key, const Tenant& tenant) {
    const ChainVerdict verdict = verify_chain(transaction, key, tenant.id);
    if (!verdict.broken.empty())
        throw Error{ErrorCode::audit_broken,
                    fmt::format("the audit of '{}' does not hold, and nobody could tell later where it was broken: {}",
                                tenant.name, verdict.broken),
                    "mdmctl audit verify; compare with a backup or an export"};
}

/// Whoever resumes it would do so here, for a tenant that is another's.
void refuse_open_intents(Transaction& transaction, const Tenant& tenant) {
    std::vector<std::string> open;
    for (const Row& row : transaction.rows("select verb, object from intents where tenant = :tenant "
                                           "and closed_at is null order by created_at, id",
                                           {{"tenant", tenant.id}}))
        open.push_back(fmt::format("{} of {}", row.text("verb"), row.text("object")));
    if (!open.empty())
        throw Error{ErrorCode::intents_open,
                    fmt::format("of '{}' there is still to be finished: {}", tenant.name, joined(open, ", ")),
                    "run the command again that began it; then export"};
}

/// What is in a room that a newer mdmctl made would be missing in the file.
void refuse_unknown_rooms(const Transaction& transaction, const Rooms& rooms, const TenantFile& file) {
    for (const auto& [name, version] : file.schema)
        if (std::none_of(rooms.begin(), rooms.end(), [&, &known = name](const Room& r) { return r.name == known; }))
            throw Error{ErrorCode::store_too_new,
                        fmt::format("the store '{}' was written by a newer mdmctl: this one does not know '{}'",
                                    transaction.shown(), name),
                        "use that version of mdmctl, or a newer one"};
}

FileRow file_row(const TableShape& shape, const Row& row) {
    FileRow out{.table = std::string(shape.table->name), .cells = {}};
    for (const Column& column : shape.columns)
        if (!stays_behind(out.table, column.name))
            out.cells.push_back({column.name, row.value(column.name), column.is_number});
    return out;
}

}  // namespace

bool stays_behind(std::string_view table, std::string_view column) {
    return std::any_of(own_columns.begin(), own_columns.end(),
                       [&](const OwnColumn& own) { return own.table == table && own.column == column; });
}

TenantFile gather(Transaction& transaction, const Rooms& rooms, const StoreKey& key, const Tenant& tenant, Time now) {
    refuse_broken_chain(transaction, key, tenant);
    refuse_open_intents(transaction, tenant);
    TenantFile file{.tenant = tenant.name,
                    .tenant_id = tenant.id,
                    .store = fact(transaction, facts::id).value_or(""),
                    .exported_at = now};
    for (const Row& row : schema_versions(transaction))
        file.schema[row.text("room")] = row.number("version");
    refuse_unknown_rooms(transaction, rooms, file);
    const Shapes shapes = tenant_tables(transaction, rooms);
    for (const Room& room : rooms)
        for (const Table& table : room.tables) {
            if (table.of_tenant.empty())
                continue;
            const TableShape& shape = shapes.find(table.name)->second;
            // The first two columns tell the rows of every table apart; those of the audit are its order.
            for (const Row& row :
                 transaction.rows(fmt::format("select * from {} where {} order by 1, 2", table.name, table.of_tenant),
                                  {{"tenant", tenant.id}})) {
                FileRow& out = file.rows.emplace_back(file_row(shape, row));
                if (table.name == "secrets")
                    out.plain = open_secret(transaction, key, row.text("id"));
            }
        }
    return file;
}

void hand_over(Change& change, Tenant& tenant, const std::string& to) {
    tenant.handed_over_at = change.now();
    tenant.handed_over_to = to;
    update(change.transaction(), tenant);
}

}  // namespace mdm::store
