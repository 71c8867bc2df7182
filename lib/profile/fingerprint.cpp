// SPDX-License-Identifier: Apache-2.0
#include "profile/fingerprint.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::profile {

Fingerprint Fingerprint::parse(std::string_view text) {
    std::string digits = lower_case(text);
    std::erase_if(digits, [](char c) { return c == ':' || c == ' '; });
    const bool are_digits = std::all_of(digits.begin(), digits.end(),
                                        [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
    if (!are_digits || digits.size() < 8 || digits.size() > 64)
        throw Error{ErrorCode::bad_usage, fmt::format("'{}' is no fingerprint of a certificate", text),
                    "it is SHA-256 in hexadecimal digits, the first 8 at least: openssl x509 -fingerprint -sha256 "
                    "-noout -in FILE"};
    return Fingerprint(std::move(digits));
}

bool Fingerprint::fits(const crypto::Certificate& certificate) const {
    return certificate.sha256().starts_with(digits_);
}

}  // namespace mdm::profile
