// SPDX-License-Identifier: Apache-2.0
#include "crypto/openssl_error.hpp"

#include <utility>

namespace mdm::crypto {

Error openssl_error(ErrorCode code, std::string what) {
    // The first entry is the deepest and the reason; those behind it only say which function passed it on.
    const unsigned long first = ERR_get_error();
    ERR_clear_error();
    if (const char* reason = first == 0 ? nullptr : ERR_reason_error_string(first))
        what.append(": ").append(reason);
    return {code, std::move(what)};
}

}  // namespace mdm::crypto
