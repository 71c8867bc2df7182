// SPDX-License-Identifier: Apache-2.0
#include "crypto/enveloped_message.hpp"

#include "base/encoding.hpp"
#include "base/limits.hpp"
#include "crypto/asn1.hpp"
#include "crypto/cms.hpp"
#include "crypto/name_codec.hpp"
#include "crypto/octets.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <openssl/bio.h>
#include <openssl/cms.h>
#include <utility>

namespace mdm::crypto {
namespace {

using Cms = Handle<CMS_ContentInfo, CMS_ContentInfo_free>;
using Bio = Handle<BIO, BIO_free_all>;

constexpr std::string_view enveloped_data = "1.2.840.113549.1.7.3";
/// The same as it stands in a message, behind the tag and length of what it is in.
constexpr std::string_view enveloped_data_der = "\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x03";
constexpr std::size_t longest_head = 10;

Cms decoded_cms(std::string_view& bytes, std::string_view name) {
    Cms cms(decoded<d2i_CMS_ContentInfo>(bytes));
    if (!cms)
        throw Error{ErrorCode::malformed_der, fmt::format("'{}' is cut or damaged", name),
                    "copy it again from where it was saved"};
    return cms;
}

Recipient recipient_of(CMS_RecipientInfo* info) {
    ASN1_OCTET_STRING* key_id = nullptr;
    X509_NAME* issuer = nullptr;
    ASN1_INTEGER* serial = nullptr;
    Recipient recipient;
    if (CMS_RecipientInfo_ktri_get0_signer_id(info, &key_id, &issuer, &serial) != 1)
        return recipient;
    if (key_id != nullptr)
        recipient.subject_key_id = to_hex(view(key_id));
    if (issuer != nullptr && serial != nullptr) {
        recipient.issuer = decode_name(issuer);
        recipient.serial = serial_hex(serial);
    }
    return recipient;
}

std::string_view content_of(std::string_view& bytes) {
    const auto element = take_element(bytes);
    return element ? element->content : std::string_view{};
}

/// OpenSSL tells it of nothing but what it encrypts itself.
/// der   of definite lengths
std::string cipher_of(std::string_view der) {
    std::string_view info = content_of(der);
    content_of(info);                                      // contentType
    std::string_view explicit_content = content_of(info);  // [0]
    std::string_view envelope = content_of(explicit_content);
    content_of(envelope);  // version
    auto recipients = take_element(envelope);
    if (recipients && !recipients->is(V_ASN1_SET))
        take_element(envelope);  // the first was originatorInfo
    std::string_view encrypted = content_of(envelope);
    content_of(encrypted);  // contentType
    std::string_view algorithm = content_of(encrypted);
    const QuietErrors quiet;
    const Object oid(decoded<d2i_ASN1_OBJECT>(algorithm));
    if (!oid)
        return "unknown";
    const int nid = OBJ_obj2nid(oid.get());
    return nid == NID_undef ? dotted(oid.get()) : OBJ_nid2sn(nid);
}

void judge_cipher(const std::string& cipher, const std::string& name) {
    constexpr std::array<std::string_view, 4> taken{"AES-128-CBC", "AES-192-CBC", "AES-256-CBC", "DES-EDE3-CBC"};
    if (std::find(taken.begin(), taken.end(), cipher) == taken.end())
        throw Error{ErrorCode::unsupported_algorithm,
                    fmt::format("'{}' is encrypted with {}, which is not taken", name, cipher),
                    "AES and 3DES in CBC mode are; Apple uses AES-128-CBC"};
}

/// nullopt: the content key that was found is not the right one.
std::optional<Secret> content_behind(CMS_ContentInfo* cms) {
    // Its memory is wiped when it grows and when it goes.
    const Bio out(BIO_new(BIO_s_mem()));
    if (CMS_decrypt(cms, nullptr, nullptr, nullptr, out.get(), CMS_BINARY) != 1)
        return std::nullopt;
    char* data = nullptr;
    const long size = BIO_get_mem_data(out.get(), &data);
    return Secret{std::string(data, static_cast<std::size_t>(size))};
}

}  // namespace

bool Recipient::is(const Certificate& certificate) const {
    if (issuer)
        return serial == certificate.serial() && issuer->der == certificate.issuer().der;
    return subject_key_id && subject_key_id == certificate.subject_key_id();
}

std::string Recipient::to_string() const {
    if (issuer)
        return fmt::format("{}, serial {}", issuer->empty() ? "a certificate without issuer" : issuer->to_string(),
                           serial);
    return fmt::format("key identifier {}", subject_key_id.value_or("unknown"));
}

bool EnvelopedMessage::is_begun_by(std::string_view bytes) {
    return bytes.starts_with('\x30') &&
           bytes.substr(0, longest_head + enveloped_data_der.size()).find(enveloped_data_der) != std::string_view::npos;
}

EnvelopedMessage EnvelopedMessage::parse(std::string_view bytes, std::string_view name) {
    const QuietErrors quiet;
    // Of definite lengths, one that is cut does not even tell its type.
    if (cms_content_type(bytes) != enveloped_data && !is_begun_by(bytes))
        throw Error{ErrorCode::not_recognized, fmt::format("'{}' is no encrypted CMS message", name),
                    "mdmctl inspect says what a file is"};
    std::string_view rest = bytes;
    const Cms cms = decoded_cms(rest, name);
    STACK_OF(CMS_RecipientInfo)* infos = CMS_get0_RecipientInfos(cms.get());
    const int count = sk_CMS_RecipientInfo_num(infos);
    if (count > limits::envelope_recipients)
        throw Error{ErrorCode::too_costly, fmt::format("'{}' is encrypted for {} recipients, and {} is the limit", name,
                                                       count, limits::envelope_recipients)};
    EnvelopedMessage message;
    message.name_ = name;
    message.trailing_bytes_ = rest.size();
    message.der_ = encoded<i2d_CMS_ContentInfo>(cms.get());  // of definite lengths, whatever it came as
    message.cipher_ = cipher_of(message.der_);
    for (int place = 0; place < count; ++place) {
        CMS_RecipientInfo* info = sk_CMS_RecipientInfo_value(infos, place);
        if (CMS_RecipientInfo_type(info) != CMS_RECIPINFO_TRANS)
            continue;
        message.recipients_.push_back(recipient_of(info));
        message.places_.push_back(place);
    }
    return message;
}

std::optional<Secret> EnvelopedMessage::open(const PrivateKey& key) const {
    judge_cipher(cipher_, name_);
    const QuietErrors quiet;
    for (const int place : places_) {
        std::string_view rest = der_;
        const Cms cms = decoded_cms(rest, name_);
        CMS_RecipientInfo* info = sk_CMS_RecipientInfo_value(CMS_get0_RecipientInfos(cms.get()), place);
        EVP_PKEY_up_ref(key.handle());
        if (CMS_RecipientInfo_set0_pkey(info, key.handle()) != 1)
            EVP_PKEY_free(key.handle());
        else if (CMS_RecipientInfo_decrypt(cms.get(), info) == 1)
            if (auto content = content_behind(cms.get()))
                return content;
    }
    return std::nullopt;
}

}  // namespace mdm::crypto
