// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/handle.hpp"

#include <libpq-fe.h>

/// libpq, as SOCI's backend has loaded it. Nothing links it: who has no store on a server needs none. For
/// lib/store/*.cpp alone.
namespace mdm::store {

/// The functions of libpq that this room calls.
struct PostgresqlLibrary {
    decltype(&::PQexec) exec;
    decltype(&::PQputCopyData) put_copy_data;
    decltype(&::PQputCopyEnd) put_copy_end;
    decltype(&::PQgetResult) get_result;
    decltype(&::PQresultStatus) result_status;
    decltype(&::PQresultErrorField) result_error_field;
    decltype(&::PQcmdTuples) cmd_tuples;
    decltype(&::PQclear) clear;
    decltype(&::PQerrorMessage) error_message;
};

/// Behind the first connection to a server, which loads it.
/// throws  library_missing: SOCI's backend uses another
const PostgresqlLibrary& libpq();

inline void result_free(PGresult* result) { libpq().clear(result); }
using PostgresqlResult = Handle<PGresult, result_free>;

}  // namespace mdm::store
