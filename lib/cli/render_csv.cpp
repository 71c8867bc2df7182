// SPDX-License-Identifier: Apache-2.0
#include "cli/render.hpp"

namespace mdm::cli {
namespace {

/// Spreadsheets run a cell that begins like this as a formula.
bool looks_like_formula(std::string_view text) {
    return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

bool is_guarded(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value.content))
        return looks_like_formula(*text);
    if (const auto* list = std::get_if<std::vector<std::string>>(&value.content))
        return !list->empty() && looks_like_formula(list->front());
    return false;  // numbers may be negative; the rest is ours
}

/// RFC 4180, 2: quoted where a comma, quote or line break is inside, quotes doubled. Line breaks of values cannot be
/// inside: printable() has written them out.
void append_cell(std::string& out, const Value& value) {
    const std::string text = (is_guarded(value) ? "'" : "") + cell(value, "", "; ");
    if (text.find_first_of(",\"\r\n") == std::string::npos) {
        out += text;
        return;
    }
    out += '"';
    for (const char c : text) {
        if (c == '"')
            out += '"';
        out += c;
    }
    out += '"';
}

template <class Items, class Value_of>
void append_line(std::string& out, const Items& items, Value_of value) {
    bool first = true;
    for (const auto& item : items) {
        if (!first)
            out += ',';
        first = false;
        append_cell(out, value(item));
    }
    out += "\r\n";
}

}  // namespace

void render_csv(const Record& record, Batch& batch) {
    append_line(batch.text(), record.fields, [](const Field& f) { return Value(f.key); });
    append_line(batch.text(), record.fields, [](const Field& f) -> const Value& { return f.value; });
}

void render_csv(const Rows& rows, Batch& batch) {
    append_line(batch.text(), rows.columns, [](const std::string& column) { return Value(column); });
    while (const auto row = rows.next()) {
        append_line(batch.text(), rows.columns,
                    [&](const std::string& column) -> const Value& { return value_of(*row, column); });
        batch.row_done();
    }
}

}  // namespace mdm::cli
