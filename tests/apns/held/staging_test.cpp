// SPDX-License-Identifier: Apache-2.0
#include "apns/staging.hpp"

#include "catch.hpp"
#include "fakes/held_certificates.hpp"
#include "store/intents.hpp"
#include "store/private_keys.hpp"

using namespace mdm;
using namespace mdm::apns;
using namespace mdm::fakes;

namespace {

StagedCsr stage(const Holding& holding, const CsrOrder& order, std::string_view tenant = "acme") {
    return holding.by(tenant, [&](store::Change& c, const store::Tenant& whose) { return stage_csr(c, whose, order); });
}

void deliver(const Holding& holding, const StagedCsr& staged) {
    store::Store store = holding.store();
    store::close_intent(store, staged.intent, "delivered", some_day);
}

const CsrOrder first{.name = "default",
                     .subject = {.common_name = "Acme", .email = "mdm@example.org", .country = "FR"}};
const CsrOrder later{.name = "default"};

}  // namespace

TEST_CASE("the first CSR needs a common name, and later the last subject stands") {
    const Holding holding(GENERATE(from_range(engines())));
    CHECK(code_of([&] { return stage(holding, later).request.id; }) == "bad_usage");
    const StagedCsr staged = stage(holding, first);
    CHECK(staged.request.csr.self_signature_valid());
    CHECK(staged.request.csr.public_key().is_rsa_2048());
    deliver(holding, staged);
    const StagedCsr second = stage(holding, later);
    CHECK(second.request.csr.subject().to_string() == staged.request.csr.subject().to_string());
    deliver(holding, second);
    const CsrOrder changed{.name = "default", .subject = {.common_name = "Acme GmbH"}};
    CHECK(stage(holding, changed).request.csr.subject().to_string() ==
          "C=FR, CN=Acme GmbH, emailAddress=mdm@example.org");
}

TEST_CASE("a staged key stands beside every other, and an open request is named") {
    const Holding holding(GENERATE(from_range(engines())));
    const StagedCsr one = stage(holding, first);
    deliver(holding, one);
    const StagedCsr two = stage(holding, later);
    CHECK(one.findings.empty());
    CHECK(remarks(two.findings) == Codes{"request_open"});
    CHECK(one.request.csr.public_key() != two.request.csr.public_key());
    CHECK(holding.look("acme", [](store::Transaction& t, const store::Tenant& whose) {
        return requests(t, whose.id).size();
    }) == 2);
}

TEST_CASE("a CSR that was staged and not delivered is given back, with no second key") {
    const Holding holding(GENERATE(from_range(engines())));
    const StagedCsr killed = stage(holding, first);
    const StagedCsr again = stage(holding, first);
    CHECK(again.again);
    CHECK(again.request.id == killed.request.id);
    CHECK(again.request.csr.der() == killed.request.csr.der());
    deliver(holding, again);
    CHECK_FALSE(stage(holding, first).again);
}

TEST_CASE("dropping a request destroys its key, unless a certificate is held with it") {
    const Holding holding(GENERATE(from_range(engines())));
    const StagedCsr staged = stage(holding, first);
    const auto secrets = [&] { return holding.store().info().secrets; };
    const auto before = secrets();
    const auto drop = [&](const std::string& id) {
        holding.by("acme", [&](store::Change& c, const store::Tenant& whose) { return drop_request(c, whose, id).id; });
    };
    CHECK(code_of([&] {
              drop("0000");
              return 0;
          }) == "no_such_request");
    drop(staged.request.id.substr(0, 8));
    CHECK(secrets() == before - 1);

    holding.import("acme", {});
    const StagedCsr reused = stage(holding, {.name = "default", .reuse_key = true});
    CHECK(reused.request.key_secret == holding.current("acme").current.key_secret);
    const auto with_key = secrets();
    drop(reused.request.id);
    CHECK(secrets() == with_key);
}

TEST_CASE("a staged key becomes the certificate's, and its request is used up") {
    const Holding holding(GENERATE(from_range(engines())));
    const StagedCsr staged = stage(holding, first);
    const auto secret = *staged.request.key_secret;
    const auto key = holding.by("acme", [&](store::Change& c, const store::Tenant&) {
        return store::open_private_key(c.transaction(), c.key(), secret);
    });
    const Authority& issuer = apple_application_integration();
    const auto certificate = crypto::issue({.subject = subject({{"UID", std::string(some_topic)}}),
                                            .not_before = at("2026-01-01"),
                                            .not_after = at("2027-01-01")},
                                           key.public_key(), issuer.certificate, issuer.key);
    const ImportOrder order{.apple_account = "mdm@example.org", .download = Download{certificate, "push.pem"}};
    holding.by("acme", [&](store::Change& c, const store::Tenant& whose) {
        auto judged = judge_import(c.transaction(), whose, order, c.now());
        REQUIRE(errors(judged.findings).empty());
        return import(c, whose, order, judged).id;
    });
    CHECK(holding.current("acme").current.key_secret == secret);
    CHECK(holding.look(
        "acme", [](store::Transaction& t, const store::Tenant& whose) { return requests(t, whose.id).empty(); }));
}

TEST_CASE("a CSR whose key is another tenant's is not registered") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {});
    CHECK(code_of([&] {
              return holding.by("globex", [](store::Change& c, const store::Tenant& whose) {
                  return register_csr(c, whose, usual_name, csr("customer"), "vendor.csr").id;
              });
          }) == "other_tenant");
}
