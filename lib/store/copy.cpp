// SPDX-License-Identifier: Apache-2.0
#include "store/copy.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "store/facts.hpp"

#include <filesystem>
#include <fmt/format.h>

namespace mdm::store {
namespace {

std::int64_t count(Transaction& transaction, std::string_view table) {
    return transaction.row(fmt::format("select count(*) as n from {}", table))->number("n");
}

/// Every table that the rooms have, once they are there.
std::vector<std::string_view> tables_of(const Rooms& rooms) {
    std::vector<std::string_view> tables;
    for (const Room& room : rooms)
        for (const Table& table : room.tables)
            tables.push_back(table.name);
    return tables;
}

std::string insert_statement(std::string_view table, const std::vector<std::string>& columns) {
    std::vector<std::string> places;
    for (const std::string& column : columns)
        places.push_back(":" + column);
    return fmt::format("insert into {} ({}) values ({})", table, joined(columns, ", "), joined(places, ", "));
}

Parameters parameters_of(const Row& row) {
    Parameters parameters;
    for (std::size_t i = 0; i < row.names().size(); ++i)
        parameters.emplace_back(row.names()[i], row.values()[i]);
    return parameters;
}

CopiedTable copy_table(Transaction& from, Transaction& to, std::string_view table) {
    std::optional<Statement> insert;
    from.prepare(fmt::format("select * from {}", table)).each({}, [&](const Row& row) {
        if (!insert)
            insert.emplace(to.prepare(insert_statement(table, row.names())));
        insert->run(parameters_of(row));
        return true;
    });
    const CopiedTable copied{std::string(table), count(to, table)};
    if (const std::int64_t wanted = count(from, table); copied.rows != wanted)
        throw Error{ErrorCode::store_damaged,
                    fmt::format("the copy has {} of {} rows of '{}'; it was not kept", copied.rows, wanted, table)};
    return copied;
}

void refuse_filled(Transaction& to) {
    const bool ours = to.has_table("schema_versions");
    if (ours && to.has_table("store_facts") && fact(to, facts::id))
        throw Error{ErrorCode::store_not_empty,
                    fmt::format("'{}' holds a store already; it was not touched", to.shown()),
                    "name a place where there is none"};
    if (!ours && to.engine() == Engine::sqlite && to.has_any_table())
        throw Error{ErrorCode::not_a_store,
                    fmt::format("'{}' is a database of something else; it was not touched", to.shown())};
}

Copied fill(Transaction& from, Database& target, const Rooms& rooms, const StoreKey* key) {
    {
        Transaction to(target, Transaction::Kind::reads);
        refuse_filled(to);
    }
    migrate(target, rooms);
    Transaction to(target, Transaction::Kind::writes);
    refuse_filled(to);
    to.run("delete from store_facts");  // what a run left that began to make a store there
    Copied copied;
    for (const std::string_view table : tables_of(rooms))
        copied.tables.push_back(copy_table(from, to, table));
    if (key != nullptr)
        copied.secrets_opened = open_every_secret(to, *key);
    to.commit();
    return copied;
}

/// As it can be found from any folder.
std::string whole_name(const Location& location) {
    return location.engine == Engine::sqlite ? std::filesystem::absolute(location.path).string() : location.shown;
}

/// A copy of this very store, as it is now: what a run left that was killed before it could say so in the source.
std::optional<Copied> found_copy(Transaction& from, Database& target, const Rooms& rooms) {
    Transaction to(target, Transaction::Kind::reads);
    if (!to.has_table("store_facts") || fact(to, facts::id) != fact(from, facts::id))
        return std::nullopt;
    Copied copied;
    for (const std::string_view table : tables_of(rooms)) {
        copied.tables.push_back({std::string(table), count(to, table)});
        if (copied.tables.back().rows != count(from, table))
            return std::nullopt;
    }
    constexpr std::string_view heads = "select chain, hash from audit_heads order by chain";
    const auto ours = from.rows(heads);
    const auto theirs = to.rows(heads);
    for (std::size_t i = 0; i < ours.size(); ++i)
        if (ours[i].values() != theirs[i].values())
            return std::nullopt;
    return copied;
}

}  // namespace

Copied copy_into(Store& from, const Location& to, bool with_key) {
    const StoreKey* key = with_key ? &from.key() : nullptr;
    Transaction source = from.read();
    Database target(to, Access::create);
    return fill(source, target, from.rooms(), key);
}

Copied move_to(Store& from, const Location& to, Time now) {
    Change change = from.change(now);
    Transaction& source = change.transaction();
    Database target(to, Access::create);
    auto copied = found_copy(source, target, from.rooms());
    if (!copied)
        copied = fill(source, target, from.rooms(), &change.key());
    set_fact(source, facts::moved_to, whole_name(to));
    change.record({.tenant_id = "",
                   .tenant = "",
                   .command = "store copy",
                   .object = "store " + fact(source, facts::id).value_or(""),
                   .after = fmt::format("{{\"rows\":{}}}", copied->tables.size())});
    change.commit();
    return *copied;
}

}  // namespace mdm::store
