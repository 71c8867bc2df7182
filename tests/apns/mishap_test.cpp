// SPDX-License-Identifier: Apache-2.0
#include "apns/mishap.hpp"

#include "apns/push_certificate_request.hpp"
#include "base/encoding.hpp"
#include "catch.hpp"
#include "fakes/certificates.hpp"
#include "fakes/openssl_program.hpp"

using namespace mdm;
using namespace mdm::apns;
using namespace mdm::fakes;

namespace {

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

std::string utf16(std::string_view text, bool little) {
    std::string out;
    for (const char c : text)
        out += little ? std::string{c, '\0'} : std::string{'\0', c};
    return out;
}

const std::string& request() {
    static const std::string text = [] {
        const auto csr = fakes::csr();
        const auto chain = vendor_chain().certificates();
        return sign_push_certificate_request({csr, "push.csr", chain, vendor_chain().key, at("2026-06-01")});
    }();
    return text;
}

const crypto::Certificate& push() {
    static const auto certificate = push_certificate();
    return certificate;
}

std::string pem() { return push().to_pem(); }

struct Case {
    std::string name;
    std::string bytes;
    std::string words;   ///< in the message
    std::string before;  ///< what the hint brings back
};

std::vector<Case> cases() {
    const std::string armoured =
        "-----BEGIN CERTIFICATE REQUEST-----\n" + request() + "\n-----END CERTIFICATE REQUEST-----\n";
    const std::string for_urls = replaced(replaced(request(), "+", "-"), "/", "_");
    const std::string in_a_form = replaced(replaced(replaced(request(), "+", "%2B"), "/", "%2F"), "=", "%3D");
    return {
        {"on one line", replaced(pem(), "\n", "\\n"), "written out as \\n", pem()},
        {"in JSON", R"({"data": {"certificate": ")" + replaced(pem(), "\n", "\\n") + "\"}}", "JSON", pem() + "\n"},
        {"quoted", "Hi,\n> " + replaced(pem(), "\n", "\n> ") + "\n", "quoted", ""},
        {"UTF-16, little", utf16(pem(), true), "UTF-16", pem()},
        {"UTF-16, big", utf16(pem(), false), "UTF-16", pem()},
        {"base64 of DER", to_base64(push().der()), "base64 of a certificate", push().der()},
        {"base64 of a CSR", to_base64(fakes::csr().der()), "base64 of a certificate signing request",
         fakes::csr().der()},
        {"base64 of PEM", to_base64(pem()), "base64 of a PEM file", pem()},
        {"base64 twice", to_base64(request()), "once too often", request()},
        {"base64 for URLs", for_urls, "- and _", request()},
        {"in a form", in_a_form, "URL-encoded", request()},
        {"in armour", armoured, "BEGIN and END lines", request() + "\n"},
        {"zeros", std::string(3000, '\0'), "zero bytes", ""},
        {"four dashes", replaced(pem(), "-----", "----"), "five dashes", ""},
        {"long dashes", replaced(pem(), "-----", "\xE2\x80\x94\xE2\x80\x94-"), "five dashes", ""},
    };
}

}  // namespace

TEST_CASE("what happened to a file on its way is told, and the hint undoes it") {
    const Workshop shop;
    for (const Case& c : cases()) {
        CAPTURE(c.name);
        const auto mishap = find_mishap(c.bytes, "a file's name");
        REQUIRE(mishap);
        CHECK_THAT(mishap->message, Catch::Contains(c.words));
        CHECK_FALSE(mishap->hint.empty());
        if (c.before.empty())
            continue;
        shop.write("a file's name", c.bytes);
        const auto end_of_command = mishap->hint.find(" takes ");
        CAPTURE(mishap->hint);
        REQUIRE(shop.run("rm -f fixed*; " + mishap->hint.substr(0, end_of_command) + "; cat fixed*"));
        CHECK(shop.read("out") == c.before);
    }
}

TEST_CASE("what came whole met with no mishap") {
    for (const std::string& bytes :
         {pem(), replaced(pem(), "\n", "\r\n"), push().der(), request(), std::string("hello"), std::string(),
          std::string("{}"), std::string(">"), std::string("> > >\n>"), to_base64("hello"), std::string("100%"),
          std::string("MII")}) {
        CAPTURE(bytes);
        CHECK_FALSE(find_mishap(bytes, "f"));
    }
}

TEST_CASE("an error is explained by the mishap behind it, and has a hint where there is something to do") {
    const Error cut{ErrorCode::malformed_pem, "'f' is no whole PEM file"};
    CHECK_THAT(explained(cut, replaced(pem(), "\n", "\\n"), "f").message(), Catch::Contains("written out"));
    CHECK(explained(cut, "-----BEGIN CERTIFICATE-----\n", "f").message() == cut.message());
    CHECK_FALSE(explained(cut, "-----BEGIN CERTIFICATE-----\n", "f").hint().empty());
    const Error other{ErrorCode::wrong_passphrase, "no", "try again"};
    CHECK(explained(other, std::string(9, '\0'), "f").message() == "no");
    CHECK(explained(other, std::string(9, '\0'), "f").hint() == "try again");
    CHECK_THAT(explained({ErrorCode::too_costly, "much"}, "x", "f").hint(), Catch::Contains("fewer rounds"));
    CHECK_THAT(explained({ErrorCode::unsupported_algorithm, "odd"}, "x", "f").hint(), Catch::Contains("AES-256"));
    CHECK(explained({ErrorCode::no_such_file, "'pass' does not exist"}, "x", "f").hint().empty());
}

TEST_CASE("what is read from a pipe has no name to put into a command") {
    CHECK(find_mishap(to_base64(pem()), "standard input")->hint == "base64 -d FILE >fixed.pem");
}
