// SPDX-License-Identifier: Apache-2.0
#include "crypto/private_key.hpp"

#include "crypto/asn1.hpp"
#include "crypto/octets.hpp"
#include "crypto/pem.hpp"
#include "crypto/signature.hpp"

#include <fmt/format.h>

namespace mdm::crypto {
namespace {

EVP_PKEY* decode_pkcs8(std::string_view& der) {
    const Pkcs8Handle info(decoded<d2i_PKCS8_PRIV_KEY_INFO>(der));
    if (!info)
        return nullptr;
    EVP_PKEY* key = EVP_PKCS82PKEY(info.get());
    const ASN1_OBJECT* algorithm = nullptr;
    PKCS8_pkey_get0(&algorithm, nullptr, nullptr, nullptr, info.get());
    if (key == nullptr && EVP_PKEY_type(OBJ_obj2nid(algorithm)) == NID_undef)
        throw Error{ErrorCode::unsupported_algorithm,
                    fmt::format("a private key of algorithm {} is not known here", dotted(algorithm)),
                    "the keys of push certificates and their vendors are RSA keys"};
    return key;
}

template <int type>
EVP_PKEY* d2i_traditional(EVP_PKEY**, const unsigned char** at, long size) {
    return d2i_PrivateKey(type, nullptr, at, size);
}

EVP_PKEY* decode(DerKind kind, std::string_view& der) {
    switch (kind) {
        case DerKind::pkcs8_key:
            return decode_pkcs8(der);
        case DerKind::rsa_key:
            return decoded<d2i_traditional<EVP_PKEY_RSA>>(der);
        case DerKind::ec_key:
            return decoded<d2i_traditional<EVP_PKEY_EC>>(der);
        case DerKind::dsa_key:
            return decoded<d2i_traditional<EVP_PKEY_DSA>>(der);
        default:
            return nullptr;
    }
}

}  // namespace

PrivateKey PrivateKey::from_der(std::string_view der) {
    ERR_clear_error();
    std::shared_ptr<EVP_PKEY> key(decode(kind_of_der(der), der), EVP_PKEY_free);
    if (!key)
        throw openssl_error(ErrorCode::malformed_der, "the private key does not parse");
    if (!der.empty())
        throw Error{ErrorCode::trailing_data, "there are bytes behind the end of the private key"};
    ERR_clear_error();  // of the decoders that were tried in vain
    return PrivateKey(std::move(key));
}

PrivateKey PrivateKey::generate_rsa(int bits) {
    std::shared_ptr<EVP_PKEY> key(EVP_RSA_gen(static_cast<unsigned>(bits)), EVP_PKEY_free);
    if (!key)
        throw openssl_error(ErrorCode::internal_error, fmt::format("no RSA key of {} bits could be made", bits));
    return PrivateKey(std::move(key));
}

PublicKey PrivateKey::public_key() const { return PublicKey(encoded<i2d_PUBKEY>(key_.get())); }

std::string PrivateKey::sign(std::string_view message, Digest digest) const {
    const DigestContext context(EVP_MD_CTX_new());
    std::size_t size = 0;
    if (!context ||
        EVP_DigestSignInit(context.get(), nullptr, digest_for(key_.get(), digest), nullptr, key_.get()) != 1 ||
        EVP_DigestSign(context.get(), nullptr, &size, octets(message), message.size()) != 1)
        throw openssl_error(ErrorCode::unsupported_algorithm, "the private key cannot sign");
    std::string signature(size, '\0');
    if (EVP_DigestSign(context.get(), octets(signature), &size, octets(message), message.size()) != 1)
        throw openssl_error(ErrorCode::unsupported_algorithm, "the private key cannot sign");
    signature.resize(size);
    return signature;
}

Secret PrivateKey::to_pem() const {
    const Pkcs8Handle info(EVP_PKEY2PKCS8(key_.get()));
    if (!info)
        throw openssl_error(ErrorCode::unsupported_algorithm, "the private key has no PKCS#8 form");
    const Secret der{encoded<i2d_PKCS8_PRIV_KEY_INFO>(info.get())};
    return Secret{to_pem_block("PRIVATE KEY", der.reveal())};
}

}  // namespace mdm::crypto
