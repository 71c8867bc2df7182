// SPDX-License-Identifier: Apache-2.0
#include "expiry/troubles.hpp"

#include "catch.hpp"
#include "expiry/watch.hpp"
#include "fakes/held_certificates.hpp"

using namespace mdm;
using namespace mdm::expiry;
using namespace mdm::fakes;

namespace {

/// One round: what a line of the service says of since when, and how many lines began to be wrong and ceased to be.
struct Round {
    std::optional<Time> since{};
    std::size_t began = 0;
    std::size_t over = 0;
};

Round round_of(const Holding& holding, Time now, const store::TenantFilter& filter = {}) {
    store::Store store = holding.store();
    Round seen;
    SeenTroubles troubles;
    {
        store::Transaction transaction = store.read();
        Watch watch(transaction, store.rooms(), store::TenantPages(transaction, filter), now);
        while (const auto line = watch.next())
            if (line->service == "apns" && line->tenant->name == "acme")
                seen.since = line->first_seen_at;
        troubles = watch.seen();
    }
    seen.began = troubles.began.size();
    seen.over = troubles.over.size();
    note(store, troubles, now);
    return seen;
}

}  // namespace

TEST_CASE("since when something is wrong is kept, until it is well again, and begins anew the next time") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {});  // until 2027-01-01
    CHECK(round_of(holding, at("2026-11-01")).began == 0);
    CHECK(round_of(holding, at("2026-12-05")).since == at("2026-12-05"));
    const Round later = round_of(holding, at("2026-12-06"));
    CHECK(later.since == at("2026-12-05"));
    CHECK(later.began == 0);
    holding.renew("acme", {.not_before = at("2026-12-06"), .not_after = at("2027-12-06"), .serial = "77"},
                  at("2026-12-06"));
    const Round well = round_of(holding, at("2026-12-07"));
    CHECK(well.since == std::nullopt);
    CHECK(well.over == 1);
    CHECK(round_of(holding, at("2026-12-08")).over == 0);
    CHECK(round_of(holding, at("2027-12-01")).since == at("2027-12-01"));
}

TEST_CASE("a round over some tenants ends no trouble of the others") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {});
    holding.by("acme", [](store::Change& c, const store::Tenant& acme) {
        set_label(c.transaction(), acme.id, {"tier", "gold"});
        // Between acme and zenith by name, and without the label.
        const store::Tenant zenith = store::add_tenant(c.transaction(), {.name = "zenith"}, c.now());
        set_label(c.transaction(), zenith.id, {"tier", "gold"});
        store::Tenant globex = store::tenant_meant(c.transaction(), "globex");
        globex.uses = {"apns"};
        store::update(c.transaction(), globex);
        return 0;
    });
    CHECK(round_of(holding, at("2026-11-01")).began == 1);
    const Round gold = round_of(holding, at("2026-11-02"), {.labels = {{"tier", "gold"}}});
    CHECK(gold.began == 0);
    CHECK(gold.over == 0);
    CHECK(round_of(holding, at("2026-11-03")).began == 0);
}

TEST_CASE("what a tenant lacked and has now is a trouble that is over") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.by("acme", [](store::Change& c, store::Tenant acme) {
        acme.uses = {"apns"};
        store::update(c.transaction(), acme);
        return 0;
    });
    CHECK(round_of(holding, at("2026-06-01")).began == 1);
    holding.import("acme", {});
    const Round well = round_of(holding, at("2026-06-02"));
    CHECK(well.over == 1);
    CHECK(well.since == std::nullopt);
}
