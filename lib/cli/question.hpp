// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/secret.hpp"

#include <optional>
#include <string_view>

namespace mdm::cli {

enum class Echo { on, off };

/// Asks on /dev/tty and gives back the line without its end; nullopt where there is no such terminal, or the person
/// ended the input (Ctrl-D on an empty line). A signal puts the echo back before it does what it always does; after a
/// stop (Ctrl-Z) it is asked again.
std::optional<Secret> answer_at_terminal(std::string_view prompt, Echo echo);

}  // namespace mdm::cli
