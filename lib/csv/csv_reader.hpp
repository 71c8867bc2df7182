// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Tables as spreadsheets write them (RFC 4180): cells in quotes may hold separators, quotes and line ends. libcsv,
/// walled in.
namespace mdm::csv {

struct Row {
    std::int64_t line = 0;           ///< of the file, from 1, where the row begins
    std::vector<std::string> cells;  ///< without the spaces around them, unless they were in quotes
    std::string broken{};            ///< why it is no row: "a quote stands inside a cell"; empty: it is one
};

/// What separates the cells, by the first line: the one of comma, semicolon and tab that it has most of.
char separator_of(std::string_view text);

/// One row after the other; lines with nothing on them are no rows. A row that is broken is given as such, and the
/// next line is the next row.
class Reader {
public:
    /// text   UTF-8 without a byte order mark, LF or CRLF; it must outlive the reader
    Reader(std::string_view text, char separator);
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    ~Reader();

    std::optional<Row> next();

private:
    struct Parser;

    Row broken(std::string why);

    std::unique_ptr<Parser> parser_;
    std::string_view rest_;
    std::int64_t line_ = 0;
};

}  // namespace mdm::csv
