// SPDX-License-Identifier: Apache-2.0
#include "dep/serial_list.hpp"

#include "base/limits.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <utility>

namespace mdm::dep {
namespace {

bool names_the_column(std::string_view heading) {
    std::string name = lower_case(trimmed(heading));
    std::erase_if(name, [](char c) { return c == ' ' || c == '_' || c == '-'; });
    return name == "serialnumber" || name == "serial";
}

}  // namespace

bool is_serial(std::string_view text) {
    return !text.empty() && text.size() <= limits::dep_serial &&
           std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

SerialReader::SerialReader(std::string_view text) : rows_(text, csv::separator_of(text)) {
    first_ = rows_.next();
    if (!first_ || !first_->broken.empty())
        return;
    const auto& cells = first_->cells;
    const auto named = std::find_if(cells.begin(), cells.end(), names_the_column);
    if (named != cells.end())
        column_ = static_cast<std::size_t>(named - cells.begin());
    if (named != cells.end() || (!cells.empty() && !is_serial(cells.front())))
        first_.reset();
}

std::optional<ListedSerial> SerialReader::next() {
    for (;;) {
        const auto row = first_ ? std::exchange(first_, std::nullopt) : rows_.next();
        if (!row)
            return std::nullopt;
        if (auto listed = serial_in(*row))
            return listed;
    }
}

/// Nothing: all cells of the row are empty, as spreadsheets leave them behind the last.
std::optional<ListedSerial> SerialReader::serial_in(const csv::Row& row) const {
    if (!row.broken.empty())
        return ListedSerial{.line = row.line, .broken = row.broken, .code = ErrorCode::malformed_csv};
    if (std::all_of(row.cells.begin(), row.cells.end(), [](const std::string& cell) { return cell.empty(); }))
        return std::nullopt;
    const std::string serial(column_ < row.cells.size() ? trimmed(row.cells[column_]) : std::string_view{});
    if (serial.empty())
        return ListedSerial{.line = row.line, .broken = "there is no serial number in this row"};
    if (!is_serial(serial))
        return ListedSerial{.line = row.line, .broken = "what stands there cannot be a serial number"};
    return ListedSerial{.line = row.line, .serial = serial};
}

}  // namespace mdm::dep
