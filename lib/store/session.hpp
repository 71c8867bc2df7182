// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "store/database.hpp"

#include <chrono>
#include <soci/soci.h>
#include <string>
#include <utility>

/// SOCI's side of a connection. For lib/store/*.cpp alone.
namespace mdm::store {

class Session {
public:
    Session(const Location& location, Access access, std::chrono::seconds patience);

    /// Runs SQL without parameters or rows.
    void run(std::string_view sql);

    /// What SOCI throws in there is translated here, where it can be told what was waited for.
    template <class Call>
    auto guarded(const Call& call) {
        const auto begin = std::chrono::steady_clock::now();
        try {
            return call();
        } catch (const soci::soci_error& e) {
            throw translated(e, std::chrono::steady_clock::now() - begin);
        }
    }

    soci::session& soci() noexcept { return soci_; }
    Engine engine() const noexcept { return engine_; }
    const std::string& shown() const noexcept { return shown_; }

private:
    void open_sqlite(const std::string& path, Access access);
    void open_postgresql(const Location& location);
    Error translated(const soci::soci_error& e, std::chrono::steady_clock::duration taken) const;

    Engine engine_;
    std::string shown_;
    std::chrono::seconds patience_;
    soci::session soci_;
};

/// A file of SQLite's that is ours alone is at that path, made where there is none.
/// throws  cannot_write, cannot_read, not_a_store, others_can_read, others_can_write
void prepare_file(const std::string& path);

/// What an engine complains of, as an Error: by the engine's code where it has one. Never what() of SOCI, which quotes
/// the values that were bound, and of PostgreSQL's text the first line alone, for the same reason.
/// waited   the call took as long as a run is willing to wait for another
Error engine_error(const soci::soci_error& e, Engine engine, const std::string& shown, bool waited);

/// The same of what was asked of an engine without SOCI between.
/// code      SQLite's result code, extended or not
/// sqlstate  PostgreSQL's; empty: the connection is gone
/// why       the engine's words, one line
Error sqlite_error(int code, const std::string& shown, const std::string& why);
Error postgresql_error(std::string_view sqlstate, const std::string& shown, const std::string& why);

}  // namespace mdm::store
