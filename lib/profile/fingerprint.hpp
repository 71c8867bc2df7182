// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/certificate.hpp"

#include <string>
#include <string_view>

namespace mdm::profile {

/// SHA-256 of a certificate, or how it begins, by which a signer is chosen.
class Fingerprint {
public:
    /// Hexadecimal digits in either case, with colons and spaces as programs show them.
    /// throws  bad_usage: something else, fewer than 8 digits or more than 64
    static Fingerprint parse(std::string_view text);

    bool fits(const crypto::Certificate& certificate) const;
    const std::string& digits() const noexcept { return digits_; }  ///< lower case

private:
    explicit Fingerprint(std::string digits) : digits_(std::move(digits)) {}
    std::string digits_;
};

}  // namespace mdm::profile
