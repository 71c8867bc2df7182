// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/room.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mdm::store {

/// A column as the database has it.
struct Column {
    std::string name;
    bool is_number = false;  ///< else text
    bool may_be_null = false;
    std::string refers_to{};  ///< the table whose ids it holds, by a foreign key or a link; empty: none
};

/// A table that tenants have rows in.
struct TableShape {
    const Table* table = nullptr;
    std::vector<Column> columns{};

    bool has(std::string_view column) const;
};

/// By name, as the database says they are: what a file is held against before any of its names comes near a statement.
using Shapes = std::map<std::string, TableShape, std::less<>>;
/// rooms    must live as long as what is given back
Shapes tenant_tables(Transaction& transaction, const Rooms& rooms);

}  // namespace mdm::store
