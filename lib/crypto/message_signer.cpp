// SPDX-License-Identifier: Apache-2.0
#include "crypto/message_signer.hpp"

#include "base/error.hpp"
#include "crypto/asn1.hpp"
#include "crypto/digest.hpp"
#include "crypto/octets.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>
#include <utility>

namespace mdm::crypto {
namespace {

using namespace std::string_view_literals;

constexpr char sequence = '\x30';
constexpr char set = '\x31';
constexpr char octet_string = '\x04';
constexpr char context_0 = '\xA0';  ///< [0], constructed

constexpr std::string_view version_1 = "\x02\x01\x01"sv;
constexpr std::string_view signed_data_oid = "\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x07\x02"sv;
constexpr std::string_view data_oid = "\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x07\x01"sv;
constexpr std::string_view content_type_oid = "\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x09\x03"sv;
constexpr std::string_view message_digest_oid = "\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x09\x04"sv;
constexpr std::string_view signing_time_oid = "\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x09\x05"sv;

/// RFC 5754, 2: without parameters.
constexpr std::string_view sha256_algorithm = "\x30\x0B\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x01"sv;
/// RFC 3370, 3.2: rsaEncryption is what every reader has to know.
constexpr std::string_view rsa_algorithm = "\x30\x0D\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x01\x01\x05\x00"sv;
/// ecdsa-with-SHA256 (RFC 5758, 3.2)
constexpr std::string_view ecdsa_algorithm = "\x30\x0A\x06\x08\x2A\x86\x48\xCE\x3D\x04\x03\x02"sv;

std::size_t size_of(std::initializer_list<std::string_view> parts) {
    std::size_t size = 0;
    for (const std::string_view part : parts)
        size += part.size();
    return size;
}

void append_header(std::string& to, char tag, std::size_t size) {
    to += tag;
    if (size < 0x80) {
        to += static_cast<char>(size);
        return;
    }
    std::array<char, sizeof size> digits{};
    auto first = digits.end();
    for (; size > 0; size >>= 8U)
        *--first = static_cast<char>(size & 0xFFU);
    to += static_cast<char>(0x80 + (digits.end() - first));
    to.append(first, digits.end());
}

std::string element(char tag, std::initializer_list<std::string_view> parts) {
    std::string der;
    const std::size_t size = size_of(parts);
    der.reserve(size + 1 + 1 + sizeof size);
    append_header(der, tag, size);
    for (const std::string_view part : parts)
        der += part;
    return der;
}

/// RFC 5652, 11.3: UTCTime through 2049.
std::string encoded_time(Time time) {
    std::string digits;
    for (const char c : to_rfc3339(time))
        if ((c >= '0' && c <= '9') || c == 'Z')
            digits += c;
    const bool is_utc_time = digits >= "1950" && digits < "2050";
    return element(is_utc_time ? '\x17' : '\x18', {is_utc_time ? std::string_view(digits).substr(2) : digits});
}

std::string attribute(std::string_view oid, std::string_view value) {
    return element(sequence, {oid, element(set, {value})});
}

std::string_view algorithm_of(const Certificate& certificate) {
    const std::string& algorithm = certificate.public_key().algorithm();
    if (algorithm == "RSA")
        return rsa_algorithm;
    if (algorithm == "EC")
        return ecdsa_algorithm;
    throw Error{ErrorCode::unsupported_algorithm,
                fmt::format("the key of '{}' is {}, and devices verify RSA and ECDSA alone",
                            certificate.subject().to_string(), algorithm),
                "sign with a certificate whose key is RSA or EC"};
}

std::string issuer_and_serial_of(const Certificate& certificate) {
    return element(sequence, {encoded<i2d_X509_NAME>(X509_get_issuer_name(certificate.handle())),
                              encoded<i2d_ASN1_INTEGER>(X509_get0_serialNumber(certificate.handle()))});
}

/// A walk through a message of our own; what is not as it should be ends it.
class Walk {
public:
    explicit Walk(std::string_view bytes) : rest_(bytes) {}

    /// The next element with its header.
    std::string_view whole() {
        const std::string_view before = rest_;
        if (!take_element(rest_))
            failed_ = true;
        return before.substr(0, before.size() - rest_.size());
    }
    std::string_view inside(char tag) {
        const std::string_view before = rest_;
        const auto element = take_element(rest_);
        if (!element || element->indefinite || before.front() != tag) {
            failed_ = true;
            return {};
        }
        return element->content;
    }
    void expect(std::string_view der) { failed_ = failed_ || whole() != der; }
    bool is_at_end() const { return !failed_ && rest_.empty(); }
    bool failed() const { return failed_; }

private:
    std::string_view rest_;
    bool failed_ = false;
};

bool has_digest(std::string_view attributes, std::string_view digest) {
    const std::string wanted = attribute(message_digest_oid, element(octet_string, {digest}));
    for (Walk walk{attributes}; !walk.failed() && !walk.is_at_end();)
        if (walk.whole() == wanted)
            return true;
    return false;
}

}  // namespace

MessageSigner::MessageSigner(const std::vector<Certificate>& chain, PrivateKey key)
    : key_(std::move(key)),
      public_key_(key_.public_key()),
      issuer_and_serial_(issuer_and_serial_of(chain.front())),
      algorithm_(algorithm_of(chain.front())) {
    if (public_key_ != chain.front().public_key())
        throw Error{ErrorCode::key_mismatch,
                    fmt::format("the private key does not belong to '{}': the certificate has public key {}, the key "
                                "has {}",
                                chain.front().subject().to_string(), chain.front().public_key().sha256(),
                                public_key_.sha256())};
    for (const Certificate& certificate : chain)
        certificates_ += certificate.der();
}

std::string MessageSigner::sign(std::string_view content, Time signing_time) const {
    // In the order that DER asks of a SET OF, which is that of their lengths here.
    const std::string attributes = attribute(content_type_oid, data_oid) +
                                   attribute(signing_time_oid, encoded_time(signing_time)) +
                                   attribute(message_digest_oid, element(octet_string, {sha256(content)}));
    // RFC 5652, 5.4: what is signed has the tag of a SET OF, and not the [0] that it is sent with.
    const std::string signature = key_.sign(element(set, {attributes}), Digest::sha256);
    const std::string signer_info =
        element(sequence, {version_1, issuer_and_serial_, sha256_algorithm, element(context_0, {attributes}),
                           algorithm_, element(octet_string, {signature})});
    const std::string content_info =
        element(sequence, {data_oid, element(context_0, {element(octet_string, {content})})});
    return element(
        sequence,
        {signed_data_oid,
         element(context_0, {element(sequence, {version_1, element(set, {sha256_algorithm}), content_info,
                                                element(context_0, {certificates_}), element(set, {signer_info})})})});
}

bool MessageSigner::made(std::string_view message, std::string_view content) const {
    Walk outer{message};
    Walk info{outer.inside(sequence)};
    info.expect(signed_data_oid);
    Walk wrapped{info.inside(context_0)};
    Walk data{wrapped.inside(sequence)};
    data.expect(version_1);
    data.expect(element(set, {sha256_algorithm}));
    Walk content_info{data.inside(sequence)};
    content_info.expect(data_oid);
    Walk wrapped_content{content_info.inside(context_0)};
    const bool holds_content = wrapped_content.inside(octet_string) == content;
    const bool holds_chain = data.inside(context_0) == certificates_;
    Walk signers{data.inside(set)};
    Walk signer{signers.inside(sequence)};
    signer.expect(version_1);
    signer.expect(issuer_and_serial_);
    signer.expect(sha256_algorithm);
    const std::string_view attributes = signer.inside(context_0);
    signer.expect(algorithm_);
    const std::string_view signature = signer.inside(octet_string);
    for (const Walk* walk : {&outer, &info, &wrapped, &data, &content_info, &wrapped_content, &signers, &signer})
        if (!walk->is_at_end())
            return false;
    return holds_content && holds_chain && has_digest(attributes, sha256(content)) &&
           public_key_.verifies(element(set, {attributes}), signature, Digest::sha256);
}

}  // namespace mdm::crypto
