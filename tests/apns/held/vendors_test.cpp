// SPDX-License-Identifier: Apache-2.0
#include "apns/vendors.hpp"

#include "catch.hpp"
#include "fakes/held_certificates.hpp"

using namespace mdm;
using namespace mdm::apns;
using namespace mdm::fakes;

namespace {

void keep(const Holding& holding, bool for_all, const VendorChain& vendor, Time now) {
    holding.by(
        "acme",
        [&](store::Change& c, const store::Tenant& whose) {
            add_vendor(c, for_all ? std::nullopt : std::optional(whose), vendor.certificates(), vendor.key);
            return 0;
        },
        now);
}

/// The serial of the one that a tenant signs with.
std::string in_force(const Holding& holding, std::string_view tenant, Time now) {
    return holding.look(tenant, [&](store::Transaction& t, const store::Tenant& whose) {
        const auto vendor = vendor_in_force(t, whose, now);
        return vendor ? vendor->chain.front().serial() : std::string();
    });
}

}  // namespace

TEST_CASE("a tenant signs with its own vendor certificate while that is valid, and with the store's after it") {
    const Holding holding(GENERATE(from_range(engines())));
    const VendorChain own = vendor_chain({.not_after = at("2026-08-01"), .key = "vendor of acme"});
    const VendorChain shared = vendor_chain();
    CHECK(in_force(holding, "acme", some_day).empty());
    keep(holding, true, shared, some_day);
    CHECK(in_force(holding, "acme", some_day) == shared.leaf.serial());
    keep(holding, false, own, some_day);
    CHECK(in_force(holding, "acme", some_day) == own.leaf.serial());
    CHECK(in_force(holding, "globex", some_day) == shared.leaf.serial());
    CHECK(in_force(holding, "acme", at("2026-08-02")) == shared.leaf.serial());
}

TEST_CASE("where no vendor certificate is valid any more, the tenant's own is the one to talk of") {
    const Holding holding(GENERATE(from_range(engines())));
    const VendorChain own = vendor_chain({.key = "vendor of acme"});
    keep(holding, true, vendor_chain(), some_day);
    keep(holding, false, own, some_day);
    CHECK(in_force(holding, "acme", at("2028-01-01")) == own.leaf.serial());
}
