// SPDX-License-Identifier: Apache-2.0
#include "crypto/export.hpp"

#include "crypto/handle.hpp"
#include "crypto/octets.hpp"
#include "crypto/openssl_error.hpp"
#include "crypto/pem.hpp"
#include "crypto/random.hpp"

#include <string>

namespace mdm::crypto {
namespace {

using AlgorithmHandle = Handle<X509_ALGOR, X509_ALGOR_free>;

/// As many as OWASP asks for PBKDF2 with SHA-256.
constexpr int pbkdf2_rounds = 600'000;
/// Readers of the old form are slow, and its 3DES is not saved by rounds.
constexpr int apple_rounds = 2048;
constexpr std::size_t salt_size = 16;

int length(std::string_view text) { return static_cast<int>(text.size()); }

struct Pkcs12Form {
    int cipher;
    int rounds;
    const EVP_MD* mac;
};

Pkcs12Form form_of(Pkcs12Profile profile) {
    if (profile == Pkcs12Profile::apple)
        return {NID_pbe_WithSHA1And3_Key_TripleDES_CBC, apple_rounds, EVP_sha1()};
    return {NID_aes_256_cbc, pbkdf2_rounds, EVP_sha256()};
}

}  // namespace

Secret to_encrypted_pem(const PrivateKey& key, const Secret& passphrase) {
    const Pkcs8Handle info(EVP_PKEY2PKCS8(key.handle()));
    std::string salt = random_bytes(salt_size);
    AlgorithmHandle algorithm(PKCS5_pbe2_set_iv(EVP_aes_256_cbc(), pbkdf2_rounds,
                                                reinterpret_cast<unsigned char*>(salt.data()), length(salt), nullptr,
                                                NID_hmacWithSHA256));
    if (!info || !algorithm)
        throw openssl_error(ErrorCode::internal_error, "the private key could not be prepared for encryption");
    const X509SigHandle encrypted(
        PKCS8_set0_pbe(passphrase.reveal().data(), length(passphrase.reveal()), info.get(), algorithm.get()));
    if (!encrypted)
        throw openssl_error(ErrorCode::internal_error, "the private key could not be encrypted");
    static_cast<void>(algorithm.release());  // `encrypted` has it
    return Secret{to_pem_block("ENCRYPTED PRIVATE KEY", encoded<i2d_X509_SIG>(encrypted.get()))};
}

Secret to_pkcs12(const Certificate& certificate, const PrivateKey& key, const Secret& passphrase, Pkcs12Profile profile,
                 std::string_view name) {
    const Pkcs12Form form = form_of(profile);
    const Secret word = passphrase.copy();  // OpenSSL wants it to end with a NUL, which a string has
    const std::string friendly_name(name);
    constexpr int no_mac_yet = -1;
    const Pkcs12Handle file(PKCS12_create(word.reveal().data(), friendly_name.c_str(), key.handle(),
                                          certificate.handle(), nullptr, form.cipher, form.cipher, form.rounds,
                                          no_mac_yet, 0));
    if (!file || PKCS12_set_mac(file.get(), word.reveal().data(), length(word.reveal()), nullptr, salt_size,
                                form.rounds, form.mac) != 1)
        throw openssl_error(ErrorCode::internal_error, "the PKCS#12 could not be made");
    return Secret{encoded<i2d_PKCS12>(file.get())};
}

Secret exported(const Certificate& certificate, const PrivateKey& key, const ExportForm& form) {
    if (form.pkcs12)
        return to_pkcs12(certificate, key, form.passphrase.value(), *form.pkcs12, form.name);
    const Secret key_pem = form.passphrase ? to_encrypted_pem(key, *form.passphrase) : key.to_pem();
    std::string whole = certificate.to_pem();
    whole.reserve(whole.size() + key_pem.reveal().size());
    whole.append(key_pem.reveal());
    return Secret{std::move(whole)};
}

}  // namespace mdm::crypto
