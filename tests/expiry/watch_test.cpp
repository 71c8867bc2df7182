// SPDX-License-Identifier: Apache-2.0
#include "expiry/watch.hpp"

#include "apns/assignment.hpp"
#include "catch.hpp"
#include "fakes/held_certificates.hpp"

#include <algorithm>

using namespace mdm;
using namespace mdm::expiry;
using namespace mdm::fakes;
using store::TenantPages;

namespace {

struct Watched {
    std::vector<ServiceLine> lines;
    Tally tally;

    /// nullptr: there is no such line
    const ServiceLine* line(const std::string& tenant, std::string_view service) const {
        const auto found = std::find_if(lines.begin(), lines.end(), [&](const ServiceLine& line) {
            return line.service == service && (line.tenant ? line.tenant->name : "") == tenant;
        });
        return found == lines.end() ? nullptr : &*found;
    }
};

Watched watched(const Holding& holding, Time now = some_day, const store::TenantFilter& filter = {}) {
    store::Store store = holding.store();
    store::Transaction transaction = store.read();
    const store::Rooms rooms{apns::room()};
    Watch watch(transaction, rooms, TenantPages(transaction, filter), now);
    Watched all;
    while (auto line = watch.next())
        all.lines.push_back(std::move(*line));
    all.tally = watch.tally();
    return all;
}

std::vector<std::string> codes_of(const ServiceLine* line) {
    std::vector<std::string> codes;
    if (line != nullptr)
        for (const Finding& finding : line->findings)
            codes.emplace_back(name(finding.code));
    return codes;
}

bool has(const ServiceLine* line, std::string_view code) {
    const auto codes = codes_of(line);
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

/// Changes the row of a tenant.
void set(const Holding& holding, const std::string& tenant, const std::function<void(store::Tenant&)>& change) {
    holding.by(tenant, [&](store::Change& c, store::Tenant whose) {
        change(whose);
        store::update(c.transaction(), whose);
        return 0;
    });
}

}  // namespace

TEST_CASE("a date is ok, warning and critical by the days in force, and expiring from the first reminder day") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {});  // until 2027-01-01
    const auto at_day = [&](const char* day) {
        const Watched all = watched(holding, at(day));
        const ServiceLine* line = all.line("acme", "apns");
        REQUIRE(line != nullptr);
        return std::pair(line->state, std::string(name(line->health)));
    };
    CHECK(at_day("2026-11-01") == std::pair<std::string, std::string>("valid", "ok"));
    CHECK(at_day("2026-12-02") == std::pair<std::string, std::string>("expiring", "warning"));
    CHECK(at_day("2026-12-25") == std::pair<std::string, std::string>("expiring", "critical"));
    CHECK(at_day("2027-01-02") == std::pair<std::string, std::string>("expired", "critical"));

    holding.by("acme", [](store::Change& c, const store::Tenant&) {
        store::Policy root = store::store_root(c.transaction());
        root.settings = {.remind_days = {90}, .warn_days = 10, .critical_days = 2};
        store::set_policy(c.transaction(), root);
        return 0;
    });
    CHECK(at_day("2026-11-01") == std::pair<std::string, std::string>("expiring", "ok"));
    CHECK(at_day("2026-12-25") == std::pair<std::string, std::string>("expiring", "warning"));
}

TEST_CASE("a monitor's thresholds take the place of a policy's, and what is critical is so below any warning") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {});  // until 2027-01-01
    const auto health = [&](const char* day, Watch::Options options) {
        options.what = Watch::What::ends;
        store::Store store = holding.store();
        store::Transaction transaction = store.read();
        Watch watch(transaction, store.rooms(), TenantPages(transaction, {}), at(day), options);
        const auto line = watch.next();
        REQUIRE(line.has_value());
        CHECK_FALSE(watch.next().has_value());
        return std::string(name(line->health));
    };
    CHECK(health("2026-11-01", {}) == "ok");
    CHECK(health("2026-11-01", {.warn_days = 90}) == "warning");
    CHECK(health("2026-11-01", {.critical_days = 90}) == "critical");
    CHECK(health("2026-12-29", {.warn_days = 1}) == "critical");
    CHECK(health("2026-12-20", {.warn_days = 1}) == "ok");
}

TEST_CASE("what a tenant uses and has not is critical, what it never spoke of is ok, what it does not use is no line") {
    const Holding holding(GENERATE(from_range(engines())));
    set(holding, "acme", [](store::Tenant& t) { t.uses = {"apns", "dep"}; });
    Watched all = watched(holding);
    CHECK(all.line("acme", "apns")->state == "not_connected");
    CHECK(all.line("acme", "apns")->health == Health::critical);
    CHECK(all.line("acme", "apns")->next_command ==
          "mdmctl apns csr --common-name NAME --out push.csr --tenant 'acme'");
    CHECK(all.line("acme", "dep")->state == "blocked");
    CHECK(all.line("acme", "dep")->health == Health::critical);
    CHECK(all.line("acme", "google") == nullptr);
    CHECK(all.line("globex", "apns")->state == "not_connected");
    CHECK(all.line("globex", "apns")->health == Health::ok);
    CHECK(all.line("globex", "dep")->state == "blocked");
    CHECK(all.line("globex", "google")->state == "not_connected");
    CHECK(all.line("globex", "vpp") == nullptr);
    CHECK(all.tally.tenants == 2);
    CHECK(all.tally.critical == 2);
    CHECK(all.tally.ok == 4);
    CHECK(monitoring_exit(all.tally.worst()) == 2);

    holding.import("acme", {});
    all = watched(holding, at("2026-06-01"));
    CHECK(all.line("acme", "apns")->state == "valid");
    CHECK(all.line("acme", "dep")->state == "not_connected");
    CHECK(watched(holding, at("2027-06-01")).line("acme", "dep")->state == "blocked");
}

TEST_CASE("nobody to tell, no note, and a person's account are said") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {});
    holding.by("acme", [](store::Change& c, const store::Tenant& whose) {
        auto held = apns::certificate_meant(c.transaction(), whose, "");
        held.account_kind = apns::AccountKind::personal;
        apns::update(c.transaction(), held);
        return 0;
    });
    const Time day = at("2026-06-01");
    CHECK(codes_of(watched(holding, day).line("acme", "apns")) ==
          std::vector<std::string>{"personal_account", "no_contact", "no_note"});
    CHECK(watched(holding, day).line("acme", "apns")->health == Health::warning);
    CHECK_FALSE(has(watched(holding, day).line("acme", "dep"), "no_note"));  // once a tenant

    holding.by("acme", [](store::Change& c, const store::Tenant& whose) {
        const auto root = store::root_policy(c.transaction(), whose.id);
        store::add_contact(c.transaction(), root, "mdm@acme.example", some_day);
        return 0;
    });
    set(holding, "acme", [](store::Tenant& t) { t.note = "ask Jo"; });
    CHECK(codes_of(watched(holding, day).line("acme", "apns")) == std::vector<std::string>{"personal_account"});
    CHECK(has(watched(holding, day).line("globex", "apns"), "no_contact"));

    holding.by("acme", [](store::Change& c, const store::Tenant&) {
        store::add_contact(c.transaction(), store::store_root_policy(c.transaction()), "noc@msp.example", some_day);
        return 0;
    });
    CHECK_FALSE(has(watched(holding, day).line("globex", "apns"), "no_contact"));
}

TEST_CASE("what two tenants share is said of both, unless one of them was removed") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {});
    holding.import("globex", {.topic = "com.apple.mgmt.External.globex", .key = "globex"}, "", true);
    const Time day = at("2026-06-01");
    REQUIRE_FALSE(has(watched(holding, day).line("acme", "apns"), "shared_between_tenants"));
    // No command lets that happen; a store of an earlier version, or one that was changed by hand, may have it.
    const auto column = GENERATE("topic", "serial", "public_key_sha256");
    holding.by("globex", [&](store::Change& c, const store::Tenant& whose) {
        const std::string sql = std::string("update apns_versions set ") + column + " = (select v." + column +
                                " from apns_versions v join apns_certificates k on k.id = v.certificate "
                                "where k.tenant <> :tenant) where certificate in (select id from apns_certificates "
                                "where tenant = :same)";
        c.transaction().run(sql, {{"tenant", whose.id}, {"same", whose.id}});
        return 0;
    });
    Watched all = watched(holding, day);
    for (const char* tenant : {"acme", "globex"}) {
        const ServiceLine* line = all.line(tenant, "apns");
        REQUIRE(has(line, "shared_between_tenants"));
        CHECK(line->health == Health::warning);
        CHECK(line->findings.front().message.find(std::string(tenant) == "acme" ? "'globex'" : "'acme'") !=
              std::string::npos);
    }
    // One that is asked for alone is judged against all.
    CHECK(has(watched(holding, day, {.behind = "acme"}).line("globex", "apns"), "shared_between_tenants"));

    set(holding, "globex", [](store::Tenant& t) { t.removed_at = some_day; });
    all = watched(holding, day);
    CHECK(all.line("globex", "apns") == nullptr);
    CHECK_FALSE(has(all.line("acme", "apns"), "shared_between_tenants"));
}

TEST_CASE("an open request with another tenant's key is shared as well") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {});
    holding.by("globex", [](store::Change& c, const store::Tenant& whose) {
        apns::Request request{.tenant = whose.id, .name = "default", .csr = csr("customer")};
        apns::insert(c.transaction(), request, c.now());
        return 0;
    });
    CHECK(has(watched(holding, at("2026-06-01")).line("acme", "apns"), "shared_between_tenants"));
    CHECK(has(watched(holding, at("2026-06-01")).line("globex", "apns"), "shared_between_tenants"));
}

TEST_CASE("a policy that carries what it would inherit is said") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {});
    holding.by("acme", [](store::Change& c, const store::Tenant& whose) {
        store::Transaction& t = c.transaction();
        const auto kiosks = store::add_policy(t, store::PolicyTree(t, whose.id).root(), whose.id, "kiosks", some_day);
        const auto held = apns::certificate_meant(t, whose, "");
        apns::assign(c, whose, kiosks, &held);
        return 0;
    });
    CHECK(has(watched(holding, at("2026-06-01")).line("acme", "apns"), "redundant_assignment"));
}

TEST_CASE("of a tenant that was handed over nothing is asked") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {});
    set(holding, "acme", [](store::Tenant& t) {
        t.uses = {"apns", "dep"};
        t.handed_over_at = some_day;
    });
    const Watched all = watched(holding, at("2027-06-01"));
    CHECK(all.line("acme", "apns")->state == "expired");
    CHECK(all.line("acme", "apns")->health == Health::ok);
    CHECK(codes_of(all.line("acme", "apns")) == std::vector<std::string>{"handed_over"});
    CHECK(all.line("acme", "dep") == nullptr);
}

TEST_CASE("tenants are read page by page, those between that were not chosen left out") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.by("acme", [](store::Change& c, const store::Tenant&) {
        for (int i = 0; i < 410; ++i) {
            const auto tenant = store::add_tenant(c.transaction(), {.name = "tenant " + std::to_string(i)}, some_day);
            if (i % 2 == 0)
                store::set_label(c.transaction(), tenant.id, {"tier", "gold"});
        }
        return 0;
    });
    CHECK(watched(holding).tally.tenants == 412);
    const Watched gold = watched(holding, some_day, {.labels = {{"tier", "gold"}}});
    CHECK(gold.tally.tenants == 205);
    CHECK(gold.lines.size() == 4 * 205);
}
