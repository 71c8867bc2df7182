// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "base/time.hpp"
#include "crypto/certificate.hpp"
#include "crypto/certificate_request.hpp"
#include "crypto/private_key.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The file that the Apple Push Certificates Portal takes: the base64 of an XML property list with the strings
/// PushCertRequestCSR (base64 of the CSR's DER), PushCertCertificateChain (PEM, leaf to root) and PushCertSignature
/// (base64 of the vendor's RSASSA-PKCS1-v1_5 signature with SHA-256 over the CSR's DER).
/// Source: Apple, "Setting up push notifications for your device management customers".
namespace mdm::apns {

/// What reading a request may throw, and the errors among push_certificate_request_findings() of its form and
/// signature; csr_codes and chain_codes have the others. For declarations.
inline constexpr std::array request_codes{
    ErrorCode::not_a_push_certificate_request,
    ErrorCode::malformed_plist,
    ErrorCode::too_deep,
    ErrorCode::not_base64,
    ErrorCode::missing_key,
    ErrorCode::wrong_type,
    ErrorCode::duplicate_key,
    ErrorCode::not_a_csr,
    ErrorCode::not_a_certificate,
    ErrorCode::malformed_pem,
    ErrorCode::malformed_der,
    ErrorCode::trailing_data,
    ErrorCode::unsupported_algorithm,
    ErrorCode::bad_request_signature,
    ErrorCode::obsolete_hash,
};

/// A request as it was read. What is missing or broken is said in `findings`; the rest is there all the same, so that
/// every fault can be named at once.
struct PushCertificateRequest {
    std::optional<crypto::CertificateRequest> csr;
    std::vector<crypto::Certificate> chain;
    std::optional<std::string> signature;  ///< raw
    std::vector<Finding> findings;         ///< of the form: not_base64, missing_key, wrong_type, malformed_*, ...
};

/// name   the file, for the messages
/// nullopt: this is something else
/// throws  not_a_push_certificate_request (base64 cut or broken), malformed_plist, too_deep, wrong_root
std::optional<PushCertificateRequest> read_push_certificate_request(std::string_view bytes, std::string_view name);

/// True for what read_push_certificate_request would read, well-formed or not; throws nothing.
bool is_push_certificate_request(std::string_view bytes);

/// What the portal holds against it, at `now`: the findings of the form, of the CSR, of the vendor's signature
/// (bad_request_signature, obsolete_hash) and of the chain, in this order. No error: the portal will take it.
std::vector<Finding> push_certificate_request_findings(const PushCertificateRequest& request, std::string_view name,
                                                       Time now);

/// What a vendor is asked to sign, and with what.
struct SigningOrder {
    const crypto::CertificateRequest& csr;
    std::string csr_name;                           ///< the file, for messages
    const std::vector<crypto::Certificate>& chain;  ///< crypto::build_chain() of the vendor certificate
    const crypto::PrivateKey& key;                  ///< the vendor's
    Time now;
};

/// Everything that stands against signing, in the order in which the portal would meet it: the findings of the CSR, of
/// the vendor's key (key_mismatch) and of the chain. No error: it can be signed.
std::vector<Finding> signing_findings(const SigningOrder& order);

/// The vendor's half: the text that the portal takes, base64 on one line. It is read back and judged before it is given
/// out.
/// throws  what signing_findings says against it
std::string sign_push_certificate_request(const SigningOrder& order);

}  // namespace mdm::apns
