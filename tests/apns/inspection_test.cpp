// SPDX-License-Identifier: Apache-2.0
#include "apns/inspection.hpp"

#include "apns/push_certificate_request.hpp"
#include "base/encoding.hpp"
#include "catch.hpp"
#include "fakes/certificates.hpp"
#include "fakes/errors.hpp"
#include "fakes/files.hpp"
#include "fakes/openssl_program.hpp"
#include "fakes/shared_data.hpp"

#include <tuple>

using namespace mdm;
using namespace mdm::apns;
using namespace mdm::fakes;

namespace {

const Time june = at("2026-06-01");

Inspection look(std::string bytes, const crypto::PassphraseSource& source = no_passphrase) {
    return inspect(file_of(std::move(bytes)), source, std::nullopt, june);
}

std::string refusal(std::string bytes) {
    return code_of([&] { return look(std::move(bytes)); });
}

/// What `apns inspect` says to it.
std::string push_refusal(std::string bytes) {
    return code_of([&] { return inspect_push_file(file_of(std::move(bytes)), no_passphrase, std::nullopt, june); });
}

std::string key_pem(const std::string& whose = "customer") { return std::string(rsa_key(whose).to_pem().reveal()); }

const std::vector<crypto::Certificate>& chain() {
    static const auto certificates = vendor_chain().certificates();
    return certificates;
}

std::string request() {
    const auto csr = fakes::csr();
    return sign_push_certificate_request({csr, "push.csr", chain(), rsa_key("vendor"), june});
}

std::string kind_name(const Inspection& found) { return std::string(name(found.kind)); }

}  // namespace

TEST_CASE("a push certificate is described, in PEM and in DER") {
    const auto push = push_certificate({.serial = "0123456789ABCDEF"});
    for (const auto& bytes : {push.to_pem(), push.der()}) {
        const auto found = look(bytes);
        CHECK(kind_name(found) == "push_certificate");
        CHECK(found.topic == std::string(some_topic));
        CHECK(found.subject ==
              "UID=" + std::string(some_topic) + ", CN=APSP:11111111-2222-4333-8444-555555555555, C=US");
        CHECK(found.serial == "0123456789ABCDEF");
        CHECK(found.not_before == at("2026-01-01"));
        CHECK(found.not_after == at("2027-01-01"));
        CHECK(found.public_key == "RSA 2048");
        CHECK(found.public_key_sha256 == rsa_key().public_key().sha256());
        CHECK(found.findings.empty());
    }
}

TEST_CASE("a CSR has a subject and a key, and nothing that only certificates have") {
    const auto found = look(fakes::csr().to_pem());
    CHECK(kind_name(found) == "csr");
    CHECK(found.subject == "C=FR, CN=mdm-push, emailAddress=mdm@example.org");
    CHECK(found.public_key_sha256 == rsa_key().public_key().sha256());
    CHECK_FALSE(found.topic);
    CHECK_FALSE(found.not_after);
    CHECK(found.findings.empty());
}

TEST_CASE("a push certificate request is described by its CSR and its chain") {
    const auto found = look(request());
    CHECK(kind_name(found) == "push_certificate_request");
    CHECK(found.public_key_sha256 == rsa_key().public_key().sha256());
    CHECK(found.chain == chain());
    CHECK(errors(found.findings).empty());
}

TEST_CASE("other files of the trade are named") {
    const auto [bytes, kind] = GENERATE(table<std::string, std::string>({
        {vendor_chain().leaf.to_pem(), "vendor_certificate"},
        {apple_root().certificate.to_pem(), "certificate"},
        {key_pem(), "private_key"},
        {"-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----\n", "public_key"},
        {"some text\n-----BEGIN X509 CRL-----\nMIIB\n-----END X509 CRL-----\n", "certificate_revocation_list"},
        {"-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n-----END OPENSSH PRIVATE KEY-----\n", "ssh_key"},
        {"-----BEGIN PKCS7-----\nMIIB\n-----END PKCS7-----\n", "certificate_bundle"},
        {"<html>", "html_page"},
    }));
    CAPTURE(kind);
    CHECK(kind_name(look(bytes)) == kind);
    CHECK(push_refusal(bytes) == (kind == "certificate" ? "no_topic" : "not_a_certificate"));
}

TEST_CASE("what the openssl program writes in DER is named as well") {
    const Workshop shop;
    shop.write("key", key_pem());
    shop.write("cert", apple_root().certificate.to_pem());
    shop.write("ca.key", std::string(apple_root().key.to_pem().reveal()));
    shop.write("ca.cnf", "default_ca=ca\n[ca]\ndatabase=db\ncrlnumber=n\ndefault_md=sha256\ndefault_crl_days=9\n");
    CHECK(kind_name(look(shop.output_of("openssl pkey -in key -pubout -outform DER"))) == "public_key");
    CHECK(kind_name(look(shop.output_of("openssl crl2pkcs7 -nocrl -certfile cert -outform DER"))) ==
          "certificate_bundle");
    const std::string crl =
        ": >db; echo 01 >n; openssl ca -config ca.cnf -gencrl -keyfile ca.key -cert cert 2>err | "
        "openssl crl -outform DER";
    CHECK(kind_name(look(shop.output_of(crl))) == "certificate_revocation_list");
}

TEST_CASE("a certificate is judged together with the private key beside it") {
    CHECK(look(push_certificate().to_pem() + key_pem()).findings.empty());
    CHECK(errors(look(push_certificate().to_pem() + key_pem("stranger")).findings) == Codes{"key_mismatch"});
    CHECK(errors(look(fakes::csr().to_pem() + key_pem("stranger")).findings) == Codes{"key_mismatch"});
}

TEST_CASE("all that is in a file is counted, whichever part of it is shown") {
    using Form = crypto::Contents::Form;
    using Key = Container::Key;
    const auto held = [](const Inspection& found) {
        REQUIRE(found.container);
        const auto& c = *found.container;
        return std::tuple{c.form, c.certificates, c.csrs, c.private_key};
    };
    const Workshop shop;
    shop.write("key", key_pem());
    shop.write("cert", push_certificate().to_pem());
    const std::string pkcs12 = "openssl pkcs12 -export -in cert -passout pass:secret ";

    CHECK(held(look(push_certificate().der())) == std::tuple{Form::der, 1U, 0U, Key::none});
    CHECK(held(look(chain()[0].to_pem() + chain()[1].to_pem())) == std::tuple{Form::pem, 2U, 0U, Key::none});
    CHECK(held(look(push_certificate().to_pem() + fakes::csr().to_pem())) == std::tuple{Form::pem, 1U, 1U, Key::none});
    CHECK(held(look(push_certificate().to_pem() + key_pem())) == std::tuple{Form::pem, 1U, 0U, Key::open});
    CHECK(held(look(shop.output_of(pkcs12 + "-inkey key"), passphrase("secret"))) ==
          std::tuple{Form::pkcs12, 1U, 0U, Key::open});
    CHECK(held(look(shop.output_of(pkcs12 + "-nokeys"), passphrase("secret"))) ==
          std::tuple{Form::pkcs12, 1U, 0U, Key::none});
    CHECK(held(look(shop.output_of(pkcs12 + "-inkey key"))) == std::tuple{Form::pkcs12, 0U, 0U, Key::locked});
    CHECK(
        held(look(push_certificate().to_pem() + shop.output_of("openssl pkey -in key -aes256 -passout pass:secret"))) ==
        std::tuple{Form::pem, 1U, 0U, Key::locked});
    CHECK_FALSE(look(request()).container);
}

TEST_CASE("what a property list has wrong in it is shown") {
    const auto found = look(
        "<?xml version=\"1.0\"?>\n<plist version=\"1.0\"><dict><key>a</key><true/><key>a</key><true/>"
        "</dict></plist>\n");
    CHECK(kind_name(found) == "property_list");
    CHECK(errors(found.findings) == Codes{"duplicate_key"});
}

TEST_CASE("what keeps the passphrase from being had is told as it is") {
    const Workshop shop;
    shop.write("key", key_pem());
    const auto shut = shop.output_of("openssl pkey -in key -aes256 -passout pass:secret");
    const auto missing = []() -> std::optional<Secret> {
        throw Error{ErrorCode::no_such_file, "'pass' does not exist"};
    };
    CHECK_THROWS_WITH(look(shut, missing), "'pass' does not exist");
}

TEST_CASE("the key that was given must be that of the file") {
    const auto judged = [](std::string bytes, const std::string& whose) {
        return errors(inspect(file_of(std::move(bytes)), no_passphrase, rsa_key(whose).public_key(), june).findings);
    };
    for (const auto& bytes : {push_certificate().to_pem(), fakes::csr().to_pem(), request(), key_pem()}) {
        CHECK(judged(bytes, "customer").empty());
        CHECK(judged(bytes, "stranger") == Codes{"key_mismatch"});
    }
}

TEST_CASE("a file that holds a private key and that others can read is a warning") {
    auto file = file_of(push_certificate().to_pem() + key_pem(), "it's.pem");
    file.others_can_read = true;
    const auto findings = inspect(file, no_passphrase, std::nullopt, june).findings;
    REQUIRE(remarks(findings) == Codes{"others_can_read"});
    CHECK(findings.front().hint == "chmod 600 'it'\\''s.pem'");
    file.bytes = Secret{push_certificate().to_pem()};
    CHECK(inspect(file, no_passphrase, std::nullopt, june).findings.empty());
}

TEST_CASE("a PKCS#12 without its passphrase is named, and is no push certificate yet") {
    const Workshop shop;
    shop.write("key", key_pem());
    shop.write("cert", push_certificate().to_pem());
    const auto shut = shop.output_of("openssl pkcs12 -export -in cert -inkey key -passout pass:secret");
    CHECK(kind_name(look(shut)) == "pkcs12");
    CHECK(remarks(look(shut).findings) == Codes{"passphrase_needed"});
    CHECK(push_refusal(shut) == "passphrase_needed");
    CHECK(look(shut, passphrase("secret")).topic == std::string(some_topic));
    CHECK(code_of([&] { return look(shut, passphrase("wrong")); }) == "wrong_passphrase");
}

TEST_CASE("a changed certificate beside its issuer is an error, and is shown all the same") {
    std::string der = push_certificate().der();
    der[der.find("APSP:") + 6] ^= 1;
    const auto found =
        look(crypto::Certificate::from_der(der).to_pem() + apple_application_integration().certificate.to_pem());
    CHECK(errors(found.findings) == Codes{"bad_certificate_signature"});
    CHECK(found.topic == std::string(some_topic));
}

TEST_CASE("what apns inspect refuses, and by which code") {
    CHECK(push_refusal(push_certificate({.topic = ""}).to_pem()) == "no_topic");
    CHECK(push_refusal(push_certificate({.topic = "com.example.app"}).to_pem()) == "app_push_certificate");
    CHECK(push_refusal(push_certificate({.topic = "org.example", .push_extensions = {}}).to_pem()) == "topic_not_mdm");
    CHECK(push_refusal(push_certificate().to_pem() + push_certificate({.key = "another"}).to_pem()) ==
          "several_certificates");
    CHECK(push_refusal("hello") == "not_recognized");
    CHECK(push_refusal(to_base64(push_certificate().der())) == "not_recognized");
    CHECK(push_refusal("-----BEGIN CERTIFICATE-----\n") == "malformed_pem");
    CHECK(push_refusal(push_certificate().der().substr(0, 300)) == "malformed_der");
    CHECK(push_refusal(push_certificate().der() + "x") == "trailing_data");
    CHECK(push_refusal(request().substr(0, 2000)) == "malformed_plist");
    CHECK(push_refusal(request().substr(0, 2001)) == "not_a_push_certificate_request");
}

TEST_CASE("no byte of a push certificate can be cut off unnoticed") {
    const std::string der = push_certificate().der();
    for (std::size_t size = 1; size < der.size(); ++size) {
        CAPTURE(size);
        CHECK_FALSE(refusal(der.substr(0, size)).empty());
    }
}

TEST_CASE("a bit that is flipped is noticed, unless it hides who the issuer is") {
    const auto& issuer = apple_application_integration().certificate;
    const std::string whole = push_certificate().to_pem() + issuer.to_pem();
    const auto clean = crypto::read_contents(whole, "f", no_passphrase)->certificates.front();
    std::size_t unnoticed = 0;
    for (std::size_t at = 30; at < 1400; at += 3) {
        std::string bytes = whole;
        bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U << (at % 7)));
        try {
            const auto found = look(bytes);
            const bool same = !found.certificate || *found.certificate == clean;
            if (!first_error(found.findings) && !same && found.certificate->names_issuer(issuer))
                ++unnoticed;
        } catch (const Error&) {
        }
    }
    CHECK(unnoticed == 0);
}

TEST_CASE("published: the topic is the UID, and the common name may name another") {
    const auto pem = shared_data("vectors/micromdm/mock_push_cert.pem");
    if (!pem)
        return;
    const auto found = look(*pem);
    CHECK(kind_name(found) == "push_certificate");
    CHECK(found.topic == "com.apple.mgmt.External.18a16429-886b-41f1-9c30-2bd04ae4fc37");
    CHECK_THAT(found.subject.value(), Catch::Contains("17a16429"));
}

TEST_CASE("published: no UID, and a UID that is none of ours") {
    if (const auto pem = shared_data("vectors/micromdm/mock_push_cert_no_uid.pem"))
        CHECK(push_refusal(*pem) == "no_topic");
    if (const auto pem = shared_data("vectors/micromdm/mock_push_cert_wrong_uid_prefix.pem"))
        CHECK(push_refusal(*pem) == "topic_not_mdm");
}

TEST_CASE("published: a PKCS#12 of RC2-40, with a certificate that is not for device management") {
    const auto p12 = shared_data("vectors/micromdm/pushcert.p12");
    const auto pem = shared_data("vectors/micromdm/pushcert.pem");
    if (!p12 || !pem)
        return;
    const auto found = look(*p12, passphrase("secret"));
    CHECK(found.certificate == look(*pem).certificate);
    CHECK_THAT(remarks(found.findings), Catch::VectorContains(std::string("legacy_encryption")));
    CHECK(errors(found.findings).empty());
    CHECK_FALSE(push_refusal(*pem).empty());
}
