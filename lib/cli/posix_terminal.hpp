// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/settings.hpp"
#include "cli/terminal.hpp"

namespace mdm::cli {

/// The real standard output and error, and the terminal that the process belongs to.
class PosixTerminal final : public Terminal {
public:
    explicit PosixTerminal(const Environment& environment);

    bool output_is_terminal() const override { return output_is_terminal_; }
    bool errors_are_terminal() const override { return errors_are_terminal_; }
    int columns() const override;
    bool color() const override { return color_; }

    void out(std::string_view bytes) override;
    void err(std::string_view bytes) override;

    bool can_ask() const override { return can_ask_; }
    std::optional<Secret> ask_secret(std::string_view prompt) override;
    std::optional<std::string> ask(std::string_view prompt) override;

private:
    bool output_is_terminal_;
    bool errors_are_terminal_;
    bool can_ask_;
    bool color_;
};

}  // namespace mdm::cli
