// SPDX-License-Identifier: Apache-2.0
#include "dep/judgement.hpp"

#include "catch.hpp"
#include "crypto/digest.hpp"
#include "fakes/held_server_tokens.hpp"

using namespace mdm;
using namespace mdm::dep;
using namespace mdm::fakes;

namespace {

using Lines = std::vector<std::string>;

Judgement judged(const TokenHolding& holding, const std::string& tenant, const Download& download, Time now) {
    return holding.look(tenant, [&](store::Transaction& t, const store::Tenant& whose) {
        return judge_renewal(t, whose, token_meant(t, whose, ""), download, now);
    });
}

Codes import_errors(const TokenHolding& holding, const std::string& tenant, const Download& download,
                    const ImportOrder& order) {
    return errors(holding.import(tenant, download, order));
}

/// Made for the key of another tenant.
Download for_the_key_of(const TokenHolding& holding, const std::string& key_of, const std::string& tenant) {
    return holding.download_of(tenant, made_for(holding.keys(key_of).front().certificate, token_message()), {});
}

ImportOrder named(const std::string& name) {
    ImportOrder order = without_apns;
    order.name = name;
    return order;
}

const ImportOrder with_apns{};

}  // namespace

TEST_CASE("the token in use is recognised when it comes once more, and nothing stands against it") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import("acme", holding.download("acme"));
    const Download again = holding.download("acme");
    CHECK(judged(holding, "acme", again, renewal_day).current);
    CHECK(judged(holding, "acme", again, renewal_day).findings.empty());
    CHECK(import_errors(holding, "acme", again, with_apns).empty());
    const auto import_again = holding.look("acme", [&](store::Transaction& t, const store::Tenant& whose) {
        return judge_import(t, whose, with_apns, again, renewal_day);
    });
    CHECK(import_again.current);
    CHECK(import_again.findings.empty());
    CHECK_FALSE(judged(holding, "acme", holding.download("acme", second_token), renewal_day).current);

    holding.renew("acme", holding.download("acme", second_token));
    CHECK_FALSE(judged(holding, "acme", again, renewal_day).current);
}

TEST_CASE("import takes no token's place, whatever else is to be said") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import("acme", holding.download("acme"));
    CHECK(import_errors(holding, "acme", holding.download("acme", second_token), with_apns) == Codes{"token_exists"});
    CHECK(import_errors(holding, "acme",
                        holding.download("acme", {.access_token = "AT_old", .expiry = "2026-11-11"}, unproven()),
                        without_apns) == Codes{"token_exists", "older_than_current"});
    CHECK(import_errors(holding, "acme", holding.download("acme", globex_token, proven(globex_account)),
                        without_apns) == Codes{"token_exists", "other_server", "other_organization"});
    CHECK(import_errors(holding, "acme", told("2027-12-20"), without_apns) == Codes{"token_exists"});
    CHECK(holding.current("acme").current.access_token_sha256 == crypto::sha256_hex("AT_first"));
    CHECK(holding.events("acme") == Lines{"import"});
}

TEST_CASE("a token that was removed keeps its name and its service from another import") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import("acme", holding.download("acme"));
    holding.remove("acme");
    const auto findings = holding.import("acme", holding.download("acme", second_token), with_apns);
    CHECK(errors(findings) == Codes{"token_exists"});
    CHECK(findings.front().message.find("was removed") != std::string::npos);
    CHECK(import_errors(holding, "acme", holding.download("acme", second_token), named("lab")) ==
          Codes{"token_exists"});
    // The very same is no longer in use.
    CHECK(import_errors(holding, "acme", holding.download("acme"), with_apns) == Codes{"token_exists"});
}

TEST_CASE("a second token of a tenant is one of another service, under another name") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import("acme", holding.download("acme"));
    const TokenOptions of_lab{.consumer_key = "CK_lab", .access_token = "AT_lab"};
    const auto lab = proven({.server_uuid = "1AB0", .server_name = "Lab"});
    CHECK(import_errors(holding, "acme", holding.download("acme", second_token), named("lab")) ==
          Codes{"token_exists"});
    CHECK(import_errors(holding, "acme", holding.download("acme", second_token, unproven()), named("lab")) ==
          Codes{"token_exists"});
    CHECK(import_errors(holding, "acme", holding.download("acme", of_lab, lab), named("lab")).empty());
    CHECK(holding.current("acme").name == "default");
    CHECK(holding.current("acme", "lab").current.service.server_uuid == "1AB0");
    // And each renews its own alone.
    const TokenOptions of_lab_again{.consumer_key = "CK_lab", .access_token = "AT_lab2", .expiry = "2027-12-20"};
    const auto findings = holding.renew("acme", holding.download("acme", of_lab_again, lab));
    CHECK(errors(findings) == Codes{"other_server"});
    CHECK(ended(findings) == Lines{"acme/lab"});
    CHECK(errors(holding.renew("acme", holding.download("acme", of_lab_again, lab), renewal_day, "lab")).empty());
}

TEST_CASE("no two names of a tenant come to be of one service") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    const auto lab = proven({.server_uuid = "1AB0", .server_name = "Lab"});
    const TokenOptions of_lab{.consumer_key = "CK_lab", .access_token = "AT_lab"};
    const TokenOptions of_lab_again{.consumer_key = "CK_lab", .access_token = "AT_lab2", .expiry = "2027-12-20"};
    holding.import("acme", holding.download("acme", of_lab, lab), named("lab"));
    const auto expect_refused = [&](const Download& download) {
        const auto findings = holding.renew("acme", download, renewal_day, "default");
        REQUIRE(errors(findings) == Codes{"token_exists"});
        CHECK(findings.front().hint == "--name 'lab' is which it renews");
    };
    SECTION("where nothing is known of the other's service") {
        holding.import("acme", told("2027-01-14"), named("default"));
        expect_refused(holding.download("acme", of_lab_again, lab));
        expect_refused(holding.download("acme", of_lab_again, unproven()));
    }
    SECTION("where another server is allowed") {
        holding.import("acme", holding.download("acme"), named("default"));
        Download allowed = holding.download("acme", of_lab_again, lab);
        allowed.allowed_server = "1AB0";
        expect_refused(allowed);
    }
}

TEST_CASE("a service's first token wants a push certificate, its renewal does not") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    const auto ask = [&] {
        return holding.look("acme", [&](store::Transaction& t, const store::Tenant& whose) {
            return errors(judge_import(t, whose, with_apns, holding.download("acme"), some_day).findings);
        });
    };
    CHECK(ask() == Codes{"no_push_certificate"});
    holding.put_push_certificate("globex", "2027-01-01");
    CHECK(ask() == Codes{"no_push_certificate"});
    holding.put_push_certificate("acme", "2026-02-01");
    CHECK(ask() == Codes{"push_certificate_expired"});
    holding.put_push_certificate("acme", "2027-01-01", "tracked", "kiosks");
    CHECK(ask().empty());
    CHECK(import_errors(holding, "acme", holding.download("acme"), with_apns).empty());
    CHECK(errors(holding.renew("acme", holding.download("acme", second_token), at("2027-01-10"))).empty());
    CHECK(
        import_errors(holding, "globex", holding.download("globex", globex_token, proven(globex_account)), without_apns)
            .empty());
}

TEST_CASE("the lack of a push certificate is listed before what is wrong with the token, and all of it is") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import("globex", holding.download("globex", globex_token, proven(globex_account)));
    CHECK(import_errors(holding, "acme", for_the_key_of(holding, "globex", "acme"), with_apns) ==
          Codes{"no_push_certificate", "other_tenant"});
    CHECK(import_errors(holding, "acme",
                        holding.download("acme", {.consumer_key = "CK_globex", .expiry = "2026-02-01"},
                                         refused_with(ErrorCode::token_rejected)),
                        with_apns) == Codes{"no_push_certificate", "other_tenant", "token_expired", "token_rejected"});
}

TEST_CASE("what Apple says against a token keeps it from becoming current") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import("acme", holding.download("acme"));
    for (const ErrorCode code : {ErrorCode::token_superseded, ErrorCode::token_rejected, ErrorCode::terms_not_accepted,
                                 ErrorCode::clock_skew, ErrorCode::access_denied}) {
        INFO(name(code));
        CHECK(errors(holding.renew("acme", holding.download("acme", second_token, refused_with(code)))) ==
              Codes{std::string(name(code))});
    }
    CHECK(holding.events("acme") == Lines{"import"});
    // Offline nobody says anything, and that is a remark.
    const auto findings = holding.renew("acme", holding.download("acme", second_token, unproven()));
    CHECK(codes(findings) == Codes{"not_proven"});
    CHECK(holding.opened("acme").access_token.reveal() == "AT_second");
}

TEST_CASE("another service, organisation or an older file changes nothing") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import("acme", holding.download("acme"));
    const auto before = holding.current("acme").current.id;
    CHECK(errors(holding.renew("acme", holding.download("acme", second_token, proven({.server_uuid = "FFFF"})))) ==
          Codes{"other_server"});
    CHECK(errors(holding.renew("acme", holding.download("acme", second_token, proven({.org_id = "99"})))) ==
          Codes{"other_organization"});
    CHECK(errors(holding.renew("acme", holding.download("acme", {.access_token = "AT_old", .expiry = "2027-01-10"},
                                                        unproven()))) == Codes{"older_than_current"});
    CHECK(errors(holding.renew(
              "acme", holding.download("acme", {.consumer_key = "CK_x", .access_token = "AT_x", .expiry = "2027-12-20"},
                                       unproven()))) == Codes{"other_server"});
    CHECK(holding.current("acme").current.id == before);
}

TEST_CASE("a token of a service that another tenant has is that tenant's, by UUID or consumer key") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import("acme", holding.download("acme"));
    const auto by_uuid = holding.import(
        "globex",
        holding.download("globex", {.consumer_key = "CK_new", .access_token = "AT_new", .expiry = "2027-02-01"}));
    CHECK(errors(by_uuid) == Codes{"other_tenant"});
    CHECK(by_uuid.front().message ==
          "'token.p7m' is a token of the same service as the server token of 'acme', not one of 'globex'");
    CHECK(ended(by_uuid) == Lines{"acme/default"});
    const auto by_key = holding.import("globex", holding.download("globex", second_token, unproven()));
    CHECK(errors(by_key) == Codes{"other_tenant"});
    CHECK(ended(by_key) == Lines{"acme/default"});
    // A service may move to another tenant when the first has given it up.
    holding.remove("acme");
    const auto given_up = holding.import("globex", holding.download("globex", second_token));
    CHECK(errors(given_up).empty());
    CHECK(remarks(given_up) == Codes{"other_tenant"});
}

TEST_CASE("what a person told of an end a person may correct, and a file's name may not") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import("acme", told("2027-12-24"));
    Download reckoned = told("2027-12-14");
    reckoned.told->estimated = true;
    CHECK(errors(holding.renew("acme", reckoned)) == Codes{"older_than_current"});
    const auto corrected = holding.renew("acme", told("2027-12-14"));
    CHECK(errors(corrected).empty());
    CHECK(remarks(corrected) == Codes{"older_than_current"});
    CHECK(holding.current("acme").current.access_token_expiry == at("2027-12-14"));
}
