// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"
#include "store/audit.hpp"
#include "store/database.hpp"
#include "store/key_slots.hpp"
#include "store/migrations.hpp"
#include "store/sealed_secret.hpp"
#include "store/tenants.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mdm::store {

/// Where the store is, who comes, and what they bring. Copied nowhere: it holds secrets.
struct StoreOptions {
    Location location;
    /// The rooms that this program knows; own_room() is put before them.
    Rooms rooms{};
    /// For the store whose id is given: the default key file is named after it.
    std::function<KeySource(const std::string& store_id)> keys = [](const std::string&) { return KeySource{}; };
    Caller caller{};
    std::chrono::seconds patience = usual_patience;
    /// false: a run that is to write nothing (--dry-run) does not migrate either, and says store_too_old.
    bool migrates_on_the_way = true;
};

/// What a store is.
struct StoreInfo {
    std::string id;
    std::string shown;  ///< path or URL
    Engine engine = Engine::sqlite;
    Time created_at;
    bool rehearsal = false;   ///< takes what the pretend services issue
    std::string moved_to;     ///< where it was copied to; empty: it is in use
    std::vector<Row> schema;  ///< room, version
    std::int64_t tenants = 0;
    std::int64_t secrets = 0;
};

class Change;

/// What a command gets: opens nothing before it is asked, and each side (reading, writing) once.
class Store {
public:
    explicit Store(StoreOptions options);

    /// The store as it is at this moment, read without any key. Nothing is written, nothing migrated.
    /// throws  no_store, not_a_store, store_too_new, store_too_old, and what Database throws
    Transaction read();

    /// All that a changing command does, with its audit event; see Change. An SQLite store is migrated on the way, a
    /// shared one never.
    /// throws  what read() throws; store_moved; no_store_key, wrong_store_key, ...; locked
    Change change(Time now);

    /// Writes down what was seen or said, which changes nothing of a tenant's: one transaction without an event, and
    /// without a key. An SQLite store is migrated on the way, a shared one never.
    /// throws  what read() throws, and what `write` throws; store_moved, locked
    void note(const std::function<void(Transaction&)>& write, Durability durability = Durability::at_once);

    /// For what reads and shows a secret, or verifies the audit. Asked for once, outside any writing transaction: a
    /// person may be typing a passphrase. throws  what unlock() throws
    const StoreKey& key();

    /// `store migrate`: what was pending is applied, on both engines. Gives "room 2: what it was" for each step.
    std::vector<std::string> migrate();
    /// The same, told and not done.
    std::vector<std::string> pending();

    /// What a change deleted leaves SQLite's files for good. false: somebody is reading, and the log beside the
    /// database keeps it until that run ends. A server keeps its own logs, and its own backups.
    bool forget_deleted();

    StoreInfo info();
    const Location& location() const noexcept { return options_.location; }
    const Rooms& rooms() const noexcept { return options_.rooms; }
    const Caller& caller() const noexcept { return options_.caller; }

    /// For lib/store alone: the side that writes, migrated where that happens on the way.
    Database& writing_database(Durability durability = Durability::at_once);
    /// It is another from now on, or has served its purpose.
    void forget_key() { key_.reset(); }

private:
    Database& reading_database();
    void open_to_write();

    StoreOptions options_;
    // The writing side is closed last: SQLite takes the log into the database then, which a reader cannot.
    std::optional<Database> writing_;
    std::optional<Database> reading_;
    std::optional<StoreKey> key_;
};

/// One writing transaction that ends with its audit event: to commit without one is a bug.
class Change {
public:
    Change(Store& store, Time now);

    Transaction& transaction() noexcept { return transaction_; }
    const StoreKey& key() const noexcept { return key_; }
    Time now() const noexcept { return now_; }
    const Caller& caller() const noexcept { return store_.caller(); }

    /// tenant_id   empty: the store's own
    std::string keep_secret(std::string_view tenant_id, std::string_view kind, const Secret& secret);
    Secret open_secret(std::string_view id);

    AuditEvent record(const Deed& deed);
    void commit();

private:
    Store& store_;
    const StoreKey& key_;
    Time now_;
    Transaction transaction_;
    bool recorded_ = false;
};

/// How a store is made.
struct Founding {
    Time now;
    bool rehearsal = false;
    /// Where the first key file goes, for the store's id; an empty path: there is none, and the passphrase is needed.
    std::function<std::string(const std::string& store_id)> key_path{};
    std::optional<Secret> passphrase{};
    std::string label{};  ///< of that key, for people: "Jo's laptop"
};

/// What the making of a store gives: its id, and where the key is that nobody must lose.
struct Founded {
    std::string id;
    std::string key_path;  ///< empty: none was written
};

/// Makes a store: tables, root policy, store key, first slot, first event. A run that was killed on the way is finished
/// by the next one.
/// throws  store_exists; not_a_store: the file is something else; output_exists: there is a key at that path
Founded found_store(const StoreOptions& options, const Founding& founding);

}  // namespace mdm::store
