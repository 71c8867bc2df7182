// SPDX-License-Identifier: Apache-2.0
// A record as a table: a line for each key, its findings as a block below.
#include "base/text.hpp"
#include "cli/display_width.hpp"
#include "cli/render.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::cli {
namespace {

constexpr std::size_t gap = 2;
/// Narrower than this, text is hard to read; better that the terminal breaks the line.
constexpr std::size_t least_width = 30;

struct Style {
    std::string_view on;
    std::string_view word;
};

Style style_of(Severity severity) {
    switch (severity) {
        case Severity::error:
            return {"\x1b[1;31m", "error"};
        case Severity::warning:
            return {"\x1b[1;33m", "warning"};
        case Severity::info:
            break;
    }
    return {"\x1b[1m", "info"};
}

class RecordTable {
public:
    RecordTable(const Page& page, std::string& out) : page_(page), out_(out) {}

    void append(const Record& record, std::size_t indent) {
        // What does not apply has no line (in JSON it is null), unless the record would be empty.
        const bool nothing_applies =
            std::all_of(record.fields.begin(), record.fields.end(), [](const Field& f) { return is_null(f.value); });
        const auto is_absent = [&](const Value& value) { return is_null(value) && !nothing_applies; };
        std::size_t width = 0;
        for (const Field& f : record.fields)
            if (!is_block(f.value) && !is_absent(f.value))
                width = std::max(width, display_width(shown_key(f.key)));
        for (const Field& f : record.fields)
            if (!std::holds_alternative<Value::Findings>(f.value.content) && !is_absent(f.value))
                append_field(f, indent, width);
        for (const Field& f : record.fields)
            if (const auto* findings = std::get_if<Value::Findings>(&f.value.content))
                append_findings(f.key, *findings, indent, width);
    }

private:
    static bool is_null(const Value& value) { return std::holds_alternative<std::nullptr_t>(value.content); }

    static bool is_block(const Value& value) {
        if (const auto* records = std::get_if<std::vector<Record>>(&value.content))
            return !records->empty();
        return std::holds_alternative<Record>(value.content);
    }

    void append_line(std::size_t indent, std::string_view text) {
        out_.append(text.empty() ? 0 : indent, ' ');
        out_ += text;
        out_ += '\n';
    }

    void append_field(const Field& f, std::size_t indent, std::size_t width) {
        const std::string key = printable(shown_key(f.key));
        if (const auto* record = std::get_if<Record>(&f.value.content)) {
            append_line(indent, key);
            append(*record, indent + gap);
        } else if (is_block(f.value)) {
            append_line(indent, key);
            append_records(std::get<std::vector<Record>>(f.value.content), indent + gap);
        } else if (const auto* list = std::get_if<std::vector<std::string>>(&f.value.content)) {
            append_list(key, *list, indent, width);
        } else if (const auto* note = std::get_if<Note>(&f.value.content)) {
            append_list(key, lines_of(*note), indent, width);
        } else {
            append_line(indent, padded(key, width) + "  " + cell_text(f.value));
        }
    }

    static std::vector<std::string> lines_of(const Note& note) {
        std::vector<std::string> lines;
        for (const std::string_view line : split(note.text, '\n'))
            lines.emplace_back(line);
        return lines;
    }

    static std::string cell_text(const Value& value) {
        if (const bool* answer = std::get_if<bool>(&value.content))
            return *answer ? "yes" : "no";
        if (std::holds_alternative<std::vector<Record>>(value.content))
            return "-";
        return cell(value, "-", ", ");
    }

    void append_list(const std::string& key, const std::vector<std::string>& list, std::size_t indent,
                     std::size_t width) {
        append_line(indent, padded(key, width) + "  " + (list.empty() ? "-" : printable(list.front())));
        for (std::size_t i = 1; i < list.size(); ++i)
            append_line(indent + width + gap, printable(list[i]));
    }

    /// Records inside a record are rows of a small table: all have the keys of the first.
    void append_records(const std::vector<Record>& records, std::size_t indent) {
        std::vector<std::string> keys;
        for (const Field& f : records.front().fields)
            keys.push_back(f.key);
        std::string text;
        const Page inner{[&](std::string_view part) { text += part; }, page_.width > indent ? page_.width - indent : 0,
                         page_.color};
        Batch rows{inner};
        render_table(Rows::of("", std::move(keys), records), inner, rows);
        rows.pass_on();
        text.pop_back();  // the last line's end
        for (const auto line : split(text, '\n'))
            append_line(indent, line);
    }

    void append_findings(const std::string& key, const Value::Findings& findings, std::size_t indent,
                         std::size_t width) {
        const std::string title = printable(shown_key(key));
        if (findings.empty()) {
            append_line(indent, padded(title, width) + "  none");
            return;
        }
        append_line(indent, title);
        for (const Finding& f : findings)
            append_finding(f, indent + gap);
    }

    void append_finding(const Finding& f, std::size_t indent) {
        const Style style = style_of(f.severity);
        const std::string heading = fmt::format("{}: ", style.word);
        const std::string text = fmt::format("{}{}: {}", heading, name(f.code), printable(f.message));
        auto lines = fold(text, indent);
        if (page_.color)
            lines.front() = fmt::format("{}{}\x1b[0m{}", style.on, style.word, lines.front().substr(style.word.size()));
        append_lines(lines, indent);
        if (!f.hint.empty())
            append_lines(fold("hint: " + printable(f.hint), indent + gap), indent + gap);
        if (!f.where.empty())
            append_lines(fold("at: " + printable(f.where), indent + gap), indent + gap);
    }

    std::vector<std::string> fold(const std::string& text, std::size_t indent) const {
        if (page_.width == 0)
            return {text};
        return wrapped(text, std::max(page_.width, indent + gap + least_width) - indent - gap);
    }

    void append_lines(const std::vector<std::string>& lines, std::size_t indent) {
        for (std::size_t i = 0; i < lines.size(); ++i)
            append_line(i == 0 ? indent : indent + gap, lines[i]);
    }

    const Page& page_;
    std::string& out_;
};

}  // namespace

void render_table(const Record& record, const Page& page, Batch& batch) {
    RecordTable{page, batch.text()}.append(record, 0);
}

}  // namespace mdm::cli
