// SPDX-License-Identifier: Apache-2.0
#include "profile/device_algorithms.hpp"

#include "crypto/curve.hpp"
#include "profile/certificate_words.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <string_view>

namespace mdm::profile {
namespace {

template <class List>
bool has(const List& list, std::string_view one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

}  // namespace

std::string unproven_key(const crypto::PublicKey& key) {
    constexpr std::array<std::string_view, 3> curves{"prime256v1", "secp384r1", "secp521r1"};
    if (key.algorithm() == "RSA")
        return key.bits() >= smallest_rsa ? "" : fmt::format("RSA with {} bits", key.bits());
    if (key.algorithm() != "EC")
        return key.algorithm();
    const std::string curve = crypto::curve_of(key);
    if (has(curves, curve))
        return "";
    return curve.empty() ? "EC on a curve without a name" : fmt::format("EC on the curve {}", curve);
}

std::string unproven_way(const crypto::MessageSignature& signature) {
    constexpr std::array<std::string_view, 4> digests{"SHA224", "SHA256", "SHA384", "SHA512"};
    if (signature.is_pss)
        return "RSA-PSS";
    return has(digests, signature.digest) || is_weak(signature.digest) ? "" : signature.digest;
}

}  // namespace mdm::profile
