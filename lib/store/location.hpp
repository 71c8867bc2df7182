// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/secret.hpp"

#include <string>
#include <string_view>

namespace mdm::store {

enum class Engine { sqlite, postgresql };

/// Where a store is, as `--store` and MDMCTL_STORE name it: a path, sqlite:PATH, or a libpq URI
/// (postgresql://USER@HOST:PORT/DATABASE?sslmode=verify-full).
struct Location {
    Engine engine = Engine::sqlite;
    std::string path;   ///< of the SQLite file
    Secret connection;  ///< libpq's key='value' words; they may hold a password
    std::string shown;  ///< for messages: the path, or the URI without password and parameters

    Location copy() const { return {engine, path, connection.copy(), shown}; }
};

/// Only a server on this host may be spoken to without TLS whose certificate and name are verified, and the host is
/// always named: libpq would else take it from PGHOST.
/// throws  bad_setting: it is no path and no such URI, or has a parameter that is not known here
///         insecure_connection: another host, and not sslmode=verify-full
/// source  PostgreSQL, libpq, "Connection URIs"
Location parse_location(std::string_view url);

}  // namespace mdm::store
