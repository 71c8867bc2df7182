// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/database.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace mdm::store {

/// Appends rows to a table in the fastest way that the engine has.
class BulkAppend {
public:
    /// No other statement of the transaction may run between the first add() and finish().
    /// table, columns   names, as they stand in SQL; they live as long as this
    BulkAppend(Transaction& transaction, std::string_view table, std::vector<std::string_view> columns);
    BulkAppend(const BulkAppend&) = delete;
    BulkAppend& operator=(const BulkAppend&) = delete;
    ~BulkAppend();

    /// One value a column, in their order; nullopt is null; numbers as their digits. Read before it returns.
    void add(std::span<const std::optional<std::string_view>> values);
    /// Nothing is in the table before this. Gives how many were added.
    std::int64_t finish();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace mdm::store
