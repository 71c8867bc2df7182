// SPDX-License-Identifier: Apache-2.0
#include "crypto/own_signature.hpp"

#include "crypto/digest.hpp"
#include "crypto/octets.hpp"

#include <array>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/params.h>

namespace mdm::crypto {
namespace {

using Group = Handle<EC_GROUP, EC_GROUP_free>;
using Point = Handle<EC_POINT, EC_POINT_clear_free>;
using EcdsaSignature = Handle<ECDSA_SIG, ECDSA_SIG_free>;
using NumberContext = Handle<BN_CTX, BN_CTX_free>;
using Montgomery = Handle<BN_MONT_CTX, BN_MONT_CTX_free>;
using SecretNumber = Handle<BIGNUM, BN_clear_free>;

bool is_p256(const EVP_PKEY* key) {
    std::string curve(80, '\0');
    return EVP_PKEY_is_a(key, "EC") == 1 && EVP_PKEY_get_group_name(key, curve.data(), curve.size(), nullptr) == 1 &&
           OBJ_sn2nid(curve.c_str()) == NID_X9_62_prime256v1;
}

void refuse_halves_of_two_keys(EVP_PKEY* key) {
    const PkeyContext context(EVP_PKEY_CTX_new(key, nullptr));
    if (!context || EVP_PKEY_pairwise_check(context.get()) != 1)
        throw openssl_error(ErrorCode::key_mismatch, "the private half of the key does not belong to its public half");
}

/// Null where the key does not give it out.
SecretNumber private_number(const EVP_PKEY* key) {
    // EVP_PKEY_get_bn_param() leaves it on its stack.
    std::array<unsigned char, 32> bytes{};
    std::array parameters{OSSL_PARAM_construct_BN(OSSL_PKEY_PARAM_PRIV_KEY, bytes.data(), bytes.size()),
                          OSSL_PARAM_construct_end()};
    SecretNumber number(BN_secure_new());
    BIGNUM* filled = number.get();
    if (EVP_PKEY_get_params(key, parameters.data()) != 1 || OSSL_PARAM_get_BN(parameters.data(), &filled) != 1)
        number.reset();
    OPENSSL_cleanse(bytes.data(), bytes.size());
    return number;
}

/// RFC 3279, 2.2.3, in the one form that DER knows.
EcdsaSignature parsed(std::string_view der) {
    std::string_view rest = der;
    EcdsaSignature signature(decoded<d2i_ECDSA_SIG>(rest));
    if (signature && (!rest.empty() || encoded<i2d_ECDSA_SIG>(signature.get()) != der))
        signature.reset();
    return signature;
}

}  // namespace

/// FIPS 186-5, 6.4.2: a signature (r, s) of the digest z holds where the point u1 G + u2 Q, with u1 = z/s and u2 = r/s,
/// has r as its x. G is the generator, Q the public key, and, d being the private one, Q is d G. So (u1 + u2 d) G is
/// that point: one product with the generator, for which OpenSSL has a table, and not one with a point of which it
/// knows nothing. That factor is the number that the signature must never tell: what it and d go through takes as long
/// whatever they are.
struct OwnSignature::P256 {
    explicit P256(const EVP_PKEY* key) : order(EC_GROUP_get0_order(group.get())) {
        const NumberContext context(BN_CTX_secure_new());
        const SecretNumber d = private_number(key);
        if (!d || !context || BN_MONT_CTX_set(montgomery.get(), order, context.get()) != 1 ||
            BN_to_montgomery(private_key.get(), d.get(), montgomery.get(), context.get()) != 1)
            throw openssl_error(ErrorCode::internal_error, "the private key cannot be used to verify");
    }

    bool is_in_range(const BIGNUM* n) const {
        return BN_is_negative(n) == 0 && BN_is_zero(n) == 0 && BN_cmp(n, order) < 0;
    }

    bool verifies(std::string_view message, std::string_view der) const {
        const EcdsaSignature signature = parsed(der);
        if (!signature)
            return false;
        const BIGNUM* r = ECDSA_SIG_get0_r(signature.get());
        const BIGNUM* s = ECDSA_SIG_get0_s(signature.get());
        const std::string digest = sha256(message);
        const NumberContext context(BN_CTX_secure_new());
        const BigNumber u1(BN_bin2bn(octets(digest), static_cast<int>(digest.size()), nullptr));
        const BigNumber u2(BN_new());
        const BigNumber x(BN_new());
        const SecretNumber factor(BN_new());
        const Point point(EC_POINT_new(group.get()));
        BN_CTX* c = context.get();
        return is_in_range(r) && is_in_range(s) && BN_mod_inverse(x.get(), s, order, c) != nullptr &&
               BN_mod_mul(u1.get(), u1.get(), x.get(), order, c) == 1 &&
               BN_mod_mul(u2.get(), r, x.get(), order, c) == 1 &&
               BN_mod_mul_montgomery(factor.get(), u2.get(), private_key.get(), montgomery.get(), c) == 1 &&
               BN_mod_add_quick(factor.get(), factor.get(), u1.get(), order) == 1 &&
               EC_POINT_mul(group.get(), point.get(), factor.get(), nullptr, nullptr, c) == 1 &&
               EC_POINT_get_affine_coordinates(group.get(), point.get(), x.get(), nullptr, c) == 1 &&
               BN_nnmod(x.get(), x.get(), order, c) == 1 && BN_cmp(x.get(), r) == 0;
    }

    Group group{EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1)};
    const BIGNUM* order;
    Montgomery montgomery{BN_MONT_CTX_new()};
    SecretNumber private_key{BN_secure_new()};  ///< in Montgomery's form
};

OwnSignature::OwnSignature(const PrivateKey& key) : public_key_(key.public_key()) {
    if (!is_p256(key.handle()))
        return;
    refuse_halves_of_two_keys(key.handle());
    p256_ = std::make_unique<const P256>(key.handle());
}

OwnSignature::OwnSignature(OwnSignature&&) noexcept = default;
OwnSignature& OwnSignature::operator=(OwnSignature&&) noexcept = default;
OwnSignature::~OwnSignature() = default;

bool OwnSignature::verifies(std::string_view message, std::string_view signature) const {
    if (!p256_)
        return public_key_.verifies(message, signature, Digest::sha256);
    const QuietErrors quiet;
    return p256_->verifies(message, signature);
}

}  // namespace mdm::crypto
