// SPDX-License-Identifier: Apache-2.0
#include "apns/file_kind.hpp"

#include "base/encoding.hpp"
#include "catch.hpp"
#include "fakes/certificates.hpp"
#include "fakes/errors.hpp"
#include "fakes/openssl_program.hpp"

using namespace mdm;
using namespace mdm::apns;
using namespace mdm::fakes;

namespace {

/// The kind's name; "" where it is unknown.
std::string kind_of(std::string_view bytes) {
    const auto known = recognize(bytes, "f");
    return known ? std::string(name(known->kind)) : "";
}

std::string plist(const std::string& content) {
    return "<?xml version=\"1.0\"?>\n<plist version=\"1.0\"><dict>" + content + "</dict></plist>\n";
}

/// A message to somebody, in the form that the openssl program is told to write.
std::string message(const std::string& options) {
    const Workshop shop;
    shop.write("to.pem", vendor_chain().leaf.to_pem());
    shop.write("key.pem", vendor_chain().key.to_pem().reveal());
    shop.write("text", plist("<key>PayloadType</key><string>Configuration</string>"
                             "<key>PayloadIdentifier</key><string>org.example</string>"));
    return shop.output_of("openssl cms -binary -in text " + options);
}

}  // namespace

TEST_CASE("what people have in the folder beside the push certificate is known by its content") {
    const auto [bytes, kind] = GENERATE(table<std::string, std::string>({
        {"<!DOCTYPE html>\n<html><head><title>Apple Push Certificates Portal</title>", "html_page"},
        {"\r\n  <HTML lang=en>", "html_page"},
        {"{\"error\": \"session expired\"}", "json"},
        {"[]", "json"},
        {"{\\rtf1\\ansi MIIF}", "document"},
        {"%PDF-1.7\n", "document"},
        {"From: vendor@example.org\nSubject: your request\n\nPD94", "email"},
        {"MIME-Version: 1.0\nContent-Type: text/plain\n\nhello", "email"},
        {"ssh-rsa AAAAB3NzaC1yc2E= me@example.org", "ssh_key"},
        {"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 me", "ssh_key"},
        {"PK\x03\x04\x14", "archive"},
        {"\x1f\x8b\x08", "archive"},
        {to_base64(R"({"expDate":"2027-01-01T00:00:00+0000","token":"x","orgName":"Acme"})"), "vpp_token"},
        {plist("<key>PayloadType</key><string>Configuration</string>"), "configuration_profile"},
        {plist("<key>PayloadType</key><string>com.apple.mdm</string>"), "property_list"},
        {plist(""), "property_list"},
    }));
    CAPTURE(bytes);
    CHECK(kind_of(bytes) == kind);
    CHECK(kind_of("\xEF\xBB\xBF" + bytes) == (kind == "archive" || bytes[0] == '%' ? "" : kind));
}

TEST_CASE("messages are known in every form that portals and mail programs give them") {
    CHECK(kind_of(message("-encrypt -outform DER to.pem")) == "server_token");
    CHECK(kind_of(message("-encrypt -outform SMIME to.pem")) == "server_token");
    CHECK(kind_of(to_base64(message("-encrypt -outform DER to.pem"))) == "server_token");
    CHECK(kind_of(to_hex(message("-encrypt -outform DER to.pem"))) == "mdmcert_reply");
    CHECK(kind_of(message("-encrypt -aes-256-gcm -outform DER to.pem")) == "encrypted_export");
    CHECK(kind_of(message("-sign -nodetach -outform DER -signer to.pem -inkey key.pem")) == "configuration_profile");
    CHECK(kind_of(message("-sign -outform DER -signer to.pem -inkey key.pem")) == "certificate_bundle");
}

TEST_CASE("what is nothing that is known is left unknown") {
    for (const std::string bytes : {"hello", "MIIF", "deadbeef", "x{}", "", "0", "\x30\x03", "Fromage: Brie"}) {
        CAPTURE(bytes);
        CHECK(kind_of(bytes).empty());
    }
}

TEST_CASE("PEM labels name what is no certificate, CSR or private key") {
    const auto [label, kind] = GENERATE(table<std::string, std::string>({
        {"PUBLIC KEY", "public_key"},
        {"X509 CRL", "certificate_revocation_list"},
        {"PKCS7", "certificate_bundle"},
        {"OPENSSH PRIVATE KEY", "ssh_key"},
    }));
    CHECK(std::string(name(kind_of_block({label}).value())) == kind);
    CHECK_FALSE(kind_of_block({"CERTIFICATE"}));
}

TEST_CASE("a PEM block of CMS is named by what is in it, whatever its label") {
    const auto [label, type, kind] = GENERATE(table<std::string, std::string, std::string>({
        {"CMS", "1.2.840.113549.1.7.3", "server_token"},
        {"PKCS7", "1.2.840.113549.1.7.3", "server_token"},
        {"SERVER TOKEN", "1.2.840.113549.1.7.3", "server_token"},
        {"CMS", "1.2.840.113549.1.9.16.1.23", "encrypted_export"},
        {"CMS", "1.2.840.113549.1.7.2", "certificate_bundle"},
        {"CMS", "", "server_token"},
    }));
    CHECK(std::string(name(kind_of_block({label, type}).value())) == kind);
}

TEST_CASE("an advice names the file so that a shell reads it as one word") {
    CHECK_THAT(advice(FileKind::mdmcert_reply, "it's here.hex"),
               Catch::StartsWith("decrypt it") && Catch::Contains("xxd -r -p 'it'\\''s here.hex' |"));
    CHECK(advice(FileKind::certificate, "f").empty());
}

TEST_CASE("what begins like a property list and is none is refused, not guessed at") {
    CHECK(code_of([] { return recognize("<?xml version=\"1.0\"?><plist><dict>", "f"); }) == "malformed_plist");
    std::string deep;
    for (int i = 0; i < 65; ++i)
        deep += "<array>";
    CHECK(code_of([&] { return recognize("<plist>" + deep, "f"); }) == "too_deep");
}
