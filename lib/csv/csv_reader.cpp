// SPDX-License-Identifier: Apache-2.0
#include "csv/csv_reader.hpp"

#include <algorithm>
#include <csv.h>
#include <new>
#include <utility>

namespace mdm::csv {

char separator_of(std::string_view text) {
    const std::string_view first = text.substr(0, text.find('\n'));
    char best = ',';
    std::ptrdiff_t most = 0;
    for (const char candidate : {',', ';', '\t'})
        if (const auto found = std::count(first.begin(), first.end(), candidate); found > most) {
            most = found;
            best = candidate;
        }
    return best;
}

struct Reader::Parser {
    csv_parser state{};
    std::vector<std::string> cells{};
    bool row_is_whole = false;

    explicit Parser(char separator) {
        if (csv_init(&state, CSV_STRICT | CSV_STRICT_FINI) != 0)
            throw std::bad_alloc();
        csv_set_delim(&state, static_cast<unsigned char>(separator));
    }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;
    ~Parser() { csv_free(&state); }

    static void on_cell(void* bytes, std::size_t size, void* self) {
        static_cast<Parser*>(self)->cells.emplace_back(static_cast<const char*>(bytes), size);
    }
    static void on_row(int, void* self) { static_cast<Parser*>(self)->row_is_whole = true; }

    bool feed(std::string_view line) {
        return csv_parse(&state, line.data(), line.size(), on_cell, on_row, this) == line.size();
    }
    bool finish() { return csv_fini(&state, on_cell, on_row, this) == 0; }
};

Reader::Reader(std::string_view text, char separator) : parser_(std::make_unique<Parser>(separator)), rest_(text) {}

Reader::~Reader() = default;

Row Reader::broken(std::string why) {
    const auto separator = static_cast<char>(csv_get_delim(&parser_->state));
    parser_ = std::make_unique<Parser>(separator);
    return {.line = line_, .cells = {}, .broken = std::move(why)};
}

std::optional<Row> Reader::next() {
    std::int64_t begin = line_ + 1;
    while (!rest_.empty()) {
        const std::size_t end = std::min(rest_.find('\n'), rest_.size() - 1) + 1;
        const std::string_view line = rest_.substr(0, end);
        rest_.remove_prefix(end);
        ++line_;
        if (!parser_->feed(line))
            return broken("a quote stands inside a cell, or something behind a closed one");
        if (parser_->row_is_whole) {
            parser_->row_is_whole = false;
            return Row{.line = begin, .cells = std::exchange(parser_->cells, {})};
        }
        if (line.find_first_not_of(" \t\r\n") == std::string_view::npos && parser_->cells.empty())
            begin = line_ + 1;  // an empty line before a row
    }
    if (!parser_->finish()) {
        Row row = broken("a quote that opens a cell is never closed");
        row.line = begin;
        return row;
    }
    if (!std::exchange(parser_->row_is_whole, false))
        return std::nullopt;
    return Row{.line = begin, .cells = std::exchange(parser_->cells, {})};
}

}  // namespace mdm::csv
