// SPDX-License-Identifier: Apache-2.0
#include "crypto/certificate_builder.hpp"

#include "base/encoding.hpp"
#include "crypto/name_codec.hpp"
#include "crypto/octets.hpp"
#include "crypto/random.hpp"
#include "crypto/signature.hpp"

#include <chrono>
#include <ctime>
#include <fmt/format.h>
#include <openssl/sha.h>

namespace mdm::crypto {
namespace {

Error cannot_issue() { return openssl_error(ErrorCode::internal_error, "the certificate could not be made"); }

Object object(const std::string& oid) {
    Object object(OBJ_txt2obj(oid.c_str(), 1));
    if (!object)
        throw openssl_error(ErrorCode::internal_error, fmt::format("'{}' is no OID", oid));
    return object;
}

Integer serial_number(const std::string& hex) {
    BIGNUM* number = nullptr;
    if (BN_hex2bn(&number, hex.c_str()) != static_cast<int>(hex.size()))
        throw Error{ErrorCode::internal_error, fmt::format("'{}' is no serial number", hex)};
    const BigNumber owned(number);
    return Integer(BN_to_ASN1_INTEGER(number, nullptr));
}

/// 64 bits as Apple's, the first never set, so that the number is positive in as many bytes.
std::string random_serial() {
    std::string bytes = random_bytes(8);
    bytes[0] = static_cast<char>((static_cast<unsigned char>(bytes[0]) & 0x3FU) | 0x40U);
    return to_hex(bytes);
}

/// UTCTime through 2049, then GeneralizedTime (RFC 5280, 4.1.2.5). Not by system_clock, which counts nanoseconds and
/// ends in 2262.
Asn1Time time_of(Time t) {
    return Asn1Time(ASN1_TIME_set(nullptr, static_cast<std::time_t>(t.time_since_epoch().count())));
}

void add_extension(X509* x509, const Extension& extension) {
    const OctetString value(ASN1_OCTET_STRING_new());
    if (!value ||
        ASN1_OCTET_STRING_set(value.get(), octets(extension.value), static_cast<int>(extension.value.size())) != 1)
        throw cannot_issue();
    const X509ExtensionHandle made(
        X509_EXTENSION_create_by_OBJ(nullptr, object(extension.oid).get(), extension.critical ? 1 : 0, value.get()));
    if (!made || X509_add_ext(x509, made.get(), -1) != 1)
        throw cannot_issue();
}

Certificate sign(const CertificateDraft& draft, const PublicKey& key, const X509_NAME* issuer,
                 const PrivateKey& issuer_key) {
    const X509Handle x509(X509_new());
    const X509NameHandle subject = encode_name(draft.subject);
    const Integer serial = serial_number(draft.serial.empty() ? random_serial() : draft.serial);
    const Asn1Time start = time_of(draft.not_before);
    const Asn1Time end = time_of(draft.not_after);
    const long version = draft.extensions.empty() ? X509_VERSION_1 : X509_VERSION_3;
    if (!x509 || !serial || !start || !end || X509_set_version(x509.get(), version) != 1 ||
        X509_set_serialNumber(x509.get(), serial.get()) != 1 || X509_set_subject_name(x509.get(), subject.get()) != 1 ||
        X509_set_issuer_name(x509.get(), issuer == nullptr ? subject.get() : issuer) != 1 ||
        X509_set1_notBefore(x509.get(), start.get()) != 1 || X509_set1_notAfter(x509.get(), end.get()) != 1 ||
        X509_set_pubkey(x509.get(), key.handle()) != 1)
        throw cannot_issue();
    for (const Extension& extension : draft.extensions)
        add_extension(x509.get(), extension);
    if (X509_sign(x509.get(), issuer_key.handle(), digest_for(issuer_key.handle(), draft.digest)) <= 0)
        throw cannot_issue();
    return Certificate::from_der(encoded<i2d_X509>(x509.get()));
}

std::string key_id(const PublicKey& key) {
    std::string_view spki = key.spki();
    const X509PubkeyHandle info(decoded<d2i_X509_PUBKEY>(spki));
    const unsigned char* bits = nullptr;
    int size = 0;
    if (!info || X509_PUBKEY_get0_param(nullptr, &bits, &size, nullptr, info.get()) != 1)
        throw cannot_issue();
    std::string digest(SHA_DIGEST_LENGTH, '\0');
    if (EVP_Digest(bits, static_cast<std::size_t>(size), octets(digest), nullptr, EVP_sha1(), nullptr) != 1)
        throw cannot_issue();
    return digest;
}

OctetString octet_string(std::string_view bytes) {
    OctetString string(ASN1_OCTET_STRING_new());
    if (!string || ASN1_OCTET_STRING_set(string.get(), octets(bytes), static_cast<int>(bytes.size())) != 1)
        throw cannot_issue();
    return string;
}

Extension authority_key_id_of(std::string_view id) {
    const AuthorityKeyId authority(AUTHORITY_KEYID_new());
    if (!authority)
        throw cannot_issue();
    authority->keyid = octet_string(id).release();
    return {"2.5.29.35", false, encoded<i2d_AUTHORITY_KEYID>(authority.get())};
}

}  // namespace

Certificate issue(const CertificateDraft& draft, const PublicKey& key, const Certificate& issuer,
                  const PrivateKey& issuer_key) {
    return sign(draft, key, X509_get_subject_name(issuer.handle()), issuer_key);
}

Certificate self_sign(const CertificateDraft& draft, const PrivateKey& key) {
    return sign(draft, key.public_key(), nullptr, key);
}

Extension basic_constraints(bool ca, std::optional<int> path_length) {
    const BasicConstraints constraints(BASIC_CONSTRAINTS_new());
    if (!constraints)
        throw cannot_issue();
    constraints->ca = ca ? 0xFF : 0;
    if (path_length) {
        constraints->pathlen = ASN1_INTEGER_new();
        if (ASN1_INTEGER_set(constraints->pathlen, *path_length) != 1)
            throw cannot_issue();
    }
    return {"2.5.29.19", ca, encoded<i2d_BASIC_CONSTRAINTS>(constraints.get())};
}

Extension key_usage(KeyUsage usages) {
    const BitString bits(ASN1_BIT_STRING_new());
    for (int i = 0; i < 8; ++i)
        if ((static_cast<unsigned>(usages) >> static_cast<unsigned>(i) & 1U) != 0)
            if (!bits || ASN1_BIT_STRING_set_bit(bits.get(), i, 1) != 1)
                throw cannot_issue();
    return {"2.5.29.15", true, encoded<i2d_ASN1_BIT_STRING>(bits.get())};
}

Extension extended_key_usage(const std::vector<std::string>& oids) {
    const ExtendedKeyUsage usages(EXTENDED_KEY_USAGE_new());
    for (const std::string& oid : oids) {
        Object usage = object(oid);
        if (!usages || sk_ASN1_OBJECT_push(usages.get(), usage.get()) <= 0)
            throw cannot_issue();
        static_cast<void>(usage.release());
    }
    return {"2.5.29.37", false, encoded<i2d_EXTENDED_KEY_USAGE>(usages.get())};
}

Extension subject_key_id(const PublicKey& key) {
    return {"2.5.29.14", false, encoded<i2d_ASN1_OCTET_STRING>(octet_string(key_id(key)).get())};
}

Extension authority_key_id(const Certificate& issuer) {
    const auto own = issuer.subject_key_id();
    return own ? authority_key_id_of(from_hex(*own).value()) : authority_key_id(issuer.public_key());
}

Extension authority_key_id(const PublicKey& issuer_key) { return authority_key_id_of(key_id(issuer_key)); }

}  // namespace mdm::crypto
