// SPDX-License-Identifier: Apache-2.0
#include "dep/token_key.hpp"

#include "catch.hpp"
#include "fakes/held_server_tokens.hpp"
#include "store/check.hpp"

using namespace mdm;
using namespace mdm::dep;
using namespace mdm::fakes;

namespace {

/// What the portal would be given: a key is made where there is none.
ShownKey shown(const TokenHolding& holding, const std::string& tenant, bool makes_new = false,
               const std::string& name = "default", Time now = some_day) {
    return holding.by(
        tenant,
        [&](store::Change& c, const store::Tenant& whose) {
            return key_for_portal(c, whose, {.name = name, .makes_new = makes_new});
        },
        now);
}

const Time later = some_day + std::chrono::hours{1};

}  // namespace

TEST_CASE("the first key is made, and the same one is shown again until a token opens with it, and after") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    const std::string name = "lab";  // of which there is none yet
    const ShownKey made = shown(holding, "acme", false, name);
    CHECK(made.made);
    CHECK(made.role == KeyRole::staged);
    const ShownKey again = shown(holding, "acme", false, name, later);
    CHECK_FALSE(again.made);
    CHECK(again.key.id == made.key.id);
    CHECK(again.key.certificate == made.key.certificate);

    const auto file = made_for(made.key.certificate, token_message());
    CHECK(errors(holding.import("acme", holding.download_of("acme", file), {.name = name, .without_apns = true}))
              .empty());
    const ShownKey in_use = shown(holding, "acme", false, name, later);
    CHECK_FALSE(in_use.made);
    CHECK(in_use.key.id == made.key.id);
    CHECK(in_use.role == KeyRole::current);
    store::Store store = holding.store();
    CHECK(store::check_store(store).findings.empty());
}

TEST_CASE("looking shows what is there, and makes nothing") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    const auto there = [&](std::string_view name) {
        return holding.look(
            "acme", [&](store::Transaction& t, const store::Tenant& whose) { return key_there(t, whose, name); });
    };
    REQUIRE(there("default"));
    CHECK(there("default")->role == KeyRole::staged);
    CHECK_FALSE(there("default")->made);
    CHECK_FALSE(there("lab"));
    CHECK(holding.keys("acme").size() == 1);
}

TEST_CASE("a new key is staged beside the current one, and takes its place with the first token that opens with it") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import("acme", holding.download("acme"));
    const TokenKey first = holding.keys("acme").front();
    CHECK(holding.role(first) == KeyRole::current);

    const ShownKey second = shown(holding, "acme", true, "default", later);
    CHECK(second.made);
    CHECK(second.role == KeyRole::staged);
    CHECK(second.key.certificate.serial() != first.certificate.serial());
    CHECK(second.key.certificate.public_key() != first.certificate.public_key());
    CHECK(holding.keys("acme").size() == 2);
    CHECK(holding.role(first) == KeyRole::current);
    CHECK(shown(holding, "acme", false, "default", later).key.id == second.key.id);

    CHECK(errors(holding.renew("acme", holding.download("acme", second_token))).empty());
    CHECK(holding.current("acme").current.key == second.key.id);
    CHECK(holding.role(second.key) == KeyRole::current);
    CHECK(holding.role(first) == KeyRole::earlier);
    CHECK(holding.keys("acme").front().promoted_at == renewal_day);
    // It is not thrown away: what the portal still encrypts for it opens.
    CHECK(holding.open("acme", made_for(first.certificate, token_message())).token);
}

TEST_CASE("a token that opens with the current key leaves the staged one where it is") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import("acme", holding.download("acme"));
    const TokenKey first = holding.keys("acme").front();
    const TokenKey staged = holding.stage("acme", "dep, new", later);
    const auto file = made_for(first.certificate, token_message(second_token));
    CHECK(errors(holding.renew("acme", holding.download_of("acme", file))).empty());
    CHECK(holding.role(first) == KeyRole::current);
    CHECK(holding.role(staged) == KeyRole::staged);
    CHECK(shown(holding, "acme").key.id == staged.id);
}

TEST_CASE("each token of a tenant has keys of its own") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    const TokenKey lab = holding.stage("acme", "dep of the lab", some_day, "lab");
    CHECK(shown(holding, "acme", false, "lab").key.id == lab.id);
    CHECK(shown(holding, "acme").key.id != lab.id);
    CHECK(shown(holding, "globex").key.tenant != lab.tenant);
}

TEST_CASE("a token that was removed leaves its key, which no new one is asked for with") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import("acme", holding.download("acme"));
    const TokenKey key = holding.keys("acme").front();
    holding.remove("acme");
    CHECK(holding.role(key) == KeyRole::earlier);
    CHECK(shown(holding, "acme", false, "default", later).made);
    holding.with_token("acme", [](auto& c, auto& whose, auto& held) { bring_back(c, whose, held); });
    CHECK(holding.role(key) == KeyRole::current);
}

TEST_CASE("a public key that another server has the key of is not offered to the portal") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    Download download = told("2027-01-14");
    download.told->public_key = token_certificate({.key = "elsewhere"});
    CHECK(errors(holding.import("acme", download, {.name = "lab", .without_apns = true})).empty());
    const auto keys = holding.keys("acme");
    const auto tracked = std::find_if(keys.begin(), keys.end(), [](const TokenKey& key) { return !key.key_secret; });
    REQUIRE(tracked != keys.end());
    CHECK(holding.role(*tracked) == KeyRole::current);
    CHECK(shown(holding, "acme", false, "lab", later).made);
}

TEST_CASE("the certificate is what the portal takes: RSA 2048, self-signed, a random serial number, ten years") {
    const auto& key = rsa_key();
    const auto certificate = encryption_certificate(key, "acme", some_day);
    CHECK(certificate.public_key() == key.public_key());
    CHECK(certificate.subject().to_string() == "CN=mdmctl acme");
    CHECK(certificate.is_self_issued());
    CHECK(certificate.issued_by(certificate));
    CHECK_FALSE(certificate.is_ca());
    CHECK(certificate.not_before() < some_day);
    CHECK(certificate.not_after() == some_day + std::chrono::days{3650});
    CHECK(certificate.signature_digest() == "SHA256");
    CHECK(certificate.serial() != encryption_certificate(key, "acme", some_day).serial());
    CHECK(certificate.serial().size() >= 14);
}

TEST_CASE("openssl finds nothing wrong with the certificate, and encrypts for it") {
    const Workshop shop;
    shop.write("acme.pem", encryption_certificate(rsa_key("dep"), "acme", at("2026-01-01")).to_pem());
    const std::string text = shop.output_of("openssl x509 -in acme.pem -noout -text");
    CHECK(text.find("Public-Key: (2048 bit)") != std::string::npos);
    CHECK(text.find("Digital Signature, Key Encipherment") != std::string::npos);
    CHECK(text.find("CA:FALSE") != std::string::npos);
    CHECK(shop.run("openssl verify -no_check_time -CAfile acme.pem acme.pem"));
    const auto file = read_encrypted_token(encrypted(shop, token_message(), "acme.pem"), "token.p7m");
    CHECK(file.message.open(rsa_key("dep"))->reveal() == token_message());
}

TEST_CASE("a long name is cut to what a common name may have, and never within a character") {
    const auto cn = [](const std::string& tenant) {
        return encryption_certificate(rsa_key(), tenant, some_day).subject().to_string().substr(3);
    };
    CHECK(cn(std::string(57, 'x')) == "mdmctl " + std::string(57, 'x'));
    CHECK(cn(std::string(58, 'x')) == "mdmctl " + std::string(57, 'x'));
    std::string umlauts;
    for (int i = 0; i < 100; ++i)
        umlauts += "\xc3\xbc";
    CHECK(cn(umlauts) == "mdmctl " + umlauts.substr(0, 56));
    CHECK(cn("x" + umlauts) == "mdmctl x" + umlauts.substr(0, 56));
    std::string faces;
    for (int i = 0; i < 50; ++i)
        faces += "\xf0\x9f\x98\x80";
    CHECK(cn(faces) == "mdmctl " + faces.substr(0, 56));
}
