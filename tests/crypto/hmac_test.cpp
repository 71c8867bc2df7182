// SPDX-License-Identifier: Apache-2.0
#include "crypto/hmac.hpp"

#include "base/encoding.hpp"
#include "catch.hpp"
#include "crypto/kdf.hpp"
#include "fakes/errors.hpp"

using namespace mdm;
using namespace mdm::crypto;
using namespace mdm::fakes;

TEST_CASE("HMAC-SHA-256 gives what RFC 4231 says") {
    CHECK(to_hex(hmac_sha256(std::string(20, '\x0b'), "Hi There")) ==
          "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    CHECK(to_hex(hmac_sha256("Jefe", "what do ya want for nothing?")) ==
          "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST_CASE("HMAC-SHA-1 gives what RFC 2202 says") {
    CHECK(to_hex(hmac_sha1(std::string(20, '\x0b'), "Hi There")) == "b617318655057264e28bc0b6fb378c8ef146be00");
    CHECK(to_hex(hmac_sha1("Jefe", "what do ya want for nothing?")) == "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
}

TEST_CASE("a derived key is what RFC 5869 says of an empty salt and info") {
    // Appendix A.3; its first 32 bytes. Our labels are never empty, but this is the vector there is.
    const Secret master{std::string(22, '\x0b')};
    CHECK(to_hex(derive_key(master, "").reveal()) ==
          "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d");
    CHECK(derive_key(master, "audit").reveal() != derive_key(master, "seal").reveal());
}

TEST_CASE("codes are compared whole") {
    CHECK(equal_in_constant_time("", ""));
    CHECK(equal_in_constant_time("abc", "abc"));
    CHECK_FALSE(equal_in_constant_time("abc", "abd"));
    CHECK_FALSE(equal_in_constant_time("abc", "ab"));
}

TEST_CASE("scrypt gives what RFC 7914 says") {
    CHECK(to_hex(scrypt(Secret{std::string("pleaseletmein")}, "SodiumChloride", {16384, 8, 1}, 64).reveal()) ==
          "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
          "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887");
}

TEST_CASE("scrypt does not spend more than the limits, however it is asked") {
    const Secret passphrase{std::string("x")};
    CHECK(code_of([&] { return scrypt(passphrase, "salt", {1U << 30U, 8, 1}); }) == "too_costly");
    CHECK(code_of([&] { return scrypt(passphrase, "salt", {1U << 16U, 8, 1000}); }) == "too_costly");
    CHECK(code_of([&] { return scrypt(passphrase, "salt", {65535, 8, 1}); }) == "unsupported_algorithm");
}
