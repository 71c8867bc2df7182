// SPDX-License-Identifier: Apache-2.0
#include "apns/renewal.hpp"

#include "catch.hpp"
#include "fakes/certificates.hpp"
#include "fakes/errors.hpp"

using namespace mdm;
using namespace mdm::apns;
using namespace mdm::fakes;

namespace {

const std::string other_topic = "com.apple.mgmt.External.99999999-2222-4333-8444-555555555555";
const Time mid_december = at("2026-12-15");

PushCertificate current() {
    return *as_push_certificate(push_certificate({.not_before = at("2026-01-01"), .not_after = at("2027-01-01")}));
}

PushOptions renewed() { return {.not_before = at("2026-12-01"), .not_after = at("2027-12-01"), .key = "new customer"}; }

std::vector<Finding> judge(const PushCertificate& now_current, const crypto::Certificate& candidate,
                           Time now = mid_december, std::optional<std::vector<crypto::PublicKey>> keys = {}) {
    return renewal_findings({.current = as_current(now_current, "'old.pem'"),
                             .candidate = {candidate, "new.pem"},
                             .keys = std::move(keys),
                             .rehearsal = is_sandbox(now_current.certificate),
                             .now = now});
}

}  // namespace

TEST_CASE("a later certificate with the same topic and another key is a renewal") {
    const auto findings = judge(current(), push_certificate(renewed()));
    CHECK(errors(findings).empty());
    CHECK(remarks(findings) == Codes{"key_changed"});
}

TEST_CASE("a certificate with another topic does not renew the current one, and both topics are named") {
    auto options = renewed();
    options.topic = other_topic;
    const auto findings = judge(current(), push_certificate(options));
    CHECK(errors(findings) == Codes{"topic_mismatch"});
    CHECK(findings.front().message.find(other_topic) != std::string::npos);
    CHECK(findings.front().message.find(some_topic) != std::string::npos);
    CHECK(findings.front().hint.find("Renew") != std::string::npos);
}

TEST_CASE("every reason is listed, in the order of the contract") {
    auto options = renewed();
    options.topic = other_topic;
    options.not_before = at("2024-01-01");
    options.not_after = at("2025-01-01");
    const auto findings =
        judge(current(), push_certificate(options), mid_december, std::vector{rsa_key("a third key").public_key()});
    CHECK(errors(findings) == Codes{"topic_mismatch", "key_mismatch", "expired", "older_than_current"});
}

TEST_CASE("what is no push certificate is judged by its dates all the same") {
    auto options = renewed();
    options.topic = GENERATE(std::string(""), std::string("com.example.app"), std::string("com.apple.mgmt."));
    options.not_after = at("2026-12-10");
    CHECK(errors(judge(current(), push_certificate(options))) ==
          Codes{"not_a_push_certificate", "expired", "older_than_current"});
}

TEST_CASE("the current certificate is no renewal of itself") {
    const auto now_current = current();
    CHECK(errors(judge(now_current, now_current.certificate)) == Codes{"same_certificate"});
}

TEST_CASE("an expired current certificate is renewed like any other") {
    CHECK(errors(judge(current(), push_certificate(renewed()), at("2027-06-01"))).empty());
}

TEST_CASE("expired and not yet valid begin with the second beside the date") {
    const auto candidate = push_certificate(renewed());
    CHECK(errors(judge(current(), candidate, at("2027-12-01T00:00:00Z"))).empty());
    CHECK(errors(judge(current(), candidate, at("2027-12-01T00:00:01Z"))) == Codes{"expired"});
    CHECK(errors(judge(current(), candidate, at("2026-12-01T00:00:00Z"))).empty());
    CHECK(errors(judge(current(), candidate, at("2026-11-30T23:59:59Z"))) == Codes{"not_yet_valid"});
}

TEST_CASE("an earlier download of the same topic is older than the current one") {
    auto options = renewed();
    options.not_before = at("2025-01-01");
    options.not_after = at("2026-12-31");
    CHECK(errors(judge(current(), push_certificate(options))) == Codes{"older_than_current"});
}

TEST_CASE("the key is judged where one is given, and any of several may fit") {
    const auto candidate = push_certificate(renewed());
    const auto right = rsa_key("new customer").public_key();
    const auto wrong = rsa_key("a third key").public_key();
    CHECK(judge(current(), candidate, mid_december, std::vector{right}).empty());
    CHECK(judge(current(), candidate, mid_december, std::vector{wrong, right}).empty());
    CHECK(errors(judge(current(), candidate, mid_december, std::vector{wrong})) == Codes{"key_mismatch"});
}

TEST_CASE("a certificate of the pretend portal does not take the place of a genuine one") {
    auto options = renewed();
    options.push_extensions.emplace_back(oid::sandbox_mark);
    const auto pretend = push_certificate(options);
    CHECK(errors(judge(current(), pretend)) == Codes{"sandbox_certificate"});

    auto before = PushOptions{};
    before.push_extensions.emplace_back(oid::sandbox_mark);
    CHECK(errors(judge(*as_push_certificate(push_certificate(before)), pretend)).empty());
}

TEST_CASE("another tenant's, another account's and no key at all are refused in the order of the contract") {
    const auto candidate = push_certificate(renewed());
    auto now_current = as_current(current(), "the current one");
    now_current.apple_account = "mdm@example.org";
    const auto judged = [&](std::string account) {
        return renewal_findings({.current = now_current,
                                 .candidate = {candidate, "new.pem", std::move(account)},
                                 .keys = std::vector<crypto::PublicKey>{},
                                 .other_tenant = Finding{Severity::error, ErrorCode::other_tenant, "globex", "", ""},
                                 .now = mid_december});
    };
    CHECK(errors(judged("jo@example.org")) == Codes{"other_tenant", "key_mismatch", "apple_account_mismatch"});
    CHECK(errors(judged("MDM@Example.org")) == Codes{"other_tenant", "key_mismatch"});
    CHECK(errors(judged("")) == Codes{"other_tenant", "key_mismatch"});
}

TEST_CASE("a topic is given up by typing it out, and nothing else is passed by that") {
    auto options = renewed();
    options.topic = other_topic;
    const auto candidate = push_certificate(options);
    const auto judged = [&](std::string typed, Time now) {
        return renewal_findings({.current = as_current(current(), "'old.pem'"),
                                 .candidate = {candidate, "new.pem"},
                                 .replaced_topic = std::move(typed),
                                 .now = now});
    };
    CHECK(errors(judged(std::string(some_topic), mid_december)).empty());
    CHECK(remarks(judged(std::string(some_topic), mid_december)) == Codes{"topic_mismatch", "key_changed"});
    CHECK(errors(judged(other_topic, mid_december)) == Codes{"topic_mismatch"});
    CHECK(errors(judged(std::string(some_topic), at("2028-01-01"))) == Codes{"expired"});
}

TEST_CASE("of a certificate that another server holds, what its console shows is enough to judge a renewal") {
    const CurrentCertificate told{
        .name = "acme's", .topic = std::string(some_topic), .not_after = at("2027-01-01"), .serial = "0A0B"};
    const auto judged = [&](const PushOptions& options) {
        const auto candidate = push_certificate(options);
        return errors(renewal_findings({.current = told, .candidate = {candidate, "new.pem"}, .now = mid_december}));
    };
    CHECK(judged(renewed()).empty());
    auto other = renewed();
    other.topic = other_topic;
    CHECK(judged(other) == Codes{"topic_mismatch"});
    CHECK(judged({.not_after = at("2026-12-31")}) == Codes{"older_than_current"});
    CHECK(judged({.not_after = at("2027-01-01"), .serial = "0A0B"}) == Codes{"same_certificate"});
}

TEST_CASE("the first certificate is judged by all that needs no other") {
    auto options = renewed();
    options.not_after = at("2026-12-10");
    const auto candidate = push_certificate(options);
    CHECK(errors(renewal_findings({.current = std::nullopt,
                                   .candidate = {candidate, "new.pem"},
                                   .keys = std::vector{rsa_key("a third key").public_key()},
                                   .now = mid_december})) == Codes{"key_mismatch", "expired"});
}

TEST_CASE("a copy of the current certificate in which a bit was changed is no renewal") {
    const auto now_current = current();
    std::string der = now_current.certificate.der();
    der.back() = static_cast<char>(der.back() ^ 1);  // in the signature
    const auto findings = judge(now_current, crypto::Certificate::from_der(der));
    CHECK(errors(findings) == Codes{"same_certificate"});
    CHECK(findings.front().message.find("changed") != std::string::npos);
}

TEST_CASE("a renewal ends later: the same end under another serial is none") {
    auto options = renewed();
    options.not_after = at("2027-01-01");
    CHECK(errors(judge(current(), push_certificate(options))) == Codes{"older_than_current"});
}

TEST_CASE("what is unlike Apple's is said of a renewal, too") {
    auto options = renewed();
    options.client_auth = false;
    options.push_extensions.clear();
    CHECK(remarks(judge(current(), push_certificate(options))) ==
          Codes{"key_changed", "no_push_extension", "no_client_auth"});
}
