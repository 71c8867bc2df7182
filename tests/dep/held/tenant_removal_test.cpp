// SPDX-License-Identifier: Apache-2.0
#include "store/tenant_removal.hpp"

#include "catch.hpp"
#include "fakes/held_server_tokens.hpp"
#include "store/check.hpp"

#include <filesystem>

using namespace mdm;
using namespace mdm::dep;
using namespace mdm::fakes;

namespace {

template <class Act>
void change_of(const TokenHolding& holding, const std::string& name, const Act& act) {
    store::Store store = holding.store();
    store::Change change = store.change(some_day);
    store::Tenant tenant = store::tenant_named(change.transaction(), name).value();
    act(change, tenant);
    change.record({.tenant_id = tenant.id, .tenant = tenant.name, .command = "test", .object = "test"});
    change.commit();
}

void purge(const TokenHolding& holding, const std::string& name) {
    const store::Store store = holding.store();
    change_of(holding, name,
              [&](store::Change& c, store::Tenant& tenant) { store::purge_tenant(c, store.rooms(), tenant); });
}

std::vector<std::string> sealed_of(const TokenHolding& holding, const std::string& name) {
    store::Store store = holding.store();
    store::Transaction transaction = store.read();
    std::vector<std::string> sealed;
    for (const store::Row& row : transaction.rows("select sealed from secrets where tenant = :tenant",
                                                  {{"tenant", store::tenant_named(transaction, name)->id}}))
        sealed.push_back(row.text("sealed"));
    return sealed;
}

/// How many of the sealed texts are in the database, or in a file beside it.
std::size_t found_in_files(const TokenHolding& holding, const std::vector<std::string>& sealed) {
    std::size_t found = 0;
    for (const auto& file : std::filesystem::directory_iterator(holding.ground.shop.path("state"))) {
        const std::string bytes = holding.ground.shop.read("state/" + file.path().filename().string());
        for (const std::string& text : sealed)
            found += bytes.find(text.substr(text.size() / 2, 60)) != std::string::npos ? 1 : 0;
    }
    return found;
}

}  // namespace

TEST_CASE("server tokens and keys that go along with a tenant are counted, and the valid one is named") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import_both();
    holding.renew("acme", holding.download("acme", second_token));
    store::Store store = holding.store();
    store::Transaction transaction = store.read();
    const auto all =
        store::consequences(transaction, store.rooms(), store::tenant_named(transaction, "acme").value(), renewal_day);
    std::vector<std::string> counts;
    for (const auto& [of, n] : all.belongings)
        if (of.name == "tokens" || of.name == "token_keys")
            counts.push_back(std::string(of.name) + " " + (n ? std::to_string(*n) : "-"));
    CHECK(counts == std::vector<std::string>{"tokens 2", "token_keys 1"});
    CHECK(all.secrets == 3);
    REQUIRE(all.still_valid.size() == 1);
    CHECK(all.still_valid.front().not_after == at("2027-12-20"));
}

TEST_CASE("a tenant that was removed is back with its token") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import("acme", holding.download("acme"));
    change_of(holding, "acme", [](store::Change& c, store::Tenant& tenant) { store::remove_tenant(c, tenant); });
    CHECK(code_of([&] { return holding.opened("acme"); }) == "no_such_tenant");
    change_of(holding, "acme", [](store::Change& c, store::Tenant& tenant) { store::bring_back_tenant(c, tenant); });
    CHECK(holding.opened("acme").access_token.reveal() == "AT_first");
    CHECK(holding.lines("acme").size() == 1);
}

TEST_CASE("a purge destroys every token and key of one tenant, and leaves history and the others alone") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import_both();
    holding.renew("acme", holding.download("acme", second_token));
    holding.stage("acme", "dep, new", some_day + std::chrono::hours{1});
    CHECK(sealed_of(holding, "acme").size() == 4);
    purge(holding, "acme");
    CHECK(sealed_of(holding, "acme").empty());
    CHECK(sealed_of(holding, "globex").size() == 2);
    CHECK(holding.opened("globex").access_token.reveal() == "AT_globex");
    store::Store store = holding.store();
    CHECK(store::check_store(store).findings.empty());
    store::Transaction transaction = store.read();
    const store::Tenant purged = store::tenant_named(transaction, "acme").value();
    const auto held = held_tokens(transaction, purged.id);
    REQUIRE(held.size() == 1);
    CHECK_FALSE(held.front().current.is_held());
    CHECK(versions(transaction, held.front().id).size() == 2);
    const auto keys = token_keys(transaction, purged.id);
    CHECK(keys.size() == 2);
    for (const TokenKey& key : keys)
        CHECK_FALSE(key.key_secret);
    CHECK(store::inventory(transaction, {.tenant = purged.id, .removed = store::Removed::included}).empty());
}

TEST_CASE("what a purge destroyed of tokens is in none of SQLite's files") {
    const TokenHolding holding(store::Engine::sqlite);
    holding.import("acme", holding.download("acme"));
    const auto sealed = sealed_of(holding, "acme");
    CHECK(found_in_files(holding, sealed) == sealed.size());
    purge(holding, "acme");
    store::Store store = holding.store();
    CHECK(store.forget_deleted());
    CHECK(found_in_files(holding, sealed) == 0);
}
