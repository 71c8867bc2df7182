// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "base/time.hpp"
#include "store/tenants.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A list of tenants as a provider has it: a CSV from a spreadsheet or another system.
namespace mdm::tenant {

/// One tenant, as its row says. What is empty the row does not say.
struct Customer {
    std::int64_t line = 0;  ///< of the file
    std::string tenant{};
    std::string display_name{};
    std::string external_id{};
    std::string mdm{};
    std::string apple_account{};
    std::string push_certificate{};  ///< a file
    std::string topic{};
    std::string serial{};
    std::optional<Time> not_after{};
    std::optional<Time> server_token_expires{};
    std::vector<std::string> contacts{};
    std::vector<store::Label> labels{};
    std::string note{};
    std::string p12_passphrase_file{};
};

/// A row that says nothing that could be used, and why.
struct BadRow {
    std::int64_t line = 0;
    std::string tenant;  ///< as far as it was read
    Error why;
};

/// Reads a list row by row. Columns are told apart by their names in the first row, in any order and case.
class CustomerList {
public:
    /// text   of the file: UTF-8 or UTF-16, with a byte order mark or without; commas, semicolons or tabs
    /// throws malformed_csv: there is no row with names, none of them is "tenant", or one is there twice
    CustomerList(std::string_view text, std::string_view file);

    /// Names of columns that mean nothing here.
    const std::vector<std::string>& unknown_columns() const noexcept { return unknown_; }

    /// Calls one of the two for each row, in order.
    void each(const std::function<void(const Customer&)>& good, const std::function<void(const BadRow&)>& bad) const;

private:
    std::string text_;
    char separator_;
    std::vector<int> columns_;  ///< of each cell, what it is; -1: nothing
    std::vector<std::string> unknown_;
};

/// The columns that a list may have, for help: "tenant", "display_name", ...
const std::vector<std::string_view>& customer_columns();

}  // namespace mdm::tenant
