// SPDX-License-Identifier: Apache-2.0
#include "apns/ownership.hpp"

#include "apns/vendors.hpp"
#include "catch.hpp"
#include "fakes/held_certificates.hpp"

using namespace mdm;
using namespace mdm::apns;
using namespace mdm::fakes;

namespace {

Inspection inspected(std::string_view bytes) {
    return inspect(
        {.name = "some.pem", .bytes = Secret{std::string(bytes)}}, [] { return std::optional<Secret>{}; }, std::nullopt,
        some_day);
}

Inspection of_certificate(const PushOptions& options) { return inspected(push_certificate(options).to_pem()); }
Inspection of_key(const std::string& key) { return inspected(rsa_key(key).to_pem().reveal()); }
Inspection of_csr(const std::string& key) { return inspected(csr(key).to_pem()); }

Ownership asked(const Holding& holding, const Inspection& found) {
    store::Store store = holding.store();
    store::Transaction transaction = store.read();
    return ownership_of(transaction, found, "some.pem");
}

/// "acme default current", "- - unknown"
std::string owner_of(const Holding& holding, const Inspection& found) {
    const Ownership ownership = asked(holding, found);
    return ownership.tenant.value_or("-") + " " + ownership.name.value_or("-") + " " +
           std::string(name(ownership.role));
}

void stage(const Holding& holding, const std::string& tenant, const std::string& key) {
    holding.by(tenant, [&](store::Change& c, const store::Tenant& whose) {
        return register_csr(c, whose, usual_name, csr(key), "vendor.csr");
    });
}

}  // namespace

TEST_CASE("a file's owner is found by topic, key and serial") {
    const Holding holding(GENERATE(from_range(engines())));
    const PushOptions first{.serial = "0102"};
    holding.import("acme", first);
    CHECK(owner_of(holding, of_certificate(first)) == "acme default current");
    CHECK(owner_of(holding, of_key("customer")) == "acme default current");
    CHECK(owner_of(holding, of_csr("customer")) == "acme default current");
    CHECK(owner_of(holding, of_certificate({.serial = "0A0B", .key = "a third key"})) == "acme default unknown");
    CHECK(owner_of(holding,
                   of_certificate({.topic = "com.apple.mgmt.External.ffff", .serial = "0102", .key = "third"})) ==
          "acme default unknown");
    CHECK(owner_of(holding, of_key("a stranger")) == "- - unknown");
    CHECK(owner_of(holding, inspected(root().certificate.to_pem())) == "- - unknown");
}

TEST_CASE("what was renewed or removed is earlier, and an open request is staged") {
    const Holding holding(GENERATE(from_range(engines())));
    const PushOptions first{.serial = "0102"};
    const PushOptions second{
        .not_before = at("2026-12-01"), .not_after = at("2027-12-01"), .serial = "0103", .key = "new customer"};
    holding.import("acme", first);
    stage(holding, "acme", "new customer");
    CHECK(owner_of(holding, of_csr("new customer")) == "acme default staged");
    CHECK(owner_of(holding, of_certificate(second)) == "acme default staged");
    CHECK(errors(holding.renew("acme", second)).empty());
    CHECK(owner_of(holding, of_certificate(second)) == "acme default current");
    CHECK(owner_of(holding, of_certificate(first)) == "acme default earlier");
    CHECK(owner_of(holding, of_key("customer")) == "acme default earlier");
    holding.by("acme", [](store::Change& c, const store::Tenant& whose) {
        auto held = certificate_meant(c.transaction(), whose, "");
        remove(c, whose, held);
        return 0;
    });
    CHECK(owner_of(holding, of_certificate(second)) == "acme default earlier");
}

TEST_CASE("a key in use that is staged again is current as a key, and staged as a CSR") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {});
    stage(holding, "acme", "customer");
    CHECK(owner_of(holding, of_key("customer")) == "acme default current");
    CHECK(owner_of(holding, of_csr("customer")) == "acme default staged");
}

TEST_CASE("a certificate that was recorded from what a console shows is known by its end") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.by("acme", [](store::Change& c, const store::Tenant& whose) {
        const ImportOrder order{.apple_account = "mdm@example.org",
                                .tracked = true,
                                .told = ToldCertificate{std::string(some_topic), at("2027-01-01")}};
        import(c, whose, order, judge_import(c.transaction(), whose, order, c.now()));
        return 0;
    });
    CHECK(owner_of(holding, of_certificate({.not_after = at("2027-01-01")})) == "acme default current");
    CHECK(owner_of(holding, of_certificate({.not_after = at("2026-11-01")})) == "acme default unknown");
}

TEST_CASE("a vendor certificate that all tenants sign with is nobody's, and one of a tenant is that tenant's") {
    const Holding holding(GENERATE(from_range(engines())));
    const VendorChain shared = vendor_chain();
    const VendorChain own = vendor_chain({.key = "vendor of globex"});
    holding.by("globex", [&](store::Change& c, const store::Tenant& whose) {
        add_vendor(c, std::nullopt, shared.certificates(), shared.key);
        add_vendor(c, whose, own.certificates(), own.key);
        return 0;
    });
    CHECK(owner_of(holding, inspected(shared.leaf.to_pem())) == "- vendor " + shared.leaf.serial() + " current");
    CHECK(owner_of(holding, of_key("vendor of globex")) == "globex vendor " + own.leaf.serial() + " current");
    CHECK(owner_of(holding, inspected(shared.intermediate.to_pem())) == "- - unknown");
}

TEST_CASE("what two tenants have is said of both") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {});
    stage(holding, "acme", "new customer");
    holding.renew("acme", renewed_certificate());
    CHECK(asked(holding, of_key("new customer")).findings.empty());
    holding.ground.sql("update apns_requests set tenant = (select id from tenants where name = 'globex');");
    const Ownership ownership = asked(holding, of_key("new customer"));
    CHECK(ownership.tenant == "acme");
    REQUIRE(codes(ownership.findings) == Codes{"shared_between_tenants"});
    CHECK(ownership.findings.front().severity == Severity::warning);
    CHECK(ownership.findings.front().message.find("'globex'") != std::string::npos);
}
