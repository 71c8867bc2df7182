// SPDX-License-Identifier: Apache-2.0
#include "store/session.hpp"

#include <fmt/format.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <sys/statvfs.h>

namespace mdm::store {
namespace {

/// The engine's own words: what SOCI put before them and the lines behind the first taken off.
std::string reason(const soci::soci_error& e) {
    std::string text = e.get_error_message();
    for (const std::string_view prefix :
         {"Cannot establish connection to the database.\n", "Cannot execute query. ", "Cannot prepare statement. ",
          "Fatal error. ", "ERROR:  ", "Cannot establish connection to the database. "})
        if (text.starts_with(prefix))
            text.erase(0, prefix.size());
    if (text.starts_with("sqlite3_"))
        text.erase(0, std::min(text.find(": "), text.size() - 2) + 2);
    text.erase(std::min(text.find('\n'), text.size()));
    return text;
}

Error locked(const std::string& shown) {
    return {ErrorCode::locked, fmt::format("another run is writing to the store '{}'", shown),
            "try again when it is done; a change takes a moment"};
}

Error cannot_write_store(const std::string& shown, const std::string& why) {
    return {ErrorCode::cannot_write,
            fmt::format("cannot write to the store '{}': {}; nothing was changed", shown, why)};
}

/// Of a full disk SQLite says "disk I/O error" where it was the file that its readers share which did not fit.
bool is_full(const std::string& path) {
    struct statvfs status {};
    return ::statvfs(path.c_str(), &status) == 0 && status.f_bavail == 0;
}

Error damaged(const std::string& shown, const std::string& why) {
    return {ErrorCode::store_damaged, fmt::format("the store '{}' is damaged: {}", shown, why),
            "mdmctl store restore FILE --to NEW makes a store from a backup"};
}

}  // namespace

Error sqlite_error(int code, const std::string& shown, const std::string& why) {
    switch (code & 0xFF) {  // the primary of SQLite's extended codes
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return locked(shown);
        case SQLITE_READONLY:
        case SQLITE_FULL:
            return cannot_write_store(shown, why);
        case SQLITE_IOERR:
            return cannot_write_store(shown, is_full(shown) ? "the disk is full" : why);
        case SQLITE_CORRUPT:
            return damaged(shown, why);
        case SQLITE_NOTADB:
            return {ErrorCode::not_a_store, fmt::format("'{}' is not a store of mdmctl", shown)};
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
            return {ErrorCode::cannot_read, fmt::format("cannot open the store '{}': {}", shown, why)};
        default:
            return {ErrorCode::internal_error, fmt::format("the store '{}': {}", shown, why)};
    }
}

Error postgresql_error(std::string_view sqlstate, const std::string& shown, const std::string& why) {
    // PostgreSQL, Appendix A: the first two characters are the class.
    if (sqlstate == "42501")  // insufficient_privilege
        return {ErrorCode::store_access_denied, fmt::format("the store '{}': {}", shown, why)};
    if (sqlstate == "55P03")  // lock_not_available
        return locked(shown);
    if (sqlstate == "25006" || sqlstate == "53100")  // read_only_sql_transaction, disk_full
        return cannot_write_store(shown, why);
    if (sqlstate.empty() || sqlstate.starts_with("08") || sqlstate.starts_with("57P"))  // connection, shutdown
        return {ErrorCode::unavailable, fmt::format("the store '{}' is not available: {}", shown, why),
                "try again later"};
    if (sqlstate.starts_with("22"))  // data_exception, whose words have the value in them
        return {ErrorCode::internal_error,
                fmt::format("the store '{}': a value is not of its column's type ({})", shown, sqlstate)};
    return {ErrorCode::internal_error, fmt::format("the store '{}': {}", shown, why)};
}

namespace {

bool speaks_of(const std::string& text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return text.find(word) != std::string::npos; });
}

/// SOCI keeps the SQLSTATE to itself, so that some things are known by their English words alone; a server that
/// speaks another language gives internal_error for those, and the text says what it is.
Error postgresql_error(const soci::soci_error& e, const std::string& shown, bool waited) {
    const std::string why = reason(e);
    if (speaks_of(why, {"authentication failed", "pg_hba.conf", "no password supplied"}))
        return {ErrorCode::store_access_denied, fmt::format("the store '{}' does not let us in: {}", shown, why),
                "the password comes from ~/.pgpass, PGPASSFILE or MDMCTL_STORE"};
    const auto category = e.get_error_category();
    if (category == soci::soci_error::no_privilege)
        return {ErrorCode::store_access_denied, fmt::format("the store '{}': {}", shown, why)};
    if (category == soci::soci_error::connection_error || speaks_of(why, {"terminating connection", "server closed"}))
        return {ErrorCode::unavailable, fmt::format("the store '{}' is not available: {}", shown, why),
                "try again later"};
    if (waited || speaks_of(why, {"lock timeout"}))
        return locked(shown);
    if (speaks_of(why, {"read-only transaction", "No space left", "could not extend"}))
        return cannot_write_store(shown, why);
    return {ErrorCode::internal_error, fmt::format("the store '{}': {}", shown, why)};
}

}  // namespace

Error engine_error(const soci::soci_error& e, Engine engine, const std::string& shown, bool waited) {
    if (engine == Engine::postgresql)
        return postgresql_error(e, shown, waited);
    const auto* sqlite = dynamic_cast<const soci::sqlite3_soci_error*>(&e);
    return sqlite_error(sqlite == nullptr ? SQLITE_ERROR : sqlite->result(), shown, reason(e));
}

}  // namespace mdm::store
