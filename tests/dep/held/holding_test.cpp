// SPDX-License-Identifier: Apache-2.0
#include "dep/holding.hpp"

#include "catch.hpp"
#include "fakes/held_server_tokens.hpp"
#include "store/check.hpp"

using namespace mdm;
using namespace mdm::dep;
using namespace mdm::fakes;

namespace {

const TokenOptions of_lab{.consumer_key = "CK_lab", .access_token = "AT_lab"};
const TokenOptions of_shop{.consumer_key = "CK_shop", .access_token = "AT_shop"};

void import_as(const TokenHolding& holding, const std::string& name, const TokenOptions& token) {
    const auto findings = holding.import("acme", holding.download("acme", token, proven({.server_uuid = name})),
                                         {.name = name, .without_apns = true});
    REQUIRE(errors(findings).empty());
}

/// "default", or the code of the refusal.
std::string meant(const TokenHolding& holding, const std::string& name) {
    try {
        return holding.look("acme", [&](store::Transaction& t, const store::Tenant& whose) {
            return token_meant(t, whose, name).name;
        });
    } catch (const Error& e) {
        return std::string(mdm::name(e.code())) + ": " + e.message();
    }
}

void rename_to(const TokenHolding& holding, const std::string& name) {
    holding.with_token("acme", [&](store::Change& c, const store::Tenant& whose, HeldToken& held) {
        rename(c.transaction(), whose, held, name);
        update(c.transaction(), held);
    });
}

}  // namespace

TEST_CASE("a token's state is what matters most about it") {
    HeldToken held{.current = {.access_token_expiry = at("2027-01-14T12:00:00Z"), .secret = "id"}};
    const auto state = [&](const char* now) { return std::string(state_at(held, 30, at(now))); };
    CHECK(state("2026-12-01") == "valid");
    CHECK(state("2026-12-14T11:59:59Z") == "valid");
    CHECK(state("2026-12-14T12:00:01Z") == "expiring");
    CHECK(state("2027-01-14T12:00:00Z") == "expiring");
    CHECK(state("2027-01-14T12:00:01Z") == "expired");
    for (const auto& [standing, word] :
         {std::pair{Standing::superseded, "superseded"}, std::pair{Standing::rejected, "rejected"},
          std::pair{Standing::terms_not_accepted, "terms_not_accepted"}}) {
        held.standing = standing;
        CHECK(state("2026-12-01") == word);
        CHECK(state("2027-01-01") == word);
        CHECK(state("2027-02-01") == "expired");
    }
    held.removed_at = at("2026-06-01");
    CHECK(state("2027-02-01") == "removed");
}

TEST_CASE("each state but valid has something to be done about it") {
    HeldToken held{.current = {.secret = "id"}};
    CHECK(todo_of(held, "valid").empty());
    for (const char* state : {"removed", "terms_not_accepted", "expired", "expiring", "superseded", "rejected"})
        CHECK_FALSE(todo_of(held, state).empty());
    CHECK(todo_of(held, "expired").ends_with("mdmctl dep setup --renew"));
    held.current.secret.reset();
    CHECK(todo_of(held, "expired").ends_with("mdmctl dep renew --track"));
}

TEST_CASE("the token that is meant is the usual one, the only one, or the one that is named") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    CHECK(meant(holding, "") == "no_such_token: the tenant 'acme' has no server token yet");
    CHECK(meant(holding, "lab") == "no_such_token: the tenant 'acme' has no server token 'lab'");
    import_as(holding, "lab", of_lab);
    CHECK(meant(holding, "") == "lab");
    CHECK(meant(holding, "lab") == "lab");
    import_as(holding, "shop", of_shop);
    CHECK(meant(holding, "") == "token_ambiguous: there are several server tokens, and none was named: 'lab', 'shop'");
    CHECK(meant(holding, "shop") == "shop");
    import_as(holding, "default", {});
    CHECK(meant(holding, "") == "default");
    holding.remove("acme");
    CHECK(meant(holding, "default") == "no_such_token: the server token of 'acme' was removed");
    CHECK(meant(holding, "").starts_with("token_ambiguous"));
}

TEST_CASE("the only token left is meant when the others were removed") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    import_as(holding, "default", {});
    import_as(holding, "lab", of_lab);
    holding.remove("acme");
    CHECK(meant(holding, "") == "lab");
}

TEST_CASE("a line of the inventory says how the token stands, and what to type next") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    import_as(holding, "the lab", of_lab);
    REQUIRE(holding.lines("acme").size() == 1);
    const store::InventoryItem line = holding.lines("acme").front();
    CHECK(line.service == "dep");
    CHECK(line.name == "the lab");
    CHECK(line.state == "valid");
    CHECK(line.key == "held");
    CHECK(line.not_after == at("2027-01-14T21:27:41Z"));
    CHECK(line.account == "jo@acme.example");
    CHECK(line.next_command == "mdmctl dep setup --renew --name 'the lab'");
    CHECK_FALSE(line.devices);
    CHECK_FALSE(line.policy.empty());
}

TEST_CASE("a token keeps its history and its line under another name") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    import_as(holding, "default", {});
    const std::string line = holding.lines("acme").front().id;
    rename_to(holding, "main");
    REQUIRE(holding.lines("acme").size() == 1);
    CHECK(holding.lines("acme").front().id == line);
    CHECK(holding.lines("acme").front().name == "main");
    CHECK(meant(holding, "") == "main");
    CHECK(meant(holding, "default").starts_with("no_such_token"));
    CHECK(errors(holding.renew("acme", holding.download("acme", second_token, proven({.server_uuid = "default"}))))
              .empty());
    CHECK(holding.events("acme") == std::vector<std::string>{"import", "renew"});
    CHECK(holding.lines("acme").size() == 1);
    store::Store store = holding.store();
    CHECK(store::check_store(store).findings.empty());
}

TEST_CASE("no two tokens of a tenant have one name, removed or not") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    import_as(holding, "lab", of_lab);
    rename_to(holding, "lab");
    holding.remove("acme");
    import_as(holding, "default", {});
    CHECK(code_of([&] {
              rename_to(holding, "lab");
              return 0;
          }) == "token_exists");
    CHECK(meant(holding, "") == "default");
    rename_to(holding, "main");
    rename_to(holding, "default");
    CHECK(meant(holding, "") == "default");
}

TEST_CASE("a key that is staged for a token is found under the token's new name") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    import_as(holding, "default", {});
    const TokenKey staged = holding.stage("acme", "dep, new", some_day + std::chrono::hours{1});
    rename_to(holding, "main");
    const auto there = holding.look(
        "acme", [&](store::Transaction& t, const store::Tenant& whose) { return key_there(t, whose, "main"); });
    REQUIRE(there);
    CHECK(there->key.id == staged.id);
}

TEST_CASE("a token is called by its name where that is not the usual one") {
    CHECK(called("default", "acme") == "the server token of 'acme'");
    CHECK(called("lab", "acme") == "the server token 'lab' of 'acme'");
}
