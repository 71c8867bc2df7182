// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/secret.hpp"
#include "base/time.hpp"
#include "store/row.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A tenant on its way from one store to another, as it is inside the encryption: JSON Lines. The first line says what
/// it is, each other is one row of a table, the last one counts them:
///
///     {"format":"mdmctl
///     tenant","version":1,"schema":{"store":2},"tenant":"acme","tenant_id":…,"store":…,"exported_at":…}
///     {"table":"tenants","row":{"id":…,"name":"acme",…}}
///     {"table":"secrets","row":{"id":…,"kind":"private-key",…},"plain":"-----BEGIN …"}
///     {"end":{"rows":17,"tables":{"tenants":1,…}}}
///
/// Text is a string, a number a number, what is absent null; there are no lists, and no key stands twice. A secret that
/// is no UTF-8 is in "plain_base64" instead.
namespace mdm::store {

inline constexpr std::int64_t tenant_file_version = 1;

/// One value of a row.
struct Cell {
    std::string column;
    Value value;
    bool is_number = false;
    bool operator==(const Cell&) const = default;
};

struct FileRow {
    std::string table;
    std::vector<Cell> cells;
    std::optional<Secret> plain{};  ///< of a row of `secrets`

    /// nullptr: it has no such column.
    const Cell* cell(std::string_view column) const;
    /// Empty where the column is missing or null.
    std::string text(std::string_view column) const;
};

struct TenantFile {
    std::map<std::string, std::int64_t> schema{};  ///< room, version
    std::string tenant{};                          ///< its name there
    std::string tenant_id{};
    std::string store{};  ///< the id of the store that it comes from
    Time exported_at{};
    std::vector<FileRow> rows{};

    std::map<std::string, std::int64_t> counts() const;  ///< rows by table
};

/// An id as crypto::random_uuid() makes them: it stands in a sealed secret's header and names a chain.
bool is_uuid(std::string_view text);

/// throws  too_large: above limits::tenant_export, or a row above limits::tenant_export_line
///         store_damaged: text that is no UTF-8, or a number that is none, with table and column
Secret to_lines(const TenantFile& file);

/// Judges the form alone, and what the header says of itself; whether the rows fit a store is another question
/// (tenant_import.hpp).
/// name    for messages
/// throws  not_a_tenant_export, with the line; store_too_new: of a version that is not known here
///         too_large, too_deep: a line is longer, or holds more, than a row can
TenantFile parse_tenant_file(std::string_view text, std::string_view name);

}  // namespace mdm::store
