// SPDX-License-Identifier: Apache-2.0
#include "crypto/cms_for_recipient.hpp"

#include "crypto/octets.hpp"

#include <fmt/format.h>
#include <openssl/bio.h>
#include <openssl/cms.h>

namespace mdm::crypto {
namespace {

using Cms = Handle<CMS_ContentInfo, CMS_ContentInfo_free>;
using Bio = Handle<BIO, BIO_free_all>;

/// So that the content is not there yet, and is written with lengths that nobody knows beforehand.
constexpr unsigned int streamed = CMS_BINARY | CMS_STREAM;

Error not_encrypted() { return openssl_error(ErrorCode::internal_error, "the bytes could not be encrypted"); }

}  // namespace

std::string enveloped_for(const Certificate& recipient, std::string_view plain) {
    if (recipient.public_key().algorithm() != "RSA")
        throw Error{ErrorCode::unsupported_algorithm,
                    fmt::format("nothing can be encrypted for '{}', whose key is {} and not RSA",
                                recipient.subject().to_string(), recipient.public_key().algorithm())};
    const Bio content(BIO_new_mem_buf(plain.data(), static_cast<int>(plain.size())));
    const Bio out(BIO_new(BIO_s_mem()));
    const Cms cms(CMS_encrypt(nullptr, nullptr, EVP_aes_128_cbc(), streamed | CMS_PARTIAL));
    if (!content || !out || !cms || CMS_add1_recipient_cert(cms.get(), recipient.handle(), 0) == nullptr ||
        i2d_CMS_bio_stream(out.get(), cms.get(), content.get(), static_cast<int>(streamed)) != 1)
        throw not_encrypted();
    char* data = nullptr;
    const long size = BIO_get_mem_data(out.get(), &data);
    return {data, static_cast<std::size_t>(size)};
}

}  // namespace mdm::crypto
