// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/record.hpp"
#include "cli/settings.hpp"
#include "cli/terminal.hpp"

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// The one renderer: what a command answered, in the form that was asked for.
namespace mdm::cli {

/// Where the answer goes. A test gives a string, cli::run a terminal.
struct Page {
    std::function<void(std::string_view)> put;
    std::size_t width = 0;  ///< columns to keep within; 0: not a terminal, nothing is cut
    bool color = false;
};

/// Shows an answer. `notices` are a key of the root object in JSON; in other forms they were on stderr before.
/// Where a stream of rows breaks, what was complete is shown, JSON stays open, and the exception goes on.
void render(const Result& result, Output output, const std::vector<std::string>& notices, const Page& page);

/// Collects what is written, so that a long list does not cost a write for each row. What has waited for a twentieth
/// of a second is passed on, for a stream is read while it comes.
class Batch {
public:
    explicit Batch(const Page& page) : page_(page) {}
    std::string& text() noexcept { return text_; }
    void row_done();
    void pass_on();

private:
    const Page& page_;
    std::string text_;
    std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

void render_json(const Record& record, const std::vector<std::string>& notices, Batch& batch);
void render_json(const Rows& rows, const std::vector<std::string>& notices, Batch& batch);
void render_jsonl(const Record& record, Batch& batch);
void render_jsonl(const Rows& rows, Batch& batch);
void render_csv(const Record& record, Batch& batch);
void render_csv(const Rows& rows, Batch& batch);
void render_table(const Record& record, const Page& page, Batch& batch);
void render_table(const Rows& rows, const Page& page, Batch& batch);

/// A value in one line, as a table's or CSV's cell has it; text from outside is made printable here.
/// null_text, separator   "-" and ", " in a table, "" and "; " in CSV
std::string cell(const Value& value, std::string_view null_text, std::string_view separator);

/// "not_after" as people read it: "not after".
std::string shown_key(std::string_view key);

/// The value of a row's column; null where it has none.
const Value& value_of(const Record& row, std::string_view key);

}  // namespace mdm::cli
