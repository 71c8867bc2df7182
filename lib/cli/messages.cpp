// SPDX-License-Identifier: Apache-2.0
#include "cli/messages.hpp"

#include "base/text.hpp"
#include "cli/json_text.hpp"

#include <fmt/format.h>
#include <utility>

namespace mdm::cli {
namespace {

constexpr std::string_view word_of(Severity severity) {
    return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "info";
}

std::string hint_line(std::string_view indent, const std::string& hint) {
    return hint.empty() ? std::string() : fmt::format("{}hint: {}\n", indent, printable(hint));
}

/// The error, then what else was found: all but the finding that the error itself repeats.
std::string error_text(const Error& error) {
    std::string text = fmt::format("error: {}\n", printable(error.message())) + hint_line("", error.hint());
    bool repeated = false;
    for (const Finding& f : error.findings()) {
        if (!repeated && f.code == error.code() && f.message == error.message()) {
            repeated = true;
            continue;
        }
        text += fmt::format("  {}: {}: {}\n", word_of(f.severity), name(f.code), printable(f.message));
        text += hint_line("    ", f.hint);
        if (!f.where.empty())
            text += fmt::format("    at: {}\n", printable(f.where));
    }
    return text;
}

/// What is so, without the reasons behind the first colon that is in no quotes.
std::string first_clause(const std::string& message) {
    bool quoted = false;
    for (std::size_t i = 0; i < message.size(); ++i) {
        if (message[i] == '\'')
            quoted = !quoted;
        else if (!quoted && message.compare(i, 2, ": ") == 0)
            return message.substr(0, i);
    }
    return message;
}

}  // namespace

void Messages::line(std::string_view before, std::string_view text) {
    err(fmt::format("{}{}\n", before, printable(text)));
}

void Messages::notice(std::vector<std::string> notices) {
    notices_ = std::move(notices);
    if (output_ != Output::json)
        for (const std::string& text : notices_)
            line("notice: ", text);
}

std::vector<std::string> Messages::notices_in_answer() const {
    return output_ == Output::json ? notices_ : std::vector<std::string>();
}

void Messages::error(const Error& error, int exit) {
    waiting_.clear();
    terminal_.err(is_json() ? error_json(error, exit, notices_) + "\n" : error_text(error));
}

void Messages::verdict(const Error& refusal, bool hints_shown) {
    if (is_json())
        error(refusal);
    else if (output_ == Output::table && output_is_terminal() && errors_are_terminal())
        error({refusal.code(), fmt::format("{}: {}", name(refusal.code()), first_clause(refusal.message())),
               hints_shown ? "" : refusal.hint()});
    else
        error({refusal.code(), refusal.message(), refusal.hint()});
}

void Messages::release() { terminal_.err(std::exchange(waiting_, {})); }

void Messages::err(std::string_view bytes) {
    if (is_json())
        waiting_ += bytes;
    else
        terminal_.err(bytes);
}

std::optional<Secret> Messages::ask_secret(std::string_view prompt) {
    return can_ask() ? terminal_.ask_secret(prompt) : std::nullopt;
}

std::optional<std::string> Messages::ask(std::string_view prompt) {
    return can_ask() ? terminal_.ask(prompt) : std::nullopt;
}

}  // namespace mdm::cli
