// SPDX-License-Identifier: Apache-2.0
#include "profile/certificate_words.hpp"

#include <fmt/format.h>

namespace mdm::profile {

std::string called(const crypto::Certificate& certificate) {
    if (const auto name = certificate.subject().first(crypto::oid::common_name))
        return fmt::format("'{}'", *name);
    return certificate.subject().empty() ? fmt::format("the certificate {}", certificate.serial())
                                         : fmt::format("'{}'", certificate.subject().to_string());
}

bool is_weak(std::string_view digest) { return digest == "SHA1" || is_broken(digest); }

bool is_broken(std::string_view digest) { return digest.starts_with("MD"); }

}  // namespace mdm::profile
