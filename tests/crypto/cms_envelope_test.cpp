// SPDX-License-Identifier: Apache-2.0
#include "crypto/cms_envelope.hpp"

#include "base/encoding.hpp"
#include "catch.hpp"
#include "crypto/contents.hpp"
#include "fakes/errors.hpp"
#include "fakes/openssl_program.hpp"

#include <fmt/format.h>
#include <set>

using namespace mdm;
using namespace mdm::crypto;
using namespace mdm::fakes;

namespace {

const Secret passphrase{std::string("correct horse")};

Contents read(const Workshop& shop, const std::string& file) {
    return read_contents(shop.read(file), file, [] { return std::optional<Secret>{}; }).value();
}

/// NAME.pem with its key in NAME.key.
void make_recipient(const Workshop& shop, const std::string& name, const std::string& algorithm) {
    shop.output_of(fmt::format("openssl req -x509 -newkey {} -nodes -keyout {}.key -out {}.pem -subj /CN={} -days 9",
                               algorithm, name, name, name));
}

std::string der_of(const std::string& pem) {
    const std::size_t header = pem.find('\n') + 1;
    return from_base64(pem.substr(header, pem.find("-----END") - header)).value();
}

}  // namespace

TEST_CASE("what is encrypted for a certificate opens with its key, and with openssl alone") {
    const Workshop shop;
    const std::string algorithm = GENERATE("rsa:2048", "ec -pkeyopt ec_paramgen_curve:P-256");
    const std::string plain = GENERATE(std::string("a secret"), std::string("\0\r\n\x80", 4));
    make_recipient(shop, "r", algorithm);
    const std::string pem = envelope_for(read(shop, "r.pem").certificates.front(), plain);
    CHECK(pem.starts_with("-----BEGIN CMS-----\n"));
    const Envelope envelope = Envelope::parse(pem, "export");
    CHECK(envelope.is_for_key());
    CHECK_FALSE(envelope.is_for_passphrase());
    CHECK(envelope.open(read(shop, "r.key").keys.front()).reveal() == plain);
    CHECK(Envelope::parse(der_of(pem), "export").open(read(shop, "r.key").keys.front()).reveal() == plain);
    shop.write("export", pem);
    CHECK(shop.output_of("openssl cms -decrypt -binary -inform PEM -in export -inkey r.key") == plain);
    CHECK(shop.output_of("openssl cms -cmsout -print -inform PEM -in export").find("aes-256-gcm") != std::string::npos);

    make_recipient(shop, "other", algorithm);
    CHECK(code_of([&] { return envelope.open(read(shop, "other.key").keys.front()); }) == "wrong_recipient");
    CHECK(code_of([&] { return envelope.open(passphrase); }) == "wrong_recipient");
}

TEST_CASE("what is encrypted under a passphrase opens with it, and with openssl alone") {
    const Workshop shop;
    const std::string pem = envelope_under(passphrase, "a secret");
    const Envelope envelope = Envelope::parse(pem, "export");
    CHECK(envelope.is_for_passphrase());
    CHECK(envelope.open(passphrase).reveal() == "a secret");
    CHECK(code_of([&] { return envelope.open(Secret{std::string("wrong horse")}); }) == "wrong_passphrase");
    CHECK(code_of([&] { return envelope.open(passphrase, {.rounds = 1'000'000}); }) == "too_costly");
    shop.write("export", pem);
    CHECK(shop.output_of("openssl cms -decrypt -binary -inform PEM -in export -pwri_password 'correct horse'") ==
          "a secret");
}

TEST_CASE("an envelope in which one bit was turned gives nothing out") {
    const Workshop shop;
    make_recipient(shop, "r", "rsa:2048");
    const std::string der = der_of(envelope_for(read(shop, "r.pem").certificates.front(), "a secret"));
    const PrivateKey key = read(shop, "r.key").keys.front();
    std::set<std::string> ends;
    for (std::size_t bit = 0; bit < der.size() * 8; bit += 7) {
        std::string turned = der;
        turned[bit / 8] = static_cast<char>(static_cast<unsigned char>(turned[bit / 8]) ^ (1U << (bit % 8)));
        try {
            if (Envelope::parse(turned, "export").open(key).reveal() != "a secret")
                ends.insert("something else");
        } catch (const Error& e) {
            ends.emplace(name(e.code()));
            CHECK(exit_code(e.code()) == 7);
        }
    }
    CHECK(ends.count("something else") == 0);
    CHECK(ends.count("altered") == 1);
}

TEST_CASE("what is cut, or is no envelope, is refused by name") {
    const std::string pem = envelope_under(passphrase, "a secret");
    const auto code = [](std::string_view bytes) {
        return code_of([&] { return Envelope::parse(bytes, "x").is_for_key(); });
    };
    CHECK(code("") == "not_recognized");
    CHECK(code("hello") == "not_recognized");
    CHECK(code(std::string_view(pem).substr(0, pem.size() / 2)) == "malformed_pem");
    CHECK(code(der_of(pem).substr(0, 100)) == "malformed_der");
    CHECK(code("-----BEGIN CMS-----\nMAA=\n-----END CMS-----\n") == "not_recognized");
    const Workshop shop;
    make_recipient(shop, "r", "rsa:2048");
    shop.write("plain", "a secret");
    shop.output_of("openssl cms -encrypt -binary -aes-256-cbc -in plain -outform PEM -out cbc r.pem");
    CHECK(code(shop.read("cbc")) == "unsupported_algorithm");
    CHECK(code(shop.read("r.pem")) == "not_recognized");
}

TEST_CASE("a recipient whose key is weak, or cannot encrypt, is refused") {
    const Workshop shop;
    make_recipient(shop, "r", GENERATE("rsa:1024", "ed25519"));
    CHECK(code_of([&] { return envelope_for(read(shop, "r.pem").certificates.front(), "a secret"); }) ==
          "unsupported_algorithm");
}
