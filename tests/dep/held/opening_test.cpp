// SPDX-License-Identifier: Apache-2.0
#include "dep/opening.hpp"

#include "catch.hpp"
#include "fakes/held_server_tokens.hpp"

using namespace mdm;
using namespace mdm::dep;
using namespace mdm::fakes;

namespace {

std::string message_about(const Opening& opening) { return opening.findings.at(0).message; }

/// By openssl: for the certificates, in this order.
EncryptedToken encrypted_for(const std::vector<crypto::Certificate>& certificates, const std::string& options,
                             const std::string& content = token_message()) {
    const Workshop shop;
    std::string names;
    for (std::size_t i = 0; i < certificates.size(); ++i) {
        shop.write(std::to_string(i) + ".pem", certificates[i].to_pem());
        names += " " + std::to_string(i) + ".pem";
    }
    return read_encrypted_token(encrypted(shop, content, names, options), "token.p7m");
}

/// One whose content key was changed on the way.
EncryptedToken damaged(const crypto::Certificate& certificate) {
    std::string ber = crypto::enveloped_for(certificate, token_message());
    const std::size_t content_key = ber.find(std::string("\x04\x82\x01\x00", 4));
    REQUIRE(content_key != std::string::npos);
    ber[content_key + 100] = static_cast<char>(ber[content_key + 100] ^ 0x55);
    return read_encrypted_token(ber, "token.p7m");
}

}  // namespace

TEST_CASE("a token opens with the key that it was made for, staged, current or earlier") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    const TokenKey first = holding.keys("acme").front();
    const auto expect_opened_by = [&](const TokenKey& key) {
        const Opening opening = holding.open("acme", made_for(key.certificate, token_message()));
        CHECK(opening.findings.empty());
        REQUIRE(opening.token);
        CHECK(opening.token->consumer_key == "CK_acme");
        REQUIRE(opening.key);
        CHECK(opening.key->id == key.id);
    };
    expect_opened_by(first);
    holding.import("acme", holding.download("acme"));
    const TokenKey second = holding.stage("acme", "dep, new", some_day + std::chrono::hours{1});
    expect_opened_by(first);
    expect_opened_by(second);
    holding.renew("acme", holding.download("acme", second_token));
    expect_opened_by(first);
    expect_opened_by(second);
}

TEST_CASE("a token for another tenant's key is that tenant's, and is not opened") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    const Opening opening =
        holding.open("acme", made_for(holding.keys("globex").front().certificate, token_message(globex_token)));
    CHECK_FALSE(opening.token);
    CHECK_FALSE(opening.key);
    REQUIRE(errors(opening.findings) == Codes{"other_tenant"});
    CHECK(message_about(opening) == "'token.p7m' was made for a key of the tenant 'globex', not of 'acme'");
    CHECK(opening.findings.front().hint.find("--tenant 'globex'") != std::string::npos);
}

TEST_CASE("a token for nobody's key says whose it is, and which keys there are") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import("acme", holding.download("acme"));
    const TokenKey current = holding.keys("acme").front();
    const TokenKey staged = holding.stage("acme", "dep, new", some_day + std::chrono::hours{1});
    const auto stranger = token_certificate({.key = "a stranger", .name = "depserver", .serial = "01"});
    const Opening opening = holding.open("acme", made_for(stranger, token_message()));
    CHECK_FALSE(opening.token);
    REQUIRE(errors(opening.findings) == Codes{"not_for_our_key"});
    CHECK(message_about(opening) == "'token.p7m' was made for CN=depserver, serial 01; the keys of 'acme' are serial " +
                                        staged.certificate.serial() + " (staged), serial " +
                                        current.certificate.serial() + " (current)");
}

TEST_CASE("a tenant without a key is told to make one") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.by("acme", [](store::Change& c, const store::Tenant&) {
        store::add_tenant(c.transaction(), {.name = "initech"}, c.now());
        return 0;
    });
    const auto stranger = token_certificate({.key = "a stranger", .name = "depserver", .serial = "01"});
    const Opening opening = holding.open("initech", made_for(stranger, token_message()));
    REQUIRE(errors(opening.findings) == Codes{"not_for_our_key"});
    CHECK(message_about(opening).ends_with("; the tenant 'initech' has no key yet"));
    CHECK(opening.findings.front().hint.find("mdmctl dep setup") != std::string::npos);
}

TEST_CASE("of several recipients ours is found, wherever it stands") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    const auto ours = holding.keys("acme").front().certificate;
    const auto globex = holding.keys("globex").front().certificate;
    const auto stranger = token_certificate({.key = "a stranger"});
    const auto opened = [&](const std::vector<crypto::Certificate>& recipients) {
        const auto file = encrypted_for(recipients, "-aes256");
        return holding.open("acme", file).token.has_value() && holding.open("globex", file).token.has_value();
    };
    CHECK(opened({ours, globex}));
    CHECK(opened({stranger, globex, ours}));
    CHECK(opened({globex, ours, stranger}));
}

TEST_CASE("a key that was certified anew opens its tokens all the same") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    const TokenKey key = holding.keys("acme").front();
    holding.stage("acme", "dep, new", some_day + std::chrono::hours{1});
    const auto again = token_certificate({.key = "dep", .name = "depserver"});
    for (const EncryptedToken& file : {encrypted_for({again}, "-aes128"), encrypted_for({again}, "-aes128 -keyid")}) {
        const Opening opening = holding.open("acme", file);
        CHECK(opening.findings.empty());
        REQUIRE(opening.token);
        CHECK(opening.key->id == key.id);
    }
    // Of another tenant nobody can tell: its keys are not tried.
    const auto of_globex = token_certificate({.key = "dep of globex", .name = "depserver"});
    CHECK(errors(holding.open("acme", made_for(of_globex, token_message())).findings) == Codes{"not_for_our_key"});
}

TEST_CASE("what was made for our key and is damaged, or something else, says so") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    const TokenKey key = holding.keys("acme").front();
    const auto ending = [&](const EncryptedToken& file) {
        return code_of([&] { return holding.open("acme", file).token.has_value(); });
    };
    const auto why = [&](const EncryptedToken& file) {
        return message_of([&] { return holding.open("acme", file).token.has_value(); });
    };
    CHECK(ending(damaged(key.certificate)) == "not_a_server_token");
    CHECK(why(made_for(key.certificate, "hello")) ==
          "'token.p7m' holds no server token: what is encrypted in it is something else");
    CHECK(why(made_for(key.certificate, token_json({.consumer_key = ""}))) ==
          "'token.p7m' holds no server token: consumer_key is empty");
    CHECK(ending(encrypted_for({key.certificate}, "-camellia128")) == "unsupported_algorithm");

    // For a certificate that is not known, what does not open is somebody else's.
    const auto again = token_certificate({.key = "dep", .name = "depserver"});
    CHECK(errors(holding.open("acme", damaged(again)).findings) == Codes{"not_for_our_key"});
    CHECK(errors(holding.open("acme", made_for(again, "hello")).findings) == Codes{"not_for_our_key"});
}

TEST_CASE("a token for a key that another server has is not ours to open, and belongs to no tenant by that") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    const auto elsewhere = token_certificate({.key = "elsewhere"});
    Download download = told("2027-01-14");
    download.told->public_key = elsewhere;
    holding.import("globex", download);
    const auto file = made_for(elsewhere, token_message());
    CHECK(errors(holding.open("globex", file).findings) == Codes{"not_for_our_key"});
    CHECK(errors(holding.open("acme", file).findings) == Codes{"not_for_our_key"});
}

TEST_CASE("a key that was put in another's place in the store opens nothing") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    const TokenKey first = holding.keys("acme").front();
    const TokenKey second = holding.stage("acme", "dep, new", some_day + std::chrono::hours{1});
    const auto file = made_for(first.certificate, token_message());
    holding.ground.sql("update dep_keys set key_secret = '" + *second.key_secret + "' where id = '" + first.id + "';");
    CHECK(code_of([&] { return holding.open("acme", file).token.has_value(); }) == "store_damaged");
}
