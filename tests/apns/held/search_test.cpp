// SPDX-License-Identifier: Apache-2.0
#include "apns/search.hpp"

#include "apns/assignment.hpp"
#include "apns/vendors.hpp"
#include "catch.hpp"
#include "fakes/held_certificates.hpp"
#include "store/policies.hpp"

using namespace mdm;
using namespace mdm::apns;
using namespace mdm::fakes;

namespace {

/// "acme apns/default serial 0102 current valid", a line for each thing.
std::vector<std::string> lines_of(const std::vector<store::Found>& all, const store::TenantPage* page) {
    std::vector<std::string> lines;
    for (const store::Found& found : all)
        lines.push_back((page != nullptr ? page->by_id(found.tenant).name : "-") + " " + found.service + "/" +
                        found.name + " " + found.matched + " " + found.value + " " + found.role + " " + found.state);
    return lines;
}

using Lines = std::vector<std::string>;

Lines found(const Holding& holding, const std::string& text) {
    store::Store store = holding.store();
    store::Transaction transaction = store.read();
    const store::TenantPage page = store::TenantPages(transaction, {.removed = store::Removed::included}).next();
    const SearchText wanted(text);
    Lines lines = lines_of(store::find_tenants(transaction, wanted, page), &page);
    for (std::string& line : lines_of(find(transaction, wanted, page, some_day), &page))
        lines.push_back(std::move(line));
    for (const auto& shared : {store::find_in_store(transaction, wanted), find_in_store(transaction, wanted, some_day)})
        for (std::string& line : lines_of(shared, nullptr))
            lines.push_back(std::move(line));
    return lines;
}

const std::string topic(some_topic);

}  // namespace

TEST_CASE("a push certificate is found by topic, serial, key, end, subject, account and note") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {.serial = "4A1B0C22"});
    holding.by("acme", [](store::Change& c, const store::Tenant& whose) {
        auto held = certificate_meant(c.transaction(), whose, "");
        held.note = "ask Zo\xc3\xab";
        update(c.transaction(), held);
        return 0;
    });
    const std::string key = rsa_key().public_key().sha256();
    CHECK(found(holding, "EXTERNAL.11111111") == Lines{"acme apns/default topic " + topic + " current valid"});
    CHECK(found(holding, "4a:1b:0c") == Lines{"acme apns/default serial 4A1B0C22 current valid"});
    CHECK(found(holding, key.substr(0, 12)) == Lines{"acme apns/default public_key " + key + " current valid"});
    CHECK(found(holding, "2027-01-01") == Lines{"acme apns/default not_after 2027-01-01T00:00:00Z current valid"});
    CHECK(found(holding, "cn=apsp") == Lines{"acme apns/default subject UID=" + topic + ", CN=APSP:" +
                                             topic.substr(topic.rfind('.') + 1) + ", C=US current valid"});
    CHECK(found(holding, "@EXAMPLE.org") == Lines{"acme apns/default apple_account mdm@example.org current valid"});
    CHECK(found(holding, "ZO\xc3\x8b") == Lines{"acme apns/default note ask Zo\xc3\xab current valid"});
    CHECK(found(holding, "nobody's").empty());
}

TEST_CASE("what was renewed, removed or is on its way says so") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {.serial = "4A1B0C22"});
    holding.by("acme", [](store::Change& c, const store::Tenant& whose) {
        return register_csr(c, whose, usual_name, csr("new customer"), "vendor.csr");
    });
    CHECK(found(holding, "cn=mdm-push") ==
          Lines{"acme apns/default subject C=FR, CN=mdm-push, emailAddress=mdm@example.org staged open"});
    holding.renew("acme", renewed_certificate());
    CHECK(found(holding, "4A1B0C22") == Lines{"acme apns/default serial 4A1B0C22 earlier valid"});
    CHECK(found(holding, topic).size() == 2);
    CHECK(found(holding, "cn=mdm-push").front().ends_with("earlier used"));
    holding.by("acme", [](store::Change& c, const store::Tenant& whose) {
        auto held = certificate_meant(c.transaction(), whose, "");
        remove(c, whose, held);
        return 0;
    });
    CHECK(found(holding, "4A1B0C22") == Lines{"acme apns/default serial 4A1B0C22 earlier removed"});
    holding.ground.sql("update tenants set removed_at = '2026-06-01T00:00:00Z' where name = 'acme';");
    CHECK(found(holding, "acme") == Lines{"acme tenant/ tenant acme  removed"});
}

TEST_CASE("a tenant is found by its names, note, labels and contacts, and the store by its own contacts") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.by("acme", [](store::Change& c, const store::Tenant& whose) {
        store::Tenant changed = whose;
        changed.display_name = "ACME Gesellschaft f\xc3\xbcr Raketen";
        changed.external_id = "C-100%";
        changed.note = "pays late";
        store::update(c.transaction(), changed);
        store::set_label(c.transaction(), whose.id, {"region", "Nord_1"});
        store::add_contact(c.transaction(), store::root_policy(c.transaction(), whose.id), "it@acme.example", c.now());
        store::add_contact(c.transaction(), store::store_root_policy(c.transaction()), "noc@msp.example", c.now());
        return 0;
    });
    CHECK(found(holding, "F\xc3\x9cR RAKETEN") ==
          Lines{"acme tenant/ display_name ACME Gesellschaft f\xc3\xbcr Raketen  active"});
    CHECK(found(holding, "100%") == Lines{"acme tenant/ external_id C-100%  active"});
    CHECK(found(holding, "late") == Lines{"acme tenant/ note pays late  active"});
    CHECK(found(holding, "nord_") == Lines{"acme tenant/ label region=Nord_1  active"});
    CHECK(found(holding, "_") == Lines{"acme tenant/ label region=Nord_1  active"});
    CHECK(found(holding, "@acme.example") == Lines{"acme tenant// contact it@acme.example  active"});
    CHECK(found(holding, "@msp.example") == Lines{"- tenant// contact noc@msp.example  active"});
}

TEST_CASE("a vendor certificate is found, whoever signs with it") {
    const Holding holding(GENERATE(from_range(engines())));
    const VendorChain shared = vendor_chain();
    holding.by("acme", [&](store::Change& c, const store::Tenant&) {
        add_vendor(c, std::nullopt, shared.certificates(), shared.key);
        return 0;
    });
    const std::string serial = shared.leaf.serial();
    CHECK(found(holding, serial) == Lines{"- apns-vendor/vendor " + serial + " serial " + serial + "  valid"});
    CHECK(found(holding, "MDM Vendor: example").size() == 1);
}

TEST_CASE("a certificate is expiring from the first reminder day of the policy that it is for") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {.serial = "4A1B0C22"});
    holding.by("acme", [](store::Change& c, const store::Tenant& whose) {
        const store::PolicyTree tree(c.transaction(), whose.id);
        store::Policy kiosks = store::add_policy(c.transaction(), tree.root(), whose.id, "kiosks", c.now());
        kiosks.settings.remind_days = {365};
        store::set_policy(c.transaction(), kiosks);
        return 0;
    });
    CHECK(found(holding, "4A1B0C22") == Lines{"acme apns/default serial 4A1B0C22 current valid"});
    holding.by("acme", [](store::Change& c, const store::Tenant& whose) {
        const Assignments assignments(c.transaction(), whose);
        const auto held = certificate_meant(c.transaction(), whose, "");
        assign(c, whose, assignments.tree().root(), nullptr);
        assign(c, whose, assignments.tree().named("kiosks"), &held);
        return 0;
    });
    CHECK(found(holding, "4A1B0C22") == Lines{"acme apns/default serial 4A1B0C22 current expiring"});
}

TEST_CASE("pages follow one another by name, and none is left out") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.by("acme", [](store::Change& c, const store::Tenant&) {
        for (int i = 0; i < 450; ++i)
            store::add_tenant(c.transaction(), {.name = "tenant " + std::to_string(i)}, some_day);
        return 0;
    });
    store::Store store = holding.store();
    store::Transaction transaction = store.read();
    std::size_t all = 0;
    store::TenantPages pages(transaction, {});
    for (store::TenantPage page = pages.next(); !page.empty(); page = pages.next())
        all += store::find_tenants(transaction, SearchText("TENANT "), page).size();
    CHECK(all == 450);
}
