// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"
#include "crypto/certificate.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct x509_store_st;

namespace mdm::crypto {

/// The roots that are believed. Several threads may ask one at a time.
class TrustAnchors {
public:
    explicit TrustAnchors(const std::vector<Certificate>& roots);
    /// Those of this machine, where OpenSSL was built to look for them. Each is read when it is asked for.
    static TrustAnchors of_system();

    /// For lib/crypto alone.
    x509_store_st* handle() const noexcept { return store_.get(); }

private:
    std::shared_ptr<x509_store_st> store_;
};

/// Something that stands against one certificate of a path.
struct PathProblem {
    enum class Kind {
        issuer_missing,  ///< nobody knows who issued it
        untrusted_root,  ///< it signed itself, and is none of the anchors
        expired,
        not_yet_valid,
        bad_signature,  ///< it is not by the issuer that it names
        not_allowed,  ///< an issuer that is no authority, a path that is too long, a name or use that is forbidden, ...
    };
    Kind kind = Kind::not_allowed;
    std::size_t depth = 0;  ///< 0: the leaf
    std::string reason{};   ///< in OpenSSL's words
};

/// The way from a certificate to an anchor, as far as it goes, and all that stands against it.
struct Path {
    std::vector<Certificate> chain;
    std::vector<PathProblem> problems;  ///< those of the leaf first
};

/// RFC 5280, 6, at the time `at`. What the leaf is for is not asked, revocation neither.
/// pool    certificates that may stand between
/// throws  too_costly: an RSA key is above limits::rsa_bits
Path path_to_anchor(const Certificate& leaf, const std::vector<Certificate>& pool, const TrustAnchors& anchors,
                    Time at);

}  // namespace mdm::crypto
