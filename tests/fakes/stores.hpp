// SPDX-License-Identifier: Apache-2.0
// Places for stores, on every engine that is here: the same test runs on each.
#pragma once

#include "catch.hpp"
#include "fakes/certificates.hpp"
#include "fakes/openssl_program.hpp"
#include "store/store.hpp"

#include <cstdlib>
#include <functional>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace mdm::fakes {

inline std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

/// tests/with-postgresql starts a server and says where; without one the test says that it was not run there.
inline std::vector<store::Engine> engines() {
    if (!environment("PGHOST").empty() && !environment("PGPASSWORD").empty())
        return {store::Engine::sqlite, store::Engine::postgresql};
    WARN("SKIPPED on PostgreSQL: no server is there; tests/with-postgresql starts one");
    return {store::Engine::sqlite};
}

/// An empty place of one engine, gone at the end of the test. Key files and the like go into its folder.
class Ground {
public:
    explicit Ground(store::Engine engine) : engine_(engine), name_(unused_name()) {
        if (engine == store::Engine::postgresql)
            shop.output_of("psql -q -d postgres -c 'create database " + name_ + "'");
    }
    Ground(const Ground&) = delete;
    Ground& operator=(const Ground&) = delete;
    ~Ground() {
        if (engine_ == store::Engine::postgresql)
            static_cast<void>(shop.run("psql -q -d postgres -c 'drop database " + name_ + " with (force)'"));
    }

    std::string url() const {
        if (engine_ == store::Engine::sqlite)
            return shop.path("state/mdmctl.db");
        return "postgresql://" + environment("PGUSER") + ":" + environment("PGPASSWORD") + "@" + environment("PGHOST") +
               ":" + environment("PGPORT") + "/" + name_;
    }
    store::Location location() const { return store::parse_location(url()); }
    /// The same database on the server, for somebody who may read all of it and write nothing.
    store::Location for_a_reader() const {
        sql("create role " + name_ + " login password 'reader'; grant select on all tables in schema public to " +
            name_ + ";");
        return store::parse_location("postgresql://" + name_ + ":reader@" + environment("PGHOST") + ":" +
                                     environment("PGPORT") + "/" + name_);
    }
    store::Engine engine() const { return engine_; }
    std::string key_path() const { return shop.path("keys/key"); }

    /// As an attacker with the database, or a bug, would: past everything that is ours.
    void sql(const std::string& text) const {
        shop.write("statement.sql", text);
        if (engine_ == store::Engine::sqlite)
            shop.output_of("sqlite3 -bail state/mdmctl.db <statement.sql");
        else
            shop.output_of("psql -q -v ON_ERROR_STOP=1 -d " + name_ + " -f statement.sql");
    }

    Workshop shop;

private:
    static std::string unused_name() {
        static int count = 0;
        return "mdmctl_test_" + std::to_string(::getpid()) + "_" + std::to_string(++count);
    }

    store::Engine engine_;
    std::string name_;
};

inline const Time some_day = at("2026-03-01T09:00:00Z");

inline store::StoreOptions options_of(const Ground& ground) {
    return {.location = ground.location(),
            .keys = [path = ground.key_path()](const std::string&) { return store::KeySource{.files = {path}}; },
            .caller = {.actor = "jo", .login = "jo", .uid = 1000, .host = "desk", .pid = 17},
            .patience = std::chrono::seconds(1)};
}

/// A store with its first key file, and no tenant yet.
inline store::Store founded(const Ground& ground) {
    store::found_store(
        options_of(ground),
        {.now = some_day, .key_path = [&](const std::string&) { return ground.key_path(); }, .label = "first"});
    return store::Store(options_of(ground));
}

/// A change with its event, in one line.
inline void change(store::Store& store, const std::function<void(store::Change&)>& act,
                   const std::string& tenant = "") {
    store::Change change = store.change(some_day);
    act(change);
    change.record({.tenant_id = tenant, .tenant = tenant, .command = "test", .object = "something"});
    change.commit();
}

/// Runs it in a process of its own; true when it came to its end without an exception.
inline bool in_another_process(const std::function<void()>& act) {
    const pid_t child = ::fork();
    if (child == 0) {
        try {
            act();
        } catch (...) {
            ::_exit(1);
        }
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/// As many processes at once, each with its number; how many came to their end.
inline int in_processes(int count, const std::function<void(int)>& act) {
    std::vector<pid_t> children;
    for (int i = 0; i < count; ++i) {
        const pid_t child = ::fork();
        if (child == 0) {
            try {
                act(i);
            } catch (...) {
                ::_exit(1);
            }
            ::_exit(0);
        }
        children.push_back(child);
    }
    int ended_well = 0;
    for (const pid_t child : children) {
        int status = 0;
        ::waitpid(child, &status, 0);
        ended_well += WIFEXITED(status) && WEXITSTATUS(status) == 0 ? 1 : 0;
    }
    return ended_well;
}

}  // namespace mdm::fakes
