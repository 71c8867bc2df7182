// SPDX-License-Identifier: Apache-2.0
#include "dep/ownership.hpp"

#include "catch.hpp"
#include "fakes/held_server_tokens.hpp"

using namespace mdm;
using namespace mdm::dep;
using namespace mdm::fakes;

namespace {

std::string told_of(const std::optional<Ownership>& ownership) {
    return ownership ? ownership->tenant + " " + ownership->name + " " + std::string(name(ownership->role)) : "nobody";
}

/// "acme default staged"
std::string owner_of_file(const TokenHolding& holding, const std::string& bytes) {
    return holding.look("acme", [&](store::Transaction& t, const store::Tenant&) {
        return told_of(ownership_of_file(t, bytes, "some.p7m"));
    });
}
std::string owner_of_key(const TokenHolding& holding, const std::string& key) {
    return holding.look("acme", [&](store::Transaction& t, const store::Tenant&) {
        return told_of(ownership_of_key(t, rsa_key(key).public_key().sha256()));
    });
}

std::string file_for(const TokenKey& key) {
    return token_file(crypto::enveloped_for(key.certificate, token_message()));
}

}  // namespace

TEST_CASE("a token file is the tenant's whose key it was made for, and tells which key that is") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    const std::string file = file_for(holding.keys("acme").front());
    CHECK(owner_of_file(holding, file) == "acme default staged");
    CHECK(owner_of_file(holding, file_for(holding.keys("globex").front())) == "globex default staged");
    holding.import("acme", holding.download("acme"));
    CHECK(owner_of_file(holding, file) == "acme default current");
    const TokenKey lab = holding.stage("acme", "dep of the lab", some_day + std::chrono::hours{1}, "lab");
    CHECK(owner_of_file(holding, file_for(lab)) == "acme lab staged");
    holding.stage("acme", "dep, new", some_day + std::chrono::hours{2});
    holding.renew("acme", holding.download("acme", second_token));
    CHECK(owner_of_file(holding, file) == "acme default earlier");
}

TEST_CASE("a key and its certificates are the tenant's that has the key") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    CHECK(owner_of_key(holding, "dep") == "acme default staged");
    CHECK(owner_of_key(holding, "dep of globex") == "globex default staged");
    CHECK(owner_of_key(holding, "a stranger") == "nobody");
}

TEST_CASE("a file for nobody's key is nobody's, and so is one that is damaged or none") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    const std::string ours = file_for(holding.keys("acme").front());
    CHECK(owner_of_file(holding, token_file(crypto::enveloped_for(token_certificate({.key = "a stranger"}),
                                                                  token_message()))) == "nobody");
    for (const std::string& bytes : {ours.substr(0, ours.size() / 2), std::string("hello"), std::string()})
        CHECK(owner_of_file(holding, bytes) == "nobody");
}
