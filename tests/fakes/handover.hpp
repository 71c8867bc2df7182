// SPDX-License-Identifier: Apache-2.0
// A tenant's way from one store to another, and what somebody may write into the file on that way.
#pragma once

#include "catch.hpp"
#include "fakes/two_tenants.hpp"
#include "store/tenant_export.hpp"
#include "store/tenant_import.hpp"

#include <fmt/format.h>
#include <string>
#include <vector>

namespace mdm::fakes {

inline store::TenantFile gathered(const TwoTenants& tenants, const std::string& name = "acme") {
    store::Store store = tenants.store();
    const store::StoreKey& key = store.key();
    store::Transaction transaction = store.read();
    return store::gather(transaction, store.rooms(), key, store::tenant_named(transaction, name).value(), some_day);
}

/// Through the form in which it travels.
inline store::TenantFile sent(const store::TenantFile& file) {
    return store::parse_tenant_file(store::to_lines(file).reveal(), "export");
}

inline store::Arrival arrived(const TwoTenants& tenants, const store::TenantFile& file, const std::string& as = "") {
    store::Store store = tenants.store();
    store::Change change = store.change(some_day);
    store::Arrival arrival = store::take_in(change, store.rooms(), file, as);
    change.record({.tenant_id = arrival.tenant.id,
                   .tenant = arrival.tenant.name,
                   .command = "tenant import",
                   .object = "tenant"});
    change.commit();
    return arrival;
}

struct Refusal {
    std::string code;
    std::string message;
};

/// Nothing is left of a file that is refused.
inline Refusal refused(const TwoTenants& tenants, const store::TenantFile& file, const std::string& as = "") {
    const auto count = [&] {
        store::Store store = tenants.store();
        return store.info().tenants;
    };
    const auto before = count();
    Refusal refusal;
    try {
        arrived(tenants, file, as);
    } catch (const Error& e) {
        refusal = {std::string(name(e.code())), e.message()};
    }
    CHECK(count() == before);
    return refusal;
}

inline std::string refusal(const TwoTenants& tenants, const store::TenantFile& file, const std::string& as = "") {
    return refused(tenants, file, as).code;
}

/// A line a row, without what is made anew in another store.
inline std::vector<std::string> rows_of(const store::TenantFile& file) {
    std::vector<std::string> lines;
    for (const store::FileRow& row : file.rows) {
        std::string line = row.table;
        for (const store::Cell& cell : row.cells) {
            const bool anew =
                (row.table == "policies" && cell.column == "parent" && row.text("name") == "/") ||
                (row.table == "inventory" && (cell.column == "next_command" || cell.column == "changed_at")) ||
                cell.column == "hash";
            line += fmt::format(" {}={}", cell.column, anew ? "" : cell.value.value_or("-"));
        }
        lines.push_back(line + (row.plain ? " " + std::string(row.plain->reveal()) : ""));
    }
    return lines;
}

inline store::FileRow& row_in(store::TenantFile& file, const std::string& table) {
    for (store::FileRow& row : file.rows)
        if (row.table == table)
            return row;
    throw Error{ErrorCode::internal_error, "no row of " + table};
}

inline store::FileRow& row_named(store::TenantFile& file, const std::string& table, const std::string& name) {
    for (store::FileRow& row : file.rows)
        if (row.table == table && row.text("name") == name)
            return row;
    throw Error{ErrorCode::internal_error, "no row of " + table + " is called " + name};
}

inline void put(store::FileRow& row, const std::string& column, const store::Value& value) {
    for (store::Cell& cell : row.cells)
        if (cell.column == column)
            cell.value = value;
}

inline void put_number(store::FileRow& row, const std::string& column, std::int64_t number) {
    for (store::Cell& cell : row.cells)
        if (cell.column == column)
            cell = {column, std::to_string(number), true};
}

inline store::FileRow copy_of(const store::FileRow& row) { return {.table = row.table, .cells = row.cells}; }

}  // namespace mdm::fakes
