// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/database.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace mdm::store {

/// Appends rows to a table in the fastest way that the engine has, past SOCI: one prepared statement on SQLite, COPY on
/// PostgreSQL. It holds 64 KiB at most, however many rows there are.
class BulkAppend {
public:
    /// No other statement of the transaction may run between the first add() and finish().
    /// table, columns   names, as they stand in SQL
    BulkAppend(Transaction& transaction, std::string_view table, std::vector<std::string_view> columns);
    BulkAppend(const BulkAppend&) = delete;
    BulkAppend& operator=(const BulkAppend&) = delete;
    /// Not finished: a transaction on PostgreSQL can only be undone then, and is to be undone on SQLite as well.
    ~BulkAppend();

    /// One value a column, in their order; nullopt is null; numbers as their digits. Read before it returns.
    /// throws  what Transaction does; internal_error: a NUL, which PostgreSQL's text cannot have
    void add(std::span<const std::optional<std::string_view>> values);
    /// Nothing is in the table before this. Gives how many were added, and nothing can be added behind it.
    /// throws  what Transaction does: a server says here what it says of any of the rows
    std::int64_t finish();

    /// One engine's way. For bulk_append.cpp alone.
    class Rows;

private:
    std::unique_ptr<Rows> rows_;  ///< none: it is finished
    std::size_t columns_;
};

}  // namespace mdm::store
