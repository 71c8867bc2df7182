// SPDX-License-Identifier: Apache-2.0
#include "base/encoding.hpp"
#include "catch.hpp"
#include "crypto/asn1.hpp"
#include "fakes/certificates.hpp"
#include "fakes/contents.hpp"
#include "fakes/errors.hpp"
#include "fakes/openssl_program.hpp"
#include "fakes/shared_data.hpp"

#include <algorithm>

using namespace mdm;
using namespace mdm::crypto;
using namespace mdm::fakes;

namespace {

/// What `openssl pkcs12 -export` makes of a customer's key and push certificate.
std::string exported(const std::string& options, const std::string& passphrase = "secret") {
    const Workshop shop;
    shop.write("k.pem", rsa_key().to_pem().reveal());
    shop.write("c.pem", push_certificate({.serial = "01"}).to_pem());
    shop.write("ca.pem", apple_application_integration().certificate.to_pem() + apple_root().certificate.to_pem());
    shop.write("pass", passphrase + "\n");
    return shop.output_of("openssl pkcs12 -export -in c.pem -inkey k.pem -passout file:pass " + options);
}

/// The programs of some distributions come without OpenSSL's legacy provider, and cannot write what we read.
bool openssl_writes_legacy() {
    static const bool writes = Workshop().run("openssl list -providers -provider legacy | grep -q legacy");
    if (!writes)
        WARN("SKIPPED: openssl has no legacy provider, so nothing it would write with RC2 or RC4 was read");
    return writes;
}

bool uses_legacy(const std::string& options) { return options.find("-legacy") != std::string::npos; }

void check_push_certificate_and_key(const std::optional<Contents>& contents) {
    REQUIRE(contents);
    CHECK(contents->form == Contents::Form::pkcs12);
    CHECK_FALSE(contents->locked);
    CHECK(contents->holds_key);
    REQUIRE(contents->keys.size() == 1);
    CHECK(contents->keys[0].public_key() == rsa_key().public_key());
    REQUIRE(contents->certificates.size() == 1);
    CHECK(contents->certificates[0].subject().first(oid::user_id) == std::string(some_topic));
}

std::string length_of(std::size_t n) {
    if (n < 0x80)
        return {static_cast<char>(n)};
    return {'\x82', static_cast<char>(static_cast<unsigned char>(n >> 8U)),
            static_cast<char>(static_cast<unsigned char>(n))};
}

/// A PKCS#12 in BER as streaming writers make it: indefinite lengths down to the content, which is cut into chunks.
std::string as_ber(std::string_view der, int depth = 0) {
    std::string out;
    const std::string end(2, '\0');
    while (!der.empty()) {
        const std::string_view whole = der;
        const auto element = take_element(der).value();
        if (depth == 3 && element.is(4)) {
            out += "\x24\x80";
            for (std::size_t i = 0; i < element.content.size(); i += 100)
                out.append("\x04")
                    .append(length_of(std::min<std::size_t>(100, element.content.size() - i)))
                    .append(element.content.substr(i, 100));
            out += end;
        } else if (element.constructed && depth < 3) {
            out.append(whole.substr(0, 1)).append("\x80").append(as_ber(element.content, depth + 1)).append(end);
        } else {
            out += whole.substr(0, whole.size() - der.size());
        }
    }
    return out;
}

}  // namespace

TEST_CASE("a PKCS#12 is read with every encryption and integrity check that openssl writes") {
    const std::string options = GENERATE(values<std::string>({
        "",
        "-keypbe AES-128-CBC -certpbe AES-192-CBC",
        "-keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg sha1",
        "-keypbe PBE-SHA1-2DES -certpbe PBE-SHA1-2DES -macalg sha1",
        "-macalg sha384 -iter 100000",
        "-macalg sha512 -nomaciter",
        "-macalg md5",
        "-nomac",
        "-nomac -keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES",
        "-certpbe NONE",
        "-keypbe NONE",
        "-keypbe NONE -certpbe NONE",
        "-keypbe NONE -certpbe NONE -nomac",
        "-legacy",
        "-legacy -descert",
        "-legacy -keypbe PBE-SHA1-RC2-40 -certpbe PBE-SHA1-RC2-128",
        "-legacy -keypbe PBE-SHA1-RC4-128 -certpbe PBE-SHA1-RC4-40",
        "-legacy -nomac",
        "-name 'a friendly name' -CSP x -keyex",
    }));
    CAPTURE(options);
    if (uses_legacy(options) && !openssl_writes_legacy())
        return;
    const std::string der = exported(options);
    check_push_certificate_and_key(contents_of(der, "secret"));

    const bool open = options == "-keypbe NONE -certpbe NONE -nomac";
    CHECK(code_of([&] { return contents_of(der, "Secret"); }) == (open ? "" : "wrong_passphrase"));
    CHECK(contents_of(der)->locked != open);
    CHECK(contents_of(der)->holds_key);
}

TEST_CASE("PBMAC1 is checked where OpenSSL has it") {
    const Workshop shop;
    if (!shop.run("openssl pkcs12 -help 2>&1 | grep -q pbmac1")) {
        WARN("SKIPPED: this openssl knows no PBMAC1, so none was read");
        return;
    }
    const std::string der = exported("-pbmac1_pbkdf2");
    check_push_certificate_and_key(contents_of(der, "secret"));
    CHECK(code_of([&] { return contents_of(der, "Secret"); }) == "wrong_passphrase");
}

TEST_CASE("a PKCS#12 in BER is read as in DER") {
    const std::string options = GENERATE(values<std::string>({"", "-nomac", "-keypbe NONE -certpbe NONE"}));
    const std::string ber = as_ber(exported(options));
    REQUIRE(ber.starts_with("\x30\x80"));
    check_push_certificate_and_key(contents_of(ber, "secret"));
    CHECK(code_of([&] { return contents_of(ber + "x", "secret"); }) == "trailing_data");
    CHECK(code_of([&] { return contents_of(ber.substr(0, ber.size() - 1), "secret"); }) == "malformed_der");
}

TEST_CASE("a PKCS#12 without a passphrase, or with an empty one, opens without asking") {
    const std::string options =
        GENERATE(values<std::string>({"", "-nomac", "-keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES"}));
    const std::string der = exported(options, "");
    int asked = 0;
    check_push_certificate_and_key(read_contents(der, "f", [&]() -> std::optional<Secret> {
        ++asked;
        return std::nullopt;
    }));
    CHECK(asked == 0);
}

TEST_CASE("passphrases are UTF-8, beyond the Basic Multilingual Plane too") {
    const std::string passphrase =
        GENERATE(values<std::string>({"p\xC3\xA4ssw\xC3\xB6rt", "\xE5\xAF\x86\xE7\xA0\x81", "\xF0\x9F\x94\x91 key"}));
    const std::string options =
        GENERATE(values<std::string>({"", "-keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg sha1"}));
    CAPTURE(passphrase, options);
    check_push_certificate_and_key(contents_of(exported(options, passphrase), passphrase));
}

TEST_CASE("the passphrase of a PKCS#12 is asked for once, and not where none is needed") {
    int asked = 0;
    const PassphraseSource source = [&]() -> std::optional<Secret> {
        ++asked;
        return Secret{std::string("secret")};
    };
    check_push_certificate_and_key(read_contents(exported("-nomac"), "f", source));
    CHECK(asked == 1);
    check_push_certificate_and_key(read_contents(exported("-nomac -keypbe NONE -certpbe NONE"), "f", source));
    CHECK(asked == 1);
}

TEST_CASE("files without a key, without a certificate or with a whole chain are read") {
    const auto chain = contents_of(exported("-certfile ca.pem"), "secret");
    REQUIRE(chain->certificates.size() == 3);
    CHECK(chain->certificates[0].issued_by(chain->certificates[1]));
    CHECK(chain->certificates[1].issued_by(chain->certificates[2]));
    CHECK(chain->keys.size() == 1);

    const auto keyless = contents_of(exported("-nokeys"), "secret");
    CHECK(keyless->certificates.size() == 1);
    CHECK(keyless->keys.empty());
    CHECK_FALSE(keyless->holds_key);

    const auto certless = contents_of(exported("-nocerts"), "secret");
    CHECK(certless->certificates.empty());
    CHECK(certless->keys.size() == 1);
}

TEST_CASE("without a passphrase, what is open is given where no integrity check forbids it") {
    const auto open = contents_of(exported("-nomac -certpbe NONE"));
    CHECK(open->locked);
    CHECK(open->certificates.size() == 1);
    CHECK(open->keys.empty());

    const auto checked = contents_of(exported("-certpbe NONE"));
    CHECK(checked->locked);
    CHECK(checked->certificates.empty());
}

TEST_CASE("encryption that no longer protects is remarked on, each cipher once") {
    CHECK(contents_of(exported(""), "secret")->findings.empty());
    CHECK(codes(contents_of(exported("-keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES"), "secret")->findings) ==
          Codes{"legacy_encryption"});
    if (!openssl_writes_legacy())
        return;
    const auto findings = contents_of(exported("-legacy"), "secret")->findings;
    REQUIRE(codes(findings) == Codes{"legacy_encryption", "legacy_encryption"});
    CHECK(findings[0].message.find("RC2-40") != std::string::npos);
    CHECK(findings[1].message.find("3DES") != std::string::npos);
}

TEST_CASE("a PKCS#12 that would take too long to open is refused before it is tried") {
    const std::string options = GENERATE(values<std::string>(
        {"-iter 70000", "-nomac -iter 70000", "-iter 70000 -keypbe PBE-SHA1-3DES -nomac -certpbe PBE-SHA1-3DES"}));
    std::string hex = to_hex(exported(options));
    const std::string rounds = "0203011170", too_many = "02037fffff";
    REQUIRE(hex.find(rounds) != std::string::npos);
    for (std::size_t i = hex.find(rounds); i != std::string::npos; i = hex.find(rounds))
        hex.replace(i, rounds.size(), too_many);
    const std::string der = from_hex(hex).value();
    CHECK(code_of([&] { return contents_of(der, "secret"); }) == "too_costly");
    CHECK(message_of([&] { return contents_of(der, "secret"); }).find("5000000") != std::string::npos);
}

TEST_CASE("a cut PKCS#12 is malformed, and one with a bit flipped never opens as another") {
    const std::string der = exported("-iter 1 -macalg sha256");
    for (std::size_t size = 6; size < der.size(); size += 11)
        REQUIRE(code_of([&] { return contents_of(der.substr(0, size), "secret"); }) == "malformed_der");
    CHECK(code_of([&] { return contents_of(der + "x", "secret"); }) == "trailing_data");
    const Codes answers{"",          "malformed_der", "wrong_passphrase", "unsupported_algorithm", "trailing_data",
                        "too_costly"};
    for (std::size_t bit = 0; bit < der.size() * 8; bit += 13) {
        std::string flipped = der;
        flipped[bit / 8] = static_cast<char>(static_cast<unsigned char>(der[bit / 8]) ^ (1U << (bit % 8)));
        CAPTURE(bit);
        const std::string code = code_of([&] {
            const auto contents = contents_of(flipped, "secret");
            if (contents)
                check_push_certificate_and_key(contents);
            return 0;
        });
        CHECK(std::find(answers.begin(), answers.end(), code) != answers.end());
    }
}

TEST_CASE("MicroMDM's published PKCS#12, RC2-40 and 3DES, opens with its passphrase") {
    const auto file = shared_data("vectors/micromdm/pushcert.p12");
    const auto certificate = shared_data("vectors/micromdm/pushcert.pem");
    if (!file || !certificate)
        return;
    const auto contents = contents_of(*file, "secret");
    REQUIRE(contents->certificates.size() == 1);
    REQUIRE(contents->keys.size() == 1);
    CHECK(contents->certificates[0] == contents_of(*certificate)->certificates.at(0));
    CHECK(contents->keys[0].public_key() == contents->certificates[0].public_key());
    CHECK(codes(contents->findings) == Codes{"legacy_encryption", "legacy_encryption"});
    CHECK(code_of([&] { return contents_of(*file, "wrong"); }) == "wrong_passphrase");
    CHECK(contents_of(*file)->locked);
}
