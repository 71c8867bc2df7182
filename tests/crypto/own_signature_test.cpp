// SPDX-License-Identifier: Apache-2.0
#include "crypto/own_signature.hpp"

#include "base/encoding.hpp"
#include "catch.hpp"
#include "crypto/contents.hpp"
#include "fakes/certificates.hpp"
#include "fakes/errors.hpp"
#include "fakes/openssl_program.hpp"

using namespace mdm;
using namespace mdm::crypto;
using namespace mdm::fakes;

namespace {

PrivateKey key_in(const Workshop& shop, const std::string& file) {
    return read_contents(shop.read(file), file, [] { return std::optional<Secret>{}; })->keys.front();
}

PrivateKey new_key(const std::string& curve) {
    const Workshop shop;
    shop.output_of("openssl ecparam -genkey -noout -name " + curve + " -out key");
    return key_in(shop, "key");
}

/// A signature of numbers below 128 bytes, in DER.
std::string signature_of(const std::string& r, const std::string& s) {
    const auto integer = [](const std::string& bytes) {
        return std::string{'\x02', static_cast<char>(bytes.size())} + bytes;
    };
    const std::string both = integer(r) + integer(s);
    return std::string{'\x30', static_cast<char>(both.size())} + both;
}

}  // namespace

TEST_CASE("what one signs oneself is verified as by anybody, whatever the key is") {
    const std::string curve = GENERATE("none", "prime256v1", "secp384r1", "secp521r1", "secp256k1");
    const PrivateKey key = curve == "none" ? rsa_key() : new_key(curve);
    const OwnSignature own(key);
    for (int i = 0; i < 20; ++i) {
        const std::string message = std::to_string(i);
        const std::string signature = key.sign(message, Digest::sha256);
        CHECK(own.verifies(message, signature));
        CHECK_FALSE(own.verifies(message + "0", signature));
        CHECK_FALSE(own.verifies("", signature));
    }
    CHECK_FALSE(own.verifies("message", ""));
    CHECK_FALSE(own.verifies("message", rsa_key("another").sign("message", Digest::sha256)));
    CHECK_FALSE(own.verifies("message", new_key("prime256v1").sign("message", Digest::sha256)));
}

TEST_CASE("where a byte of a signature was changed, it is judged as the public key judges it") {
    const PrivateKey key = new_key("prime256v1");
    const OwnSignature own(key);
    const PublicKey everybody = key.public_key();
    const std::string signature = key.sign("message", Digest::sha256);
    int verified = 0;
    for (std::size_t i = 0; i < signature.size(); ++i)
        for (const int bit : {1, 0x80}) {
            std::string changed = signature;
            changed[i] = static_cast<char>(changed[i] ^ bit);
            verified += own.verifies("message", changed) ? 1 : 0;
            CHECK(own.verifies("message", changed) == everybody.verifies("message", changed, Digest::sha256));
        }
    CHECK(verified == 0);
}

TEST_CASE("numbers that are none of a signature, and signatures that are no DER, are refused") {
    const PrivateKey key = new_key("prime256v1");
    const OwnSignature own(key);
    const std::string zero(1, '\0');
    const std::string order =
        zero + from_hex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551").value();
    for (const std::string& r : {zero, std::string("\1"), std::string("\xFF"), order})
        for (const std::string& s : {zero, std::string("\1"), std::string("\xFF"), order})
            CHECK_FALSE(own.verifies("message", signature_of(r, s)));
    const std::string signature = key.sign("message", Digest::sha256);
    CHECK_FALSE(own.verifies("message", signature + "x"));
    std::string long_form = signature;
    long_form.insert(1, "\x81");
    CHECK_FALSE(own.verifies("message", long_form));
    CHECK_FALSE(own.verifies("message", signature.substr(0, signature.size() - 1)));
}

TEST_CASE("a private key beside another's public half is refused") {
    const Workshop shop;
    // The public half is what an EC key ends with in SEC 1, C.4: a point of 65 bytes.
    shop.output_of("for i in 1 2; do openssl ecparam -genkey -noout -name prime256v1 -outform DER -out $i; done");
    shop.output_of("{ head -c 56 1; tail -c 65 2; } >mixed");
    CHECK(code_of([&] { return OwnSignature(key_in(shop, "mixed")).verifies("", ""); }) == "key_mismatch");
}
