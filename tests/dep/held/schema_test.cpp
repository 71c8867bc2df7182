// SPDX-License-Identifier: Apache-2.0
#include "dep/schema.hpp"

#include "catch.hpp"
#include "fakes/handover.hpp"
#include "fakes/held_server_tokens.hpp"
#include "store/check.hpp"
#include "store/dialect.hpp"

#include <fmt/format.h>
#include <set>

using namespace mdm;
using namespace mdm::dep;
using namespace mdm::fakes;

namespace {

/// A store from before there was this room: what a list told of server tokens is in its inventory alone.
class Before : public TwoTenants {
public:
    explicit Before(store::Engine engine) : TwoTenants(engine, {apns::room(), expiry::room()}) {
        put("acme", "dep", "default", at("2027-05-05"));
        put("globex", "dep", "default", std::nullopt);
        put("globex", "vpp", "vpp", at("2027-05-06"));
    }
    store::Store now() const {
        store::StoreOptions with_dep = options();
        with_dep.rooms = {apns::room(), dep::room(), expiry::room()};
        return store::Store(std::move(with_dep));
    }

private:
    void put(const std::string& tenant, const std::string& service, const std::string& name,
             std::optional<Time> end) const {
        by(tenant, [&](store::Change& c, const store::Tenant& whose) {
            store::put_in_inventory(c.transaction(),
                                    {.tenant = whose.id,
                                     .policy = store::root_policy(c.transaction(), whose.id),
                                     .service = service,
                                     .name = name,
                                     .not_after = end,
                                     .state = "tracked",
                                     .next_command = "mdmctl dep renew FILE",
                                     .key = "tracked"},
                                    c.now());
            return 0;
        });
    }
};

}  // namespace

TEST_CASE("server tokens that a list told of before are tracked from now on") {
    const Before before(GENERATE(from_range(engines())));
    const std::string line =
        before.look("acme", [](store::Transaction& t, const store::Tenant&) { return store::inventory(t).front().id; });
    store::Store store = before.now();
    CHECK(store.migrate().size() == dep::room().migrations.size());
    CHECK(store::check_store(store).findings.empty());
    {
        store::Transaction transaction = store.read();
        const store::Tenant acme = store::tenant_meant(transaction, "acme");
        const HeldToken held = token_meant(transaction, acme, "");
        CHECK(held.name == "default");
        CHECK_FALSE(held.current.is_held());
        CHECK_FALSE(held.current.consumer_key);
        CHECK_FALSE(held.current.estimated);
        CHECK(held.current.access_token_expiry == at("2027-05-05"));
        CHECK(held.created_at == some_day);
        const auto all = changes(transaction, held.id);
        REQUIRE(all.size() == 1);
        CHECK(all.front().event == "track");
        CHECK(all.front().actor == "tenant add --from");
        // Its line is the same one to whoever was reminded of it.
        const auto lines = store::inventory(transaction, {.tenant = acme.id, .service = "dep"});
        REQUIRE(lines.size() == 1);
        CHECK(lines.front().id == line);
        CHECK(lines.front().changed_at == some_day);
        // Without an end there is nothing to be tracked.
        CHECK(held_tokens(transaction, store::tenant_meant(transaction, "globex").id).empty());
    }
    store::Change change = store.change(renewal_day);
    const store::Tenant acme = store::tenant_meant(change.transaction(), "acme");
    HeldToken held = token_meant(change.transaction(), acme, "");
    renew(change, acme, held, told("2027-12-24"));
    change.record({.tenant_id = acme.id, .tenant = acme.name, .command = "test", .object = "test"});
    change.commit();
    store::Transaction transaction = store.read();
    const auto lines = store::inventory(transaction, {.tenant = acme.id, .service = "dep"});
    REQUIRE(lines.size() == 1);
    CHECK(lines.front().id == line);
    CHECK(lines.front().not_after == at("2027-12-24"));
    CHECK(lines.front().next_command == "mdmctl dep renew --track FILE.p7m");
}

TEST_CASE("a tenant with a token from before goes to another store like any other") {
    const Before before(GENERATE(from_range(engines())));
    store::Store store = before.now();
    store.migrate();
    store::TenantFile file = [&] {
        const store::StoreKey& key = store.key();
        store::Transaction transaction = store.read();
        return store::gather(transaction, store.rooms(), key, store::tenant_meant(transaction, "acme"), some_day);
    }();
    const TokenHolding to(before.ground.engine());
    CHECK(arrived(to, sent(file), "acme there").rows > 0);
    CHECK(to.current("acme there").current.access_token_expiry == at("2027-05-05"));
    CHECK(to.lines("acme there").size() == 1);
}

TEST_CASE("each table of server tokens says which rows are one tenant's") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import_both();
    holding.by("acme", [](store::Change& c, const store::Tenant& whose) {
        return c.transaction().run(
            "insert into dep_device_notes (token, serial, enrollment_status) values (:token, 'C02', 'enrolled')",
            {{"token", token_meant(c.transaction(), whose, "").id}});
    });
    store::Store store = holding.store();
    store::Transaction transaction = store.read();
    std::set<std::string> listed{"dep_staging"};  // what is on its way is in no copy
    for (const store::Table& table : dep::room().tables) {
        listed.emplace(table.name);
        if (table.of_tenant.empty())
            continue;
        std::int64_t rows = 0;
        for (const store::Tenant& tenant : store::tenants(transaction))
            rows += transaction
                        .row(fmt::format("select count(*) as n from {} where {}", table.name, table.of_tenant),
                             {{"tenant", tenant.id}})
                        ->number("n");
        INFO(table.name);
        CHECK(rows == transaction.row(fmt::format("select count(*) as n from {}", table.name))->number("n"));
        CHECK(rows > 0);
    }
    std::set<std::string> there;
    for (const store::Row& row : transaction.rows(store::dialect::table_names(transaction.engine())))
        if (row.text("name").starts_with("dep_"))
            there.insert(row.text("name"));
    CHECK(there == listed);
}

TEST_CASE("no tenant takes its devices along to another store, and each what people said of them") {
    std::set<std::string_view> travel;
    for (const store::Table& table : dep::room().tables)
        if (!table.of_tenant.empty())
            travel.insert(table.name);
    CHECK(travel.contains("dep_device_notes"));
    for (const char* stays : {"dep_devices", "dep_syncs", "dep_events", "dep_staging"})
        CHECK_FALSE(travel.contains(stays));
}
