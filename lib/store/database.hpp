// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/location.hpp"
#include "store/row.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// SOCI, walled in: no other room sees it, and what goes wrong below is an Error without any value that was bound.
namespace mdm::store {

class Session;

enum class Access {
    read,    ///< changes nothing, makes no file, and works on a read-only medium
    write,   ///< the store must be there
    create,  ///< a SQLite file is made (0600, in a 0700 folder) where there is none
};

/// When what is committed is on the disk for good.
enum class Durability {
    at_once,
    /// A power cut may take the last commits back, each whole and in their order: for what is fetched again then, a
    /// thousand times in a row. A run that is killed loses none.
    soon,
};

/// How long a run waits for another that is writing, before it ends with `locked`.
inline constexpr std::chrono::seconds usual_patience{10};

/// One connection.
/// throws  no_store: there is no SQLite file at that path
///         not_a_store: the file is something else
///         others_can_read, others_can_write: the file is not ours alone
///         cannot_read; unavailable: the server does not answer; store_access_denied: it does not let us in
class Database {
public:
    Database(const Location& location, Access access, std::chrono::seconds patience = usual_patience);
    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

    Engine engine() const noexcept;
    const std::string& shown() const noexcept;  ///< for messages

    /// What was deleted leaves the files of SQLite for good; in the database itself it is overwritten when it is
    /// deleted (secure_delete). Not within a transaction. false: somebody is reading, and the log keeps it until then.
    bool empty_log();

    /// Of what is committed from now on. Not within a transaction.
    void commit_with(Durability durability);

    /// For lib/store alone.
    Session& session() noexcept { return *session_; }

private:
    Durability durability_ = Durability::at_once;
    friend class Transaction;
    std::unique_ptr<Session> session_;
};

/// A statement that is run more than once. Parameters are written `:name`, and keep their order.
class Statement {
public:
    Statement(Session& session, std::string sql);
    Statement(Statement&&) noexcept;
    Statement& operator=(Statement&&) = delete;
    ~Statement();

    /// The number of rows that it changed.
    std::int64_t run(const Parameters& parameters);
    /// Each row in turn; false from `take` ends it.
    void each(const Parameters& parameters, const std::function<bool(Row)>& take);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// All of it or nothing. Writing transactions of one store come one after another on both engines (BEGIN IMMEDIATE, an
/// advisory lock), so that what one has read stays true until it commits. Reading ones see the store as it was when
/// they began.
/// throws, at every call  locked: another run was writing for longer than the patience
///                        cannot_write: read-only, or the disk is full; nothing was changed
///                        store_damaged, unavailable, store_access_denied
class Transaction {
public:
    enum class Kind { reads, writes };

    Transaction(Database& database, Kind kind);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();  ///< undoes what was not committed

    std::int64_t run(std::string_view sql, const Parameters& parameters = {});
    std::vector<Row> rows(std::string_view sql, const Parameters& parameters = {});
    /// nullopt where there is none; more than one is a bug.
    std::optional<Row> row(std::string_view sql, const Parameters& parameters = {});
    Statement prepare(std::string_view sql);
    bool has_table(std::string_view name);
    bool has_any_table();

    Engine engine() const noexcept;
    const std::string& shown() const noexcept;  ///< the store, for messages
    void commit();

private:
    friend class BulkAppend;
    Session& session_;
    bool open_ = true;
};

}  // namespace mdm::store
