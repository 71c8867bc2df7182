// SPDX-License-Identifier: Apache-2.0
// Who signs profiles in tests: chains made on the spot, and signatures by the openssl program.
#pragma once

#include "base/time.hpp"
#include "crypto/certificate_builder.hpp"
#include "fakes/certificates.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mdm::fakes {

inline const std::string some_profile =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<plist version=\"1.0\"><dict>\n<key>PayloadType</key>"
    "<string>Configuration</string>\n<key>PayloadIdentifier</key><string>com.example.wifi</string>\n</dict></plist>\n";

struct SigningOptions {
    Time not_before = at("2026-01-01");
    Time not_after = at("2027-01-01");
    Time intermediate_not_after = at("2030-01-01");
    std::string key = "profile signer";
    std::optional<crypto::KeyUsage> usage = crypto::KeyUsage::digital_signature;
    std::vector<std::string> purposes = {"1.3.6.1.5.5.7.3.1"};  ///< TLS server alone: no mail
    crypto::Digest digest = crypto::Digest::sha256;
};

/// A signer, the intermediate above it, and its root.
struct SigningChain {
    crypto::Certificate leaf;
    crypto::Certificate intermediate;
    crypto::Certificate root;
    crypto::PrivateKey key;

    std::vector<crypto::Certificate> certificates() const { return {leaf, intermediate, root}; }
};

inline SigningChain signing_chain(const SigningOptions& o = {}) {
    using namespace crypto;
    const Authority top = root({.name = subject({{"CN", "Example Root"}}), .key = "profile root"});
    const Authority between = fakes::intermediate(top, {.name = subject({{"CN", "Example Issuing CA"}}),
                                                        .key = "profile intermediate",
                                                        .not_after = o.intermediate_not_after});
    CertificateDraft draft{.subject = subject({{"CN", "Example Signing"}}),
                           .not_before = o.not_before,
                           .not_after = o.not_after,
                           .extensions = {basic_constraints(false), authority_key_id(between.certificate),
                                          subject_key_id(rsa_key(o.key).public_key())},
                           .digest = o.digest};
    if (o.usage)
        draft.extensions.push_back(key_usage(*o.usage));
    if (!o.purposes.empty())
        draft.extensions.push_back(extended_key_usage(o.purposes));
    const PrivateKey& key = rsa_key(o.key);
    return {issue(draft, key.public_key(), between.certificate, between.key), between.certificate, top.certificate,
            key};
}

}  // namespace mdm::fakes
