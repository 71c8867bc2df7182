// SPDX-License-Identifier: Apache-2.0
#include "apns/account_holdings.hpp"

#include "catch.hpp"
#include "fakes/held_certificates.hpp"

using namespace mdm;
using namespace mdm::apns;
using namespace mdm::fakes;

TEST_CASE("what hangs on an account is told with its end, and what happens without it") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {});
    const auto holdings = [&] {
        return holding.look("acme", [](store::Transaction& t, const store::Tenant& whose) {
            return account_holdings(t, store::TenantPage({whose}), some_day);
        });
    };
    REQUIRE(holdings().size() == 1);
    const store::AccountHolding one = holdings().front();
    CHECK(one.account == "mdm@example.org");
    CHECK(one.kind.empty());
    CHECK(one.not_after == at("2027-01-01"));
    CHECK(one.renewable_until == at("2027-01-31"));
    CHECK(one.consequence.find("every device must enroll again") != std::string::npos);
    holding.by("acme", [](store::Change& c, const store::Tenant& whose) {
        auto held = certificate_meant(c.transaction(), whose, "");
        held.devices = 240;
        held.account_kind = AccountKind::managed;
        update(c.transaction(), held);
        return 0;
    });
    CHECK(holdings().front().kind == "managed");
    CHECK(holdings().front().consequence.find("240 devices must enroll again") != std::string::npos);
    CHECK(holdings().front().consequence.find("Managed Apple Account") != std::string::npos);
    holding.by("acme", [](store::Change& c, const store::Tenant& whose) {
        auto held = certificate_meant(c.transaction(), whose, "");
        remove(c, whose, held);
        return 0;
    });
    CHECK(holdings().empty());
}
