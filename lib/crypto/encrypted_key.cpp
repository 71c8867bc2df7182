// SPDX-License-Identifier: Apache-2.0
#include "crypto/encrypted_key.hpp"

#include "base/encoding.hpp"
#include "base/text.hpp"
#include "crypto/asn1.hpp"
#include "crypto/octets.hpp"
#include "crypto/password_based.hpp"

#include <fmt/format.h>

namespace mdm::crypto {
namespace {

constexpr std::size_t salt_size = 8;  ///< of the IV: EVP_BytesToKey takes no more

struct DekInfo {
    const EVP_CIPHER* cipher = nullptr;
    std::string iv;
};

/// Ciphers that need no more than a key and an IV; what is authenticated was never written this way.
bool is_plain_mode(const EVP_CIPHER* cipher) {
    const int mode = EVP_CIPHER_get_mode(cipher);
    return mode == EVP_CIPH_CBC_MODE || mode == EVP_CIPH_CFB_MODE || mode == EVP_CIPH_OFB_MODE;
}

DekInfo parse(std::string_view dek_info) {
    const std::size_t comma = dek_info.find(',');
    const std::string name(trimmed(dek_info.substr(0, comma)));
    const auto iv = from_hex(comma == std::string_view::npos ? "" : dek_info.substr(comma + 1));
    const EVP_CIPHER* cipher = EVP_get_cipherbyname(name.c_str());
    if (cipher == nullptr || !is_plain_mode(cipher))
        throw Error{ErrorCode::unsupported_algorithm, fmt::format("encryption with '{}' is not known here", name)};
    if (!iv || iv->size() < salt_size || iv->size() != static_cast<std::size_t>(EVP_CIPHER_get_iv_length(cipher)))
        throw Error{ErrorCode::malformed_pem, fmt::format("DEK-Info has no IV that fits {}", name)};
    return {cipher, *iv};
}

Secret derive(const DekInfo& dek, std::string_view passphrase) {
    std::string key(static_cast<std::size_t>(EVP_CIPHER_get_key_length(dek.cipher)), '\0');
    if (EVP_BytesToKey(dek.cipher, EVP_md5(), octets(dek.iv), octets(passphrase), static_cast<int>(passphrase.size()),
                       1, octets(key), nullptr) <= 0)
        throw openssl_error(ErrorCode::unsupported_algorithm, "the key derivation of PEM is not available");
    return Secret{std::move(key)};
}

bool is_key(DerKind kind) {
    return kind == DerKind::rsa_key || kind == DerKind::ec_key || kind == DerKind::dsa_key ||
           kind == DerKind::pkcs8_key;
}

}  // namespace

std::optional<Secret> open_encrypted_pkcs8(std::string_view der, Reading& reading) {
    ERR_clear_error();
    const X509SigHandle sealed(decoded<d2i_X509_SIG>(der));
    if (!sealed)
        throw openssl_error(ErrorCode::malformed_der, "the encrypted private key does not parse");
    if (!der.empty())
        throw Error{ErrorCode::trailing_data, "there are bytes behind the end of the encrypted private key"};
    const X509_ALGOR* algorithm = nullptr;
    const ASN1_OCTET_STRING* ciphertext = nullptr;
    X509_SIG_get0(sealed.get(), &algorithm, &ciphertext);
    if (const auto cipher = legacy_cipher(algorithm))
        reading.note_legacy(*cipher);
    const auto passphrase = reading.passphrase();
    if (!passphrase) {
        reading.lock();
        return std::nullopt;
    }
    auto key = decrypt(algorithm, view(ciphertext), *passphrase, reading.budget);
    if (!key || kind_of_der(key->reveal()) != DerKind::pkcs8_key)
        throw reading.wrong_passphrase();
    return key;
}

std::optional<Secret> open_dek(std::string_view dek_info, std::string_view ciphertext, Reading& reading) {
    const DekInfo dek = parse(dek_info);
    reading.note_legacy(fmt::format("{} by a key from one round of MD5", EVP_CIPHER_get0_name(dek.cipher)));
    const auto passphrase = reading.passphrase();
    if (!passphrase) {
        reading.lock();
        return std::nullopt;
    }
    auto key = decrypt(dek.cipher, derive(dek, *passphrase).reveal(), dek.iv, ciphertext);
    if (!key || !is_key(kind_of_der(key->reveal())))
        throw reading.wrong_passphrase();
    return key;
}

}  // namespace mdm::crypto
