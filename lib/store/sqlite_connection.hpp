// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/session.hpp"

#include <soci/sqlite3/soci-sqlite3.h>

namespace mdm::store {

/// SQLite's own side of a session, for what SOCI has no word for. For lib/store/*.cpp alone.
sqlite_api::sqlite3* sqlite_connection(Session& session);

}  // namespace mdm::store
