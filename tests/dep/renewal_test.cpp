// SPDX-License-Identifier: Apache-2.0
#include "dep/renewal.hpp"

#include "catch.hpp"
#include "fakes/certificates.hpp"
#include "fakes/errors.hpp"

#include <functional>

using namespace mdm;
using namespace mdm::dep;
using namespace mdm::fakes;

namespace {

const Time december = at("2026-12-10T09:00:00Z");

/// A token that renews the current one in every respect; each test changes what matters to it.
RenewalQuestion renewal() {
    const Service service{.server_uuid = "9D0C",
                          .server_name = "Acme",
                          .org_id = "77",
                          .org_name = "Acme Ltd",
                          .admin_id = "jo@acme.example"};
    RenewalQuestion question;
    question.current = CurrentToken{
        "the server token of 'acme'",
        Version{
            .consumer_key = "CK_acme", .access_token_expiry = at("2026-12-20"), .secret = "id", .service = service}};
    question.candidate = {.file = "new.p7m", .consumer_key = "CK_acme", .expiry = at("2027-12-09"), .service = service};
    question.now = december;
    return question;
}

RenewalQuestion with(const std::function<void(RenewalQuestion&)>& change) {
    RenewalQuestion question = renewal();
    change(question);
    return question;
}

Finding error(ErrorCode code) { return {Severity::error, code, "found", "", ""}; }

RenewalQuestion that_found(std::vector<ErrorCode> some) {
    RenewalQuestion question = renewal();
    for (const ErrorCode code : some)
        question.found.push_back(error(code));
    return question;
}

std::string message(const RenewalQuestion& question) { return renewal_findings(question).at(0).message; }
std::string hint(const RenewalQuestion& question) { return renewal_findings(question).at(0).hint; }

const auto of_another_server = [](RenewalQuestion& q) {
    q.candidate.service.server_uuid = "AAAA";
    q.candidate.service.server_name = "Globex";
};
const auto of_another_organization = [](RenewalQuestion& q) {
    q.candidate.service.org_id = "88";
    q.candidate.service.org_name = "Globex Ltd";
};
const auto older = [](RenewalQuestion& q) { q.candidate.expiry = at("2026-12-19"); };
const auto ended = [](RenewalQuestion& q) {
    q.current->version.access_token_expiry = at("2026-11-01");
    q.candidate.expiry = at("2026-12-01");
};
const auto of_another_account = [](RenewalQuestion& q) { q.candidate.service.admin_id = "kim@acme.example"; };

}  // namespace

TEST_CASE("an end that a person told without a file is put in words of its own") {
    const auto told = [](RenewalQuestion& q) {
        ended(q);
        q.candidate.file.clear();
        q.candidate.expiry_told = true;
    };
    CHECK(message(with(told)) == "the server token ended on 2026-12-01T00:00:00Z, as was told");
    const auto older_and_told = [](RenewalQuestion& q) {
        older(q);
        q.candidate.file.clear();
    };
    CHECK_THAT(message(with(older_and_told)), Catch::StartsWith("what was told ends on 2026-12-19"));
}

TEST_CASE("nothing stands against a renewal, nor against the first token") {
    CHECK(renewal_findings(renewal()).empty());
    CHECK(renewal_findings(with([](RenewalQuestion& q) { q.current.reset(); })).empty());
    // The very same once more, and one that ends at the same moment.
    CHECK(renewal_findings(with([](RenewalQuestion& q) { q.candidate.expiry = at("2026-12-20"); })).empty());
}

TEST_CASE("each reason stands alone") {
    struct Reason {
        RenewalQuestion question;
        std::string code;
    };
    const std::vector<Reason> reasons{
        {with(of_another_server), "other_server"},
        {with(of_another_organization), "other_organization"},
        {with(older), "older_than_current"},
        {with(ended), "token_expired"},
        {that_found({ErrorCode::no_push_certificate}), "no_push_certificate"},
        {that_found({ErrorCode::not_for_our_key}), "not_for_our_key"},
        {that_found({ErrorCode::other_tenant}), "other_tenant"},
        {that_found({ErrorCode::token_superseded}), "token_superseded"},
        {that_found({ErrorCode::token_rejected}), "token_rejected"},
        {that_found({ErrorCode::terms_not_accepted}), "terms_not_accepted"},
        {that_found({ErrorCode::clock_skew}), "clock_skew"},
    };
    for (const Reason& reason : reasons) {
        INFO(reason.code);
        CHECK(codes(renewal_findings(reason.question)) == Codes{reason.code});
        CHECK(errors(renewal_findings(reason.question)) == Codes{reason.code});
    }
}

TEST_CASE("all reasons are listed, in the order of the contract, whoever found them, and remarks follow") {
    RenewalQuestion question = that_found(
        {ErrorCode::clock_skew, ErrorCode::token_rejected, ErrorCode::terms_not_accepted, ErrorCode::other_tenant,
         ErrorCode::not_for_this_server, ErrorCode::token_superseded, ErrorCode::no_push_certificate,
         ErrorCode::not_for_our_key, ErrorCode::push_certificate_expired, ErrorCode::token_exists});
    question.found.insert(question.found.begin(), {Severity::info, ErrorCode::expiry_estimated, "told", "", ""});
    question.found.push_back({Severity::error, ErrorCode::access_denied, "another of Apple's", "", ""});
    of_another_server(question);
    of_another_organization(question);
    of_another_account(question);
    question.now = at("2027-06-01");
    older(question);
    CHECK(codes(renewal_findings(question)) ==
          Codes{"token_exists", "no_push_certificate", "push_certificate_expired", "not_for_our_key",
                "not_for_this_server", "other_tenant", "other_server", "other_organization", "older_than_current",
                "token_expired", "token_superseded", "token_rejected", "terms_not_accepted", "clock_skew",
                "access_denied", "other_apple_account", "expiry_estimated"});
}

TEST_CASE("it is the same service by its UUID, whatever people have changed") {
    const auto question = with([](RenewalQuestion& q) {
        q.candidate.service.server_name = "Acme devices";
        q.candidate.service.org_name = "Acme Incorporated";
        q.candidate.service.org_type = "edu";
    });
    CHECK(renewal_findings(question).empty());
}

TEST_CASE("another service is refused by its UUID, though the consumer key is the same") {
    CHECK(message(with(of_another_server)) ==
          "'new.p7m' is a server token of the service 'Globex' (AAAA), not of the service 'Acme' (9D0C); devices, "
          "profiles and assignments stay with the server token of 'acme'");
    CHECK(hint(with(of_another_server)).find("--allow-other-server AAAA") != std::string::npos);
}

TEST_CASE("another consumer key of the same service is a warning") {
    const auto findings = renewal_findings(with([](RenewalQuestion& q) { q.candidate.consumer_key = "CK_new"; }));
    REQUIRE(codes(findings) == Codes{"consumer_key_changed"});
    CHECK(findings.front().severity == Severity::warning);
}

TEST_CASE("where one side does not know its UUID, the consumer key tells services apart") {
    const auto silent = [](RenewalQuestion& q) { q.candidate.service = {}; };  // --offline
    const auto never_asked = [](RenewalQuestion& q) { q.current->version.service = {}; };
    const auto other_key = [](RenewalQuestion& q) { q.candidate.consumer_key = "CK_globex"; };
    const auto not_known = [](RenewalQuestion& q) { q.current->version.consumer_key.reset(); };
    CHECK(renewal_findings(with(silent)).empty());
    CHECK(renewal_findings(with(never_asked)).empty());
    for (const auto& lacking : {std::function<void(RenewalQuestion&)>(silent), {never_asked}}) {
        auto question = with(lacking);
        other_key(question);
        CHECK(codes(renewal_findings(question)) == Codes{"other_server"});
        CHECK(message(question) ==
              "the consumer key of 'new.p7m' is CK_globex, and that of the server token of 'acme' is CK_acme; devices, "
              "profiles and assignments stay with the server token of 'acme'");
        not_known(question);
        CHECK(errors(renewal_findings(question)).empty());
    }
    // Where nothing is known of the current one's service nobody compared, and that is said.
    auto question = with(never_asked);
    not_known(question);
    CHECK(remarks(renewal_findings(question)) == Codes{"not_proven"});
    auto without_uuid = with([](RenewalQuestion& q) {
        q.current->version.service.server_uuid.clear();
        q.candidate.service.server_uuid.clear();
    });
    CHECK(renewal_findings(without_uuid).empty());
    of_another_organization(without_uuid);
    CHECK(codes(renewal_findings(without_uuid)) == Codes{"other_organization"});
}

TEST_CASE("a service that was made anew is taken by either UUID typed out, and by nothing else") {
    const auto allowing = [](const std::string& uuid) {
        return with([&](RenewalQuestion& q) {
            of_another_server(q);
            q.allowed_server = uuid;
        });
    };
    for (const char* uuid : {"AAAA", "9D0C"}) {
        const auto findings = renewal_findings(allowing(uuid));
        REQUIRE(codes(findings) == Codes{"other_server"});
        CHECK(findings.front().severity == Severity::warning);
    }
    for (const char* uuid : {"", "aaaa", "BBBB", "CK_acme", "Globex"})
        CHECK(errors(renewal_findings(allowing(uuid))) == Codes{"other_server"});
    // It goes past other_server alone, and needs Apple's answer.
    auto question = allowing("AAAA");
    of_another_organization(question);
    older(question);
    CHECK(errors(renewal_findings(question)) == Codes{"other_organization", "older_than_current"});
    question = allowing("AAAA");
    question.candidate.service = {};
    question.candidate.consumer_key = "CK_globex";
    CHECK(errors(renewal_findings(question)) == Codes{"other_server"});
}

TEST_CASE("a UUID that was typed out wrongly is said to be neither") {
    const auto question = with([](RenewalQuestion& q) {
        of_another_server(q);
        q.allowed_server = "BBBB";
    });
    CHECK(message(question).ends_with(", and --allow-other-server names BBBB, which is neither"));
}

TEST_CASE(
    "where Apple was never asked about the current one, the new one's UUID typed out goes past its consumer key") {
    auto question = with([](RenewalQuestion& q) {
        q.current->version.service = {};
        q.candidate.consumer_key = "CK_new";
    });
    CHECK(errors(renewal_findings(question)) == Codes{"other_server"});
    CHECK(hint(question).find("--allow-other-server 9D0C") != std::string::npos);
    question.allowed_server = "9D0C";
    CHECK(errors(renewal_findings(question)).empty());
    question.allowed_server = "CK_new";
    CHECK(errors(renewal_findings(question)) == Codes{"other_server"});
}

TEST_CASE("another organisation is named by both its names") {
    CHECK(message(with(of_another_organization)) ==
          "'new.p7m' is a server token of the organisation 'Globex Ltd' (88), not of 'Acme Ltd' (77)");
    const auto not_told = with([](RenewalQuestion& q) { q.candidate.service.org_id.clear(); });
    CHECK(renewal_findings(not_told).empty());
}

TEST_CASE("an older file is told by its end, with some slack where the current one's was reckoned") {
    CHECK(message(with(older)) ==
          "'new.p7m' ends on 2026-12-19T00:00:00Z, and the server token of 'acme' on 2026-12-20T00:00:00Z: it is an "
          "older file, whose token was ended by the newer one");
    const auto reckoned = [](const char* end) {
        return with([&](RenewalQuestion& q) {
            q.current->version.estimated = true;
            q.candidate.expiry = at(end);
        });
    };
    CHECK(renewal_findings(reckoned("2026-12-18")).empty());
    CHECK(codes(renewal_findings(reckoned("2026-12-17"))) == Codes{"older_than_current"});
}

TEST_CASE("an earlier end is a remark where Apple takes the token, and where a person corrects what was told") {
    const auto remarked = [](const RenewalQuestion& question) {
        return errors(renewal_findings(question)).empty() &&
               remarks(renewal_findings(question)) == Codes{"older_than_current"};
    };
    auto question = with(older);
    CHECK_FALSE(remarked(question));
    question.candidate.service.asked_at = december;
    CHECK(remarked(question));

    question = with(older);
    question.candidate.expiry_told = true;
    CHECK_FALSE(remarked(question));  // the current one's end was read, not told
    question.current->version.secret.reset();
    CHECK(remarked(question));
}

TEST_CASE("a token is over from the second behind its end") {
    const auto judged_at = [](const char* now) {
        return codes(renewal_findings(with([&](RenewalQuestion& q) {
            q.candidate.expiry = at("2026-12-25T12:00:00Z");
            q.now = at(now);
        })));
    };
    CHECK(judged_at("2026-12-25T12:00:00Z").empty());
    CHECK(judged_at("2026-12-25T12:00:01Z") == Codes{"token_expired"});
}

TEST_CASE("an end that is not known is judged by nobody") {
    CHECK(renewal_findings(with([](RenewalQuestion& q) { q.candidate.expiry.reset(); })).empty());
}

TEST_CASE("another Apple Account is a warning, and what a person said counts for more than what Apple says") {
    const auto findings = renewal_findings(with(of_another_account));
    REQUIRE(codes(findings) == Codes{"other_apple_account"});
    CHECK(findings.front().severity == Severity::warning);
    CHECK(findings.front().message ==
          "it was got with the Apple Account kim@acme.example, the one before with jo@acme.example");
    CHECK(renewal_findings(with([](RenewalQuestion& q) { q.candidate.service.admin_id = "JO@acme.example"; })).empty());
    CHECK(renewal_findings(with([](RenewalQuestion& q) { q.candidate.service.admin_id.clear(); })).empty());
    const auto said = with([](RenewalQuestion& q) {
        of_another_account(q);
        q.candidate.apple_account = "jo@acme.example";
    });
    CHECK(renewal_findings(said).empty());
    const auto said_before = with([](RenewalQuestion& q) { q.current->apple_account = "kim@acme.example"; });
    CHECK(codes(renewal_findings(said_before)) == Codes{"other_apple_account"});
}
