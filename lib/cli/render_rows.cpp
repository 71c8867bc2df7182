// SPDX-License-Identifier: Apache-2.0
// Rows as a table: a header, aligned, no borders; widths from the first rows, so that what follows can stream.
#include "cli/display_width.hpp"
#include "cli/render.hpp"

#include <algorithm>
#include <numeric>

namespace mdm::cli {
namespace {

constexpr std::size_t sample = 100;
constexpr std::size_t gap = 2;
/// A column is not made narrower than this to fit a terminal.
constexpr std::size_t least_width = 8;

struct Column {
    std::string key;
    std::string heading;
    std::size_t width = 0;
    bool numbers = true;  ///< all of the sample: they stand to the right
};

std::string heading_of(const std::string& key) {
    std::string heading = shown_key(key);
    for (char& c : heading)
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
    return heading;
}

std::vector<Column> columns_for(const Rows& rows, const std::vector<Record>& first) {
    std::vector<Column> columns;
    for (const std::string& key : rows.columns) {
        Column column{key, heading_of(key)};
        column.width = display_width(column.heading);
        column.numbers = !first.empty();
        for (const Record& row : first) {
            const Value& value = value_of(row, key);
            column.width = std::max(column.width, display_width(cell(value, "-", ", ")));
            column.numbers = column.numbers && std::holds_alternative<std::int64_t>(value.content);
        }
        columns.push_back(std::move(column));
    }
    return columns;
}

/// Takes from the widest columns until the row fits the terminal, or all are narrow.
void fit(std::vector<Column>& columns, std::size_t terminal) {
    const auto total = [&] {
        return std::accumulate(columns.begin(), columns.end(), (columns.size() - 1) * gap,
                               [](std::size_t sum, const Column& c) { return sum + c.width; });
    };
    while (!columns.empty() && total() > terminal) {
        const auto widest = std::max_element(columns.begin(), columns.end(),
                                             [](const Column& a, const Column& b) { return a.width < b.width; });
        if (widest->width <= least_width)
            return;
        --widest->width;
    }
}

class RowsTable {
public:
    RowsTable(std::vector<Column> columns, const Page& page) : columns_(std::move(columns)), page_(page) {
        if (page_.width > 0)
            fit(columns_, page_.width);
    }

    void append_header(std::string& out) const {
        if (page_.color)
            out += "\x1b[1m";
        for (std::size_t i = 0; i < columns_.size(); ++i)
            append_cell(out, i, columns_[i].heading);
        out += page_.color ? "\x1b[0m\n" : "\n";
    }

    void append_row(std::string& out, const Record& row) const {
        for (std::size_t i = 0; i < columns_.size(); ++i)
            append_cell(out, i, cell(value_of(row, columns_[i].key), "-", ", "));
        out += '\n';
    }

private:
    void append_cell(std::string& out, std::size_t i, const std::string& text) const {
        const Column& column = columns_[i];
        const std::string shown = page_.width > 0 ? cut_to(text, column.width) : text;
        if (i > 0)
            out.append(gap, ' ');
        if (column.numbers)
            out += padded_left(shown, column.width);
        else
            out += i + 1 == columns_.size() ? shown : padded(shown, column.width);
    }

    std::vector<Column> columns_;
    const Page& page_;
};

void render_blocks(const Rows& rows, const Page& page, Batch& batch) {
    for (bool first = true; const auto row = rows.next(); first = false) {
        if (!first)
            batch.text() += '\n';
        render_table(*row, page, batch);
        batch.row_done();
    }
}

}  // namespace

void render_table(const Rows& rows, const Page& page, Batch& batch) {
    if (rows.layout == Rows::Layout::blocks)
        return render_blocks(rows, page, batch);
    std::vector<Record> first;
    std::exception_ptr broken;
    bool more = true;
    try {
        while (more && first.size() < sample) {
            auto row = rows.next();
            more = row.has_value();
            if (row)
                first.push_back(std::move(*row));
        }
    } catch (...) {
        // The rows that came are shown before it is said why no more follow.
        broken = std::current_exception();
    }
    const RowsTable table{columns_for(rows, first), page};
    if (!broken || !first.empty())
        table.append_header(batch.text());
    for (const Record& row : first)
        table.append_row(batch.text(), row);
    if (broken)
        std::rethrow_exception(broken);
    while (more) {
        const auto row = rows.next();
        if (!row)
            return;
        table.append_row(batch.text(), *row);
        batch.row_done();
    }
}

}  // namespace mdm::cli
