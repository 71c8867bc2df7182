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
    add(contents->other_labels.size(), "other");
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
    CHECK(foreign->other_labels == std::vector<std::string>{"OPENSSH PRIVATE KEY"});
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
    CHECK(code_of([&] { return contents_of(text); }) == code);
    CHECK(message_of([&] { return contents_of(text); }).starts_with(message));
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

TEST_CASE("unencrypted keys are read in every form that openssl writes") {
    const Workshop shop;
    const auto [make, convert] = GENERATE(table<std::string, std::string>({
        {"openssl genrsa -out k 2048", "openssl rsa -traditional"},
        {"openssl genrsa -out k 2048", "openssl pkcs8 -topk8 -nocrypt"},
        {"openssl ecparam -name prime256v1 -genkey -noout -out k", "openssl ec"},
        {"openssl ecparam -name prime256v1 -genkey -noout -out k", "openssl pkcs8 -topk8 -nocrypt"},
        {"openssl genpkey -algorithm ed25519 -out k", "openssl pkey"},
        {"openssl genpkey -genparam -algorithm DSA -pkeyopt dsa_paramgen_bits:1024 -out p && openssl gendsa -out k p",
         "openssl pkey -traditional"},
    }));
    CAPTURE(make, convert);
    REQUIRE(shop.run(make));
    const std::string spki = shop.output_of("openssl pkey -in k -pubout -outform DER");
    for (const std::string form : {"PEM", "DER"}) {
        const auto contents = contents_of(shop.output_of(convert + " -in k -outform " + form));
        REQUIRE(summary(contents) == "1 key");
        CHECK(contents->keys[0].public_key().spki() == spki);
        CHECK(contents->holds_key);
    }
}

TEST_CASE("keys in encrypted PEM are read with every cipher that openssl writes into DEK-Info") {
    const Workshop shop;
    shop.write("k.pem", rsa_key().to_pem().reveal());
    const std::string cipher = GENERATE(
        values<std::string>({"des3", "des-ede3-cbc", "aes128", "aes192", "aes256", "camellia128", "camellia192",
                             "camellia256", "aria128", "aria192", "aria256", "aes-256-cfb", "aes-128-ofb"}));
    CAPTURE(cipher);
    const std::string pem = shop.output_of("openssl rsa -in k.pem -traditional -passout pass:secret -" + cipher);
    REQUIRE(pem.find("DEK-Info: ") != std::string::npos);

    const auto contents = contents_of(pem, "secret");
    REQUIRE(summary(contents) == "1 key");
    CHECK(contents->keys[0].public_key() == rsa_key().public_key());
    CHECK(codes(contents->findings) == std::vector<std::string>{"legacy_encryption"});
    CHECK(code_of([&] { return contents_of(pem, "Secret"); }) == "wrong_passphrase");
    CHECK(contents_of(pem)->locked);
}

TEST_CASE("DEK-Info that cannot be is refused") {
    const auto [dek_info, code] = GENERATE(table<std::string, std::string>({
        {"DES-CBC,22C0F4C89C7B1FCD", "unsupported_algorithm"},
        {"ROT-13,22C0F4C89C7B1FCD", "unsupported_algorithm"},
        {"AES-256-GCM,22C0F4C89C7B1FCD22C0F4C8", "unsupported_algorithm"},
        {"DES-EDE3-CBC", "malformed_pem"},
        {"DES-EDE3-CBC,22C0", "malformed_pem"},
        {"DES-EDE3-CBC,XX", "malformed_pem"},
        {"AES-128-CBC,22C0F4C89C7B1FCD", "malformed_pem"},
    }));
    CAPTURE(dek_info);
    const std::string pem = "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: " + dek_info +
                            "\n\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n-----END RSA PRIVATE KEY-----\n";
    CHECK(code_of([&] { return contents_of(pem, "secret"); }) == code);
}

TEST_CASE("encrypted PKCS#8 is read in PEM and DER with all that openssl writes by default") {
    const Workshop shop;
    shop.write("k.pem", rsa_key().to_pem().reveal());
    const auto [options, legacy] = GENERATE(table<std::string, bool>({
        {"", false},
        {"-v2 aes-128-cbc -v2prf hmacWithSHA512 -iter 100000", false},
        {"-v2 aria256 -v2prf hmacWithSHA1", false},
        {"-v2 des3", true},
        {"-v1 PBE-SHA1-3DES", true},
        {"-v1 PBE-SHA1-2DES", true},
        {"-scrypt", false},
        {"-scrypt -scrypt_N 1024 -scrypt_r 4 -scrypt_p 3", false},
    }));
    CAPTURE(options);
    for (const std::string form : {"PEM", "DER"}) {
        const std::string sealed =
            shop.output_of("openssl pkcs8 -topk8 -in k.pem -passout pass:secret -outform " + form + " " + options);
        const auto contents = contents_of(sealed, "secret");
        REQUIRE(summary(contents) == "1 key");
        CHECK(contents->keys[0].public_key() == rsa_key().public_key());
        CHECK(contents->findings.empty() == !legacy);
        CHECK(code_of([&] { return contents_of(sealed, ""); }) == "wrong_passphrase");
        CHECK(contents_of(sealed)->locked);
        CHECK(contents_of(sealed)->holds_key);
        CHECK(contents_of(sealed)->keys.empty());
    }
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

TEST_CASE("what would take too long to open is refused before it is tried") {
    const Workshop shop;
    shop.write("k.pem", rsa_key().to_pem().reveal());
    struct Case {
        std::string options, from, to, limit;
    };
    // 70000 rounds become 8388607; scrypt's N = 16384, r = 8, p = 1 become others
    const auto c = GENERATE(values<Case>({
        {"-iter 70000", "0203011170", "02037fffff", "the limit is 5000000 a file"},
        {"-v1 PBE-SHA1-3DES -iter 70000", "0203011170", "02037fffff", "the limit is 5000000 a file"},
        {"-scrypt", "02024000020108020101", "02027fff02017f020101", "the limit is 268435456"},
        {"-scrypt", "02024000020108020101", "0202400002010802017f", "the limit is 1073741824 a file"},
    }));
    CAPTURE(c.options, c.to);
    std::string sealed =
        to_hex(shop.output_of("openssl pkcs8 -topk8 -in k.pem -passout pass:secret -outform DER " + c.options));
    REQUIRE(sealed.find(c.from) != std::string::npos);
    sealed.replace(sealed.find(c.from), c.from.size(), c.to);
    const std::string der = from_hex(sealed).value();
    CHECK(code_of([&] { return contents_of(der, "secret"); }) == "too_costly");
    CHECK(message_of([&] { return contents_of(der, "secret"); }).find(c.limit) != std::string::npos);
}

TEST_CASE("many keys in one file share one budget") {
    const Workshop shop;
    shop.write("k.pem", rsa_key().to_pem().reveal());
    const std::string sealed = shop.output_of("openssl pkcs8 -topk8 -in k.pem -passout pass:secret -iter 1000");
    const PassphraseSource source = [] { return Secret{std::string("secret")}; };
    CHECK(summary(read_contents(sealed + sealed, "f", source, {.rounds = 2000})) == "2 key");
    CHECK(code_of([&] { return read_contents(sealed + sealed, "f", source, {.rounds = 1999}); }) == "too_costly");
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
