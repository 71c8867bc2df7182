// SPDX-License-Identifier: Apache-2.0
#include "apns/topic_match.hpp"

#include "catch.hpp"
#include "fakes/held_certificates.hpp"

using namespace mdm;
using namespace mdm::apns;
using namespace mdm::fakes;

namespace {

const std::string other_topic = "com.apple.mgmt.External.99999999-2222-4333-8444-555555555555";

/// "acme/default", or the code of what is thrown.
std::string matched(const Holding& holding, const std::string& topic, const std::string& only = "") {
    store::Store store = holding.store();
    store::Transaction transaction = store.read();
    std::string found;
    const std::string code = code_of([&] {
        const TopicMatch match = match_topic(transaction, push_certificate({.topic = topic}), "new.pem", only);
        found = match.tenant.name + "/" + match.held.name;
        return 0;
    });
    return code.empty() ? found : code;
}

std::string matched(const Holding& holding) { return matched(holding, std::string(some_topic)); }

void set_tenant(const Holding& holding, const std::string& tenant, const std::string& what) {
    holding.ground.sql("update tenants set " + what + " where name = '" + tenant + "';");
}

}  // namespace

TEST_CASE("a download belongs to the tenant whose topic it has, whatever the tenant's certificate is called") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {});
    holding.import("globex", {.topic = other_topic, .key = "globex"}, "kiosks");
    CHECK(matched(holding) == "acme/default");
    CHECK(matched(holding, other_topic) == "globex/kiosks");
    CHECK(matched(holding, "com.apple.mgmt.External.nobody's") == "no_such_certificate");
    CHECK(matched(holding, "") == "not_a_push_certificate");
    CHECK(matched(holding, "com.example.app") == "not_a_push_certificate");
}

TEST_CASE("a tenant that is named takes its own alone") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {});
    CHECK(matched(holding, std::string(some_topic), "acme") == "acme/default");
    CHECK(matched(holding, std::string(some_topic), "globex") == "other_tenant");
}

TEST_CASE("a topic that was given up leads to the certificate that gave it up, unless another has it now") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {});
    auto anew = renewed_certificate();
    anew.topic = other_topic;
    CHECK(errors(holding.renew("acme", anew, at("2026-12-15"), std::string(some_topic))).empty());
    CHECK(matched(holding) == "acme/default");
    CHECK(matched(holding, other_topic) == "acme/default");
    holding.import("globex", {.topic = "com.apple.mgmt.External.eeee", .key = "globex"});
    holding.ground.sql("update apns_versions set topic = '" + std::string(some_topic) +
                       "' where topic = 'com.apple.mgmt.External.eeee';");
    CHECK(matched(holding) == "globex/default");
}

TEST_CASE("what two tenants have is nobody's to renew") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {});
    holding.import("globex", {.topic = other_topic, .key = "globex"});
    holding.ground.sql("update apns_versions set topic = '" + other_topic + "';");
    CHECK(matched(holding, other_topic) == "other_tenant");
    set_tenant(holding, "acme", "handed_over_at = '2026-06-01T00:00:00Z'");
    CHECK(matched(holding, other_topic) == "globex/default");
}

TEST_CASE("two certificates of one tenant with the same topic are told apart by name alone") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {});
    holding.import("acme", {.topic = other_topic, .key = "kiosks"}, "kiosks");
    holding.ground.sql("update apns_versions set topic = '" + other_topic + "';");
    CHECK(matched(holding, other_topic) == "certificate_ambiguous");
}

TEST_CASE(
    "what was removed is refused in these words, and what was handed over is found, for its tenant to be judged") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {});
    set_tenant(holding, "acme", "handed_over_at = '2026-06-01T00:00:00Z'");
    CHECK(matched(holding) == "acme/default");
    set_tenant(holding, "acme", "handed_over_at = null, removed_at = '2026-06-01T00:00:00Z'");
    CHECK(matched(holding) == "no_such_tenant");
    set_tenant(holding, "acme", "removed_at = null");
    holding.by("acme", [](store::Change& c, const store::Tenant& whose) {
        auto held = certificate_meant(c.transaction(), whose, "");
        remove(c, whose, held);
        return 0;
    });
    CHECK(matched(holding) == "no_such_certificate");
}
