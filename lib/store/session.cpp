// SPDX-License-Identifier: Apache-2.0
#include "store/session.hpp"

#include "base/files.hpp"
#include "store/dialect.hpp"
#include "store/sqlite_connection.hpp"

#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace mdm::store {
namespace {

bool is_there(const std::string& path) { return identity_of(path).has_value(); }

/// What a run that was killed left to be taken over. An empty log is of who could not write one: the disk is full.
bool has_log(const std::string& path) {
    struct stat status {};
    return ::stat((path + "-wal").c_str(), &status) == 0 && status.st_size > 0;
}

/// SQLite would make it readable for all (its own files beside it get the mode of this one), so it is made here.
/// An empty file is what SQLite takes for a database without tables.
void make_file(const std::string& path) {
    if (const auto slash = path.rfind('/'); slash != std::string::npos && slash > 0)
        make_private_folder(path.substr(0, slash));
    const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        throw Error{ErrorCode::cannot_write,
                    fmt::format("cannot make the store '{}': {}", path, std::generic_category().message(errno))};
    ::close(fd);
}

void judge_file(const std::string& path) {
    struct stat status {};
    const bool there = ::stat(path.c_str(), &status) == 0;
    if (!there && errno != ENOENT && errno != ENOTDIR)
        throw Error{ErrorCode::cannot_read,
                    fmt::format("cannot open the store '{}': {}", path, std::generic_category().message(errno))};
    if (!there)
        throw Error{ErrorCode::no_store, fmt::format("there is no store at '{}'", path),
                    "mdmctl store init makes one; --store or MDMCTL_STORE name another"};
    if (!S_ISREG(status.st_mode))
        throw Error{ErrorCode::not_a_store, fmt::format("'{}' is not a file, so it is no store", path)};
    if ((status.st_mode & (S_IWGRP | S_IWOTH)) != 0)
        throw Error{ErrorCode::others_can_write, fmt::format("other users can change the store '{}'", path),
                    fmt::format("chmod 600 '{}'", path)};
    if ((status.st_mode & (S_IRGRP | S_IROTH)) != 0)
        throw Error{ErrorCode::others_can_read, fmt::format("other users can read the store '{}'", path),
                    fmt::format("chmod 600 '{}'", path)};
}

/// A session is one thread's at a time, and nobody asks how much memory SQLite has: the locks for both cost a fifteenth
/// of a sync. In vain where something else in the process began with SQLite before; then it has them.
void leave_out_locks() {
    static const int told = [] {
        sqlite_api::sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
        return sqlite_api::sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
    }();
    static_cast<void>(told);
}

std::string sqlite_words(const std::string& path, Access access, std::chrono::seconds patience) {
    // The quotation marks keep spaces and equals signs in the path from being read as further words.
    return fmt::format("dbname=\"{}\" timeout={}{}", path, patience.count(),
                       access == Access::read ? " readonly=true" : "");
}

/// A path inside SQLite's form of URI.
std::string uri_path(std::string_view path) {
    std::string out;
    for (const char c : path)
        out += c == '%' || c == '?' || c == '#' ? fmt::format("%{:02x}", static_cast<unsigned char>(c))
                                                : std::string(1, c);
    return out;
}

}  // namespace

void prepare_file(const std::string& path) {
    if (!is_there(path))
        make_file(path);
    judge_file(path);
}

Session::Session(const Location& location, Access access, std::chrono::seconds patience)
    : engine_(location.engine), shown_(location.shown), patience_(patience) {
    if (engine_ == Engine::sqlite)
        open_sqlite(location.path, access);
    else
        open_postgresql(location);
    for (const std::string& sql : dialect::greeting(engine_, access == Access::read, patience_))
        run(sql);
    if (access == Access::create)
        for (const std::string& sql : dialect::preparation(engine_))
            run(sql);
}

void Session::open_sqlite(const std::string& path, Access access) {
    if (access == Access::create)
        prepare_file(path);
    else
        judge_file(path);
    leave_out_locks();
    guarded([&] { soci_.open(*soci::factory_sqlite3(), sqlite_words(path, access, patience_)); });
    try {
        run("select count(*) from sqlite_master");
    } catch (const Error& e) {
        // Beside a database in WAL mode SQLite makes two files even to read it. Where the folder does not take them
        // or the disk is full, and no run left a log behind, nobody is writing: then it is read as what does not
        // change.
        const bool no_files = e.code() == ErrorCode::cannot_read || e.code() == ErrorCode::cannot_write;
        if (!no_files || access != Access::read || has_log(path))
            throw;
        soci_.close();
        guarded([&] {
            soci_.open(*soci::factory_sqlite3(),
                       sqlite_words("file:" + uri_path(path) + "?immutable=1", access, patience_));
        });
        run("select count(*) from sqlite_master");
    }
}

void Session::open_postgresql(const Location& location) {
    try {
        // By name: SOCI loads the engine's library, and libpq with it, when a store asks for it.
        soci_.open("postgresql", std::string(location.connection.reveal()));
    } catch (const soci::soci_error& e) {
        const Error error = engine_error(e, engine_, shown_, false);
        if (error.code() != ErrorCode::internal_error)
            throw error;
        const std::string why = e.get_error_message();
        const auto newline = why.find('\n');
        throw Error{ErrorCode::unavailable,
                    fmt::format("the store '{}' is not available: {}", shown_,
                                newline == std::string::npos
                                    ? why
                                    : why.substr(newline + 1, why.find('\n', newline + 1) - newline - 1)),
                    "try again later"};
    }
}

void Session::run(std::string_view sql) {
    guarded([&] { soci_.once << std::string(sql); });
}

// The sanitizer would ask for the type information of SOCI's classes, which no library gives that is linked.
__attribute__((no_sanitize("vptr"))) sqlite_api::sqlite3* sqlite_connection(Session& session) {
    return static_cast<soci::sqlite3_session_backend&>(*session.soci().get_backend()).conn_;
}

Error Session::translated(const soci::soci_error& e, std::chrono::steady_clock::duration taken) const {
    return engine_error(e, engine_, shown_, taken >= patience_);
}

}  // namespace mdm::store
