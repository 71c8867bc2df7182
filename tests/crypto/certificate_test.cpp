// SPDX-License-Identifier: Apache-2.0
#include "crypto/certificate.hpp"

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

Certificate plain_certificate(const std::string& serial = "", std::vector<Extension> extensions = {}) {
    return self_sign({.subject = subject({{"CN", "odd"}}),
                      .serial = serial,
                      .not_before = at("2026-01-01"),
                      .not_after = at("2027-01-01"),
                      .extensions = std::move(extensions)},
                     rsa_key("odd"));
}

/// The certificate with every `from` in its DER replaced by as many bytes of `to`; its signature is void then.
std::string patched(std::string der, std::string_view from, std::string_view to) {
    REQUIRE(from.size() == to.size());
    REQUIRE(der.find(from) != std::string::npos);
    for (std::size_t i = der.find(from); i != std::string::npos; i = der.find(from, i + 1))
        der.replace(i, from.size(), to);
    return der;
}

Certificate made_by_openssl(const std::string& options) {
    const Workshop shop;
    REQUIRE(shop.run("openssl req -x509 -nodes -keyout k.pem -subj /CN=x -days 9 -outform DER -out c.der " + options));
    return Certificate::from_der(shop.read("c.der"));
}

}  // namespace

TEST_CASE("a push certificate tells what Apple wrote into it") {
    const Certificate push = push_certificate({.serial = "00a1b2"});

    CHECK(push.subject().to_string() ==
          "UID=com.apple.mgmt.External.11111111-2222-4333-8444-555555555555, "
          "CN=APSP:11111111-2222-4333-8444-555555555555, C=US");
    CHECK(push.subject().first(oid::user_id) == std::string(some_topic));
    CHECK(push.issuer().first(oid::organization) == "Apple Inc.");
    CHECK(push.serial() == "A1B2");
    CHECK(push.not_before() == at("2026-01-01"));
    CHECK(push.not_after() == at("2027-01-01"));
    CHECK(push.public_key().is_rsa_2048());
    CHECK(push.public_key() == rsa_key("customer").public_key());
    CHECK(push.signature_digest() == "SHA256");
    CHECK(push.extended_key_usages() == std::vector<std::string>{"1.3.6.1.5.5.7.3.2"});
    CHECK(push.extension("1.2.840.113635.100.6.3.2") == std::string("\x05\0", 2));
    CHECK(push.extension("1.2.840.113635.100.6.3.1") == std::nullopt);
    CHECK(push.extension("no OID") == std::nullopt);
    CHECK(push.authority_key_id() == apple_application_integration().certificate.subject_key_id());
    CHECK_FALSE(push.is_ca());
    CHECK_FALSE(push.is_self_issued());
}

TEST_CASE("the openssl program agrees about a certificate of ours") {
    const Workshop shop;
    const Certificate push = push_certificate();
    shop.write("push.pem", push.to_pem());

    CHECK(shop.output_of("openssl x509 -in push.pem -outform DER") == push.der());
    CHECK(shop.output_of("openssl x509 -in push.pem -noout -serial") == "serial=" + push.serial() + "\n");
    CHECK(shop.output_of(
              "openssl x509 -in push.pem -noout -fingerprint -sha256 | cut -d= -f2 | tr -d ':\\n' | tr A-F a-f") ==
          push.sha256());
    CHECK(shop.output_of("openssl x509 -in push.pem -noout -ext extendedKeyUsage,keyUsage,basicConstraints")
              .find("TLS Web Client Authentication") != std::string::npos);
    CHECK(shop.output_of("openssl x509 -in push.pem -pubkey -noout | openssl pkey -pubin -outform DER | sha256sum | "
                         "cut -c1-64 | tr -d '\\n'") == push.public_key().sha256());
}

TEST_CASE("the openssl program follows our vendor's chain to its root") {
    const Workshop shop;
    const VendorChain chain = vendor_chain();
    shop.write("leaf.pem", chain.leaf.to_pem());
    shop.write("wwdr.pem", chain.intermediate.to_pem());
    shop.write("root.pem", chain.root.to_pem());

    CHECK(shop.run("openssl verify -attime 1770000000 -x509_strict -CAfile root.pem -untrusted wwdr.pem leaf.pem"));
    CHECK_FALSE(shop.run("openssl verify -attime 1770000000 -CAfile root.pem leaf.pem"));
}

TEST_CASE("PEM has lines of 64 characters and ends with a newline") {
    const std::string pem = push_certificate().to_pem();
    CHECK(pem.starts_with("-----BEGIN CERTIFICATE-----\n"));
    CHECK(pem.ends_with("-----END CERTIFICATE-----\n"));
    std::string_view body = std::string_view(pem).substr(28, pem.size() - 28 - 26);
    for (; body.size() > 65; body.remove_prefix(65))
        REQUIRE((body[64] == '\n' && body.substr(0, 64).find('\n') == std::string_view::npos));
    CHECK(body.back() == '\n');
}

TEST_CASE("an issuer is known by its name, its key identifier and its signature") {
    const VendorChain chain = vendor_chain();
    CHECK(chain.leaf.issued_by(chain.intermediate));
    CHECK(chain.intermediate.issued_by(chain.root));
    CHECK(chain.root.issued_by(chain.root));
    CHECK_FALSE(chain.leaf.issued_by(chain.root));
    CHECK_FALSE(chain.root.issued_by(chain.leaf));

    const Authority first = root({.name = subject({{"CN", "Same"}}), .key = "first"});
    const Authority second = root({.name = subject({{"CN", "Same"}}), .key = "second"});
    const Certificate by_first = push_certificate({.issuer = &first});
    CHECK(by_first.names_issuer(first.certificate));
    CHECK_FALSE(by_first.names_issuer(second.certificate));  // the key identifier is another

    const Certificate without_ids =
        issue({.subject = subject({{"CN", "leaf"}}), .not_before = at("2026-01-01"), .not_after = at("2027-01-01")},
              rsa_key().public_key(), first.certificate, first.key);
    CHECK(without_ids.names_issuer(second.certificate));
    CHECK_FALSE(without_ids.issued_by(second.certificate));  // the signature says no
    CHECK(without_ids.issued_by(first.certificate));
}

TEST_CASE("an issuer is known though everything is out of date and signed with SHA-1") {
    const Authority old = root({.not_before = at("1999-01-01"), .not_after = at("2001-01-01"), .digest = Digest::sha1});
    const Certificate leaf = push_certificate({.issuer = &old, .digest = Digest::sha1});
    CHECK(leaf.signature_digest() == "SHA1");
    CHECK(leaf.issued_by(old.certificate));
    CHECK(old.certificate.issued_by(old.certificate));
}

TEST_CASE("who may issue: CA true in basic constraints, or a self-issued certificate of version 1") {
    CHECK(root().certificate.is_ca());
    CHECK_FALSE(plain_certificate("", {basic_constraints(false)}).is_ca());
    CHECK_FALSE(plain_certificate("", {null_extension("1.2.3.4")}).is_ca());
    CHECK(plain_certificate().is_ca());
    const Authority above = root();
    CHECK_FALSE(
        issue({.subject = subject({{"CN", "leaf"}}), .not_before = at("2026-01-01"), .not_after = at("2027-01-01")},
              rsa_key().public_key(), above.certificate, above.key)
            .is_ca());
}

TEST_CASE("serial numbers are upper-case hex with an even number of digits") {
    const auto [given, shown] = GENERATE(
        table<std::string, std::string>({{"1", "01"},
                                         {"00", "00"},
                                         {"7caf690a25b739fe7b9b447ac178c5ee", "7CAF690A25B739FE7B9B447AC178C5EE"},
                                         {"-2a", "-2A"}}));
    CHECK(plain_certificate(given).serial() == shown);
}

TEST_CASE("version 1, no extensions: everything can be asked for") {
    const Certificate old = plain_certificate();
    CHECK(old.extended_key_usages().empty());
    CHECK(old.subject_key_id() == std::nullopt);
    CHECK(old.authority_key_id() == std::nullopt);
    CHECK(old.extension("2.5.29.19") == std::nullopt);
    CHECK(old.issued_by(old));
}

TEST_CASE("extensions that do not parse are as if they were not there") {
    const Certificate odd = plain_certificate("", {{"2.5.29.19", false, "\x30\x05"},
                                                   {"2.5.29.37", false, "?"},
                                                   {"2.5.29.14", false, ""},
                                                   {"2.5.29.35", false, "\xFF"}});
    CHECK_FALSE(odd.is_ca());
    CHECK(odd.extended_key_usages().empty());
    CHECK(odd.subject_key_id() == std::nullopt);
    CHECK(odd.authority_key_id() == std::nullopt);
    CHECK(odd.extension("2.5.29.37") == "?");
}

TEST_CASE("keys and signatures of other kinds are told by name") {
    struct Case {
        std::string options, algorithm;
        int bits;
        std::string digest;
    };
    const auto c = GENERATE(values<Case>({
        {"-newkey ec -pkeyopt ec_paramgen_curve:P-256 -sha384", "EC", 256, "SHA384"},
        {"-newkey ed25519", "ED25519", 256, ""},
        {"-newkey rsa:1024 -md5", "RSA", 1024, "MD5"},
        {"-newkey rsa:2048 -sha512 -sigopt rsa_padding_mode:pss", "RSA", 2048, "SHA512"},
        {"-newkey rsa-pss -pkeyopt rsa_keygen_bits:1024 -sha256", "RSA-PSS", 1024, "SHA256"},
    }));
    CAPTURE(c.options);
    const Certificate certificate = made_by_openssl(c.options);
    CHECK(certificate.public_key().algorithm() == c.algorithm);
    CHECK(certificate.public_key().bits() == c.bits);
    CHECK(certificate.signature_digest() == c.digest);
    CHECK(certificate.issued_by(certificate));
}

TEST_CASE("a key of an algorithm that OpenSSL does not know does not hide the certificate") {
    const std::string rsa = from_hex("06092a864886f70d010101").value();
    const std::string unknown = from_hex("06092a864886f70d01017f").value();
    const Certificate odd = Certificate::from_der(patched(plain_certificate().der(), rsa, unknown));

    CHECK(odd.subject().to_string() == "CN=odd");
    CHECK(odd.public_key().algorithm() == "1.2.840.113549.1.1.127");
    CHECK(odd.public_key().bits() == 0);
    CHECK_FALSE(odd.issued_by(odd));
    CHECK_FALSE(odd.public_key().verifies("message", "signature", Digest::sha256));
}

TEST_CASE("an unknown signature algorithm implies no digest") {
    const std::string sha256_with_rsa = from_hex("06092a864886f70d01010b").value();
    const std::string unknown = from_hex("06092a864886f70d01017f").value();
    const Certificate odd = Certificate::from_der(patched(plain_certificate().der(), sha256_with_rsa, unknown));
    CHECK(odd.signature_digest() == "");
    CHECK_FALSE(odd.issued_by(odd));
}

TEST_CASE("times are read in the forms that certificates have, and refused when they are none") {
    const std::string utc = "260101000000Z";
    const std::string der = plain_certificate().der();
    const auto [text, meaning] = GENERATE(table<std::string, std::string>({{"500101000000Z", "1950-01-01T00:00:00Z"},
                                                                           {"490101000000Z", "2049-01-01T00:00:00Z"},
                                                                           {"2601010000+01", ""},
                                                                           {"260230000000Z", ""},
                                                                           {"2601010000xxZ", ""}}));
    CAPTURE(text);
    const std::string bytes = patched(der, utc, text);
    if (meaning.empty())
        CHECK(code_of([&] { return Certificate::from_der(bytes); }) == "malformed_der");
    else
        CHECK(to_rfc3339(Certificate::from_der(bytes).not_before()) == meaning);
}

TEST_CASE("dates beyond 2049 are written and read") {
    const Certificate late = push_certificate({.not_after = at("2068-01-25T08:33:25Z")});
    CHECK(late.not_after() == at("2068-01-25T08:33:25Z"));
}

TEST_CASE("a cut certificate is malformed at every length, and bytes behind it are named") {
    const std::string der = push_certificate().der();
    for (std::size_t size = 0; size < der.size(); ++size)
        REQUIRE(code_of([&] { return Certificate::from_der(der.substr(0, size)); }) == "malformed_der");
    CHECK(code_of([&] { return Certificate::from_der(der + "\n"); }) == "trailing_data");
    CHECK(code_of([&] { return Certificate::from_der(csr().der()); }) == "malformed_der");
}

TEST_CASE("a certificate with any one bit flipped is an object or a clear error") {
    const Certificate good = push_certificate();
    const Certificate& issuer = apple_application_integration().certificate;
    for (std::size_t bit = 0; bit < good.der().size() * 8; bit += 3) {
        std::string der = good.der();
        der[bit / 8] = static_cast<char>(static_cast<unsigned char>(der[bit / 8]) ^ (1U << (bit % 8)));
        CAPTURE(bit);
        bool accepted = false;
        const std::string code = code_of([&] { return accepted = Certificate::from_der(der).issued_by(issuer); });
        REQUIRE((code.empty() || code == "malformed_der"));
        REQUIRE_FALSE(accepted);
    }
}
