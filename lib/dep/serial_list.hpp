// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error_code.hpp"
#include "csv/csv_reader.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Lists of serial numbers as people have them: a line each, or a column of a CSV out of a spreadsheet, a shop's
/// delivery note or another system.
namespace mdm::dep {

/// It can stand in the store as one: 1 to 64 printable ASCII characters without a space. What Apple gives out are
/// letters and digits.
bool is_serial(std::string_view text);

/// One row of a list.
struct ListedSerial {
    std::int64_t line = 0;  ///< of the file, from 1
    std::string serial{};   ///< as it is written there
    std::string broken{};   ///< why there is none: "there is no serial number in this row"; empty: there is one
    ErrorCode code = ErrorCode::not_a_serial;  ///< of that; malformed_csv: it is no row
};

/// One row after the other, with nothing kept of those before.
/// The column is the one that the first row calls serial_number, serial or Serial Number, else the first, and the first
/// row is one of the list unless what stands there cannot be a serial number.
class SerialReader {
public:
    /// text   UTF-8 without a byte order mark; commas, semicolons or tabs. It must outlive the reader
    explicit SerialReader(std::string_view text);

    std::optional<ListedSerial> next();

private:
    std::optional<ListedSerial> serial_in(const csv::Row& row) const;

    csv::Reader rows_;
    std::optional<csv::Row> first_{};
    std::size_t column_ = 0;
};

}  // namespace mdm::dep
