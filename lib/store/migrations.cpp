// SPDX-License-Identifier: Apache-2.0
#include "store/migrations.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace mdm::store {
namespace {

constexpr std::string_view versions_table =
    "create table if not exists schema_versions (room text not null primary key, version bigint not null)";

void apply(Transaction& transaction, const Pending& step) {
    for (const std::string_view sql : step.migration.sql)
        transaction.run(sql);
    const auto& own =
        transaction.engine() == Engine::sqlite ? step.migration.sqlite_only : step.migration.postgresql_only;
    for (const std::string_view sql : own)
        transaction.run(sql);
    transaction.run(
        "insert into schema_versions (room, version) values (:room, :version) "
        "on conflict (room) do update set version = excluded.version",
        {{"room", step.room}, {"version", step.migration.number}});
}

}  // namespace

std::vector<Row> schema_versions(Transaction& transaction) {
    if (!transaction.has_table("schema_versions"))
        return {};
    return transaction.rows("select room, version from schema_versions order by room");
}

std::vector<Pending> pending_migrations(Transaction& transaction, const Rooms& rooms) {
    std::map<std::string, std::int64_t, std::less<>> versions;
    for (const Row& row : schema_versions(transaction))
        versions[row.text("room")] = row.number("version");
    std::vector<Pending> pending;
    for (const Room& room : rooms) {
        const auto at = versions.find(room.name);
        const std::int64_t version = at == versions.end() ? 0 : at->second;
        if (version > static_cast<std::int64_t>(room.migrations.size()))
            throw Error{ErrorCode::store_too_new,
                        fmt::format("the store '{}' was written by a newer mdmctl: '{}' is at {}, this one knows {}",
                                    transaction.shown(), room.name, version, room.migrations.size()),
                        "use that version of mdmctl, or a newer one"};
        for (const Migration& migration : room.migrations)
            if (migration.number > version)
                pending.push_back({room.name, migration});
    }
    return pending;
}

std::vector<Pending> migrate(Database& database, const Rooms& rooms) {
    std::vector<Pending> applied;
    for (;;) {
        Transaction transaction(database, Transaction::Kind::writes);
        transaction.run(versions_table);
        const auto pending = pending_migrations(transaction, rooms);
        if (pending.empty())
            return applied;
        apply(transaction, pending.front());
        transaction.commit();
        applied.push_back(pending.front());
    }
}

}  // namespace mdm::store
