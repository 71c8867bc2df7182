// SPDX-License-Identifier: Apache-2.0
#include "base/error.hpp"
#include "base/files.hpp"
#include "crypto/random.hpp"
#include "store/facts.hpp"
#include "store/key_switch.hpp"
#include "store/schema.hpp"
#include "store/store.hpp"

#include <fmt/format.h>

namespace mdm::store {
namespace {

/// Our tables, or no table at all: somebody else's database is left alone. On a server only our own names count, for
/// a schema may be shared with others.
void judge_ground(Transaction& transaction) {
    if (transaction.has_table("store_facts") && fact(transaction, facts::id))
        throw Error{ErrorCode::store_exists, fmt::format("there is a store in '{}' already", transaction.shown()),
                    "mdmctl store info shows it; nothing was changed"};
    if (transaction.engine() == Engine::sqlite && transaction.has_any_table() &&
        !transaction.has_table("schema_versions"))
        throw Error{ErrorCode::not_a_store,
                    fmt::format("'{}' is a database of something else; nothing was changed", transaction.shown())};
}

Rooms with_own(Rooms rooms) {
    if (rooms.empty() || rooms.front().name != own_room().name)
        rooms.insert(rooms.begin(), own_room());
    return rooms;
}

void write_facts(Transaction& transaction, const std::string& id, const StoreKey& key, const Founding& founding) {
    transaction.run("delete from store_facts where name = :name", {{"name", facts::founding}});
    set_fact(transaction, facts::id, id);
    set_fact(transaction, facts::created_at, to_rfc3339(founding.now));
    set_fact(transaction, facts::key_id, key.id);
    if (founding.rehearsal)
        set_fact(transaction, facts::rehearsal, "yes");
}

/// Settled before the key file is written, so that a run that takes over from a killed one finds its leavings.
std::string id_to_be(Database& database) {
    Transaction transaction(database, Transaction::Kind::writes);
    judge_ground(transaction);
    if (const auto begun = fact(transaction, facts::founding))
        return *begun;
    const std::string id = crypto::random_uuid();
    set_fact(transaction, facts::founding, id);
    transaction.commit();
    return id;
}

std::string key_path_of(const Founding& founding, const std::string& id) {
    const std::string path = founding.key_path ? founding.key_path(id) : "";
    if (!path.empty() && identity_of(path))
        throw Error{ErrorCode::output_exists,
                    fmt::format("there is a file '{}' already, and a key is never replaced", path),
                    "name another, or put this one away"};
    if (path.empty() && !founding.passphrase)
        throw Error{ErrorCode::bad_usage, "a store needs a key file or a passphrase",
                    "without one its secrets could not be opened again"};
    return path;
}

/// A run that was killed behind its commit left the key file under its other name: that is all there is to do.
std::optional<Founded> finish_interrupted(Transaction& transaction, const Founding& founding) {
    const auto id = transaction.has_table("store_facts") ? fact(transaction, facts::id) : std::nullopt;
    const std::string path = id && founding.key_path ? founding.key_path(*id) : "";
    if (path.empty() || identity_of(path))
        return std::nullopt;
    settle_key_file(transaction, path);
    return identity_of(path) ? std::optional(Founded{*id, path}) : std::nullopt;
}

}  // namespace

Founded found_store(const StoreOptions& options, const Founding& founding) {
    Database database(options.location, Access::create, options.patience);
    {
        Transaction transaction(database, Transaction::Kind::reads);
        if (const auto founded = finish_interrupted(transaction, founding))
            return *founded;
        judge_ground(transaction);
    }
    migrate(database, with_own(options.rooms));
    const std::string id = id_to_be(database);
    const std::string path = key_path_of(founding, id);
    Transaction transaction(database, Transaction::Kind::writes);
    judge_ground(transaction);
    const StoreKey key = StoreKey::generate();
    write_facts(transaction, id, key, founding);
    add_root_policy(transaction, founding.now);
    renew_audit_key(transaction, key, founding.now);
    record(transaction, key, options.caller,
           {.tenant_id = "", .tenant = "", .command = "store init", .object = "store " + id}, founding.now);
    if (founding.passphrase)
        add_passphrase_slot(transaction, key, *founding.passphrase, founding.label, founding.now);
    if (path.empty()) {
        transaction.commit();
        return {id, ""};
    }
    KeySwitch files(path, add_key_file_slot(transaction, key, id, founding.label, founding.now));
    files.about_to_commit();
    transaction.commit();
    files.finish();
    return {id, path};
}

}  // namespace mdm::store
