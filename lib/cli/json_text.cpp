// SPDX-License-Identifier: Apache-2.0
#include "cli/json_text.hpp"

#include "base/text.hpp"

#include <charconv>
#include <fmt/format.h>
#include <iterator>
#include <optional>

namespace mdm::cli {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// RFC 8259, 7: \uXXXX, beyond U+FFFF a pair of surrogates.
void append_escape(std::string& out, char32_t c) {
    const auto unit = [&out](char32_t u) {
        fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(u));
    };
    if (c > 0xFFFF) {
        unit(0xD800 + ((c - 0x10000) >> 10U));
        unit(0xDC00 + ((c - 0x10000) & 0x3FFU));
        return;
    }
    switch (c) {
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            unit(c);
    }
}

void new_line(std::string& out, JsonLayout layout, int depth) {
    if (layout == JsonLayout::pretty) {
        out += '\n';
        out.append(static_cast<std::size_t>(depth) * 2, ' ');
    }
}

template <class Items, class AppendItem>
void append_items(std::string& out, char open, char close, const Items& items, JsonLayout layout, int depth,
                  AppendItem append_item) {
    out += open;
    bool first = true;
    for (const auto& item : items) {
        if (!first)
            out += ',';
        first = false;
        new_line(out, layout, depth + 1);
        append_item(item);
    }
    if (!first)
        new_line(out, layout, depth);
    out += close;
}

Value text_or_null(const std::string& text) { return text.empty() ? Value() : Value(text); }

std::string_view name(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "error";
        case Severity::warning:
            return "warning";
        case Severity::info:
            break;
    }
    return "info";
}

/// One overload for each kind of content.
struct Appender {
    std::string& out;
    JsonLayout layout;
    int depth;

    void operator()(std::nullptr_t) const { out += "null"; }
    void operator()(bool b) const { out += b ? "true" : "false"; }
    void operator()(std::int64_t n) const { fmt::format_to(std::back_inserter(out), "{}", n); }
    void operator()(const std::string& text) const { append_json(out, text); }
    void operator()(const Note& note) const { append_json(out, note.text); }
    void operator()(const std::vector<std::string>& list) const {
        append_items(out, '[', ']', list, layout, depth, [this](const std::string& text) { append_json(out, text); });
    }
    void operator()(const std::vector<Finding>& list) const {
        append_items(out, '[', ']', list, layout, depth,
                     [this](const Finding& f) { append_json(out, as_record(f), layout, depth + 1); });
    }
    void operator()(const std::vector<Record>& list) const {
        append_items(out, '[', ']', list, layout, depth,
                     [this](const Record& r) { append_json(out, r, layout, depth + 1); });
    }
    void operator()(const Record& record) const { append_json(out, record, layout, depth); }
};

/// The digits behind `word` at the end of a text, which are taken from it.
std::optional<std::int64_t> take_number(std::string_view& text, std::string_view word) {
    const std::size_t digits = text.find_last_not_of("0123456789") + 1;
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data() + digits, text.data() + text.size(), number);
    if (read.ec != std::errc{} || !text.substr(0, digits).ends_with(word))
        return std::nullopt;
    text = text.substr(0, digits - word.size());
    return number;
}

struct TextPlace {
    std::string_view path{};  ///< what stands before line and column
    std::optional<std::int64_t> line{};
    std::optional<std::int64_t> column{};
};

/// Of "PayloadContent[0].minLength, line 12, column 7" and "line 4".
TextPlace text_place_of(std::string_view where) {
    TextPlace place{.path = where};
    place.column = take_number(place.path, ", column ");
    place.line = take_number(place.path, "line ");
    if (!place.line || !(place.path.empty() || place.path.ends_with(", ")))
        return {.path = where};
    place.path = place.path.substr(0, place.path.empty() ? 0 : place.path.size() - 2);
    return place;
}

}  // namespace

void append_json(std::string& out, std::string_view text) {
    out += '"';
    while (!text.empty()) {
        const CodePoint c = next_code_point(text);
        if (!c.valid) {
            out += replacement;
        } else if (c.value == '"' || c.value == '\\') {
            out += '\\';
            out += static_cast<char>(c.value);
        } else if (is_unsafe(c.value)) {
            append_escape(out, c.value);
        } else {
            out += text.substr(0, c.width);
        }
        text.remove_prefix(c.width);
    }
    out += '"';
}

void append_json(std::string& out, const Value& value, JsonLayout layout, int depth) {
    std::visit(Appender{out, layout, depth}, value.content);
}

void append_json(std::string& out, const Record& record, JsonLayout layout, int depth) {
    append_items(out, '{', '}', record.fields, layout, depth, [&](const Field& field) {
        append_json(out, field.key);
        out += layout == JsonLayout::pretty ? ": " : ":";
        append_json(out, field.value, layout, depth + 1);
    });
}

Record as_record(const Finding& finding) {
    const TextPlace place = text_place_of(finding.where);
    Record record{{"severity", name(finding.severity)},
                  {"code", mdm::name(finding.code)},
                  {"message", finding.message},
                  {"hint", text_or_null(finding.hint)},
                  {"where", text_or_null(std::string(place.path))}};
    if (place.line) {
        record.add({"line", place.line});
        record.add({"column", place.column});
    }
    return record;
}

std::string error_json(const Error& error, int exit, const std::vector<std::string>& notices) {
    Record root{{"error", Record{
                              {"code", mdm::name(error.code())},
                              {"exit", exit},
                              {"message", error.message()},
                              {"hint", text_or_null(error.hint())},
                              {"findings", error.findings()},
                          }}};
    if (!notices.empty())
        root.add({"notices", notices});
    std::string out;
    append_json(out, root, JsonLayout::compact);
    return out;
}

}  // namespace mdm::cli
