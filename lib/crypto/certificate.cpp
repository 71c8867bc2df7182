// SPDX-License-Identifier: Apache-2.0
#include "crypto/certificate.hpp"

#include "base/encoding.hpp"
#include "crypto/digest.hpp"
#include "crypto/name_codec.hpp"
#include "crypto/octets.hpp"
#include "crypto/pem.hpp"
#include "crypto/signature.hpp"

#include <ctime>
#include <fmt/format.h>

namespace mdm::crypto {

struct Certificate::Decoded {
    X509Handle x509;
    std::string der;
    Name subject;
    Name issuer;
    std::string serial;
    Time not_before;
    Time not_after;
    PublicKey public_key;
    std::string signature_digest;
};

namespace {

/// The value of a standard extension, decoded; null where there is none, or one that does not parse.
template <class HandleType>
HandleType decoded_extension(const X509* x509, int nid) {
    const QuietErrors quiet;
    return HandleType(static_cast<typename HandleType::pointer>(X509_get_ext_d2i(x509, nid, nullptr, nullptr)));
}

Time time_of(const ASN1_TIME* time, std::string_view what) {
    std::tm parts{};
    if (ASN1_TIME_to_tm(time, &parts) != 1)
        throw openssl_error(ErrorCode::malformed_der, fmt::format("the certificate's {} is no point in time", what));
    using namespace std::chrono;
    return sys_days{year{parts.tm_year + 1900} / (parts.tm_mon + 1) / parts.tm_mday} + hours{parts.tm_hour} +
           minutes{parts.tm_min} + seconds{parts.tm_sec};
}

std::string digest_of(const X509* x509) {
    const X509_ALGOR* algorithm = nullptr;
    X509_get0_signature(nullptr, &algorithm, x509);
    return digest_name(algorithm);
}

}  // namespace

Certificate Certificate::from_der(std::string_view der) {
    ERR_clear_error();
    std::string_view rest = der;
    X509Handle x509(decoded<d2i_X509>(rest));
    if (!x509)
        throw openssl_error(ErrorCode::malformed_der, "the certificate does not parse");
    if (!rest.empty())
        throw Error{ErrorCode::trailing_data, "there are bytes behind the end of the certificate"};
    const X509* x = x509.get();
    auto decoded = std::make_shared<const Decoded>(Decoded{
        .x509 = std::move(x509),
        .der = std::string(der),
        .subject = decode_name(X509_get_subject_name(x)),
        .issuer = decode_name(X509_get_issuer_name(x)),
        .serial = serial_hex(X509_get0_serialNumber(x)),
        .not_before = time_of(X509_get0_notBefore(x), "start"),
        .not_after = time_of(X509_get0_notAfter(x), "end"),
        .public_key = PublicKey(X509_get_X509_PUBKEY(x)),
        .signature_digest = digest_of(x),
    });
    return Certificate(std::move(decoded));
}

const std::string& Certificate::der() const { return decoded_->der; }
std::string Certificate::to_pem() const { return to_pem_block("CERTIFICATE", der()); }
std::string Certificate::sha256() const { return sha256_hex(der()); }
const Name& Certificate::subject() const { return decoded_->subject; }
const Name& Certificate::issuer() const { return decoded_->issuer; }
const std::string& Certificate::serial() const { return decoded_->serial; }
Time Certificate::not_before() const { return decoded_->not_before; }
Time Certificate::not_after() const { return decoded_->not_after; }
const PublicKey& Certificate::public_key() const { return decoded_->public_key; }
const std::string& Certificate::signature_digest() const { return decoded_->signature_digest; }

std::string Certificate::signature() const {
    const ASN1_BIT_STRING* bits = nullptr;
    X509_get0_signature(&bits, nullptr, decoded_->x509.get());
    return std::string(view(ASN1_STRING_get0_data(bits), ASN1_STRING_length(bits)));
}
x509_st* Certificate::handle() const noexcept { return decoded_->x509.get(); }

bool Certificate::is_self_issued() const { return subject().der == issuer().der; }

bool Certificate::is_ca() const {
    const auto constraints = decoded_extension<BasicConstraints>(handle(), NID_basic_constraints);
    if (constraints)
        return constraints->ca != 0;
    return X509_get_version(handle()) == X509_VERSION_1 && is_self_issued();
}

std::optional<std::string> Certificate::extension(std::string_view oid) const {
    const QuietErrors quiet;
    const Object wanted(OBJ_txt2obj(std::string(oid).c_str(), 1));
    const int at = wanted ? X509_get_ext_by_OBJ(handle(), wanted.get(), -1) : -1;
    if (at < 0)
        return std::nullopt;
    return std::string(view(X509_EXTENSION_get_data(X509_get_ext(handle(), at))));
}

bool Certificate::may_sign() const {
    constexpr int digital_signature = 0;
    constexpr int non_repudiation = 1;
    const auto usages = decoded_extension<BitString>(handle(), NID_key_usage);
    return !usages || ASN1_BIT_STRING_get_bit(usages.get(), digital_signature) == 1 ||
           ASN1_BIT_STRING_get_bit(usages.get(), non_repudiation) == 1;
}

std::vector<std::string> Certificate::extended_key_usages() const {
    std::vector<std::string> usages;
    if (const auto found = decoded_extension<ExtendedKeyUsage>(handle(), NID_ext_key_usage))
        for (int i = 0; i < sk_ASN1_OBJECT_num(found.get()); ++i)
            usages.push_back(dotted(sk_ASN1_OBJECT_value(found.get(), i)));
    return usages;
}

std::optional<std::string> Certificate::subject_key_id() const {
    const auto id = decoded_extension<OctetString>(handle(), NID_subject_key_identifier);
    if (!id)
        return std::nullopt;
    return to_hex(view(id.get()));
}

std::optional<std::string> Certificate::authority_key_id() const {
    const auto id = decoded_extension<AuthorityKeyId>(handle(), NID_authority_key_identifier);
    if (!id || id->keyid == nullptr)
        return std::nullopt;
    return to_hex(view(id->keyid));
}

bool Certificate::names_issuer(const Certificate& candidate) const {
    if (issuer().der != candidate.subject().der)
        return false;
    const auto wanted = authority_key_id();
    const auto present = candidate.subject_key_id();
    return !wanted || !present || *wanted == *present;
}

bool Certificate::issued_by(const Certificate& issuer) const {
    EVP_PKEY* key = issuer.public_key().handle();
    if (key == nullptr || !names_issuer(issuer))
        return false;
    refuse_oversized(key);
    // The signature alone: dates, SHA-1 and short keys are for rules to judge, so no X509_STORE is asked.
    const QuietErrors quiet;
    return X509_verify(handle(), key) == 1;
}

std::string to_pem(const std::vector<Certificate>& certificates) {
    std::string pem;
    for (const Certificate& certificate : certificates)
        pem += certificate.to_pem();
    return pem;
}

}  // namespace mdm::crypto
