// SPDX-License-Identifier: Apache-2.0
#include "apns/csr.hpp"

#include <fmt/format.h>

namespace mdm::apns {

std::vector<Finding> csr_findings(const crypto::CertificateRequest& csr, std::string_view name,
                                  std::string_view where) {
    std::vector<Finding> findings;
    const std::string place(where);
    if (!csr.self_signature_valid())
        findings.push_back({Severity::error, ErrorCode::bad_self_signature,
                            fmt::format("the CSR in '{}' was changed after it was made: its signature is not by the "
                                        "key inside it",
                                        name),
                            "make a new CSR from your private key", place});
    if (!csr.public_key().is_rsa_2048())
        findings.push_back({Severity::error, ErrorCode::key_not_rsa_2048,
                            fmt::format("the key of the CSR in '{}' is {} with {} bits; Apple takes RSA with 2048",
                                        name, csr.public_key().algorithm(), csr.public_key().bits()),
                            "openssl req -new -newkey rsa:2048 -sha256 -nodes -keyout push.key -out push.csr", place});
    if (csr.signature_digest() == "SHA1" || csr.signature_digest() == "MD5")
        findings.push_back({Severity::warning, ErrorCode::weak_digest,
                            fmt::format("the CSR in '{}' is signed with {}", name, csr.signature_digest()),
                            "make it with SHA-256", place});
    if (csr.subject().empty())
        findings.push_back(
            {Severity::warning, ErrorCode::empty_subject, fmt::format("the CSR in '{}' has no subject", name),
             "give it a common name and an e-mail address, so that people can tell requests apart", place});
    return findings;
}

}  // namespace mdm::apns
