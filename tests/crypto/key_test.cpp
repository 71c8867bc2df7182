// SPDX-License-Identifier: Apache-2.0
#include "base/encoding.hpp"
#include "base/limits.hpp"
#include "catch.hpp"
#include "crypto/private_key.hpp"
#include "crypto/public_key.hpp"
#include "fakes/certificates.hpp"
#include "fakes/errors.hpp"
#include "fakes/openssl_program.hpp"

using namespace mdm;
using namespace mdm::crypto;
using namespace mdm::fakes;

namespace {

std::string tlv(char tag, const std::string& content) {
    const auto byte = [](std::size_t n) { return static_cast<char>(static_cast<unsigned char>(n)); };
    const std::size_t n = content.size();
    return std::string{tag, '\x82', byte(n >> 8U), byte(n & 0xFFU)} + content;
}

/// A SubjectPublicKeyInfo with an RSA modulus of so many bytes, every bit set.
std::string rsa_spki(std::size_t bytes) {
    const std::string modulus = tlv('\x02', std::string(1, '\0') + std::string(bytes, '\xFF'));
    const std::string key = tlv('\x30', modulus + std::string("\x02\x03\x01\x00\x01", 5));
    return tlv('\x30', from_hex("300d06092a864886f70d0101010500").value() + tlv('\x03', std::string(1, '\0') + key));
}

}  // namespace

TEST_CASE("what a key signs its public half verifies, and nothing else") {
    const PrivateKey& key = rsa_key();
    const std::string signature = key.sign("message", Digest::sha256);

    CHECK(signature.size() == 256);
    CHECK(key.public_key().verifies("message", signature, Digest::sha256));
    CHECK_FALSE(key.public_key().verifies("massage", signature, Digest::sha256));
    CHECK_FALSE(key.public_key().verifies("message", signature, Digest::sha1));
    CHECK_FALSE(key.public_key().verifies("message", signature.substr(1), Digest::sha256));
    CHECK_FALSE(key.public_key().verifies("message", "", Digest::sha256));
    CHECK_FALSE(rsa_key("another").public_key().verifies("message", signature, Digest::sha256));
}

TEST_CASE("the openssl program verifies our signatures, and we verify its") {
    const Workshop shop;
    const auto [digest, option] =
        GENERATE(table<Digest, std::string>({{Digest::sha256, "-sha256"}, {Digest::sha1, "-sha1"}}));
    shop.write("key.pem", rsa_key().to_pem().reveal());
    shop.write("message", std::string("a\0b", 3));
    shop.write("ours", rsa_key().sign(std::string("a\0b", 3), digest));

    CHECK(shop.run("openssl dgst " + option + " -prverify key.pem -signature ours message"));
    REQUIRE(shop.run("openssl dgst " + option + " -sign key.pem -out theirs message"));
    CHECK(rsa_key().public_key().verifies(std::string("a\0b", 3), shop.read("theirs"), digest));
}

TEST_CASE("keys of other kinds sign and verify as well") {
    const Workshop shop;
    const auto algorithm = GENERATE(values<std::string>({"ec -pkeyopt ec_paramgen_curve:P-256", "ed25519"}));
    REQUIRE(shop.run("openssl genpkey -algorithm " + algorithm + " -outform DER -out key.der"));
    const PrivateKey key = PrivateKey::from_der(shop.read("key.der"));
    CHECK(key.public_key().verifies("message", key.sign("message", Digest::sha256), Digest::sha256));
    CHECK_FALSE(key.public_key().verifies("massage", key.sign("message", Digest::sha256), Digest::sha256));
}

TEST_CASE("a private key is written as PKCS#8 that openssl reads, in whole PEM lines") {
    const Workshop shop;
    const Secret pem = rsa_key().to_pem();
    CHECK(pem.reveal().starts_with("-----BEGIN PRIVATE KEY-----\n"));
    shop.write("key.pem", pem.reveal());
    CHECK(shop.output_of("openssl pkey -in key.pem -pubout -outform DER") == rsa_key().public_key().spki());
    CHECK(shop.run("openssl pkey -in key.pem -check -noout"));
}

TEST_CASE("a generated key is RSA with the bits that were asked for") {
    const PublicKey key = PrivateKey::generate_rsa(1024).public_key();
    CHECK(key.algorithm() == "RSA");
    CHECK(key.bits() == 1024);
    CHECK_FALSE(key.is_rsa_2048());
    CHECK(rsa_key().public_key().is_rsa_2048());
}

TEST_CASE("a cut private key is malformed, and so is something else") {
    const Workshop shop;
    shop.write("key.pem", rsa_key().to_pem().reveal());
    const std::string der = shop.output_of("openssl pkey -in key.pem -outform DER");
    for (std::size_t size = 0; size < der.size(); size += 7)
        REQUIRE(code_of([&] { return PrivateKey::from_der(der.substr(0, size)).public_key(); }) == "malformed_der");
    CHECK(code_of([&] { return PrivateKey::from_der(der + "x").public_key(); }) == "trailing_data");
    CHECK(code_of([&] { return PrivateKey::from_der(csr().der()).public_key(); }) == "malformed_der");
}

TEST_CASE("a public key is parsed from its SPKI alone") {
    const std::string spki = rsa_key().public_key().spki();
    const PublicKey parsed(spki);
    CHECK(parsed.is_rsa_2048());
    CHECK(parsed.spki() == spki);
    CHECK(code_of([&] { return PublicKey(spki + "x"); }) == "trailing_data");
    CHECK(code_of([&] { return PublicKey(spki.substr(0, 20)); }) == "malformed_der");
    CHECK(code_of([&] { return PublicKey(std::string()); }) == "malformed_der");
}

TEST_CASE("an RSA key above the limit is shown, and refused for verifying") {
    const PublicKey at_limit(rsa_spki(limits::rsa_bits / 8));
    CHECK(at_limit.bits() == limits::rsa_bits);
    CHECK_FALSE(at_limit.verifies("message", std::string(2048, 'x'), Digest::sha256));

    const PublicKey above(rsa_spki(limits::rsa_bits / 8 + 1));
    CHECK(above.bits() == limits::rsa_bits + 8);
    CHECK(message_of([&] { return above.verifies("message", std::string(2049, 'x'), Digest::sha256); }) ==
          "the key has 16392 bits, and signatures are verified up to 16384");
}
