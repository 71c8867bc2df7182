// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "cli/terminal.hpp"

#include <string>
#include <utility>

/// A terminal that keeps what was written, and gives the answers that it was given.
class FakeTerminal final : public mdm::cli::Terminal {
public:
    std::string output;
    std::string errors;
    std::string questions;
    std::optional<std::string> answer;
    bool is_terminal = false;
    bool is_full = false;
    int width = 80;

    bool output_is_terminal() const override { return is_terminal; }
    bool errors_are_terminal() const override { return is_terminal; }
    int columns() const override { return width; }
    bool color() const override { return false; }
    void out(std::string_view bytes) override {
        if (is_full)
            throw mdm::Error{mdm::ErrorCode::cannot_write, "cannot write standard output: No space left on device"};
        output += bytes;
    }
    void err(std::string_view bytes) override { errors += bytes; }
    bool can_ask() const override { return is_terminal; }
    std::optional<mdm::Secret> ask_secret(std::string_view prompt) override {
        const auto given = ask(prompt);
        return given ? std::optional<mdm::Secret>(mdm::Secret{std::string(*given)}) : std::nullopt;
    }
    std::optional<std::string> ask(std::string_view prompt) override {
        questions += prompt;
        return answer;
    }
};
