// SPDX-License-Identifier: Apache-2.0
#include "crypto/cms_for_recipient.hpp"

#include "catch.hpp"
#include "crypto/cms.hpp"
#include "crypto/contents.hpp"
#include "fakes/errors.hpp"
#include "fakes/openssl_program.hpp"

#include <fmt/format.h>

using namespace mdm;
using namespace mdm::crypto;
using namespace mdm::fakes;

namespace {

Certificate recipient(const Workshop& shop, const std::string& algorithm) {
    shop.output_of(fmt::format(
        "openssl req -x509 -newkey {} -nodes -keyout r.key -out r.pem -subj /CN=depserver -set_serial 0x5ec7e7 -days 9",
        algorithm));
    return read_contents(shop.read("r.pem"), "r.pem", [] { return std::optional<Secret>{}; })->certificates.front();
}

std::size_t count(const std::string& text, std::string_view word) {
    std::size_t n = 0;
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + word.size()))
        ++n;
    return n;
}

}  // namespace

TEST_CASE("what is enveloped for a certificate opens with its key, by openssl alone") {
    const Workshop shop;
    const std::string plain = GENERATE(std::string("a secret"), std::string("\0\r\n\x80", 4), std::string(20000, 'x'));
    shop.write("token", enveloped_for(recipient(shop, "rsa:2048"), plain));
    CHECK(shop.output_of("openssl cms -decrypt -binary -inform DER -in token -inkey r.key -recip r.pem") == plain);
}

TEST_CASE("it has the form of Apple's portals: indefinite lengths, one recipient by issuer and serial, AES-128-CBC") {
    const Workshop shop;
    const std::string cms = enveloped_for(recipient(shop, "rsa:2048"), std::string(3000, 'x'));
    shop.write("token", cms);
    CHECK(cms.starts_with(std::string("\x30\x80\x06\x09", 4)));
    CHECK(cms_content_type(cms) == "1.2.840.113549.1.7.3");
    const std::string shape = shop.output_of("openssl asn1parse -inform DER -in token");
    // ContentInfo, its [0], EnvelopedData, EncryptedContentInfo, its [0].
    CHECK(count(shape, "l=inf") == 5);
    CHECK(count(shape, "EOC") == 5);
    CHECK(count(shape, ":aes-128-cbc") == 1);
    CHECK(count(shape, ":rsaEncryption") == 1);
    CHECK(count(shape, ":5EC7E7") == 1);
    CHECK(count(shape, ":depserver") == 1);
    const std::string read = shop.output_of("openssl cms -cmsout -print -inform DER -in token");
    CHECK(count(read, "d.ktri:") == 1);
    CHECK(count(read, "d.issuerAndSerialNumber:") == 1);
    CHECK(count(read, "version: 0") + count(read, "version: <ABSENT>") == 2);
}

TEST_CASE("nothing is enveloped for a key that is not RSA") {
    const Workshop shop;
    const auto certificate = recipient(shop, "ec -pkeyopt ec_paramgen_curve:P-256");
    CHECK(code_of([&] { return enveloped_for(certificate, "a secret"); }) == "unsupported_algorithm");
}
