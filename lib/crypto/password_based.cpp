// SPDX-License-Identifier: Apache-2.0
#include "crypto/password_based.hpp"

#include "crypto/legacy_ciphers.hpp"
#include "crypto/octets.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <limits>

namespace mdm::crypto {
namespace {

Error malformed(std::string_view what) {
    return openssl_error(ErrorCode::malformed_der, fmt::format("the encryption's {} do not parse", what));
}

Error unsupported(const ASN1_OBJECT* algorithm) {
    const int nid = OBJ_obj2nid(algorithm);
    const std::string name = nid == NID_undef ? dotted(algorithm) : OBJ_nid2sn(nid);
    return openssl_error(ErrorCode::unsupported_algorithm, fmt::format("encryption with {} is not known here", name));
}

/// An algorithm's parameters, when they are a SEQUENCE.
template <auto d2i>
auto parameters(const X509_ALGOR* algorithm) {
    const ASN1_TYPE* type = algorithm->parameter;
    if (type == nullptr || type->type != V_ASN1_SEQUENCE)
        return decltype(d2i(nullptr, nullptr, 0)){nullptr};
    std::string_view der = view(type->value.sequence);
    return decoded<d2i>(der);
}

// --- PKCS#12's own schemes (RFC 7292, C)

enum class OldCipher { triple_des, double_des, rc2, rc4 };

struct OldScheme {
    int nid;
    std::string_view name;
    OldCipher cipher;
    int key_size;
};

constexpr auto old_schemes = std::to_array<OldScheme>({
    {NID_pbe_WithSHA1And3_Key_TripleDES_CBC, "3DES", OldCipher::triple_des, 24},
    {NID_pbe_WithSHA1And2_Key_TripleDES_CBC, "3DES with two keys", OldCipher::double_des, 16},
    {NID_pbe_WithSHA1And128BitRC2_CBC, "RC2-128", OldCipher::rc2, 16},
    {NID_pbe_WithSHA1And40BitRC2_CBC, "RC2-40", OldCipher::rc2, 5},
    {NID_pbe_WithSHA1And128BitRC4, "RC4-128", OldCipher::rc4, 16},
    {NID_pbe_WithSHA1And40BitRC4, "RC4-40", OldCipher::rc4, 5},
});

const OldScheme* old_scheme(const X509_ALGOR* algorithm) {
    const int nid = OBJ_obj2nid(algorithm->algorithm);
    const auto found =
        std::find_if(old_schemes.begin(), old_schemes.end(), [&](const OldScheme& s) { return s.nid == nid; });
    return found == old_schemes.end() ? nullptr : &*found;
}

/// RFC 7292, B.2 and B.3: the same derivation makes key (purpose 1) and IV (2) of a passphrase.
Secret derive_pkcs12(Passphrase passphrase, const PBEPARAM& with, int purpose, int size, DerivationBudget& budget) {
    const std::uint64_t rounds = rounds_of(with.iter);
    budget.spend_rounds(rounds);
    std::string out(static_cast<std::size_t>(size), '\0');
    // The salt is not written to; OpenSSL only forgot to say so.
    auto* salt = const_cast<unsigned char*>(ASN1_STRING_get0_data(with.salt));
    if (PKCS12_key_gen_utf8(passphrase ? passphrase->data() : nullptr,
                            passphrase ? static_cast<int>(passphrase->size()) : 0, salt, ASN1_STRING_length(with.salt),
                            purpose, static_cast<int>(rounds), size, octets(out), EVP_sha1()) != 1)
        throw malformed("parameters");
    return Secret{std::move(out)};
}

std::optional<Secret> decrypt_old(const OldScheme& scheme, const X509_ALGOR* algorithm, std::string_view ciphertext,
                                  Passphrase passphrase, DerivationBudget& budget) {
    const PbeParameters with(parameters<d2i_PBEPARAM>(algorithm));
    if (!with)
        throw malformed("parameters");
    const Secret key = derive_pkcs12(passphrase, *with, PKCS12_KEY_ID, scheme.key_size, budget);
    if (scheme.cipher == OldCipher::rc4)
        return decrypt_rc4(key.reveal(), ciphertext);
    const Secret iv = derive_pkcs12(passphrase, *with, PKCS12_IV_ID, 8, budget);
    if (scheme.cipher == OldCipher::triple_des)
        return decrypt(EVP_des_ede3_cbc(), key.reveal(), iv.reveal(), ciphertext);
    if (scheme.cipher == OldCipher::double_des)
        return decrypt(EVP_des_ede_cbc(), key.reveal(), iv.reveal(), ciphertext);
    if (ciphertext.empty() || ciphertext.size() % 8 != 0)
        throw malformed("blocks");
    return decrypt_rc2_cbc(key.reveal(), iv.reveal(), ciphertext);
}

// --- PBES2 (RFC 8018)

void check_key_length(const ASN1_INTEGER* length, std::size_t wanted) {
    if (length != nullptr && rounds_of(length) != wanted)
        throw malformed("parameters");
}

Secret derive_pbkdf2(const X509_ALGOR* function, std::string_view passphrase, std::size_t size,
                     DerivationBudget& budget) {
    const Pbkdf2Parameters with(parameters<d2i_PBKDF2PARAM>(function));
    if (!with || with->salt->type != V_ASN1_OCTET_STRING)
        throw malformed("parameters");
    check_key_length(with->keylength, size);
    const int prf = with->prf == nullptr ? NID_hmacWithSHA1 : OBJ_obj2nid(with->prf->algorithm);
    int digest = NID_undef;
    const bool known = EVP_PBE_find(EVP_PBE_TYPE_PRF, prf, nullptr, &digest, nullptr) == 1;
    const EVP_MD* md = known ? EVP_get_digestbynid(digest) : nullptr;
    if (md == nullptr)
        throw unsupported(with->prf == nullptr ? function->algorithm : with->prf->algorithm);
    const std::uint64_t rounds = rounds_of(with->iter);
    budget.spend_rounds(rounds);
    const std::string_view salt = view(with->salt->value.octet_string);
    std::string key(size, '\0');
    if (PKCS5_PBKDF2_HMAC(passphrase.data(), static_cast<int>(passphrase.size()), octets(salt),
                          static_cast<int>(salt.size()), static_cast<int>(rounds), md, static_cast<int>(size),
                          octets(key)) != 1)
        throw unsupported(function->algorithm);
    return Secret{std::move(key)};
}

Secret derive_scrypt(const X509_ALGOR* function, std::string_view passphrase, std::size_t size,
                     DerivationBudget& budget) {
    const ScryptParameters with(parameters<d2i_SCRYPT_PARAMS>(function));
    if (!with)
        throw malformed("parameters");
    check_key_length(with->keyLength, size);
    const std::uint64_t n = rounds_of(with->costParameter);
    const std::uint64_t r = rounds_of(with->blockSize);
    const std::uint64_t p = rounds_of(with->parallelizationParameter);
    budget.spend_scrypt(n, r, p);
    const std::string_view salt = view(with->salt);
    std::string key(size, '\0');
    // The budget is the limit; OpenSSL's own, 32 MiB where it is not told, would refuse N = 2^16.
    constexpr auto no_limit = std::numeric_limits<std::uint64_t>::max();
    if (EVP_PBE_scrypt(passphrase.data(), passphrase.size(), octets(salt), salt.size(), n, r, p, no_limit, octets(key),
                       size) != 1)
        throw malformed("parameters");
    return Secret{std::move(key)};
}

const EVP_CIPHER* pbes2_cipher(const PBE2PARAM& with) {
    const EVP_CIPHER* cipher = EVP_get_cipherbyobj(with.encryption->algorithm);
    if (cipher == nullptr || EVP_CIPHER_get_mode(cipher) != EVP_CIPH_CBC_MODE)
        throw unsupported(with.encryption->algorithm);
    return cipher;
}

std::optional<Secret> decrypt_pbes2(const X509_ALGOR* algorithm, std::string_view ciphertext,
                                    std::string_view passphrase, DerivationBudget& budget) {
    const Pbes2Parameters with(parameters<d2i_PBE2PARAM>(algorithm));
    if (!with)
        throw malformed("parameters");
    const EVP_CIPHER* cipher = pbes2_cipher(*with);
    const ASN1_TYPE* iv = with->encryption->parameter;
    if (iv == nullptr || iv->type != V_ASN1_OCTET_STRING ||
        ASN1_STRING_length(iv->value.octet_string) != EVP_CIPHER_get_iv_length(cipher))
        throw malformed("parameters");
    const auto size = static_cast<std::size_t>(EVP_CIPHER_get_key_length(cipher));
    const int function = OBJ_obj2nid(with->keyfunc->algorithm);
    if (function != NID_id_pbkdf2 && function != NID_id_scrypt)
        throw unsupported(with->keyfunc->algorithm);
    const Secret key = function == NID_id_scrypt ? derive_scrypt(with->keyfunc, passphrase, size, budget)
                                                 : derive_pbkdf2(with->keyfunc, passphrase, size, budget);
    return decrypt(cipher, key.reveal(), view(iv->value.octet_string), ciphertext);
}

}  // namespace

std::optional<Secret> decrypt(const X509_ALGOR* algorithm, std::string_view ciphertext, Passphrase passphrase,
                              DerivationBudget& budget) {
    ERR_clear_error();
    if (const OldScheme* scheme = old_scheme(algorithm))
        return decrypt_old(*scheme, algorithm, ciphertext, passphrase, budget);
    if (OBJ_obj2nid(algorithm->algorithm) != NID_pbes2)
        throw unsupported(algorithm->algorithm);
    return decrypt_pbes2(algorithm, ciphertext, passphrase.value_or(""), budget);
}

std::optional<Secret> decrypt(const EVP_CIPHER* cipher, std::string_view key, std::string_view iv,
                              std::string_view ciphertext) {
    const auto block = static_cast<std::size_t>(EVP_CIPHER_get_block_size(cipher));
    if (ciphertext.empty() || ciphertext.size() % block != 0)
        throw malformed("blocks");
    const CipherContext context(EVP_CIPHER_CTX_new());
    if (!context || EVP_DecryptInit_ex(context.get(), cipher, nullptr, octets(key), octets(iv)) != 1)
        throw openssl_error(ErrorCode::unsupported_algorithm,
                            fmt::format("encryption with {} is not supported", EVP_CIPHER_get0_name(cipher)));
    const QuietErrors quiet;
    std::string plain(ciphertext.size() + block, '\0');
    int written = 0;
    int last = 0;
    const bool padded = EVP_DecryptUpdate(context.get(), octets(plain), &written, octets(ciphertext),
                                          static_cast<int>(ciphertext.size())) == 1 &&
                        EVP_DecryptFinal_ex(context.get(), octets(plain) + written, &last) == 1;
    plain.resize(static_cast<std::size_t>(written + last));
    Secret secret{std::move(plain)};
    if (!padded)
        return std::nullopt;
    return secret;
}

std::optional<std::string> legacy_cipher(const X509_ALGOR* algorithm) {
    const QuietErrors quiet;
    if (const OldScheme* scheme = old_scheme(algorithm))
        return std::string(scheme->name);
    const bool pbes2 = OBJ_obj2nid(algorithm->algorithm) == NID_pbes2;
    const Pbes2Parameters with(pbes2 ? parameters<d2i_PBE2PARAM>(algorithm) : nullptr);
    if (with && OBJ_obj2nid(with->encryption->algorithm) == NID_des_ede3_cbc)
        return "3DES";
    return std::nullopt;
}

std::uint64_t pbmac1_rounds(const X509_ALGOR* algorithm) {
    // PBMAC1-params has the shape of PBES2-params: two algorithms, the first of them the key derivation.
    const Pbes2Parameters with(parameters<d2i_PBE2PARAM>(algorithm));
    if (!with)
        throw malformed("parameters");
    if (OBJ_obj2nid(with->keyfunc->algorithm) != NID_id_pbkdf2)
        throw unsupported(with->keyfunc->algorithm);
    const Pbkdf2Parameters derivation(parameters<d2i_PBKDF2PARAM>(with->keyfunc));
    // RFC 9579, 5: the key length must be there. Longer ones than any digest has overran buffers in OpenSSL.
    if (!derivation || derivation->keylength == nullptr || rounds_of(derivation->keylength) > EVP_MAX_MD_SIZE)
        throw malformed("parameters");
    return rounds_of(derivation->iter);
}

std::uint64_t rounds_of(const ASN1_INTEGER* rounds) {
    if (rounds == nullptr)
        return 1;
    const QuietErrors quiet;
    std::uint64_t count = 0;
    if (ASN1_STRING_type(rounds) == V_ASN1_NEG_INTEGER)
        throw Error{ErrorCode::malformed_der, "the encryption asks for less than no rounds of key derivation"};
    if (ASN1_INTEGER_get_uint64(&count, rounds) != 1)
        return std::numeric_limits<std::uint64_t>::max();
    if (count == 0)
        throw Error{ErrorCode::malformed_der, "the encryption asks for no rounds of key derivation"};
    return count;
}

}  // namespace mdm::crypto
