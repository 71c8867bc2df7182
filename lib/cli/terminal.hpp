// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/secret.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace mdm::cli {

/// Standard output, standard error and the person in front of them. Questions go to the terminal itself (/dev/tty),
/// apart from stdin and stdout.
class Terminal {
public:
    virtual ~Terminal() = default;

    virtual bool output_is_terminal() const = 0;
    virtual bool errors_are_terminal() const = 0;
    virtual int columns() const = 0;  ///< of the terminal; 80 where it does not say
    virtual bool color() const = 0;   ///< output is a terminal, TERM is not dumb, NO_COLOR is not set

    /// Bytes as they are. throws  Error cannot_write; a closed pipe ends the program as SIGPIPE would
    virtual void out(std::string_view bytes) = 0;
    virtual void err(std::string_view bytes) = 0;

    /// True when there is somebody to ask, and asking was not forbidden with --no-input.
    virtual bool can_ask() const = 0;
    /// A line without echo; nullopt when there is nobody to ask or the person gave up.
    virtual std::optional<Secret> ask_secret(std::string_view prompt) = 0;
    /// A line; nullopt as above.
    virtual std::optional<std::string> ask(std::string_view prompt) = 0;
};

}  // namespace mdm::cli
