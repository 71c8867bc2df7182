// SPDX-License-Identifier: Apache-2.0
#include "base/encoding.hpp"
#include "catch.hpp"
#include "crypto/certificate_builder.hpp"
#include "crypto/cms.hpp"
#include "crypto/random.hpp"
#include "fakes/certificates.hpp"
#include "fakes/openssl_program.hpp"

#include <set>

using namespace mdm;
using namespace mdm::crypto;
using namespace mdm::fakes;

TEST_CASE("standard extensions are encoded as RFC 5280 has them") {
    CHECK(to_hex(basic_constraints(false).value) == "3000");
    CHECK(to_hex(basic_constraints(true).value) == "30030101ff");
    CHECK(to_hex(basic_constraints(true, 0).value) == "30060101ff020100");
    CHECK(to_hex(key_usage(KeyUsage::digital_signature).value) == "03020780");
    CHECK(to_hex(key_usage(KeyUsage::key_cert_sign | KeyUsage::crl_sign).value) == "03020106");
    CHECK(to_hex(extended_key_usage({"1.3.6.1.5.5.7.3.2"}).value) == "300a06082b06010505070302");
    const std::string id = to_hex(subject_key_id(rsa_key().public_key()).value);
    CHECK(id.size() == 2 * 22);
    CHECK(id.starts_with("0414"));
    CHECK(to_hex(authority_key_id(rsa_key().public_key()).value) == "30168014" + id.substr(4));
}

TEST_CASE("key identifiers are those that openssl computes") {
    const Workshop shop;
    const Certificate own = root().certificate;
    shop.write("c.pem", own.to_pem());
    shop.write("k.pem", rsa_key("root").to_pem().reveal());
    REQUIRE(shop.run(
        "openssl req -x509 -key k.pem -subj /CN=x -addext subjectKeyIdentifier=hash -outform DER -out theirs.der"));
    CHECK(own.subject_key_id() == Certificate::from_der(shop.read("theirs.der")).subject_key_id());
}

TEST_CASE("serial numbers of our own making are positive, eight bytes long and differ") {
    std::set<std::string> seen;
    for (int i = 0; i < 20; ++i) {
        const std::string serial = root().certificate.serial();
        CHECK(serial.size() == 16);
        CHECK(seen.insert(serial).second);
    }
}

TEST_CASE("random bytes and UUIDs differ, and a UUID says that it is random") {
    CHECK(random_bytes(0).empty());
    CHECK(random_bytes(32).size() == 32);
    CHECK(random_bytes(32) != random_bytes(32));
    for (int i = 0; i < 50; ++i) {
        const std::string uuid = random_uuid();
        REQUIRE(uuid.size() == 36);
        REQUIRE(uuid[14] == '4');
        REQUIRE(std::string_view("89ab").find(uuid[19]) != std::string_view::npos);
        REQUIRE(uuid.find_first_not_of("0123456789abcdef-") == std::string::npos);
    }
}

TEST_CASE("CMS messages are told by their content type, in DER and in BER") {
    const Workshop shop;
    shop.write("c.pem", push_certificate().to_pem());
    shop.write("k.pem", rsa_key().to_pem().reveal());
    shop.write("message", "text");
    const auto [command, type] = GENERATE(table<std::string, std::string>({
        {"-sign -signer c.pem -inkey k.pem", "1.2.840.113549.1.7.2"},
        {"-sign -signer c.pem -inkey k.pem -nodetach -stream -indef", "1.2.840.113549.1.7.2"},
        {"-encrypt -recip c.pem", "1.2.840.113549.1.7.3"},
        {"-encrypt -stream -indef -recip c.pem", "1.2.840.113549.1.7.3"},
        {"-data_create", "1.2.840.113549.1.7.1"},
    }));
    CAPTURE(command);
    const std::string der = shop.output_of("openssl cms -in message -binary -outform DER " + command);
    CHECK(cms_content_type(der) == type);
    CHECK(cms_content_type(der.substr(0, 12)) == std::nullopt);
}

TEST_CASE("what is no CMS message has no content type") {
    const auto bytes = GENERATE(as<std::string>(), "", "0", "text", std::string(100, '\0'), "\x30\x02\x05\x01",
                                "\x30\x80", "\x30\x03\x06\x01\x2A");
    CHECK(cms_content_type(bytes) == std::nullopt);
    CHECK(cms_content_type(push_certificate().der()) == std::nullopt);
}
