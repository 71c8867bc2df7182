// SPDX-License-Identifier: Apache-2.0
#include "store/store.hpp"

#include "base/error.hpp"
#include "store/annex.hpp"
#include "store/facts.hpp"
#include "store/schema.hpp"

#include <fmt/format.h>

namespace mdm::store {
namespace {

Error no_store(const std::string& shown) {
    return {ErrorCode::no_store, fmt::format("there is no store in '{}' yet", shown), "mdmctl store init makes one"};
}

/// Nothing of ours in there: an empty database, or somebody else's.
void judge_contents(Transaction& transaction) {
    if (transaction.has_table("store_facts") && fact(transaction, facts::id))
        return;
    const bool ours = transaction.has_table("schema_versions");
    if (!ours && transaction.engine() == Engine::sqlite && transaction.has_any_table())
        throw Error{ErrorCode::not_a_store, fmt::format("'{}' is not a store of mdmctl", transaction.shown())};
    throw no_store(transaction.shown());
}

void judge_schema(Transaction& transaction, const Rooms& rooms) {
    const auto pending = pending_migrations(transaction, rooms);
    if (!pending.empty())
        throw Error{
            ErrorCode::store_too_old,
            fmt::format("the tables of '{}' in the store '{}' are older than this mdmctl needs", pending.front().room,
                        transaction.shown()),
            "mdmctl store migrate brings them up to date; a backup first does no harm: mdmctl store backup FILE"};
}

void refuse_moved(Transaction& transaction) {
    if (const auto moved_to = fact(transaction, facts::moved_to))
        throw Error{ErrorCode::store_moved,
                    fmt::format("the store '{}' was copied to '{}' and is kept for reading alone", transaction.shown(),
                                *moved_to),
                    fmt::format("--store '{}' or MDMCTL_STORE name the new one", *moved_to)};
}

std::vector<std::string> told(const std::vector<Pending>& steps) {
    std::vector<std::string> out;
    for (const Pending& step : steps)
        out.push_back(fmt::format("{} {}: {}", step.room, step.migration.number, step.migration.summary));
    return out;
}

std::int64_t count(Transaction& transaction, std::string_view table) {
    return transaction.row(fmt::format("select count(*) as n from {}", table))->number("n");
}

}  // namespace

Store::Store(StoreOptions options) : options_(std::move(options)) {
    if (options_.rooms.empty() || options_.rooms.front().name != own_room().name)
        options_.rooms.insert(options_.rooms.begin(), own_room());
}

Database& Store::reading_database() {
    if (!reading_)
        reading_.emplace(options_.location, Access::read, options_.patience);
    return *reading_;
}

Database& Store::writing_database(Durability durability) {
    if (!writing_)
        open_to_write();
    writing_->commit_with(durability);
    return *writing_;
}

void Store::open_to_write() {
    Database database(options_.location, Access::write, options_.patience);
    bool has_pending = false;
    {
        Transaction transaction(database, Transaction::Kind::reads);
        judge_contents(transaction);
        refuse_moved(transaction);
        if (database.engine() == Engine::postgresql || !options_.migrates_on_the_way)
            judge_schema(transaction, options_.rooms);
        has_pending = !pending_migrations(transaction, options_.rooms).empty();
    }
    if (has_pending)
        store::migrate(database, options_.rooms);
    writing_ = std::move(database);
}

Transaction Store::read() {
    Database& database = reading_database();
    {
        Transaction transaction(database, Transaction::Kind::reads);
        judge_contents(transaction);
        judge_schema(transaction, options_.rooms);
    }
    return Transaction(database, Transaction::Kind::reads);
}

Change Store::change(Time now) { return Change(*this, now); }

const StoreKey& Store::key() {
    if (key_)
        return *key_;
    if (!reading_)
        static_cast<void>(read());
    // On a connection of its own: the caller may be in the middle of reading.
    Database database(options_.location, Access::read, options_.patience);
    Transaction transaction(database, Transaction::Kind::reads);
    key_ = unlock(transaction, options_.keys(fact(transaction, facts::id).value_or("")));
    return *key_;
}

std::vector<std::string> Store::migrate() {
    Database database(options_.location, Access::write, options_.patience);
    {
        Transaction transaction(database, Transaction::Kind::reads);
        judge_contents(transaction);
        refuse_moved(transaction);
    }
    return told(store::migrate(database, options_.rooms));
}

std::vector<std::string> Store::pending() {
    Database database(options_.location, Access::read, options_.patience);
    Transaction transaction(database, Transaction::Kind::reads);
    judge_contents(transaction);
    return told(pending_migrations(transaction, options_.rooms));
}

bool Store::forget_deleted() {
    if (options_.location.engine == Engine::sqlite)
        remove_annexes(options_.location.path);
    return writing_database().empty_log();
}

StoreInfo Store::info() {
    Transaction transaction = read();
    return {.id = fact(transaction, facts::id).value_or(""),
            .shown = transaction.shown(),
            .engine = transaction.engine(),
            .created_at = parse_time(fact(transaction, facts::created_at).value_or("")).value_or(Time{}),
            .rehearsal = fact(transaction, facts::rehearsal).has_value(),
            .moved_to = fact(transaction, facts::moved_to).value_or(""),
            .schema = schema_versions(transaction),
            .tenants = count(transaction, "tenants where removed_at is null"),
            .secrets = count(transaction, "secrets")};
}

namespace {

/// In this order: what the store lacks is told before the key is asked for, and the key is asked for while nothing is
/// locked.
const StoreKey& prepared(Store& store) {
    store.writing_database();
    return store.key();
}

}  // namespace

Change::Change(Store& store, Time now)
    : store_(store),
      key_(prepared(store)),
      now_(now),
      transaction_(store.writing_database(), Transaction::Kind::writes) {
    refuse_moved(transaction_);
    if (fact(transaction_, facts::key_id) != key_.id)
        throw Error{ErrorCode::changed_meanwhile,
                    fmt::format("the store '{}' has got a new key while this run began", transaction_.shown()),
                    "run it again"};
}

void Store::note(const std::function<void(Transaction&)>& write, Durability durability) {
    Transaction transaction(writing_database(durability), Transaction::Kind::writes);
    refuse_moved(transaction);
    write(transaction);
    transaction.commit();
}

std::string Change::keep_secret(std::string_view tenant_id, std::string_view kind, const Secret& secret) {
    return store::keep_secret(transaction_, key_, tenant_id, kind, secret, now_);
}

Secret Change::open_secret(std::string_view id) { return store::open_secret(transaction_, key_, id); }

AuditEvent Change::record(const Deed& deed) {
    recorded_ = true;
    return store::record(transaction_, key_, store_.caller(), deed, now_);
}

void Change::commit() {
    if (!recorded_)
        throw Error{ErrorCode::internal_error, "a change was about to be made without its audit event"};
    transaction_.commit();
}

}  // namespace mdm::store
