// SPDX-License-Identifier: Apache-2.0
#include "apns/push_certificate.hpp"

#include "catch.hpp"
#include "fakes/certificates.hpp"
#include "fakes/errors.hpp"

using namespace mdm;
using namespace mdm::apns;
using namespace mdm::fakes;

namespace {

const Time june = at("2026-06-01");

std::vector<Finding> judge(const PushOptions& o, Time now = june) {
    return push_certificate_findings(push_certificate(o), "push.pem", now);
}

}  // namespace

TEST_CASE("a push certificate as Apple issues it has its topic and nothing against it") {
    CHECK(push_topic(push_certificate()) == std::string(some_topic));
    CHECK(judge({}).empty());
}

TEST_CASE("the topic is the UID, whatever the common name says") {
    using namespace crypto;
    const CertificateDraft draft{
        .subject = subject({{"CN", "APSP:17a16429-886b-41f1-8c90-3bd02ae9fc57"},
                            {"UID", "com.apple.mgmt.External.18a16429-886b-41f1-9c30-2bd04ae4fc37"}}),
        .serial = "01",
        .not_before = at("2026-01-01"),
        .not_after = at("2027-01-01"),
        .extensions = {}};
    CHECK(push_topic(self_sign(draft, rsa_key())) == "com.apple.mgmt.External.18a16429-886b-41f1-9c30-2bd04ae4fc37");
}

TEST_CASE("why a certificate is no push certificate") {
    const auto [topic, marked, code] = GENERATE(table<std::string, bool, std::string>({
        {"", true, "no_topic"},
        {"com.example.app", true, "app_push_certificate"},
        {"com.example.app", false, "topic_not_mdm"},
        {"com.apple.mgmt.", true, "app_push_certificate"},
        {"com.apple.mgmtExternal.1111", false, "topic_not_mdm"},
        {"COM.APPLE.MGMT.External.1111", false, "topic_not_mdm"},
    }));
    CAPTURE(topic);
    const auto extensions = marked ? std::vector<std::string>{std::string(oid::production_push)} : Codes{};
    CHECK(errors(judge({.topic = topic, .push_extensions = extensions})) == Codes{code});
}

TEST_CASE("the end is remarked on from 30 days before it, and never as an error") {
    CHECK(remarks(judge({}, at("2026-12-01"))).empty());
    CHECK(remarks(judge({}, at("2026-12-02"))) == Codes{"expiring"});
    CHECK(remarks(judge({}, at("2027-01-01T00:00:00Z"))) == Codes{"expiring"});
    CHECK(remarks(judge({}, at("2027-01-01T00:00:01Z"))) == Codes{"expired"});
    CHECK(remarks(judge({}, at("2025-12-31"))) == Codes{"not_yet_valid"});
    CHECK(errors(judge({}, at("2027-01-02"))).empty());
}

TEST_CASE("what Apple's certificates have and this one lacks is a warning") {
    CHECK(remarks(judge({.client_auth = false})) == Codes{"no_client_auth"});
    CHECK(remarks(judge({.push_extensions = {}})) == Codes{"no_push_extension"});
    CHECK(remarks(judge({.not_after = at("2036-01-01")})) == Codes{"unusual_validity"});
    CHECK(remarks(judge({.issuer = &apple_root()})).empty());
    const Authority stranger = root({.name = subject({{"O", "Somebody Else"}}), .key = "stranger"});
    CHECK(remarks(judge({.issuer = &stranger})) == Codes{"issuer_not_apple"});
}

TEST_CASE("a certificate of the pretend portal says so, and is not blamed for its issuer") {
    const Authority stranger = root({.name = subject({{"O", "mdmctl sandbox"}}), .key = "stranger"});
    const auto findings = judge(
        {.push_extensions = {std::string(oid::production_push), std::string(oid::sandbox_mark)}, .issuer = &stranger});
    CHECK(remarks(findings) == Codes{"sandbox_certificate"});
}
