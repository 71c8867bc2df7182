// SPDX-License-Identifier: Apache-2.0
#include "crypto/public_key.hpp"

#include "crypto/digest.hpp"
#include "crypto/octets.hpp"
#include "crypto/signature.hpp"

#include <utility>

namespace mdm::crypto {
namespace {

X509PubkeyHandle parse(std::string_view spki) {
    X509PubkeyHandle info(decoded<d2i_X509_PUBKEY>(spki));
    if (!info)
        throw openssl_error(ErrorCode::malformed_der, "the public key does not parse");
    if (!spki.empty())
        throw Error{ErrorCode::trailing_data, "there are bytes behind the end of the public key"};
    return info;
}

std::string algorithm_oid(const X509_PUBKEY* info) {
    ASN1_OBJECT* algorithm = nullptr;
    X509_PUBKEY_get0_param(&algorithm, nullptr, nullptr, nullptr, info);
    return dotted(algorithm);
}

}  // namespace

PublicKey::PublicKey(std::string spki_der) : PublicKey(parse(spki_der).get()) { spki_ = std::move(spki_der); }

PublicKey::PublicKey(X509_pubkey_st* info) : spki_(encoded<i2d_X509_PUBKEY>(info)), algorithm_(algorithm_oid(info)) {
    const QuietErrors quiet;
    key_.reset(X509_PUBKEY_get(info), EVP_PKEY_free);
    if (!key_)
        return;
    bits_ = EVP_PKEY_get_bits(key_.get());
    if (const char* known = EVP_PKEY_get0_type_name(key_.get()))
        algorithm_ = known;
}

std::string PublicKey::sha256() const { return sha256_hex(spki_); }

bool PublicKey::verifies(std::string_view message, std::string_view signature, Digest digest) const {
    if (!key_)
        return false;
    refuse_oversized(key_.get());
    const QuietErrors quiet;
    const DigestContext context(EVP_MD_CTX_new());
    return context &&
           EVP_DigestVerifyInit(context.get(), nullptr, digest_for(key_.get(), digest), nullptr, key_.get()) == 1 &&
           EVP_DigestVerify(context.get(), octets(signature), signature.size(), octets(message), message.size()) == 1;
}

}  // namespace mdm::crypto
