// SPDX-License-Identifier: Apache-2.0
#include "crypto/signature.hpp"

#include "base/limits.hpp"
#include "crypto/octets.hpp"

#include <fmt/format.h>

namespace mdm::crypto {

const EVP_MD* digest_for(const EVP_PKEY* key, Digest digest) {
    if (EVP_PKEY_is_a(key, "ED25519") == 1 || EVP_PKEY_is_a(key, "ED448") == 1)
        return nullptr;
    return digest == Digest::sha1 ? EVP_sha1() : EVP_sha256();
}

std::string digest_name(const X509_ALGOR* algorithm) {
    const ASN1_OBJECT* object = nullptr;
    int parameter_type = V_ASN1_UNDEF;
    const void* parameter = nullptr;
    X509_ALGOR_get0(&object, &parameter_type, &parameter, algorithm);
    const int nid = OBJ_obj2nid(object);
    if (nid == NID_rsassaPss && parameter_type == V_ASN1_SEQUENCE) {
        const QuietErrors quiet;
        std::string_view der = view(static_cast<const ASN1_STRING*>(parameter));
        const PssParameters pss(decoded<d2i_RSA_PSS_PARAMS>(der));
        if (!pss)
            return "";
        return pss->hashAlgorithm == nullptr ? "SHA1" : OBJ_nid2sn(OBJ_obj2nid(pss->hashAlgorithm->algorithm));
    }
    int digest = NID_undef;
    if (OBJ_find_sigid_algs(nid, &digest, nullptr) != 1 || digest == NID_undef)
        return "";
    return OBJ_nid2sn(digest);
}

void refuse_oversized(const EVP_PKEY* key) {
    const int bits = EVP_PKEY_get_bits(key);
    if (bits <= limits::rsa_bits)
        return;
    throw Error{ErrorCode::too_costly,
                fmt::format("the key has {} bits, and signatures are verified up to {}", bits, limits::rsa_bits)};
}

}  // namespace mdm::crypto
