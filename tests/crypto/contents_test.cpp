// SPDX-License-Identifier: Apache-2.0
#include "crypto/contents.hpp"

#include "base/encoding.hpp"
#include "catch.hpp"
#include "fakes/certificates.hpp"
#include "fakes/contents.hpp"
#include "fakes/errors.hpp"
#include "fakes/openssl_program.hpp"
#include "fakes/shared_data.hpp"

#include <chrono>

using namespace mdm;
using namespace mdm::crypto;
using namespace mdm::fakes;

namespace {

/// "2 certificates, 1 key", or "nothing".
std::string summary(const std::optional<Contents>& contents) {
    if (!contents)
        return "nothing";
    std::string out;
    const auto add = [&](std::size_t n, const std::string& what) {
        if (n > 0)
            out += (out.empty() ? "" : ", ") + std::to_string(n) + " " + what;
    };
    add(contents->certificates.size(), "certificate");
    add(contents->requests.size(), "request");
    add(contents->keys.size(), "key");
    add(contents->others.size(), "other");
    return out;
}

std::string utf16(const std::string& ascii, bool little_endian) {
    std::string out = little_endian ? "\xFF\xFE" : "\xFE\xFF";
    for (const char c : ascii)
        out += little_endian ? std::string{c, '\0'} : std::string{'\0', c};
    return out;
}

std::string relabelled(std::string pem, const std::string& from, const std::string& to) {
    for (std::size_t i = pem.find(from); i != std::string::npos; i = pem.find(from, i + to.size()))
        pem.replace(i, from.size(), to);
    return pem;
}

}  // namespace

TEST_CASE("PEM and DER files are told apart and their parts counted") {
    const std::string certificate = push_certificate().to_pem();
    const std::string request = csr().to_pem();
    const std::string key(rsa_key().to_pem().reveal());
    const auto [bytes, holds] = GENERATE_COPY(table<std::string, std::string>({
        {certificate, "1 certificate"},
        {certificate + key + certificate + request, "2 certificate, 1 request, 1 key"},
        {push_certificate().der(), "1 certificate"},
        {csr().der(), "1 request"},
        {relabelled(certificate, "CERTIFICATE", "X509 CERTIFICATE"), "1 certificate"},
        {relabelled(certificate, "CERTIFICATE", "TRUSTED CERTIFICATE"), "1 certificate"},
        {relabelled(request, "CERTIFICATE", "NEW CERTIFICATE"), "1 request"},
        {relabelled(certificate, "CERTIFICATE", "PKCS7"), "1 other"},
        {relabelled(key, "PRIVATE KEY", "OPENSSH PRIVATE KEY"), "1 other"},
        {"\xEF\xBB\xBF" + certificate, "1 certificate"},
        {utf16(certificate, true), "1 certificate"},
        {utf16(certificate + key, false), "1 certificate, 1 key"},
        {"", "nothing"},
        {"hello", "nothing"},
        {"0123456789", "nothing"},
        {"000000000000000000000000000000000000000000000000000000", "nothing"},
        {"0\r\n0,0", "nothing"},
        {"<?xml version=\"1.0\"?>\n<plist><string>\n" + certificate + "</string></plist>", "nothing"},
        {"bplist00\n" + certificate, "nothing"},
        {"<!DOCTYPE html>\n<pre>\n" + certificate + "</pre>", "nothing"},
        {std::string(1U << 20U, '\0'), "nothing"},
        {std::string(1U << 20U, '0'), "nothing"},
        {std::string(1U << 20U, '-'), "nothing"},
        {rsa_key().public_key().spki(), "1 other"},
    }));
    CAPTURE(bytes.substr(0, 40));
    CHECK(summary(contents_of(bytes)) == holds);
}

TEST_CASE("form, labels and whether a key is in there are told") {
    const std::string key(rsa_key().to_pem().reveal());
    CHECK(contents_of(push_certificate().to_pem())->form == Contents::Form::pem);
    CHECK(contents_of(push_certificate().der())->form == Contents::Form::der);
    CHECK_FALSE(contents_of(push_certificate().to_pem())->holds_key);
    CHECK(contents_of(key)->holds_key);
    const auto foreign = contents_of(relabelled(key, "PRIVATE KEY", "OPENSSH PRIVATE KEY"));
    CHECK(foreign->holds_key);
    REQUIRE(foreign->others.size() == 1);
    CHECK(foreign->others.front().label == "OPENSSH PRIVATE KEY");
    CHECK(foreign->others.front().cms_type.empty());
}

TEST_CASE("a byte order mark is remarked on") {
    const std::string certificate = push_certificate().to_pem();
    CHECK(codes(contents_of(certificate)->findings).empty());
    CHECK(codes(contents_of("\xEF\xBB\xBF" + certificate)->findings) == std::vector<std::string>{"byte_order_mark"});
    CHECK(contents_of(utf16(certificate, true))->findings.front().message.find("UTF-16LE") != std::string::npos);
}

TEST_CASE("blocks with the wrong content are refused with file and line") {
    const std::string certificate = push_certificate().to_pem();
    const std::string request = csr().to_pem();
    const auto [text, code, message] = GENERATE_COPY(table<std::string, std::string, std::string>({
        {relabelled(request, "CERTIFICATE REQUEST", "CERTIFICATE"), "malformed_der",
         "'f', line 1: the certificate does not parse"},
        {"x\n" + relabelled(certificate, "CERTIFICATE", "PRIVATE KEY"), "malformed_der",
         "'f', line 2: the private key does not parse"},
        {relabelled(certificate, "CERTIFICATE", "CERTIFICATE REQUEST"), "malformed_der",
         "'f', line 1: the CSR does not parse"},
        {relabelled(certificate, "CERTIFICATE", "ENCRYPTED PRIVATE KEY"), "malformed_der",
         "'f', line 1: the encrypted private key does not parse"},
        {"-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n", "malformed_der",
         "'f', line 1: the certificate"},
        {"-----BEGIN CERTIFICATE-----\n" + to_base64(push_certificate().der() + "x") + "\n-----END CERTIFICATE-----\n",
         "trailing_data", "'f', line 1: there are bytes behind the end of the certificate"},
        {push_certificate().der() + "\n", "trailing_data", "'f': there are bytes behind the end of the certificate"},
        {push_certificate().der().substr(0, 300), "malformed_der", "'f': it begins as DER does, but is cut or damaged"},
        {certificate.substr(0, 300), "malformed_pem",
         "'f' is no whole PEM file: line 1: BEGIN CERTIFICATE without its END: the file is cut"},
    }));
    CAPTURE(text.substr(0, 40));
    CHECK(code_of([&t = text] { return contents_of(t); }) == code);
    CHECK(message_of([&t = text] { return contents_of(t); }).starts_with(message));
}

TEST_CASE("a cut DER file is malformed at every length from its sixth byte on") {
    const auto der = GENERATE(values<std::string>({push_certificate().der(), csr().der()}));
    for (std::size_t size = 6; size < der.size(); ++size)
        REQUIRE(code_of([&] { return contents_of(der.substr(0, size)); }) == "malformed_der");
}

TEST_CASE("noise gives nothing or a clear error, and at once") {
    const auto start = std::chrono::steady_clock::now();
    std::uint32_t state = 1;
    for (int round = 0; round < 8; ++round) {
        std::string noise(1U << 20U, '\0');
        for (char& c : noise) {
            state = state * 1664525U + 1013904223U;
            c = static_cast<char>(static_cast<unsigned char>(state >> 24U));
        }
        const std::string starts[] = {"",
                                      "0",
                                      "\x30\x82\xFF\xFF\x30",
                                      std::string("\x30\x80\x02\x01\x03\x30\x80", 7),
                                      std::string("\x30\x84\x00\x0F\xFF\xFA\x30\x82", 8),
                                      "-----BEGIN CERTIFICATE-----\n",
                                      "\xFF\xFE",
                                      "\xEF\xBB\xBF"};
        noise.replace(0, starts[round].size(), starts[round]);
        CAPTURE(round);
        const std::string code = code_of([&] { return contents_of(noise); });
        CHECK((code.empty() || code == "malformed_der" || code == "malformed_pem"));
    }
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(10));
}

TEST_CASE("a certificate with OpenSSL's notes on trust, and what openssl prints of a PKCS#12, are read") {
    const Workshop shop;
    shop.write("c.pem", push_certificate().to_pem());
    shop.write("k.pem", rsa_key().to_pem().reveal());
    const std::string trusted =
        shop.output_of("openssl x509 -in c.pem -addtrust emailProtection -setalias x -trustout");
    REQUIRE(trusted.starts_with("-----BEGIN TRUSTED CERTIFICATE-----"));
    CHECK(contents_of(trusted)->certificates.at(0) == contents_of(shop.read("c.pem"))->certificates.at(0));

    REQUIRE(shop.run("openssl pkcs12 -export -in c.pem -inkey k.pem -name push -passout pass:x -out p.p12"));
    const std::string printed = shop.output_of("openssl pkcs12 -in p.p12 -passin pass:x -nodes");
    REQUIRE(printed.starts_with("Bag Attributes"));
    CHECK(summary(contents_of(printed)) == "1 certificate, 1 key");
}

TEST_CASE("the passphrase is asked for once, and only when something is encrypted") {
    const Workshop shop;
    shop.write("k.pem", rsa_key().to_pem().reveal());
    const std::string sealed = shop.output_of("openssl pkcs8 -topk8 -in k.pem -passout pass:secret");
    int asked = 0;
    const PassphraseSource source = [&]() -> std::optional<Secret> {
        ++asked;
        return Secret{std::string("secret")};
    };
    CHECK(summary(read_contents(push_certificate().to_pem(), "f", source)) == "1 certificate");
    CHECK(asked == 0);
    CHECK(summary(read_contents(sealed + sealed + sealed, "f", source)) == "3 key");
    CHECK(asked == 1);
    CHECK(read_contents(sealed, "f", nullptr)->locked);
}

TEST_CASE("MicroMDM's published key and certificates are read") {
    const auto key = shared_data("vectors/micromdm/ProviderPrivateKey.key");
    const auto certificate = shared_data("vectors/micromdm/pushcert.pem");
    const auto push = shared_data("vectors/micromdm/mock_push_cert.pem");
    if (!key || !certificate || !push)
        return;
    CHECK(contents_of(*key, "secret")->keys.at(0).public_key().is_rsa_2048());
    CHECK(contents_of(*certificate)->certificates.at(0).subject().to_string() == "CN=mdmpush");
    CHECK(contents_of(*push)->certificates.at(0).subject().first(oid::user_id) ==
          "com.apple.mgmt.External.18a16429-886b-41f1-9c30-2bd04ae4fc37");
}
