// SPDX-License-Identifier: Apache-2.0
#include "store/postgresql_library.hpp"

#include "base/error.hpp"

#include <dlfcn.h>
#include <fmt/format.h>

namespace mdm::store {
namespace {

constexpr const char* soname = MDMCTL_POSTGRESQL_SONAME;

template <class Function>
void find(void* library, const char* name, Function& function) {
    function = reinterpret_cast<Function>(::dlsym(library, name));
    if (function == nullptr)
        throw Error{ErrorCode::library_missing, fmt::format("'{}' has no {}", soname, name)};
}

PostgresqlLibrary loaded_library() {
    // A second copy would not know the connections of the first.
    void* library = ::dlopen(soname, RTLD_NOW | RTLD_NOLOAD);
    if (library == nullptr)
        throw Error{ErrorCode::library_missing,
                    fmt::format("'{}' is not what SOCI's backend for PostgreSQL uses", soname),
                    "apt-get install --reinstall libpq5 libsoci-postgresql4.0"};
    PostgresqlLibrary found{};
    find(library, "PQexec", found.exec);
    find(library, "PQputCopyData", found.put_copy_data);
    find(library, "PQputCopyEnd", found.put_copy_end);
    find(library, "PQgetResult", found.get_result);
    find(library, "PQresultStatus", found.result_status);
    find(library, "PQresultErrorField", found.result_error_field);
    find(library, "PQcmdTuples", found.cmd_tuples);
    find(library, "PQclear", found.clear);
    find(library, "PQerrorMessage", found.error_message);
    return found;
}

}  // namespace

const PostgresqlLibrary& libpq() {
    // As net::curl(): found once a process.
    static const PostgresqlLibrary library = loaded_library();
    return library;
}

}  // namespace mdm::store
