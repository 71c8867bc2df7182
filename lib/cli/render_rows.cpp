// SPDX-License-Identifier: Apache-2.0
// Rows as a table: a header, aligned, no borders; widths from the first rows, so that what follows can stream. Where a
// terminal is too narrow for that, as blocks.
#include "cli/display_width.hpp"
#include "cli/render.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace mdm::cli {
namespace {

constexpr std::size_t sample = 100;
constexpr std::size_t gap = 2;
/// The last column is not made narrower than this to fit a terminal.
constexpr std::size_t least_width = 24;

struct Column {
    std::string key;
    std::string heading;
    std::size_t width = 0;
    bool numbers = true;  ///< all of the sample: they stand to the right
    bool empty = true;    ///< all of the list
};

std::string heading_of(const std::string& key) {
    std::string heading = shown_key(key);
    for (char& c : heading)
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
    return heading;
}

bool says_nothing(const Value& value) { return cell(value, "", "").empty(); }

/// complete   `first` is all of the list
std::vector<Column> columns_for(const Rows& rows, const std::vector<Record>& first, bool complete) {
    std::vector<Column> columns;
    for (const std::string& key : rows.columns) {
        Column column{key, heading_of(key)};
        column.width = display_width(column.heading);
        column.numbers = !first.empty();
        column.empty = complete && !first.empty();
        for (const Record& row : first) {
            const Value& value = value_of(row, key);
            column.width = std::max(column.width, display_width(cell(value, "-", ", ")));
            column.numbers = column.numbers && std::holds_alternative<std::int64_t>(value.content);
            column.empty = column.empty && says_nothing(value);
        }
        columns.push_back(std::move(column));
    }
    return columns;
}

std::size_t total_width(const std::vector<Column>& columns) {
    return std::accumulate(columns.begin(), columns.end(), columns.empty() ? 0 : (columns.size() - 1) * gap,
                           [](std::size_t sum, const Column& c) { return sum + c.width; });
}

/// How rows go into a terminal. Nothing is cut: people copy topics and serials out of any column.
enum class Fit { whole, last_wrapped, not_at_all };

/// Columns that say nothing are left out first, then spare ones; then the last one, where texts stand, is wrapped.
Fit fit(std::vector<Column>& columns, const std::vector<std::string>& spare, std::size_t terminal) {
    if (total_width(columns) <= terminal)
        return Fit::whole;
    std::erase_if(columns, [](const Column& c) { return c.empty; });
    for (const std::string& key : spare)
        if (total_width(columns) > terminal)
            std::erase_if(columns, [&](const Column& c) { return c.key == key; });
    const std::size_t total = total_width(columns);
    if (total <= terminal)
        return Fit::whole;
    if (columns.empty() || total - columns.back().width + least_width > terminal || columns.back().numbers)
        return Fit::not_at_all;
    columns.back().width -= total - terminal;
    return Fit::last_wrapped;
}

class RowsTable {
public:
    RowsTable(std::vector<Column> columns, const Page& page, bool wrap)
        : columns_(std::move(columns)), page_(page), wrap_(wrap) {}

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
        out.erase(out.find_last_not_of(' ') + 1);  // what an empty last cell would leave
        out += '\n';
    }

private:
    void append_cell(std::string& out, std::size_t i, const std::string& text) const {
        const Column& column = columns_[i];
        if (i > 0)
            out.append(gap, ' ');
        if (column.numbers)
            out += padded_left(text, column.width);
        else if (i + 1 < columns_.size())
            out += padded(text, column.width);
        else if (wrap_)
            append_wrapped(out, text);
        else
            out += text;
    }

    void append_wrapped(std::string& out, const std::string& text) const {
        const std::size_t start = total_width(columns_) - columns_.back().width;
        const auto lines = wrapped(text, columns_.back().width);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (i > 0)
                out.append(1, '\n').append(start, ' ');
            out += lines[i];
        }
    }

    std::vector<Column> columns_;
    const Page& page_;
    bool wrap_;
};

/// An item one field below the other, parted by empty lines.
class Blocks {
public:
    Blocks(const Page& page, Batch& batch) : page_(page), batch_(batch) {}

    void append(const Record& item) {
        if (!std::exchange(first_, false))
            batch_.text() += '\n';
        render_table(item, page_, batch_);
    }

private:
    const Page& page_;
    Batch& batch_;
    bool first_ = true;
};

/// The columns in which a row says something, for a list whose rows are too wide.
Record shown_part(const Record& row, const Rows& rows) {
    Record part;
    for (const std::string& key : rows.columns)
        if (const Value& value = value_of(row, key); !says_nothing(value))
            part.add({key, value});
    return part;
}

void render_blocks(const Rows& rows, const Page& page, Batch& batch) {
    Blocks blocks{page, batch};
    while (const auto row = rows.next()) {
        blocks.append(*row);
        batch.row_done();
    }
}

void render_items(const Rows& rows, const Page& page, Batch& batch) {
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
    std::vector<Column> columns = columns_for(rows, first, !more && !broken);
    const Fit fits = page.width == 0 ? Fit::whole : fit(columns, rows.spare, page.width);
    const bool as_blocks = fits == Fit::not_at_all && !first.empty();
    const RowsTable table{std::move(columns), page, fits == Fit::last_wrapped};
    Blocks blocks{page, batch};
    const auto append = [&](const Record& row) {
        if (as_blocks)
            blocks.append(shown_part(row, rows));
        else
            table.append_row(batch.text(), row);
    };
    // Of an empty list with something behind it, that alone is shown.
    if (!as_blocks && (!first.empty() || (!broken && !rows.behind)))
        table.append_header(batch.text());
    for (const Record& row : first)
        append(row);
    if (broken)
        std::rethrow_exception(broken);
    while (more) {
        const auto row = rows.next();
        if (!row)
            return;
        append(*row);
        batch.row_done();
    }
}

}  // namespace

void render_table(const Rows& rows, const Page& page, Batch& batch) {
    bool some = false;
    Rows noted = rows;
    noted.next = [&] {
        auto row = rows.next();
        some = some || row.has_value();
        return row;
    };
    render_items(rows.behind ? noted : rows, page, batch);
    if (!rows.behind)
        return;
    if (some)
        batch.text() += '\n';
    render_table(rows.behind(), page, batch);
}

}  // namespace mdm::cli
