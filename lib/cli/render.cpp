// SPDX-License-Identifier: Apache-2.0
#include "cli/render.hpp"

#include "base/text.hpp"
#include "cli/json_text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::cli {
namespace {

constexpr std::size_t batch_size = 32U << 10U;
constexpr std::chrono::milliseconds batch_age{50};

void render_shown(const Record& record, Output output, const std::vector<std::string>& notices, const Page& page,
                  Batch& batch) {
    switch (output) {
        case Output::table:
            return render_table(record, page, batch);
        case Output::json:
            return render_json(record, notices, batch);
        case Output::jsonl:
            return render_jsonl(record, batch);
        case Output::csv:
            return render_csv(record, batch);
    }
}

void render_shown(const Rows& rows, Output output, const std::vector<std::string>& notices, const Page& page,
                  Batch& batch) {
    switch (output) {
        case Output::table:
            return render_table(rows, page, batch);
        case Output::json:
            return render_json(rows, notices, batch);
        case Output::jsonl:
            return render_jsonl(rows, batch);
        case Output::csv:
            return render_csv(rows, batch);
    }
}

void render_shown(const Text& text, Output output, const std::vector<std::string>& notices, const Page& page,
                  Batch& batch) {
    if (output == Output::table)
        batch.text() += text.body;
    else
        render_shown(text.data, output, notices, page, batch);
}

/// One overload for each kind of content.
struct CellText {
    std::string_view null_text;
    std::string_view separator;

    std::string operator()(std::nullptr_t) const { return std::string(null_text); }
    std::string operator()(bool b) const { return b ? "true" : "false"; }
    std::string operator()(std::int64_t n) const { return fmt::format("{}", n); }
    std::string operator()(const std::string& text) const { return printable(text); }
    std::string operator()(const Note& note) const { return printable(note.text); }
    std::string operator()(const std::vector<std::string>& list) const {
        return list.empty() ? std::string(null_text) : printable(joined(list, separator));
    }
    std::string operator()(const std::vector<Finding>& findings) const {
        std::vector<std::string> codes;
        for (const Finding& f : findings)
            codes.emplace_back(name(f.code));
        return (*this)(codes);
    }
    std::string operator()(const std::vector<Record>& list) const { return json(Value(list)); }
    std::string operator()(const Record& record) const { return json(Value(record)); }

    static std::string json(const Value& value) {
        std::string out;
        append_json(out, value, JsonLayout::compact);
        return out;
    }
};

}  // namespace

void render(const Result& result, Output output, const std::vector<std::string>& notices, const Page& page) {
    Batch batch{page};
    try {
        std::visit([&](const auto& shown) { render_shown(shown, output, notices, page, batch); }, result.shown);
    } catch (...) {
        batch.pass_on();
        throw;
    }
    batch.pass_on();
}

void Batch::row_done() {
    if (text_.size() >= batch_size || std::chrono::steady_clock::now() - last_ >= batch_age)
        pass_on();
}

void Batch::pass_on() {
    // Taken out first: when the page cannot be written, the way out must not write it again.
    const std::string ready = std::exchange(text_, {});
    if (!ready.empty())
        page_.put(ready);
    last_ = std::chrono::steady_clock::now();
}

std::string cell(const Value& value, std::string_view null_text, std::string_view separator) {
    return std::visit(CellText{null_text, separator}, value.content);
}

std::string shown_key(std::string_view key) {
    std::string shown(key);
    std::replace(shown.begin(), shown.end(), '_', ' ');
    return shown;
}

const Value& value_of(const Record& row, std::string_view key) {
    static const Value absent;
    const auto found = std::find_if(row.fields.begin(), row.fields.end(), [&](const Field& f) { return f.key == key; });
    return found == row.fields.end() ? absent : found->value;
}

}  // namespace mdm::cli
