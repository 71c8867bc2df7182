// SPDX-License-Identifier: Apache-2.0
#include "store/lock_server.hpp"

#include "crypto/digest.hpp"

#include <algorithm>
#include <cstdint>

namespace mdm::store {
namespace {

/// A lock is known to the server by a number of 64 bits: the front of a hash, as PostgreSQL's bigint has it.
std::int64_t number_of(const std::string& name) {
    std::uint64_t number = 0;
    for (const char byte : crypto::sha256("mdmctl lock " + name).substr(0, 8))
        number = (number << 8U) | static_cast<unsigned char>(byte);
    return static_cast<std::int64_t>(number);
}

/// Rows of those that died are left out: their process on the server no longer holds the lock.
constexpr std::string_view held =
    "select h.name, h.login, h.host, h.pid, h.since from lock_holders h join pg_locks l "
    "on l.locktype = 'advisory' and l.granted and l.objsubid = 1 and l.pid = h.server_pid "
    "and l.database = (select oid from pg_database where datname = current_database()) "
    "and ((l.classid::bigint << 32) | l.objid::bigint) = h.number order by h.name";

std::vector<LockHolder> holders(Database& database) {
    Transaction transaction(database, Transaction::Kind::reads);
    std::vector<LockHolder> all;
    for (const Row& row : transaction.rows(held))
        all.push_back({row.text("name"), row.text("login"), row.text("host"), row.number("pid"), row.time("since")});
    return all;
}

}  // namespace

ServerLock::ServerLock(const Location& location) : database_(location, Access::write) {}

bool ServerLock::try_hold(const LockHolder& us) {
    Transaction transaction(database_, Transaction::Kind::writes);
    const std::int64_t number = number_of(us.name);
    const auto got = transaction.row("select case when pg_try_advisory_lock(:number) then 1 else 0 end as got",
                                     {{"number", number}});
    if (got->number("got") == 0)
        return false;
    transaction.run(
        "insert into lock_holders (name, number, server_pid, pid, login, host, since) "
        "values (:name, :number, pg_backend_pid(), :pid, :login, :host, :since) on conflict (name) do update set "
        "number = excluded.number, server_pid = excluded.server_pid, pid = excluded.pid, login = excluded.login, "
        "host = excluded.host, since = excluded.since",
        {{"name", us.name},
         {"number", number},
         {"pid", us.pid},
         {"login", us.login},
         {"host", us.host},
         {"since", us.since}});
    transaction.commit();
    return true;
}

std::optional<LockHolder> ServerLock::holder(const std::string& name) {
    const auto all = holders(database_);
    const auto found = std::find_if(all.begin(), all.end(), [&](const LockHolder& h) { return h.name == name; });
    if (found == all.end())
        return std::nullopt;
    return *found;
}

std::vector<LockHolder> ServerLock::all_holders(const Location& location) {
    Database database(location, Access::read);
    return holders(database);
}

}  // namespace mdm::store
