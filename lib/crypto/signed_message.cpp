// SPDX-License-Identifier: Apache-2.0
#include "crypto/signed_message.hpp"

#include "base/error.hpp"
#include "base/limits.hpp"
#include "crypto/asn1.hpp"
#include "crypto/name_codec.hpp"
#include "crypto/octets.hpp"
#include "crypto/signature.hpp"

#include <algorithm>
#include <array>
#include <ctime>
#include <fmt/format.h>
#include <openssl/bio.h>
#include <openssl/cms.h>

namespace mdm::crypto {
namespace {

using State = MessageSignature::State;
using Bio = Handle<BIO, BIO_free_all>;

void free_certificates(STACK_OF(X509) * certificates) { sk_X509_pop_free(certificates, X509_free); }
using CertificateStack = Handle<STACK_OF(X509), free_certificates>;

/// Of the type and in one value alone (RFC 5652, 11); null where it is not so.
const void* attribute(const CMS_SignerInfo* signer, int nid, int type) {
    constexpr int only_one = -3;
    return CMS_signed_get0_data_by_OBJ(signer, OBJ_nid2obj(nid), only_one, type);
}

bool has_attributes(const CMS_SignerInfo* signer) { return CMS_signed_get_attr_count(signer) > 0; }

std::optional<Time> signing_time_of(const CMS_SignerInfo* signer) {
    const void* found = attribute(signer, NID_pkcs9_signingTime, V_ASN1_UTCTIME);
    if (found == nullptr)
        found = attribute(signer, NID_pkcs9_signingTime, V_ASN1_GENERALIZEDTIME);
    std::tm parts{};
    if (found == nullptr || ASN1_TIME_to_tm(static_cast<const ASN1_TIME*>(found), &parts) != 1)
        return std::nullopt;
    using namespace std::chrono;
    return sys_days{year{parts.tm_year + 1900} / (parts.tm_mon + 1) / parts.tm_mday} + hours{parts.tm_hour} +
           minutes{parts.tm_min} + seconds{parts.tm_sec};
}

/// RFC 5652, 11.1: without attributes nothing is said of the type.
bool is_of_other_type(CMS_ContentInfo* cms, const CMS_SignerInfo* signer) {
    const auto* type = static_cast<const ASN1_OBJECT*>(attribute(signer, NID_pkcs9_contentType, V_ASN1_OBJECT));
    return type != nullptr && OBJ_cmp(type, CMS_get0_eContentType(cms)) != 0;
}

/// RFC 5652, 11.1 and 11.2. digest   of the content
State state_of_attributes(CMS_ContentInfo* cms, const CMS_SignerInfo* signer, std::string_view digest) {
    const auto* signed_digest =
        static_cast<const ASN1_OCTET_STRING*>(attribute(signer, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING));
    if (attribute(signer, NID_pkcs9_contentType, V_ASN1_OBJECT) == nullptr || signed_digest == nullptr ||
        is_of_other_type(cms, signer))
        return State::bad;
    return view(signed_digest) == digest ? State::good : State::digest_mismatch;
}

/// The signature is over the content itself.
bool is_over_content(CMS_ContentInfo* cms, CMS_SignerInfo* signer) {
    const Bio content(CMS_dataInit(cms, nullptr));
    std::array<char, 4096> read{};
    while (content && BIO_read(content.get(), read.data(), static_cast<int>(read.size())) > 0) {
    }
    return content && CMS_SignerInfo_verify_content(signer, content.get()) == 1;
}

State state_of(CMS_ContentInfo* cms, CMS_SignerInfo* signer, std::string_view content, const X509_ALGOR* digest_named) {
    const EVP_MD* md = EVP_get_digestbyobj(digest_named->algorithm);
    if (md == nullptr)
        return State::unsupported;
    if (!has_attributes(signer))
        return is_over_content(cms, signer) ? State::good : State::bad;
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    if (EVP_Digest(content.data(), content.size(), digest.data(), &size, md, nullptr) != 1)
        return State::unsupported;
    if (CMS_SignerInfo_verify(signer) != 1)
        return State::bad;
    return state_of_attributes(cms, signer, view(digest.data(), static_cast<int>(size)));
}

/// Those of RFC 5280; others (attribute certificates) are passed over.
std::vector<Certificate> certificates_in(CMS_ContentInfo* cms, std::string_view name) {
    const CertificateStack stack(CMS_get1_certs(cms));
    const int count = stack ? sk_X509_num(stack.get()) : 0;
    if (count > static_cast<int>(limits::pem_blocks))
        throw Error{ErrorCode::too_large,
                    fmt::format("'{}' carries {} certificates, and {} is the limit", name, count, limits::pem_blocks)};
    std::vector<Certificate> certificates;
    for (int i = 0; i < count; ++i)
        certificates.push_back(Certificate::from_der(encoded<i2d_X509>(sk_X509_value(stack.get(), i))));
    return certificates;
}

void refuse_too_many_signers(CMS_ContentInfo* cms, std::string_view name) {
    const int count = sk_CMS_SignerInfo_num(CMS_get0_SignerInfos(cms));
    if (count > limits::message_signers)
        throw Error{ErrorCode::too_large,
                    fmt::format("'{}' has {} signers, and {} is the limit", name, count, limits::message_signers)};
}

}  // namespace

SignedMessage SignedMessage::parse(std::string_view bytes, std::string_view name) {
    ERR_clear_error();
    std::string_view rest = bytes;
    if (!take_element(rest))
        throw Error{ErrorCode::malformed_der,
                    fmt::format("the signature of '{}' is cut: its end is not in the file", name),
                    "get it again: what made or fetched it did not finish"};
    rest = bytes;
    std::shared_ptr<CMS_ContentInfo> cms(decoded<d2i_CMS_ContentInfo>(rest), CMS_ContentInfo_free);
    if (!cms)
        throw openssl_error(ErrorCode::malformed_der, fmt::format("the signature of '{}' does not parse", name));
    if (OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_pkcs7_signed)
        throw Error{ErrorCode::not_signed, fmt::format("'{}' is CMS, and no signature", name),
                    "mdmctl inspect says what a file is"};
    if (!rest.empty())
        throw Error{ErrorCode::trailing_data, fmt::format("there are bytes behind the end of '{}'", name)};
    refuse_too_many_signers(cms.get(), name);
    SignedMessage message(std::move(cms), crypto::is_der(bytes));
    message.certificates_ = certificates_in(message.cms_.get(), name);
    return message;
}

SignedMessage::SignedMessage(std::shared_ptr<CMS_ContentInfo> cms, bool is_der)
    : cms_(std::move(cms)), is_der_(is_der) {}

bool SignedMessage::is_detached() const {
    ASN1_OCTET_STRING** content = CMS_get0_content(cms_.get());
    return content == nullptr || *content == nullptr;
}

std::string_view SignedMessage::content() const {
    return is_detached() ? std::string_view{} : view(*CMS_get0_content(cms_.get()));
}

std::string SignedMessage::content_type() const { return dotted(CMS_get0_eContentType(cms_.get())); }

std::vector<MessageSignature> SignedMessage::signatures() const {
    const QuietErrors quiet;
    std::vector<MessageSignature> found;
    STACK_OF(CMS_SignerInfo)* signers = CMS_get0_SignerInfos(cms_.get());
    for (int i = 0; i < sk_CMS_SignerInfo_num(signers); ++i) {
        CMS_SignerInfo* signer = sk_CMS_SignerInfo_value(signers, i);
        X509_ALGOR* digest = nullptr;
        X509_ALGOR* algorithm = nullptr;
        CMS_SignerInfo_get0_algs(signer, nullptr, nullptr, &digest, &algorithm);
        MessageSignature signature{.digest = OBJ_nid2sn(OBJ_obj2nid(digest->algorithm)),
                                   .signing_time = signing_time_of(signer),
                                   .is_pss = OBJ_obj2nid(algorithm->algorithm) == NID_rsassaPss,
                                   .is_of_other_type = is_of_other_type(cms_.get(), signer)};
        signature.has_broken_time =
            !signature.signing_time && CMS_signed_get_attr_by_NID(signer, NID_pkcs9_signingTime, -1) >= 0;
        X509_NAME* issuer = nullptr;
        ASN1_INTEGER* serial = nullptr;
        if (CMS_SignerInfo_get0_signer_id(signer, nullptr, &issuer, &serial) == 1 && issuer != nullptr) {
            signature.issuer = decode_name(issuer).to_string();
            signature.serial = serial_hex(serial);
        }
        const auto is_signer = [&](const Certificate& c) { return CMS_SignerInfo_cert_cmp(signer, c.handle()) == 0; };
        const auto by = std::find_if(certificates_.begin(), certificates_.end(), is_signer);
        if (is_detached()) {
            signature.state = State::content_missing;
        } else if (by == certificates_.end()) {
            signature.state = State::signer_missing;
        } else if (by->public_key().handle() == nullptr) {
            signature.state = State::unsupported;
        } else {
            refuse_oversized(by->public_key().handle());
            CMS_SignerInfo_set1_signer_cert(signer, by->handle());
            signature.state = state_of(cms_.get(), signer, content(), digest);
        }
        if (by != certificates_.end())
            signature.certificate = *by;
        found.push_back(std::move(signature));
    }
    return found;
}

}  // namespace mdm::crypto
