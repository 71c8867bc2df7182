// SPDX-License-Identifier: Apache-2.0
#include "crypto/cms_envelope.hpp"

#include "base/limits.hpp"
#include "crypto/asn1.hpp"
#include "crypto/cms.hpp"
#include "crypto/octets.hpp"
#include "crypto/pem.hpp"

#include <fmt/format.h>
#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/ec.h>
#include <optional>
#include <utility>
#include <vector>

namespace mdm::crypto {
namespace {

using Cms = Handle<CMS_ContentInfo, CMS_ContentInfo_free>;
using Bio = Handle<BIO, BIO_free_all>;

constexpr std::string_view label = "CMS";
constexpr std::string_view enveloped_data = "1.2.840.113549.1.7.3";
constexpr std::string_view auth_enveloped_data = "1.2.840.113549.1.9.16.1.23";
constexpr int smallest_rsa = 2048;

/// OpenSSL's CMS derives the key with HMAC-SHA-1 and lets nobody choose: OWASP asks for 1,300,000 rounds of that, where
/// 600,000 of HMAC-SHA-256 would do.
constexpr int pbkdf2_rounds = 1'300'000;

Error not_encrypted() { return openssl_error(ErrorCode::internal_error, "the bytes could not be encrypted"); }

Bio reading(std::string_view bytes) { return Bio(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size()))); }

/// A CMS that has neither recipient nor content yet.
Cms begun(BIO* content) {
    Cms cms(CMS_encrypt(nullptr, content, EVP_aes_256_gcm(), CMS_BINARY | CMS_PARTIAL));
    if (!cms)
        throw not_encrypted();
    return cms;
}

std::string finished(const Cms& cms, BIO* content) {
    // Without this the call below succeeds, and the content is not in what it makes.
    CMS_set_detached(cms.get(), 0);
    if (CMS_final(cms.get(), content, nullptr, CMS_BINARY) != 1)
        throw not_encrypted();
    return to_pem_block(label, encoded<i2d_CMS_ContentInfo>(cms.get()));
}

void judge_recipient(const Certificate& recipient) {
    const PublicKey& key = recipient.public_key();
    if (key.algorithm() == "EC" || (key.algorithm() == "RSA" && key.bits() >= smallest_rsa))
        return;
    throw Error{ErrorCode::unsupported_algorithm,
                fmt::format("nothing can be encrypted for '{}', whose key is {} with {} bits",
                            recipient.subject().to_string(), key.algorithm(), key.bits()),
                fmt::format("a certificate with an EC key, or RSA with {} bits at least", smallest_rsa)};
}

void choose_algorithms(CMS_RecipientInfo* recipient) {
    EVP_PKEY_CTX* context = CMS_RecipientInfo_get0_pkey_ctx(recipient);
    const bool is_rsa = CMS_RecipientInfo_type(recipient) == CMS_RECIPINFO_TRANS;
    const bool chosen = is_rsa ? EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_OAEP_PADDING) > 0 &&
                                     EVP_PKEY_CTX_set_rsa_oaep_md(context, EVP_sha256()) > 0 &&
                                     EVP_PKEY_CTX_set_rsa_mgf1_md(context, EVP_sha256()) > 0
                               : EVP_PKEY_CTX_set_ecdh_kdf_md(context, EVP_sha256()) > 0;
    if (!chosen)
        throw not_encrypted();
}

Cms parsed(std::string_view der, std::string_view name) {
    Cms cms(decoded<d2i_CMS_ContentInfo>(der));
    if (!cms)
        throw openssl_error(ErrorCode::malformed_der, fmt::format("'{}' does not parse", name));
    if (!der.empty())
        throw Error{ErrorCode::trailing_data, fmt::format("there are bytes behind the end of '{}'", name)};
    return cms;
}

/// The DER of what is in a file.
std::string der_in(std::string_view bytes, std::string_view name) {
    // Longer than 127 bytes, and no text: that is ASCII in its second byte.
    if (bytes.size() > 2 && bytes[0] == '\x30' && (static_cast<unsigned char>(bytes[1]) & 0x80U) != 0) {
        std::string_view rest = bytes;
        if (!take_element(rest))
            throw Error{ErrorCode::malformed_der, fmt::format("'{}' begins as DER does, but is cut or damaged", name),
                        "get the file again, as binary, from where it came from"};
        return std::string(bytes);
    }
    for (const PemBlock& block : split_pem(bytes, name))
        if (block.label == label || block.label == "PKCS7")
            return std::string(decode(block, name).reveal());
    throw Error{ErrorCode::not_recognized, fmt::format("'{}' is no CMS that is encrypted", name),
                "mdmctl inspect says what a file is"};
}

std::string_view content_of(std::string_view& bytes) {
    const auto element = take_element(bytes);
    return element ? element->content : std::string_view{};
}

/// The rounds that a password recipient asks for (RFC 5652, 6.2.4; RFC 8018, A.2); 0 where it is no PBKDF2.
std::uint64_t rounds_of(std::string_view recipient) {
    content_of(recipient);                               // version
    std::string_view algorithm = content_of(recipient);  // [0] keyDerivationAlgorithm
    content_of(algorithm);                               // its OID
    std::string_view parameters = content_of(algorithm);
    content_of(parameters);  // salt
    std::uint64_t rounds = 0;
    for (const char c : content_of(parameters))
        rounds = rounds > (UINT64_MAX >> 8U) ? UINT64_MAX : rounds << 8U | static_cast<unsigned char>(c);
    return rounds;
}

/// What all password recipients ask for together: each is tried.
void pay(std::string_view der, const DerivationLimits& limits) {
    std::string_view info = content_of(der);
    content_of(info);                                      // contentType
    std::string_view explicit_content = content_of(info);  // [0]
    std::string_view envelope = content_of(explicit_content);
    content_of(envelope);  // version
    auto recipients = take_element(envelope);
    if (recipients && !recipients->is(V_ASN1_SET))
        recipients = take_element(envelope);  // the first was originatorInfo
    constexpr int password_recipient = 3;
    DerivationBudget budget(limits);
    for (std::string_view rest = recipients ? recipients->content : std::string_view{};;) {
        const auto recipient = take_element(rest);
        if (!recipient)
            return;
        if (recipient->is_explicit(password_recipient))
            budget.spend_rounds(rounds_of(recipient->content));
    }
}

Secret content_behind(const Cms& cms, std::string_view name) {
    // Its memory is wiped when it grows and when it goes.
    const Bio out(BIO_new(BIO_s_mem()));
    // RFC 5083, 2.2: nothing is given out before the authentication tag was found right, which this call returns.
    if (CMS_decrypt(cms.get(), nullptr, nullptr, nullptr, out.get(), CMS_BINARY) != 1)
        throw Error{ErrorCode::altered, fmt::format("'{}' is not as it was encrypted: it was cut or changed", name),
                    "get the file again from where it came from"};
    char* data = nullptr;
    const long size = BIO_get_mem_data(out.get(), &data);
    return Secret{std::string(data, static_cast<std::size_t>(size))};
}

}  // namespace

std::string envelope_for(const Certificate& recipient, std::string_view plain) {
    judge_recipient(recipient);
    const Bio content = reading(plain);
    const Cms cms = begun(content.get());
    CMS_RecipientInfo* info = CMS_add1_recipient_cert(cms.get(), recipient.handle(), CMS_KEY_PARAM);
    if (info == nullptr)
        throw openssl_error(ErrorCode::unsupported_algorithm,
                            fmt::format("nothing can be encrypted for '{}'", recipient.subject().to_string()));
    choose_algorithms(info);
    return finished(cms, content.get());
}

std::string envelope_under(const Secret& passphrase, std::string_view plain) {
    const Bio content = reading(plain);
    const Cms cms = begun(content.get());
    const std::string_view word = passphrase.reveal();
    // OpenSSL takes it over, and wipes it.
    auto* given = static_cast<unsigned char*>(OPENSSL_memdup(word.data(), word.size()));
    if (given == nullptr ||
        CMS_add0_recipient_password(cms.get(), pbkdf2_rounds, NID_id_alg_PWRI_KEK, NID_id_pbkdf2, given,
                                    static_cast<ossl_ssize_t>(word.size()), EVP_aes_256_cbc()) == nullptr) {
        OPENSSL_clear_free(given, word.size());
        throw not_encrypted();
    }
    return finished(cms, content.get());
}

Envelope::Envelope(std::string der, std::string name) : der_(std::move(der)), name_(std::move(name)) {
    const QuietErrors quiet;
    const Cms cms = parsed(der_, name_);
    der_ = encoded<i2d_CMS_ContentInfo>(cms.get());  // it may have come as BER, whose lengths are not known
    STACK_OF(CMS_RecipientInfo)* recipients = CMS_get0_RecipientInfos(cms.get());
    if (sk_CMS_RecipientInfo_num(recipients) > limits::envelope_recipients)
        throw Error{ErrorCode::too_costly,
                    fmt::format("'{}' is encrypted for {} recipients, and {} is the limit", name_,
                                sk_CMS_RecipientInfo_num(recipients), limits::envelope_recipients)};
    for (int i = 0; i < sk_CMS_RecipientInfo_num(recipients); ++i) {
        const int type = CMS_RecipientInfo_type(sk_CMS_RecipientInfo_value(recipients, i));
        for_passphrase_ = for_passphrase_ || type == CMS_RECIPINFO_PASS;
        for_key_ = for_key_ || type == CMS_RECIPINFO_TRANS || type == CMS_RECIPINFO_AGREE;
    }
}

Envelope Envelope::parse(std::string_view bytes, std::string_view name) {
    std::string der = der_in(bytes, name);
    const auto type = cms_content_type(der);
    if (type == enveloped_data)
        throw Error{ErrorCode::unsupported_algorithm,
                    fmt::format("'{}' is encrypted, but nothing shows that it was not changed since", name),
                    "AuthEnvelopedData with AES-GCM is what mdmctl makes and takes"};
    if (type != auth_enveloped_data)
        throw Error{ErrorCode::not_recognized, fmt::format("'{}' is no CMS that is encrypted", name),
                    "mdmctl inspect says what a file is"};
    return {std::move(der), std::string(name)};
}

Secret Envelope::open(const PrivateKey& key) const {
    const QuietErrors quiet;
    const Cms cms = parsed(der_, name_);
    // It says at once that the key does not fit, instead of going on with a random one: nobody can ask us a million
    // times, which is what that is against (RFC 3218).
    CMS_decrypt(cms.get(), nullptr, nullptr, nullptr, nullptr, CMS_DEBUG_DECRYPT);
    if (!for_key_ || CMS_decrypt_set1_pkey(cms.get(), key.handle(), nullptr) != 1)
        throw Error{ErrorCode::wrong_recipient, fmt::format("'{}' was not encrypted for this private key", name_),
                    for_key_ ? "the key is the one of the certificate that it was encrypted for"
                             : "it was encrypted under a passphrase"};
    return content_behind(cms, name_);
}

Secret Envelope::open(const Secret& passphrase, const DerivationLimits& limits) const {
    const QuietErrors quiet;
    const Cms cms = parsed(der_, name_);
    if (!for_passphrase_)
        throw Error{ErrorCode::wrong_recipient, fmt::format("'{}' was encrypted for a certificate", name_),
                    "the private key of that certificate opens it"};
    pay(der_, limits);
    std::string word(passphrase.reveal());  // OpenSSL's parameter is not const, though it only reads it
    const int fits = CMS_decrypt_set1_password(cms.get(), octets(word), static_cast<ossl_ssize_t>(word.size()));
    wipe(word.data(), word.size());
    if (fits != 1)
        throw Error{ErrorCode::wrong_passphrase, fmt::format("the passphrase does not open '{}'", name_)};
    return content_behind(cms, name_);
}

}  // namespace mdm::crypto
