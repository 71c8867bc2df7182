// SPDX-License-Identifier: Apache-2.0
#include "store/push_prerequisite.hpp"

#include "catch.hpp"
#include "fakes/errors.hpp"
#include "fakes/two_tenants.hpp"
#include "store/inventory.hpp"

using namespace mdm;
using namespace mdm::store;
using namespace mdm::fakes;

namespace {

const Time may = at("2026-05-01T12:00:00Z");

void put(const TwoTenants& tenants, const std::string& tenant, const std::string& service, const std::string& name,
         std::optional<Time> not_after, const std::string& key = "held") {
    tenants.by(tenant, [&](Change& c, const Tenant& whose) {
        put_in_inventory(c.transaction(),
                         {.tenant = whose.id,
                          .policy = "",
                          .service = service,
                          .name = name,
                          .not_after = not_after,
                          .state = "valid",
                          .next_command = "",
                          .key = key},
                         c.now());
        return 0;
    });
}

std::optional<Finding> missing(const TwoTenants& tenants, Time now = may) {
    return tenants.look("acme", [&](Transaction& t, const Tenant& whose) { return push_prerequisite(t, whose, now); });
}

}  // namespace

TEST_CASE("a tenant without a push certificate has none yet, whatever else there is") {
    const TwoTenants tenants(GENERATE(from_range(engines())), {});
    const auto is_missing = [&] {
        return missing(tenants) && missing(tenants)->code == ErrorCode::no_push_certificate;
    };
    CHECK(is_missing());
    put(tenants, "globex", "apns", "default", at("2027-01-01"));
    put(tenants, "acme", "dep", "default", at("2027-01-01"));
    put(tenants, "acme", "apns-vendor", "vendor", at("2027-01-01"));
    CHECK(is_missing());
    CHECK(missing(tenants)->severity == Severity::error);
    CHECK(missing(tenants)->message.find("'acme'") != std::string::npos);
}

TEST_CASE("a push certificate is valid to its last second, and one whose key another server holds counts") {
    const TwoTenants tenants(GENERATE(from_range(engines())), {});
    put(tenants, "acme", "apns", "default", may, "tracked");
    CHECK_FALSE(missing(tenants));
    const auto after = missing(tenants, may + std::chrono::seconds{1});
    REQUIRE(after);
    CHECK(after->code == ErrorCode::push_certificate_expired);
    CHECK(after->message.find("2026-05-01T12:00:00Z") != std::string::npos);
}

TEST_CASE("one valid push certificate of several is enough") {
    const TwoTenants tenants(GENERATE(from_range(engines())), {});
    put(tenants, "acme", "apns", "old", at("2025-01-01"));
    put(tenants, "acme", "apns", "older", at("2024-01-01"));
    const auto ended = missing(tenants);
    REQUIRE(ended);
    CHECK(ended->code == ErrorCode::push_certificate_expired);
    CHECK(ended->message.find("2025-01-01T00:00:00Z") != std::string::npos);
    put(tenants, "acme", "apns", "new", at("2026-06-01"));
    CHECK_FALSE(missing(tenants));
}

TEST_CASE("a push certificate whose end nobody knows is no valid one, and no reason to fail") {
    const TwoTenants tenants(GENERATE(from_range(engines())), {});
    put(tenants, "acme", "apns", "unknown", std::nullopt);
    const auto finding = missing(tenants);
    REQUIRE(finding);
    put(tenants, "acme", "apns", "old", at("2025-01-01"));
    CHECK(missing(tenants)->code == ErrorCode::push_certificate_expired);
    CHECK(missing(tenants)->message.find("2025-01-01T00:00:00Z") != std::string::npos);
}
