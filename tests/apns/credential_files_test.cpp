// SPDX-License-Identifier: Apache-2.0
#include "apns/credential_files.hpp"

#include "apns/push_certificate_request.hpp"
#include "base/encoding.hpp"
#include "catch.hpp"
#include "fakes/certificates.hpp"
#include "fakes/errors.hpp"
#include "fakes/files.hpp"
#include "fakes/openssl_program.hpp"

using namespace mdm;
using namespace mdm::apns;
using namespace mdm::fakes;

namespace {

crypto::Certificate certificate_in(std::string bytes) {
    return read_certificate(file_of(std::move(bytes)), no_passphrase).certificate;
}

std::string key_pem(const std::string& whose = "customer") { return std::string(rsa_key(whose).to_pem().reveal()); }

std::string refusal(std::string bytes) {
    return code_of([&] { return certificate_in(std::move(bytes)); });
}

crypto::Certificate other_topic() {
    return push_certificate({.topic = "com.apple.mgmt.External.99999999-2222-4333-8444-555555555555"});
}

}  // namespace

TEST_CASE("the certificate is found among its issuers, whatever the order") {
    const auto push = push_certificate();
    const auto& issuer = apple_application_integration().certificate;
    const auto& root = apple_root().certificate;
    CHECK(certificate_in(push.to_pem()) == push);
    CHECK(certificate_in(push.to_pem() + issuer.to_pem() + root.to_pem()) == push);
    CHECK(certificate_in(root.to_pem() + issuer.to_pem() + push.to_pem()) == push);
    CHECK(certificate_in(push.to_pem() + push.to_pem()) == push);
}

TEST_CASE("authorities that have nothing to do with it are passed over") {
    const auto push = push_certificate();
    const auto vendor = vendor_chain();
    CHECK(certificate_in(push.to_pem() + vendor.intermediate.to_pem() + vendor.root.to_pem()) == push);
    CHECK(certificate_in(vendor.intermediate.to_pem() + vendor.root.to_pem()) == vendor.intermediate);
}

TEST_CASE("of two certificates neither is taken, and both are named") {
    const auto bytes = push_certificate({.serial = "0A"}).to_pem() + other_topic().to_pem();
    CHECK(refusal(bytes) == "several_certificates");
    CHECK_THAT(message_of([&] { return certificate_in(bytes); }),
               Catch::Contains("0A") && Catch::Contains("99999999") && Catch::Contains("2027-01-01"));
}

TEST_CASE("the private key that came along is given back with it") {
    for (const auto& bytes : {push_certificate().to_pem() + key_pem(), key_pem() + push_certificate().to_pem()}) {
        const auto found = read_certificate(file_of(bytes), no_passphrase);
        REQUIRE(found.keys.size() == 1);
        CHECK(found.keys.front().public_key() == found.certificate.public_key());
    }
}

TEST_CASE("a certificate that was changed is found out where its issuer stands beside it") {
    const auto push = push_certificate();
    std::string der = push.der();
    der[der.find("APSP:") + 6] ^= 1;
    const auto changed = crypto::Certificate::from_der(der).to_pem();
    CHECK(refusal(changed + apple_application_integration().certificate.to_pem()) == "bad_certificate_signature");
    CHECK(refusal(changed).empty());  // nothing is there to tell by

    std::string root = apple_root().certificate.der();
    root.back() ^= 1;
    CHECK(refusal(crypto::Certificate::from_der(root).to_pem()) == "bad_certificate_signature");
    CHECK(refusal(apple_root().certificate.to_pem()).empty());
}

TEST_CASE("what is no certificate is refused by its name") {
    const auto csr = fakes::csr();
    const auto chain = vendor_chain().certificates();
    const auto request = sign_push_certificate_request({csr, "c", chain, vendor_chain().key, at("2026-06-01")});
    const auto [bytes, words] = GENERATE_COPY(table<std::string, std::string>({
        {key_pem(), "'f' is a private key; a certificate is wanted"},
        {csr.to_pem(), "'f' is a certificate signing request; a certificate is wanted"},
        {csr.der(), "'f' is a certificate signing request; a certificate is wanted"},
        {request, "'f' is a push certificate request; a certificate is wanted"},
        {"-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----\n",
         "'f' is a public key; a certificate is wanted"},
        {"-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n-----END OPENSSH PRIVATE KEY-----\n",
         "'f' is an SSH key; a certificate is wanted"},
        {"<html>", "'f' is a web page; a certificate is wanted"},
        {"hello", "'f' holds no certificate"},
    }));
    CAPTURE(bytes);
    CHECK(refusal(bytes) == "not_a_certificate");
    CHECK(message_of([&, b = bytes] { return certificate_in(b); }) == words);
}

TEST_CASE("a private key is wanted, and something else is there") {
    const auto refused = [](std::string bytes) {
        return code_of([&] { return read_private_key(file_of(std::move(bytes)), no_passphrase); });
    };
    CHECK(refused(key_pem()).empty());
    CHECK(refused(push_certificate().to_pem()) == "not_a_private_key");
    CHECK(refused(key_pem() + key_pem("vendor")) == "several_keys");
    CHECK(refused("hello") == "not_a_private_key");
}

TEST_CASE("an encrypted key asks for its passphrase, and refuses a wrong one") {
    const Workshop shop;
    shop.write("key", key_pem());
    const auto encrypted = shop.output_of("openssl pkcs8 -topk8 -in key -passout pass:secret");
    const auto read = [&](const crypto::PassphraseSource& source) {
        return code_of([&] { return read_private_key(file_of(encrypted), source); });
    };
    CHECK(read(no_passphrase) == "passphrase_needed");
    CHECK(read(passphrase("wrong")) == "wrong_passphrase");
    CHECK(read(passphrase("secret")).empty());
}

TEST_CASE("a PKCS#12 gives certificate, issuers and key, and says that it is shut") {
    const Workshop shop;
    shop.write("key", key_pem());
    const auto push = push_certificate();
    shop.write("cert", push.to_pem());
    shop.write("chain", apple_application_integration().certificate.to_pem() + apple_root().certificate.to_pem());
    const auto file = file_of(
        shop.output_of("openssl pkcs12 -export -in cert -inkey key -certfile chain -passout pass:secret"), "push.p12");
    const auto found = read_certificate(file, passphrase("secret"));
    CHECK(found.certificate == push);
    CHECK(found.others.size() == 2);
    CHECK(found.keys.size() == 1);
    CHECK(code_of([&] { return read_certificate(file, no_passphrase); }) == "passphrase_needed");
    CHECK(code_of([&] { return read_certificate(file, passphrase("")); }) == "wrong_passphrase");
}

TEST_CASE("a CSR is wanted: one, and nothing else") {
    const auto refused = [](std::string bytes) { return code_of([&] { return read_csr(file_of(std::move(bytes))); }); };
    CHECK(refused(fakes::csr().to_pem()).empty());
    CHECK(refused(key_pem() + fakes::csr().to_pem()).empty());
    CHECK(refused(push_certificate().to_pem()) == "not_a_csr");
    CHECK(refused(fakes::csr().to_pem() + fakes::csr("vendor").to_pem()) == "not_a_csr");
    CHECK(refused("hello") == "not_a_csr");
}

TEST_CASE("a key to compare with is that of a private key or of a CSR") {
    const auto expected = rsa_key().public_key();
    CHECK(read_public_key(file_of(key_pem()), no_passphrase) == expected);
    CHECK(read_public_key(file_of(fakes::csr().to_pem()), no_passphrase) == expected);
    CHECK(code_of([] { return read_public_key(file_of(push_certificate().to_pem()), no_passphrase); }) ==
          "not_a_private_key");
}

TEST_CASE("a file is a secret when a private key is in it") {
    CHECK(holds_private_key(file_of(key_pem())));
    CHECK(holds_private_key(file_of(push_certificate().to_pem() + key_pem())));
    CHECK_FALSE(holds_private_key(file_of(fakes::csr().to_pem())));
    CHECK_FALSE(holds_private_key(file_of("hello")));
}

TEST_CASE("every refusal says what to do") {
    for (const std::string& bytes :
         {std::string("hello"), std::string("{}"), std::string("PK\x03\x04"), key_pem(), fakes::csr().to_pem(),
          std::string("-----BEGIN CERTIFICATE-----\n"), push_certificate().der().substr(0, 300),
          std::string("<?xml version=\"1.0\"?><plist>"), to_base64(push_certificate().der()),
          "-----BEGIN CERTIFICATE-----\n" + to_base64(fakes::csr().der()) + "\n-----END CERTIFICATE-----\n"}) {
        CAPTURE(bytes);
        try {
            read_certificate(file_of(bytes), no_passphrase);
            FAIL("it was read");
        } catch (const Error& e) {
            CHECK_FALSE(e.hint().empty());
            CHECK_THAT(e.message(), Catch::Contains("'f'"));
        }
    }
}
