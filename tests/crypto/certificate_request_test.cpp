// SPDX-License-Identifier: Apache-2.0
#include "crypto/certificate_request.hpp"

#include "base/encoding.hpp"
#include "catch.hpp"
#include "fakes/certificates.hpp"
#include "fakes/errors.hpp"
#include "fakes/openssl_program.hpp"

using namespace mdm;
using namespace mdm::crypto;
using namespace mdm::fakes;

TEST_CASE("a CSR of ours is laid out as the portal knows them") {
    const CertificateRequest request = csr();
    const std::string hex = to_hex(request.der());

    CHECK(request.der().size() == 649);
    CHECK(
        hex.starts_with("308202853082016d020100"
                        "3040"
                        "310b3009060355040613024652"));
    CHECK(hex.substr(2 * 371, 4 + 30) ==
          "a000"
          "300d06092a864886f70d01010b0500");
    CHECK(request.subject().to_string() == "C=FR, CN=mdm-push, emailAddress=mdm@example.org");
    CHECK(request.public_key() == rsa_key().public_key());
    CHECK(request.signature_digest() == "SHA256");
    CHECK(request.self_signature_valid());
}

TEST_CASE("the openssl program verifies our CSR, and we verify its") {
    const Workshop shop;
    shop.write("ours.pem", csr().to_pem());
    CHECK(shop.run("openssl req -in ours.pem -verify -noout"));
    CHECK(shop.output_of("openssl req -in ours.pem -outform DER") == csr().der());

    const auto [options, digest] = GENERATE(table<std::string, std::string>({
        {"-newkey rsa:2048 -sha1", "SHA1"},
        {"-newkey ec -pkeyopt ec_paramgen_curve:P-256 -sha256", "SHA256"},
        {"-newkey ed25519", ""},
        {"-newkey rsa:2048 -sha384 -addext subjectAltName=DNS:x.example", "SHA384"},
    }));
    CAPTURE(options);
    REQUIRE(shop.run("openssl req -new -nodes -keyout k.pem -subj /CN=x -outform DER -out theirs.der " + options));
    const CertificateRequest theirs = CertificateRequest::from_der(shop.read("theirs.der"));
    CHECK(theirs.self_signature_valid());
    CHECK(theirs.signature_digest() == digest);
}

TEST_CASE("a CSR without a subject can be made and read") {
    const CertificateRequest request = CertificateRequest::make({}, rsa_key());
    CHECK(request.subject().empty());
    CHECK(request.self_signature_valid());
}

TEST_CASE("a CSR with any bit of its content flipped is malformed or does not verify") {
    const CertificateRequest good = csr();
    for (std::size_t bit = 0; bit < good.der().size() * 8; bit += 3) {
        std::string der = good.der();
        der[bit / 8] = static_cast<char>(static_cast<unsigned char>(der[bit / 8]) ^ (1U << (bit % 8)));
        CAPTURE(bit);
        bool valid = false;
        const std::string code =
            code_of([&] { return valid = CertificateRequest::from_der(der).self_signature_valid(); });
        REQUIRE((code.empty() || code == "malformed_der"));
        REQUIRE_FALSE(valid);
    }
}

TEST_CASE("a cut CSR is malformed at every length, and bytes behind it are named") {
    const std::string der = csr().der();
    for (std::size_t size = 0; size < der.size(); ++size)
        REQUIRE(code_of([&] { return CertificateRequest::from_der(der.substr(0, size)); }) == "malformed_der");
    CHECK(code_of([&] { return CertificateRequest::from_der(der + der); }) == "trailing_data");
    CHECK(code_of([&] { return CertificateRequest::from_der(push_certificate().der()); }) == "malformed_der");
}
