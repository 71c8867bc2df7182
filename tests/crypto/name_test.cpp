// SPDX-License-Identifier: Apache-2.0
#include "crypto/name.hpp"

#include "base/encoding.hpp"
#include "catch.hpp"
#include "fakes/certificates.hpp"
#include "fakes/errors.hpp"
#include "fakes/openssl_program.hpp"

using namespace mdm;
using namespace mdm::crypto;
using namespace mdm::fakes;

namespace {

constexpr char utf8 = 0x0C, bit_string = 0x03, numeric = 0x12, printable_string = 0x13, teletex = 0x14, ia5 = 0x16,
               universal = 0x1C, bmp = 0x1E;

Certificate named(const std::vector<Name::Attribute>& subject) {
    return self_sign({.subject = subject, .not_before = at("2026-01-01"), .not_after = at("2027-01-01")},
                     rsa_key("odd"));
}

/// The common name of a certificate in which it is written as the ASN.1 type `tag` with these bytes.
std::string common_name_as(char tag, const std::string& bytes) {
    const std::string filler(bytes.size(), 'x');
    const std::string start = std::string("\x55\x04\x03") + utf8 + static_cast<char>(bytes.size());
    std::string der = named(subject({{"CN", filler}})).der();
    for (std::size_t i = der.find(start + filler); i != std::string::npos; i = der.find(start + filler)) {
        der[i + 3] = tag;
        der.replace(i + start.size(), bytes.size(), bytes);
    }
    return Certificate::from_der(der).subject().first(oid::common_name).value();
}

}  // namespace

TEST_CASE("attributes keep their order, and are shown by the names people know") {
    const Name name = named(subject({{"UID", "com.apple.mgmt.External.x"},
                                     {"CN", "APSP:x"},
                                     {"O", "One"},
                                     {"O", "Two"},
                                     {"1.2.3.4", "private"},
                                     {"emailAddress", "a@example.org"},
                                     {"C", "US"}}))
                          .subject();
    CHECK(name.to_string() ==
          "UID=com.apple.mgmt.External.x, CN=APSP:x, O=One, O=Two, 1.2.3.4=private, emailAddress=a@example.org, C=US");
    CHECK(name.all(oid::organization) == std::vector<std::string>{"One", "Two"});
    CHECK(name.first(oid::organization) == "One");
    CHECK(name.first(oid::organizational_unit) == std::nullopt);
    CHECK(named({}).subject().empty());
}

TEST_CASE("values that look like structure are escaped") {
    const auto [value, shown] = GENERATE(table<std::string, std::string>({{"Acme, Inc.", "CN=Acme\\, Inc."},
                                                                          {"a+b", "CN=a\\+b"},
                                                                          {"\"x\\", "CN=\\\"x\\\\"},
                                                                          {" x ", "CN=\\ x\\ "},
                                                                          {"", "CN="},
                                                                          {std::string("a\0b", 3), "CN=a\\00b"}}));
    CHECK(named(subject({{"CN", value}})).subject().to_string() == shown);
}

TEST_CASE("every string type becomes UTF-8, and what is none becomes #hex") {
    struct Case {
        char tag;
        std::string bytes, value;
    };
    const auto c = GENERATE(values<Case>({
        {utf8, "Z\xC3\xBCrich", "Z\xC3\xBCrich"},
        {utf8, std::string("a\0b", 3), std::string("a\0b", 3)},
        {numeric, "12 34", "12 34"},
        {printable_string, "Acme", "Acme"},
        {printable_string, "Z\xC3\xBCrich", "Z\xC3\xBCrich"},
        {printable_string, "Z\xFCrich", "#13065afc72696368"},
        {teletex, "Z\xFCrich", "Z\xC3\xBCrich"},
        {ia5, "a@example.org", "a@example.org"},
        {bmp, std::string("\0Z\0\xFC", 4), "Z\xC3\xBC"},
        {universal, std::string("\0\1\xF6\0", 4), "\xF0\x9F\x98\x80"},
        {bit_string, std::string("\0\x41", 2), "#03020041"},
    }));
    CAPTURE(int(c.tag), to_hex(c.bytes));
    CHECK(common_name_as(c.tag, c.bytes) == c.value);
}

TEST_CASE("a certificate whose UTF8String is no UTF-8 is refused") {
    CHECK(code_of([] { return common_name_as(utf8, "\xFFx"); }) == "malformed_der");
}

TEST_CASE("names match whatever their letters' case, spacing and string type") {
    const std::string reference = named(subject({{"O", "Apple Inc."}, {"C", "US"}})).subject().der;
    CHECK(named(subject({{"O", " apple  INC. "}, {"C", "us"}})).subject().der == reference);
    CHECK(named(subject({{"C", "US"}, {"O", "Apple Inc."}})).subject().der != reference);
    CHECK(named(subject({{"O", "Apple Inc"}, {"C", "US"}})).subject().der != reference);
    CHECK(named(subject({{"O", "Apple Inc."}})).subject().der != reference);
}

TEST_CASE("several attributes on one level are all seen, and make another name than levels of their own") {
    const Workshop shop;
    REQUIRE(
        shop.run("openssl req -x509 -newkey rsa:1024 -nodes -keyout k.pem -multivalue-rdn -subj /O=x+OU=y+CN=z "
                 "-outform DER -out c.der"));
    const Certificate joined = Certificate::from_der(shop.read("c.der"));
    CHECK(joined.subject().attributes.size() == 3);
    CHECK(joined.subject().der != named(subject({{"O", "x"}, {"OU", "y"}, {"CN", "z"}})).subject().der);
    CHECK(joined.issued_by(joined));
}

TEST_CASE("country, e-mail address and the rest are written in the types that RFC 5280 gives them") {
    const Workshop shop;
    shop.write("c.pem", named(subject({{"C", "FR"}, {"emailAddress", "a@b.fr"}, {"CN", "x"}})).to_pem());
    const std::string parsed = shop.output_of("openssl asn1parse -in c.pem");
    CHECK(parsed.find("PRINTABLESTRING   :FR") != std::string::npos);
    CHECK(parsed.find("IA5STRING         :a@b.fr") != std::string::npos);
    CHECK(parsed.find("UTF8STRING        :x") != std::string::npos);
}
