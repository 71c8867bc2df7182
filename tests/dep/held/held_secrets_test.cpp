// SPDX-License-Identifier: Apache-2.0
#include "dep/held_secrets.hpp"

#include "catch.hpp"
#include "fakes/held_server_tokens.hpp"

using namespace mdm;
using namespace mdm::dep;
using namespace mdm::fakes;

namespace {

std::string sha256_of_held_key(const TokenHolding& holding) {
    store::Store store = holding.store();
    const store::StoreKey& key = store.key();
    store::Transaction transaction = store.read();
    const auto held = token_meant(transaction, store::tenant_meant(transaction, "acme"), "");
    return open_held_key(transaction, key, held, "acme").private_key.public_key().sha256();
}

}  // namespace

TEST_CASE("the token in use and the key that opened it come out of the store as they went in") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import("acme", holding.download("acme"));
    const ServerToken token = holding.opened("acme");
    CHECK(token.is(read_server_token(token_json(), "test")));
    CHECK(token.access_token_expiry == at("2027-01-14T21:27:41Z"));
    CHECK(sha256_of_held_key(holding) == rsa_key("dep").public_key().sha256());
}

TEST_CASE("a token that is another than is said beside it is damage") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import_both();
    SECTION("another consumer key") { holding.ground.sql("update dep_versions set consumer_key = 'CK_x';"); }
    SECTION("another end") {
        holding.ground.sql("update dep_versions set access_token_expiry = '2037-01-14T21:27:41Z';");
    }
    CHECK(code_of([&] { return holding.opened("acme"); }) == "store_damaged");
}

TEST_CASE("a token in another tenant's place does not open") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import_both();
    const std::string of_globex = holding.current("globex").current.secret.value();
    holding.ground.sql("update secrets set sealed = (select sealed from secrets where id = '" + of_globex +
                       "') where id = '" + holding.current("acme").current.secret.value() + "';");
    CHECK(code_of([&] { return holding.opened("acme"); }) == "sealed_elsewhere");
    holding.ground.sql("update dep_versions set secret = '" + of_globex + "' where consumer_key = 'CK_acme';");
    CHECK(code_of([&] { return holding.opened("acme"); }) == "store_damaged");
}

TEST_CASE("what another server holds is not ours to open") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import("acme", told("2027-01-14"));
    CHECK(code_of([&] { return holding.opened("acme"); }) == "key_not_held");
    CHECK(code_of([&] { return sha256_of_held_key(holding); }) == "key_not_held");
}

TEST_CASE("a token without its key is damage") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import("acme", holding.download("acme"));
    holding.ground.sql("update dep_keys set key_secret = null;");
    CHECK(code_of([&] { return sha256_of_held_key(holding); }) == "store_damaged");
}
