// SPDX-License-Identifier: Apache-2.0
// Files with private keys, open and encrypted, as read_contents meets them.
#include "base/encoding.hpp"
#include "catch.hpp"
#include "fakes/certificates.hpp"
#include "fakes/contents.hpp"
#include "fakes/errors.hpp"
#include "fakes/openssl_program.hpp"

using namespace mdm;
using namespace mdm::crypto;
using namespace mdm::fakes;

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
        REQUIRE(contents);
        REQUIRE(contents->keys.size() == 1);
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
    REQUIRE(contents);
    REQUIRE(contents->keys.size() == 1);
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
        REQUIRE(contents);
        REQUIRE(contents->keys.size() == 1);
        CHECK(contents->keys[0].public_key() == rsa_key().public_key());
        CHECK(contents->findings.empty() == !legacy);
        CHECK(code_of([&] { return contents_of(sealed, ""); }) == "wrong_passphrase");
        CHECK(contents_of(sealed)->locked);
        CHECK(contents_of(sealed)->holds_key);
        CHECK(contents_of(sealed)->keys.empty());
    }
}

TEST_CASE("encrypted PKCS#8 with RC2 is read without the legacy provider that openssl needs for it") {
    const std::string scheme = GENERATE(values<std::string>({"RC2-40", "RC2-128", "RC4-40", "RC4-128"}));
    const Workshop shop;
    shop.write("k.pem", rsa_key().to_pem().reveal());
    if (!shop.run("openssl pkcs8 -topk8 -in k.pem -passout pass:secret -out sealed -provider legacy -provider default "
                  "-v1 PBE-SHA1-" +
                  scheme)) {
        WARN("SKIPPED: openssl has no legacy provider, so no key of its making with " << scheme << " was read");
        return;
    }
    CHECK(contents_of(shop.read("sealed"), "secret")->keys.at(0).public_key() == rsa_key().public_key());
    CHECK(contents_of(shop.read("sealed"), "secret")->findings.at(0).message.find(scheme) != std::string::npos);
    CHECK(code_of([&] { return contents_of(shop.read("sealed"), "Secret"); }) == "wrong_passphrase");
}

TEST_CASE("a private key of an unknown algorithm is named, and so is an unknown encryption") {
    // PKCS#8 of version 0, algorithm 1.2.3.4, two bytes of key; and the same algorithm as an encryption
    CHECK(message_of([] { return contents_of(from_hex("300e 020100 3005 06032a0304 0402abcd").value()); }) ==
          "'f': a private key of algorithm 1.2.3.4 is not known here");
    const std::string sealed = "3081c2 3005 06032a0304 0481b8" + std::string(2 * 184, '0');
    CHECK(code_of([&] { return contents_of(from_hex(sealed).value(), "secret"); }) == "unsupported_algorithm");
    CHECK(contents_of(from_hex(sealed).value())->locked);
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
    CHECK(read_contents(sealed + sealed, "f", source, {.rounds = 2000})->keys.size() == 2);
    CHECK(code_of([&] { return read_contents(sealed + sealed, "f", source, {.rounds = 1999}); }) == "too_costly");
}
