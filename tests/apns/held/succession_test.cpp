// SPDX-License-Identifier: Apache-2.0
#include "apns/succession.hpp"

#include "catch.hpp"
#include "fakes/held_certificates.hpp"
#include "store/check.hpp"
#include "store/inventory.hpp"

using namespace mdm;
using namespace mdm::apns;
using namespace mdm::fakes;

namespace {

const std::string other_topic = "com.apple.mgmt.External.99999999-2222-4333-8444-555555555555";

PushOptions created_anew() {
    auto options = renewed_certificate();
    options.topic = other_topic;
    return options;
}

PushOptions with_topic(const std::string& topic, const std::string& key) { return {.topic = topic, .key = key}; }

}  // namespace

TEST_CASE("a certificate is imported, renewed and rolled back, and every one of them stays") {
    const Holding holding(GENERATE(from_range(engines())));
    CHECK(errors(holding.import("acme", {})).empty());
    const auto first = holding.current("acme").current;
    CHECK(errors(holding.renew("acme", renewed_certificate())).empty());
    const auto second = holding.current("acme").current;
    CHECK(second.topic == first.topic);
    CHECK(second.serial != first.serial);
    CHECK(second.key_secret != first.key_secret);

    holding.by("acme", [](store::Change& c, const store::Tenant& whose) {
        auto held = certificate_meant(c.transaction(), whose, "");
        roll_back(c, whose, held, earlier_version(c.transaction(), whose, held, ""));
        return 0;
    });
    CHECK(holding.current("acme").current.id == first.id);
    CHECK(holding.current("acme").current.key_secret == first.key_secret);
    const auto events = holding.look("acme", [&](store::Transaction& t, const store::Tenant&) {
        std::vector<std::string> words;
        for (const Change& change : changes(t, holding.current("acme").id))
            words.push_back(change.event);
        return words;
    });
    CHECK(events == std::vector<std::string>{"import", "renew", "rollback"});
    store::Store store = holding.store();
    CHECK(store::check_store(store).findings.empty());
}

TEST_CASE("what was created anew renews nothing, and nothing changes") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {});
    const auto before = holding.current("acme").current.id;
    CHECK(errors(holding.renew("acme", created_anew())) == Codes{"topic_mismatch"});
    CHECK(errors(holding.renew("acme", created_anew(), at("2026-12-15"), other_topic)) == Codes{"topic_mismatch"});
    CHECK(holding.current("acme").current.id == before);
}

TEST_CASE("a topic that is typed out is given up, and the way back asks for the same") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {});
    CHECK(errors(holding.renew("acme", created_anew(), at("2026-12-15"), std::string(some_topic))).empty());
    const auto held = holding.current("acme");
    CHECK(held.current.topic == other_topic);
    const auto back = holding.look(
        "acme", [&](store::Transaction& t, const store::Tenant& whose) { return earlier_version(t, whose, held, ""); });
    CHECK(errors(rollback_findings(held, back, "", at("2026-12-16"))) == Codes{"topic_mismatch"});
    CHECK(errors(rollback_findings(held, back, other_topic, at("2026-12-16"))).empty());
    CHECK(errors(rollback_findings(held, back, other_topic, at("2027-06-01"))) == Codes{"expired"});
}

TEST_CASE("import takes no certificate's place, by whatever name, current or removed") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {});
    CHECK(errors(holding.import("acme", created_anew())) ==
          Codes{"certificate_exists", "topic_mismatch", "not_yet_valid"});
    CHECK(errors(holding.import("acme", {.not_after = at("2026-12-01")}, "second")) ==
          Codes{"certificate_exists", "older_than_current"});
    holding.by("acme", [](store::Change& c, const store::Tenant& whose) {
        auto held = certificate_meant(c.transaction(), whose, "");
        remove(c, whose, held);
        return 0;
    });
    CHECK(errors(holding.import("acme", with_topic(other_topic, "customer"))).front() == "certificate_exists");
    CHECK(errors(holding.import("acme", with_topic(other_topic, "customer"), "second")).empty());
    CHECK(code_of([&] {
              return holding.look("globex", [](store::Transaction& t, const store::Tenant& whose) {
                  return certificate_meant(t, whose, "").name;
              });
          }) == "no_such_certificate");
}

TEST_CASE("a second certificate of a tenant has its name, and the root policy keeps the first") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {});
    CHECK(errors(holding.import("acme", with_topic(other_topic, "other customer"), "kiosks")).empty());
    CHECK(holding.current("acme").name == "default");
    const auto second = holding.look("acme", [](store::Transaction& t, const store::Tenant& whose) {
        return certificate_meant(t, whose, "kiosks");
    });
    CHECK(second.current.topic == other_topic);
    CHECK(second.policies.empty());
}

TEST_CASE("topic, key and serial of another tenant are refused, and the tenant is named") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {.serial = "0102"});
    const auto by_topic = holding.import("globex", {.key = "globex"});
    CHECK(errors(by_topic) == Codes{"other_tenant"});
    CHECK(by_topic.front().message.find("'acme'") != std::string::npos);
    CHECK(errors(holding.import("globex", with_topic(other_topic, "customer"))) == Codes{"other_tenant"});
    CHECK(errors(holding.import("globex", {.topic = other_topic, .serial = "0102", .key = "globex"})) ==
          Codes{"other_tenant"});
    CHECK(errors(holding.import("globex", with_topic(other_topic, "globex"))).empty());
    CHECK(errors(holding.renew("globex", renewed_certificate())) == Codes{"other_tenant", "topic_mismatch"});
}

TEST_CASE("the key of a certificate must be there: staged, in use, or brought along") {
    const Holding holding(GENERATE(from_range(engines())));
    CHECK(errors(holding.import("acme", {}, "", false)).empty());
    CHECK(errors(holding.renew("acme", renewed_certificate(), at("2026-12-15"), "", false)) == Codes{"key_mismatch"});
    auto same_key = renewed_certificate();
    same_key.key = "customer";
    CHECK(errors(holding.renew("acme", same_key, at("2026-12-15"), "", false)).empty());
    CHECK(holding.current("acme").current.is_held());
}

TEST_CASE("a certificate whose key another server holds is judged by every rule but the key") {
    const Holding holding(GENERATE(from_range(engines())));
    CHECK(errors(holding.import("acme", {}, "", true)).empty());
    CHECK_FALSE(holding.current("acme").current.is_held());
    CHECK(errors(holding.renew("acme", created_anew(), at("2026-12-15"), "", false)) == Codes{"topic_mismatch"});
    CHECK(errors(holding.renew("acme", renewed_certificate(), at("2026-12-15"), "", false)).empty());
    CHECK_FALSE(holding.current("acme").current.is_held());
}

TEST_CASE("a tracked certificate is held against the CSR that was registered for it") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {}, "", true);
    holding.by("acme", [](store::Change& c, const store::Tenant& whose) {
        return register_csr(c, whose, usual_name, csr("new customer"), "vendor.csr");
    });
    auto of_another_key = renewed_certificate();
    of_another_key.key = "a third key";
    CHECK(errors(holding.renew("acme", of_another_key, at("2026-12-15"), "", false)) == Codes{"key_mismatch"});
    CHECK(errors(holding.renew("acme", renewed_certificate(), at("2026-12-15"), "", false)).empty());
    CHECK(holding.look(
        "acme", [](store::Transaction& t, const store::Tenant& whose) { return requests(t, whose.id).empty(); }));
}

TEST_CASE("what a console shows is enough to track a certificate, and its renewal completes it") {
    const Holding holding(GENERATE(from_range(engines())));
    const auto track = [&](const ToldCertificate& told) {
        const ImportOrder order{.apple_account = "mdm@example.org", .tracked = true, .told = told};
        return holding.by("acme", [&](store::Change& c, const store::Tenant& whose) {
            auto judged = judge_import(c.transaction(), whose, order, c.now());
            if (!first_error(judged.findings))
                import(c, whose, order, judged);
            return errors(judged.findings);
        });
    };
    CHECK(track({"com.example.app", at("2027-01-01")}) == Codes{"not_a_push_certificate"});
    CHECK(track({std::string(some_topic), at("2025-01-01")}) == Codes{"expired"});
    CHECK(track({std::string(some_topic), at("2027-01-01"), "0A0B"}).empty());
    CHECK(errors(holding.renew("acme", created_anew(), at("2026-12-15"), "", false)) == Codes{"topic_mismatch"});
    CHECK(errors(holding.renew("acme", renewed_certificate(), at("2026-12-15"), "", false)).empty());
    CHECK(holding.current("acme").current.serial.has_value());
}

TEST_CASE("a current certificate that has expired is renewed like any other") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {});
    CHECK(errors(holding.renew("acme", renewed_certificate(), at("2027-03-01"))).empty());
}

TEST_CASE("the inventory has the end of what is current, until it is removed") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {});
    holding.renew("acme", renewed_certificate());
    const auto ends = [&] {
        return holding.look("acme", [](store::Transaction& t, const store::Tenant&) { return store::inventory(t); });
    };
    REQUIRE(ends().size() == 1);
    CHECK(ends().front().not_after == at("2027-12-01"));
    const auto with_held = [&](auto act) {
        holding.by("acme", [&](store::Change& c, const store::Tenant& whose) {
            auto held = certificate_meant(c.transaction(), whose, "", store::Removed::included);
            act(c, whose, held);
            return 0;
        });
    };
    with_held([](auto& c, auto& whose, auto& held) { remove(c, whose, held); });
    CHECK(ends().empty());
    with_held([](auto& c, auto& whose, auto& held) { bring_back(c, whose, held); });
    CHECK(ends().size() == 1);
}

// Both bring the same renewal: one becomes current and the other is told so, round after round: none lost, none
// doubled.
TEST_CASE("of two renewals at the same moment one comes through, 200 times") {
    const Holding holding(GENERATE(from_range(engines())));
    constexpr int rounds = 200;
    holding.import("acme", {});
    int came_through = 0;
    for (int round = 0; round < rounds; ++round) {
        const auto end = at("2027-01-02") + std::chrono::hours(round);
        const PushOptions candidate{.not_before = end - std::chrono::days(365), .not_after = end};
        const auto prepared = push_certificate(candidate);
        came_through += in_processes(2, [&](int) {
            if (first_error(holding.renew("acme", prepared)))
                throw Error{ErrorCode::same_certificate, "refused"};
        });
    }
    CHECK(came_through == rounds);
    const auto [versions_there, changes_there] = holding.look("acme", [&](store::Transaction& t, const store::Tenant&) {
        const std::string id = holding.current("acme").id;
        return std::pair{versions(t, id).size(), changes(t, id).size()};
    });
    CHECK(versions_there == rounds + 1);
    CHECK(changes_there == rounds + 1);
    store::Store store = holding.store();
    CHECK(store::check_store(store).findings.empty());
}
