// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace mdm::sandbox {

/// What a pretend service answers in place of what it was asked for. Thrown by what judges a request, and made an
/// answer in one place: it is no Error of ours, but the client's.
struct Refusal {
    int status = 400;
    std::string code;        ///< "T_C_NOT_SIGNED", "signature_invalid"
    bool is_quoted = false;  ///< the body has it in double quotes: both forms are seen at Apple's
    std::string allow{};     ///< of 405: the methods there are
};

}  // namespace mdm::sandbox
