// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"
#include "crypto/certificate.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct CMS_ContentInfo_st;

namespace mdm::crypto {

/// One signer's part of a message (SignerInfo), and whether it holds by itself: whom to trust is another question.
struct MessageSignature {
    enum class State {
        good,
        content_missing,  ///< it is detached: there is nothing to hold it against
        signer_missing,   ///< the certificate that it names is not in the message
        unsupported,      ///< the digest, the key or the kind of signature is not known here
        digest_mismatch,  ///< the content is not what was signed
        bad,              ///< it is not by the certificate's key, or what it covers was changed
    };
    State state = State::bad;
    std::optional<Certificate> certificate{};
    std::string issuer{};              ///< that it names the certificate by, as Name::to_string(); "" where by key
    std::string serial{};              ///< the same
    std::string digest{};              ///< "SHA256", "SHA1", ...
    std::optional<Time> signing_time;  ///< which is the signer's claim
    bool has_broken_time = false;      ///< it says when it was signed, and that is no time
    bool is_pss = false;               ///< RSASSA-PSS (RFC 4056)
    bool is_of_other_type = false;     ///< bad: the type of what was signed is not that of the content
};

/// A CMS SignedData (RFC 5652, 5) in DER or BER, read and not yet believed.
class SignedMessage {
public:
    /// name    for messages
    /// throws  malformed_der, trailing_data, too_large: more certificates or signers than the limits;
    ///         not_signed: it is CMS of another kind
    static SignedMessage parse(std::string_view bytes, std::string_view name);

    bool is_detached() const;  ///< what was signed is not in there
    /// What was signed, as it is inside; empty where it is detached.
    std::string_view content() const;
    std::string content_type() const;  ///< as a dotted OID; 1.2.840.113549.1.7.1 is data
    /// In the order of the message.
    const std::vector<Certificate>& certificates() const noexcept { return certificates_; }
    bool is_der() const noexcept { return is_der_; }  ///< lengths are definite and as short as can be, strings whole

    /// throws  too_costly: an RSA key is above limits::rsa_bits
    std::vector<MessageSignature> signatures() const;

private:
    SignedMessage(std::shared_ptr<CMS_ContentInfo_st> cms, bool is_der);

    std::shared_ptr<CMS_ContentInfo_st> cms_;
    std::vector<Certificate> certificates_;
    bool is_der_ = false;
};

}  // namespace mdm::crypto
