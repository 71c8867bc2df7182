// SPDX-License-Identifier: Apache-2.0
#include "crypto/cms_seal.hpp"

#include "base/encoding.hpp"
#include "catch.hpp"
#include "crypto/random.hpp"
#include "fakes/errors.hpp"
#include "fakes/openssl_program.hpp"

using namespace mdm;
using namespace mdm::crypto;
using namespace mdm::fakes;

namespace {

const Secret some_key{std::string(32, 'k')};
constexpr std::string_view some_id = "store-key-1";

}  // namespace

TEST_CASE("what is sealed opens with the same key, whatever it holds") {
    const std::string plain =
        GENERATE(std::string("a secret"), std::string("\0\r\n\x80", 4), std::string(100'000, 'x'));
    const std::string pem = seal(plain, some_key, some_id);
    CHECK(pem.starts_with("-----BEGIN CMS-----\n"));
    CHECK(pem.find(plain) == std::string::npos);
    CHECK(open_sealed(pem, some_key, some_id)->reveal() == plain);
}

TEST_CASE("the same bytes are sealed differently each time") {
    CHECK(seal("a secret", some_key, some_id) != seal("a secret", some_key, some_id));
}

TEST_CASE("another key, or the same with another id, opens nothing") {
    const std::string pem = seal("a secret", some_key, some_id);
    CHECK_FALSE(open_sealed(pem, Secret{random_bytes(32)}, some_id));
    CHECK_FALSE(open_sealed(pem, some_key, "store-key-2"));
}

TEST_CASE("a sealed secret in which one bit was turned does not open") {
    const std::string pem = seal("a secret", some_key, some_id);
    const std::size_t header = pem.find('\n') + 1;
    const std::string der = from_base64(pem.substr(header, pem.find("-----END") - header)).value();
    int opened = 0;
    for (std::size_t bit = 0; bit < der.size() * 8; bit += 3) {
        std::string turned = der;
        turned[bit / 8] = static_cast<char>(static_cast<unsigned char>(turned[bit / 8]) ^ (1U << (bit % 8)));
        const std::string text = "-----BEGIN CMS-----\n" + to_base64(turned) + "\n-----END CMS-----\n";
        try {
            const auto plain = open_sealed(text, some_key, some_id);
            opened += plain && plain->reveal() != "a secret" ? 1 : 0;
        } catch (const Error&) {  // it no longer parses
        }
    }
    CHECK(opened == 0);
}

TEST_CASE("what is no sealed secret is refused by name") {
    CHECK(code_of([] { return open_sealed("", some_key, some_id); }) == "malformed_pem");
    CHECK(code_of([] { return open_sealed("-----BEGIN CMS-----\nMAA=\n-----END CMS-----\n", some_key, some_id); }) ==
          "malformed_der");
    CHECK(code_of([] { return open_sealed("-----BEGIN X-----\nMAA=\n-----END X-----\n", some_key, some_id); }) ==
          "malformed_pem");
    CHECK(code_of([] { return seal("", Secret{std::string("short")}, some_id); }) == "internal_error");
}

TEST_CASE("the openssl program opens what we seal, and we open what it sealed") {
    const Workshop shop;
    const Secret key{random_bytes(32)};
    const std::string keys = "-secretkey " + to_hex(key.reveal()) + " -secretkeyid " + to_hex(some_id);
    shop.write("ours.pem", seal("tenant: acme\n\na secret\n", key, some_id));
    CHECK(shop.output_of("openssl cms -decrypt -binary -inform PEM -in ours.pem " + keys) ==
          "tenant: acme\n\na secret\n");

    shop.write("plain", "theirs");
    REQUIRE(shop.run("openssl cms -encrypt -binary -aes-256-gcm -in plain -outform PEM -out theirs.pem " + keys));
    CHECK(open_sealed(shop.read("theirs.pem"), key, some_id)->reveal() == "theirs");
}
