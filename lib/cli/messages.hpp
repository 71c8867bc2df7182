// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "cli/settings.hpp"
#include "cli/terminal.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace mdm::cli {

/// Standard error, kept to its contract: text in table and CSV; in JSON and JSON Lines nothing but one object when the
/// command fails, so what is said meanwhile waits until it is known to have gone well. To commands it is the Terminal.
class Messages final : public Terminal {
public:
    explicit Messages(Terminal& terminal) : terminal_(terminal) {}

    void set_output(Output output) noexcept { output_ = output; }
    bool is_json() const noexcept { return output_ == Output::json || output_ == Output::jsonl; }

    /// One line, made printable.
    void line(std::string_view before, std::string_view text);
    /// What is to be said by every command. Once, before all else.
    void notice(std::vector<std::string> notices);
    /// The notices that are the answer's to carry.
    std::vector<std::string> notices_in_answer() const;
    /// The end of a command that failed; what has waited is dropped.
    void error(const Error& error) { this->error(error, exit_code(error.code())); }
    /// exit   that the process ends with
    void error(const Error& error, int exit);
    /// The end of one whose answer is a refusal: the answer has shown the findings, so that text does not repeat them.
    /// At a terminal, where they stand right above, it is a line with the code, and no more.
    /// hints_shown   the answer has findings with their hints
    void verdict(const Error& error, bool hints_shown);
    /// The end of one that went well.
    void release();

    bool output_is_terminal() const override { return terminal_.output_is_terminal(); }
    bool errors_are_terminal() const override { return terminal_.errors_are_terminal(); }
    int columns() const override { return terminal_.columns(); }
    bool color() const override { return terminal_.color(); }
    void out(std::string_view bytes) override { terminal_.out(bytes); }
    void err(std::string_view bytes) override;
    bool can_ask() const override { return terminal_.can_ask() && asking_; }
    std::optional<Secret> ask_secret(std::string_view prompt) override;
    std::optional<std::string> ask(std::string_view prompt) override;
    void forbid_questions() noexcept { asking_ = false; }

private:
    Terminal& terminal_;
    Output output_ = Output::table;
    bool asking_ = true;
    std::vector<std::string> notices_;
    std::string waiting_;
};

}  // namespace mdm::cli
