// SPDX-License-Identifier: Apache-2.0
#include "apns/assignment.hpp"

#include "catch.hpp"
#include "fakes/held_certificates.hpp"
#include "store/check.hpp"
#include "store/schema.hpp"

using namespace mdm;
using namespace mdm::apns;
using namespace mdm::fakes;

namespace {

const std::string other_topic = "com.apple.mgmt.External.99999999-2222-4333-8444-555555555555";

/// acme: / > kiosks > lobby, with a certificate at the root.
class Planted : public Holding {
public:
    explicit Planted(store::Engine engine) : Holding(engine) {
        import("acme", {});
        by("acme", [](store::Change& c, const store::Tenant& whose) {
            const store::PolicyTree tree(c.transaction(), whose.id);
            const auto kiosks = store::add_policy(c.transaction(), tree.root(), whose.id, "kiosks", c.now());
            return store::add_policy(c.transaction(), kiosks, whose.id, "lobby", c.now()).id;
        });
    }

    std::string topic(const std::string& policy) const {
        return look("acme", [&](store::Transaction& t, const store::Tenant& whose) {
            const Assignments assignments(t, whose);
            const HeldCertificate* held = assignments.effective(assignments.tree().named(policy));
            return held == nullptr ? std::string() : held->current.topic;
        });
    }
    std::vector<Finding> assign(const std::string& policy, const std::string& name,
                                const std::string& replaced = "") const {
        return by("acme", [&](store::Change& c, const store::Tenant& whose) {
            const Assignments assignments(c.transaction(), whose);
            const store::Policy& meant = assignments.tree().named(policy);
            const auto held = certificate_meant(c.transaction(), whose, name);
            auto findings = assign_findings(assignments, meant, held, replaced, c.now());
            if (!first_error(findings))
                apns::assign(c, whose, meant, &held);
            return findings;
        });
    }
    std::vector<Finding> unassign(const std::string& policy, const std::string& replaced = "") const {
        return by("acme", [&](store::Change& c, const store::Tenant& whose) {
            const Assignments assignments(c.transaction(), whose);
            const store::Policy& meant = assignments.tree().named(policy);
            auto findings = unassign_findings(assignments, meant, replaced, c.now());
            if (!first_error(findings))
                apns::assign(c, whose, meant, nullptr);
            return findings;
        });
    }
    std::vector<Finding> import_for(const std::string& policy, const std::string& replaced = "") const {
        apns::Download download{push_certificate({.topic = other_topic, .key = "kiosks"}), "push.pem"};
        download.keys.push_back(rsa_key("kiosks"));
        const ImportOrder order{
            .policy = policy, .replaced_topic = replaced, .apple_account = "mdm@example.org", .download = download};
        return by("acme", [&](store::Change& c, const store::Tenant& whose) {
            auto judged = judge_import(c.transaction(), whose, order, c.now());
            if (!first_error(judged.findings))
                apns::import(c, whose, order, judged);
            return judged.findings;
        });
    }
};

const std::string root_topic = PushOptions{}.topic;

/// acme, of whose certificate there is what a console shows.
class Told : public Holding {
public:
    explicit Told(store::Engine engine) : Holding(engine) {
        by("acme", [](store::Change& c, const store::Tenant& whose) {
            const ImportOrder order{
                .apple_account = "mdm@example.org",
                .tracked = true,
                .told = ToldCertificate{root_topic, PushOptions{}.not_after + std::chrono::hours(1)}};
            apns::import(c, whose, order, judge_import(c.transaction(), whose, order, c.now()));
            return 0;
        });
    }
    /// What stands against it; nothing: it was completed.
    Codes complete(const apns::Download& download, Time now = some_day) const {
        return by("acme", [&](store::Change& c, const store::Tenant& whose) {
            auto held = certificate_meant(c.transaction(), whose, "");
            const auto judged = judge_completion(c.transaction(), whose, held, download, now);
            if (!first_error(judged.findings))
                apns::complete(c, whose, held, download, judged);
            return errors(judged.findings);
        });
    }
};

}  // namespace

TEST_CASE("a policy gets what the nearest one above it has") {
    const Planted planted(GENERATE(from_range(engines())));
    CHECK(planted.topic("lobby") == root_topic);
    CHECK(errors(planted.import_for("kiosks")) == Codes{"topic_mismatch"});
    CHECK(errors(planted.import_for("kiosks", "com.apple.mgmt.External.wrong")) == Codes{"topic_mismatch"});
    CHECK(errors(planted.import_for("kiosks", root_topic)).empty());
    CHECK(planted.topic("kiosks") == other_topic);
    CHECK(planted.topic("lobby") == other_topic);
    CHECK(planted.topic("/") == root_topic);
    CHECK(errors(planted.import_for("kiosks")) == Codes{"certificate_exists"});
    CHECK(planted.current("acme").current.topic == root_topic);
}

TEST_CASE("what changes the topic that a branch gets is refused, until the topic is typed out") {
    const Planted planted(GENERATE(from_range(engines())));
    planted.import_for("kiosks", root_topic);
    CHECK(errors(planted.assign("lobby", "kiosks")).empty());  // what it inherits anyhow
    CHECK(errors(planted.unassign("kiosks")) == Codes{"topic_mismatch"});
    CHECK(planted.topic("kiosks") == other_topic);
    CHECK(errors(planted.unassign("kiosks", root_topic)) ==
          Codes{"topic_mismatch"});  // the current topic, not the next
    CHECK(errors(planted.unassign("kiosks", other_topic)).empty());
    CHECK(planted.topic("kiosks") == root_topic);
    CHECK(planted.topic("lobby") == other_topic);
    CHECK(errors(planted.assign("lobby", "default")) == Codes{"topic_mismatch"});
    CHECK(errors(planted.unassign("/")) == Codes{"topic_mismatch"});
}

TEST_CASE("the devices that follow are those below without a certificate of their own") {
    const Planted planted(GENERATE(from_range(engines())));
    planted.import_for("lobby", root_topic);
    planted.look("acme", [](store::Transaction& t, const store::Tenant& whose) {
        const Assignments assignments(t, whose);
        const auto followers = assignments.followers(assignments.tree().root());
        CHECK(followers.size() == 2);
        CHECK(followers.back()->name == "kiosks");
        return 0;
    });
}

TEST_CASE("a policy that carries what it would inherit is told of") {
    const Planted planted(GENERATE(from_range(engines())));
    planted.assign("kiosks", "default");
    planted.look("acme", [](store::Transaction& t, const store::Tenant& whose) {
        const auto findings = redundant_assignments(Assignments(t, whose), whose);
        REQUIRE(findings.size() == 1);
        CHECK(findings.front().where == "kiosks");
        return 0;
    });
    CHECK(errors(planted.unassign("kiosks")).empty());
}

TEST_CASE("a removed certificate keeps its devices bound") {
    const Planted planted(GENERATE(from_range(engines())));
    planted.by("acme", [](store::Change& c, const store::Tenant& whose) {
        auto held = certificate_meant(c.transaction(), whose, "");
        apns::remove(c, whose, held);
        return 0;
    });
    CHECK(planted.topic("lobby") == root_topic);
    CHECK(errors(planted.import_for("kiosks")) == Codes{"topic_mismatch"});
}

TEST_CASE("what was told from a console is completed by its file") {
    const Told told(GENERATE(from_range(engines())));
    const auto certificate = push_certificate({});
    CHECK_FALSE(completes(told.current("acme"), push_certificate({.topic = other_topic})));
    CHECK_FALSE(completes(told.current("acme"), push_certificate(renewed_certificate())));
    REQUIRE(completes(told.current("acme"), certificate));
    CHECK(told.complete({certificate, "push.pem"}).empty());
    CHECK(told.current("acme").current.serial == certificate.serial());
    CHECK_FALSE(told.current("acme").current.is_held());
    CHECK_FALSE(completes(told.current("acme"), certificate));
}

TEST_CASE("a file that comes with its key is held from then on, and one with another's key is refused") {
    const Told told(GENERATE(from_range(engines())));
    Download download{push_certificate({}), "push.pem"};
    download.keys.push_back(rsa_key("new customer"));
    CHECK(told.complete(download) == Codes{"key_mismatch"});
    CHECK_FALSE(told.current("acme").current.pem);
    download.keys.push_back(rsa_key("customer"));
    CHECK(told.complete(download).empty());
    CHECK(told.current("acme").current.is_held());
    store::Store store = told.store();
    CHECK(store::check_store(store).findings.empty());
}

TEST_CASE("a file completes what was told only if nothing stands against it") {
    const Told told(GENERATE(from_range(engines())));
    told.import("globex", {.topic = other_topic, .key = "globex"});
    CHECK(told.complete({push_certificate({.key = "globex"}), "push.pem"}) == Codes{"other_tenant"});
    CHECK(told.complete({push_certificate({}), "push.pem", {}, "jo@example.org"}) == Codes{"apple_account_mismatch"});
    CHECK(told.complete({push_certificate({.not_before = at("2026-04-01")}), "push.pem"}) == Codes{"not_yet_valid"});
    CHECK(told.complete({push_certificate({}), "push.pem"}, at("2027-02-01")) == Codes{"expired"});
    PushOptions pretend;
    pretend.push_extensions.emplace_back(oid::sandbox_mark);
    CHECK(told.complete({push_certificate(pretend), "push.pem"}) == Codes{"sandbox_certificate"});
    CHECK_FALSE(told.current("acme").current.pem);
}

TEST_CASE("a key that is staged for the next certificate says nothing against the one that was told") {
    const Told told(GENERATE(from_range(engines())));
    told.by("acme", [](store::Change& c, const store::Tenant& whose) {
        Request request{.tenant = whose.id, .name = "default", .csr = csr("new customer")};
        insert(c.transaction(), request, c.now());
        return 0;
    });
    CHECK(told.complete({push_certificate({}), "push.pem"}).empty());
}

TEST_CASE("a store from before several policies keeps who gets what") {
    const Ground ground(GENERATE(from_range(engines())));
    auto before = store::Rooms{store::own_room(), room()};
    for (store::Room& one : before)
        one.migrations.resize(1);
    store::Database database(ground.location(), store::Access::create);
    store::migrate(database, before);
    ground.sql(
        "insert into tenants (id, name, created_at) values ('t', 'acme', '2026-01-01T00:00:00Z');"
        "insert into policies (id, tenant, parent, name, created_at) values ('p', 't', null, '/', "
        "'2026-01-01T00:00:00Z');"
        "insert into apns_certificates (id, tenant, name, policy, apple_account, account_kind, current, created_at) "
        "values ('c', 't', 'default', 'p', 'a@example.org', 'unknown', 'v', '2026-01-01T00:00:00Z');"
        "insert into apns_versions (id, certificate, topic, not_after, imported_at) values ('v', 'c', "
        "'com.apple.mgmt.External.a', '2027-01-01T00:00:00Z', '2026-01-01T00:00:00Z');");
    store::migrate(database, {store::own_room(), room()});
    store::Transaction transaction(database, store::Transaction::Kind::reads);
    const auto held = held_certificates(transaction, "t");
    REQUIRE(held.size() == 1);
    CHECK(held.front().policies == std::vector<std::string>{"p"});
}
