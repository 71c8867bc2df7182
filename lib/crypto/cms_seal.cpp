// SPDX-License-Identifier: Apache-2.0
#include "crypto/cms_seal.hpp"

#include "crypto/octets.hpp"
#include "crypto/pem.hpp"

#include <openssl/bio.h>
#include <openssl/cms.h>
#include <utility>

namespace mdm::crypto {
namespace {

using Cms = Handle<CMS_ContentInfo, CMS_ContentInfo_free>;
using Bio = Handle<BIO, BIO_free_all>;

constexpr std::string_view label = "CMS";

Bio reading(std::string_view bytes) { return Bio(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size()))); }

/// Bytes that OpenSSL takes over and frees.
unsigned char* given_away(std::string_view bytes) {
    return static_cast<unsigned char*>(OPENSSL_memdup(bytes.data(), bytes.size()));
}

void add_recipient(CMS_ContentInfo* cms, const Secret& key, std::string_view key_id) {
    unsigned char* key_bytes = given_away(key.reveal());
    unsigned char* id_bytes = given_away(key_id);
    if (key_bytes == nullptr || id_bytes == nullptr ||
        CMS_add0_recipient_key(cms, NID_undef, key_bytes, key.reveal().size(), id_bytes, key_id.size(), nullptr,
                               nullptr, nullptr) == nullptr) {
        OPENSSL_clear_free(key_bytes, key.reveal().size());
        OPENSSL_free(id_bytes);
        throw openssl_error(ErrorCode::internal_error, "a secret could not be sealed");
    }
}

Cms parsed(std::string_view pem) {
    const auto blocks = split_pem(pem, "the sealed secret");
    if (blocks.size() != 1 || blocks.front().label != label)
        throw Error{ErrorCode::malformed_pem, "the sealed secret is not one PEM block of CMS"};
    const Secret der = decode(blocks.front(), "the sealed secret");
    std::string_view bytes = der.reveal();
    Cms cms(decoded<d2i_CMS_ContentInfo>(bytes));
    if (!cms || !bytes.empty())
        throw openssl_error(ErrorCode::malformed_der, "the sealed secret does not parse");
    return cms;
}

}  // namespace

std::string seal(std::string_view plain, const Secret& key, std::string_view key_id) {
    if (key.reveal().size() != sealing_key_size)
        throw Error{ErrorCode::internal_error, "a sealing key is not 32 bytes long"};
    const Bio in = reading(plain);
    const Cms cms(CMS_encrypt(nullptr, in.get(), EVP_aes_256_gcm(), CMS_BINARY | CMS_PARTIAL));
    if (!cms)
        throw openssl_error(ErrorCode::internal_error, "a secret could not be sealed");
    add_recipient(cms.get(), key, key_id);
    // Without this the call below succeeds, and the content is not in what it makes.
    CMS_set_detached(cms.get(), 0);
    if (CMS_final(cms.get(), in.get(), nullptr, CMS_BINARY) != 1)
        throw openssl_error(ErrorCode::internal_error, "a secret could not be sealed");
    std::string pem = to_pem_block(label, encoded<i2d_CMS_ContentInfo>(cms.get()));
    const auto again = open_sealed(pem, key, key_id);
    if (!again || again->reveal() != plain)
        throw Error{ErrorCode::internal_error, "a secret that was sealed does not open again"};
    return pem;
}

std::optional<Secret> open_sealed(std::string_view pem, const Secret& key, std::string_view key_id) {
    const QuietErrors quiet;
    const Cms cms = parsed(pem);
    std::string key_bytes(key.reveal());  // OpenSSL's parameters are not const, though it only reads them
    std::string id_bytes(key_id);
    const int fits =
        CMS_decrypt_set1_key(cms.get(), octets(key_bytes), key_bytes.size(), octets(id_bytes), id_bytes.size());
    wipe(key_bytes.data(), key_bytes.size());
    // Its memory is wiped when it grows and when it goes.
    const Bio out(BIO_new(BIO_s_mem()));
    // RFC 5083, 2.2: nothing is given out before the authentication tag was found right, which this call returns.
    if (fits != 1 || CMS_decrypt(cms.get(), nullptr, nullptr, nullptr, out.get(), CMS_BINARY) != 1)
        return std::nullopt;
    char* data = nullptr;
    const long size = BIO_get_mem_data(out.get(), &data);
    return Secret{std::string(data, static_cast<std::size_t>(size))};
}

}  // namespace mdm::crypto
