// SPDX-License-Identifier: Apache-2.0
#include "store/tenant_removal.hpp"

#include "apns/vendors.hpp"
#include "catch.hpp"
#include "fakes/held_certificates.hpp"
#include "store/check.hpp"

#include <filesystem>

using namespace mdm;
using namespace mdm::store;
using namespace mdm::fakes;

namespace {

const std::string other_topic = "com.apple.mgmt.External.99999999-2222-4333-8444-555555555555";

template <class Act>
void change_of(const Holding& holding, const std::string& name, const Act& act) {
    Store store = holding.store();
    Change change = store.change(some_day);
    Tenant tenant = tenant_named(change.transaction(), name).value();
    act(change, tenant);
    change.record({.tenant_id = tenant.id, .tenant = tenant.name, .command = "test", .object = "test"});
    change.commit();
}

std::vector<std::string> in_inventory(const Holding& holding) {
    Store store = holding.store();
    Transaction transaction = store.read();
    std::vector<std::string> tenants;
    for (const InventoryItem& item : inventory(transaction))
        tenants.push_back(tenant_by_id(transaction, item.tenant)->name);
    return tenants;
}

std::vector<std::string> sealed_of(const Holding& holding, const std::string& name) {
    Store store = holding.store();
    Transaction transaction = store.read();
    std::vector<std::string> sealed;
    for (const Row& row : transaction.rows("select sealed from secrets where tenant = :tenant",
                                           {{"tenant", tenant_named(transaction, name)->id}}))
        sealed.push_back(row.text("sealed"));
    return sealed;
}

/// How many of the sealed texts are in the database, or in a file beside it.
std::size_t found_in_files(const Holding& holding, const std::vector<std::string>& sealed) {
    std::size_t found = 0;
    for (const auto& file : std::filesystem::directory_iterator(holding.ground.shop.path("state"))) {
        const std::string bytes = holding.ground.shop.read("state/" + file.path().filename().string());
        for (const std::string& text : sealed)
            found += bytes.find(text.substr(text.size() / 2, 60)) != std::string::npos ? 1 : 0;
    }
    return found;
}

}  // namespace

TEST_CASE("what goes along with a tenant is counted, and what is still valid is named") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {});
    holding.renew("acme", renewed_certificate());
    holding.import("globex", {.topic = other_topic, .key = "other"});
    Store store = holding.store();
    Transaction transaction = store.read();
    const auto all =
        consequences(transaction, store.rooms(), tenant_named(transaction, "acme").value(), at("2026-12-20"));
    std::vector<std::string> counts;
    for (const auto& [of, n] : all.belongings)
        counts.push_back(std::string(of.name) + " " + (n ? std::to_string(*n) : "-"));
    CHECK(counts == std::vector<std::string>{"policies 0", "contacts 0", "certificates 2", "keys 2", "requests 0",
                                             "devices -", "told 0"});
    REQUIRE(all.still_valid.size() == 1);
    CHECK(all.still_valid.front().not_after == at("2027-12-01"));
    CHECK(all.secrets == 2);
}

TEST_CASE("a tenant that was removed leaves the inventory, and is back with all it had") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {});
    holding.import("globex", {.topic = other_topic, .key = "other"});
    change_of(holding, "acme", [](Change& c, Tenant& tenant) { remove_tenant(c, tenant); });
    CHECK(in_inventory(holding) == std::vector<std::string>{"globex"});
    CHECK(code_of([&] { return holding.current("acme").id; }) == "no_such_tenant");
    CHECK(sealed_of(holding, "acme").size() == 1);
    change_of(holding, "acme", [](Change& c, Tenant& tenant) { bring_back_tenant(c, tenant); });
    CHECK(in_inventory(holding).size() == 2);
    CHECK(holding.current("acme").current.is_held());
}

TEST_CASE("a purge destroys every secret of one tenant, and leaves history, audit and the others alone") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {});
    holding.import("globex", {.topic = other_topic, .key = "other"});
    holding.by("acme", [](Change& c, const Tenant& whose) {
        apns::stage_csr(c, whose, {.name = "default", .subject = {.common_name = "acme"}});
        const VendorChain vendor = vendor_chain();
        apns::add_vendor(c, whose, vendor.certificates(), vendor.key);
        return 0;
    });
    CHECK(sealed_of(holding, "acme").size() == 3);
    CHECK(in_inventory(holding).size() == 4);
    Store store = holding.store();
    change_of(holding, "acme", [&](Change& c, Tenant& tenant) { purge_tenant(c, store.rooms(), tenant); });
    CHECK(sealed_of(holding, "acme").empty());
    CHECK(sealed_of(holding, "globex").size() == 1);
    CHECK(in_inventory(holding) == std::vector<std::string>{"globex"});
    CHECK(check_store(store).findings.empty());
    Transaction transaction = store.read();
    const Tenant purged = tenant_named(transaction, "acme").value();
    CHECK(purged.state() == "purged");
    const auto held = apns::held_certificates(transaction, purged.id);
    REQUIRE(held.size() == 1);
    CHECK(held.front().current.pem);
    CHECK_FALSE(held.front().current.is_held());
    CHECK(apns::vendors(transaction, root_policy(transaction, purged.id)).empty());
    CHECK(code_of([&] {
              change_of(holding, "acme", [](Change& c, Tenant& tenant) { bring_back_tenant(c, tenant); });
              return 0;
          }) == "tenant_purged");
}

TEST_CASE("a tenant is purged when nothing is left to destroy, whatever date says so") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {});
    const auto is_done = [&] {
        Store store = holding.store();
        Transaction transaction = store.read();
        const Tenant tenant = tenant_named(transaction, "acme").value();
        return is_purged(tenant, consequences(transaction, store.rooms(), tenant, some_day));
    };
    change_of(holding, "acme", [](Change& c, Tenant& tenant) {
        tenant.removed_at = tenant.purged_at = some_day;
        update(c.transaction(), tenant);
    });
    CHECK_FALSE(is_done());
    Store store = holding.store();
    change_of(holding, "acme", [&](Change& c, Tenant& tenant) { purge_tenant(c, store.rooms(), tenant); });
    CHECK(sealed_of(holding, "acme").empty());
    CHECK(is_done());
}

TEST_CASE("what a purge destroyed is in none of SQLite's files, while others have the store open") {
    const Holding holding(Engine::sqlite);
    Store reader = holding.store();
    CHECK(reader.info().tenants == 2);  // from now on the log stays
    holding.import("acme", {});
    const auto sealed = sealed_of(holding, "acme");
    CHECK(found_in_files(holding, sealed) > 0);
    Store store = holding.store();
    change_of(holding, "acme", [&](Change& c, Tenant& tenant) { purge_tenant(c, store.rooms(), tenant); });
    {
        Transaction looking = reader.read();
        CHECK(tenants(looking).size() == 1);
        Store impatient(holding.options());
        CHECK_FALSE(impatient.forget_deleted());
    }
    CHECK(store.forget_deleted());
    CHECK(found_in_files(holding, sealed) == 0);
}
