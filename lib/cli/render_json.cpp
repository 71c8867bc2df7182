// SPDX-License-Identifier: Apache-2.0
#include "cli/json_text.hpp"
#include "cli/render.hpp"

namespace mdm::cli {
namespace {

/// One more key of a root object that is still open.
void append_key(std::string& out, const Field& field) {
    out += ",\n  ";
    append_json(out, field.key);
    out += ": ";
    append_json(out, field.value, JsonLayout::pretty, 1);
}

/// The last key of a root object that is still open, and its end.
void append_end(std::string& out, const std::vector<std::string>& notices) {
    if (!notices.empty()) {
        out += ",\n  \"notices\": ";
        append_json(out, Value(notices), JsonLayout::pretty, 1);
    }
    out += "\n}\n";
}

}  // namespace

void render_json(const Record& record, const std::vector<std::string>& notices, Batch& batch) {
    Record root = record;
    if (!notices.empty())
        root.add({"notices", notices});
    append_json(batch.text(), root, JsonLayout::pretty);
    batch.text() += '\n';
}

void render_json(const Rows& rows, const std::vector<std::string>& notices, Batch& batch) {
    std::string& out = batch.text();
    out += "{\n  ";
    append_json(out, rows.name);
    out += ": [";
    bool first = true;
    while (const auto row = rows.next()) {
        out += first ? "\n    " : ",\n    ";
        first = false;
        append_json(out, *row, JsonLayout::pretty, 2);
        batch.row_done();
    }
    out += first ? "]" : "\n  ]";
    if (rows.behind)
        for (const Field& field : rows.behind().fields)
            append_key(out, field);
    append_end(out, notices);
}

void render_jsonl(const Record& record, Batch& batch) {
    append_json(batch.text(), record, JsonLayout::compact);
    batch.text() += '\n';
}

void render_jsonl(const Rows& rows, Batch& batch) {
    while (const auto row = rows.next()) {
        render_jsonl(*row, batch);
        batch.row_done();
    }
}

}  // namespace mdm::cli
