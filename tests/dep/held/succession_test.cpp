// SPDX-License-Identifier: Apache-2.0
#include "dep/succession.hpp"

#include "catch.hpp"
#include "crypto/digest.hpp"
#include "dep/answer.hpp"
#include "fakes/held_server_tokens.hpp"
#include "store/check.hpp"

#include <algorithm>

using namespace mdm;
using namespace mdm::dep;
using namespace mdm::fakes;

namespace {

using Lines = std::vector<std::string>;

/// Whose tokens are dead by now, as a refusal says: "acme/default", a file, or empty: a service that is not here.
Lines ended(const std::vector<Finding>& findings) {
    Lines all;
    for (const Finding& finding : findings)
        if (finding.code == ErrorCode::token_ended)
            all.push_back(finding.where);
    return all;
}

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
Download for_the_key_of(const TokenHolding& holding, const std::string& key_of, const std::string& tenant,
                        const TokenOptions& token = {}) {
    return holding.download_of(tenant, made_for(holding.keys(key_of).front().certificate, token_message(token)), {});
}

ImportOrder named(const std::string& name) {
    ImportOrder order = without_apns;
    order.name = name;
    return order;
}

const ImportOrder with_apns{};

}  // namespace

TEST_CASE("a token is imported and renewed, and every one of them stays") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    CHECK(holding.import("acme", holding.download("acme")).empty());
    const HeldToken first = holding.current("acme");
    CHECK(first.name == "default");
    CHECK(first.origin == "https://mdmenrollment.apple.com");
    CHECK(first.current.consumer_key == "CK_acme");
    CHECK(first.current.access_token_sha256 == crypto::sha256_hex("AT_first"));
    CHECK(first.current.service.server_uuid == "9D0C");
    CHECK(first.current.service.asked_at == some_day);
    CHECK(first.account() == "jo@acme.example");
    CHECK(first.standing == Standing::good);

    CHECK(holding.renew("acme", holding.download("acme", second_token)).empty());
    const HeldToken second = holding.current("acme");
    CHECK(second.id == first.id);
    CHECK(second.current.id != first.current.id);
    CHECK(second.current.secret != first.current.secret);
    CHECK(second.current.access_token_expiry == at("2027-12-20"));
    CHECK(holding.opened("acme").access_token.reveal() == "AT_second");
    CHECK(holding.events("acme") == Lines{"import", "renew"});
    CHECK(holding.look("acme",
                       [&](store::Transaction& t, const store::Tenant&) { return versions(t, first.id).size(); }) == 2);
    store::Store store = holding.store();
    CHECK(store::check_store(store).findings.empty());
}

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
    CHECK(errors(findings) == Codes{"token_exists", "other_server"});
    CHECK(findings.front().hint == "--name 'lab' is which it renews");
    CHECK(ended(findings) == Lines{"acme/lab"});
    CHECK(errors(holding.renew("acme", holding.download("acme", of_lab_again, lab), renewal_day, "lab")).empty());
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

TEST_CASE("a service that was made anew takes the place of the one before, and history says so") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import("acme", holding.download("acme"));
    Download download = holding.download("acme", second_token, proven({.server_uuid = "FFFF"}));
    download.allowed_server = "FFFF";
    const auto findings = holding.renew("acme", download);
    CHECK(errors(findings).empty());
    CHECK(remarks(findings) == Codes{"other_server"});
    CHECK(holding.current("acme").current.service.server_uuid == "FFFF");
    CHECK(holding.events("acme") == Lines{"import", "replace"});
}

TEST_CASE("a token of a service that another tenant has is that tenant's, by UUID or consumer key") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import("acme", holding.download("acme"));
    const auto by_uuid = holding.import(
        "globex", holding.download("globex", {.consumer_key = "CK_new", .access_token = "AT_second"}), without_apns);
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

TEST_CASE("another Apple Account is a warning, and is written down") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import("acme", holding.download("acme"));
    CHECK(holding.lines("acme").front().account == "jo@acme.example");
    const auto findings =
        holding.renew("acme", holding.download("acme", second_token, proven({.admin_id = "kim@acme.example"})));
    CHECK(codes(findings) == Codes{"other_apple_account"});
    CHECK(holding.current("acme").account() == "kim@acme.example");
    CHECK(holding.lines("acme").front().account == "kim@acme.example");

    Download said = holding.download("acme", {.access_token = "AT_third", .expiry = "2027-12-21"},
                                     proven({.admin_id = "kim@acme.example"}));
    said.apple_account = "it@acme.example";
    CHECK(codes(holding.renew("acme", said)) == Codes{"other_apple_account"});
    CHECK(holding.current("acme").account() == "it@acme.example");
    // What a person said of one token says nothing of the next.
    CHECK(
        codes(holding.renew("acme", holding.download("acme", {.access_token = "AT_fourth", .expiry = "2027-12-22"}))) ==
        Codes{"other_apple_account"});
    CHECK(holding.current("acme").account() == "jo@acme.example");
    // But where Apple says nothing it is all there is.
    Download told_again = holding.download("acme", {.access_token = "AT_5", .expiry = "2027-12-23"}, unproven());
    told_again.apple_account = "it@acme.example";
    holding.renew("acme", told_again);
    holding.renew("acme", holding.download("acme", {.access_token = "AT_6", .expiry = "2027-12-24"}, unproven()));
    CHECK(holding.current("acme").account() == "it@acme.example");
}

TEST_CASE("a refusal says that the file's own token is dead where a newer one is known") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import("acme", holding.download("acme"));
    holding.renew("acme", holding.download("acme", second_token));
    const auto older = holding.renew("acme", holding.download("acme", {}, unproven()));
    CHECK(errors(older) == Codes{"older_than_current"});
    CHECK(ended(older) == Lines{"token.p7m"});
    const TokenOptions third{.access_token = "AT_third", .expiry = "2027-12-21"};
    const auto superseded =
        holding.renew("acme", holding.download("acme", third, refused_with(ErrorCode::token_superseded)));
    CHECK(ended(superseded) == Lines{"token.p7m"});
}

TEST_CASE("a refusal says which tokens of the store the download has ended, whosever they are") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import_both();
    // Acme's token, brought for globex.
    const auto of_acme = holding.renew("globex", holding.download("globex", second_token));
    CHECK(errors(of_acme) == Codes{"other_tenant", "other_server", "other_organization"});
    CHECK(ended(of_acme) == Lines{"acme/default"});
    // A token of acme's own service that Apple does not take has ended the current one all the same.
    for (const ErrorCode code : {ErrorCode::terms_not_accepted, ErrorCode::clock_skew, ErrorCode::token_rejected})
        CHECK(ended(holding.renew("acme", holding.download("acme", second_token, refused_with(code)))) ==
              Lines{"acme/default"});
    // One of a service that nobody here has.
    const TokenOptions unknown{.consumer_key = "CK_x", .access_token = "AT_x", .expiry = "2027-12-20"};
    const auto of_nobody = holding.renew(
        "acme", holding.download("acme", unknown, proven({.server_uuid = "FFFF", .server_name = "Elsewhere"})));
    REQUIRE(ended(of_nobody) == Lines{""});
    CHECK(of_nobody.back().message ==
          "whatever token the service 'Elsewhere' had before 'token.p7m' is dead by now; no token of this store was "
          "ended");
    // One that does not open: whose service it is of nobody can tell.
    const auto closed = holding.renew("acme", for_the_key_of(holding, "globex", "acme"));
    CHECK(errors(closed) == Codes{"other_tenant"});
    REQUIRE(ended(closed) == Lines{""});
    CHECK(closed.back().message.find("has no other token that works") != std::string::npos);
}

TEST_CASE("the token that another tenant has in use has ended nothing") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import_both();
    const auto findings = holding.renew("acme", holding.download("acme", globex_token, proven(globex_account)));
    CHECK(errors(findings) == Codes{"other_tenant", "other_server", "other_organization"});
    CHECK(ended(findings).empty());
}

TEST_CASE("nothing is said to be dead where nothing is refused") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    CHECK(ended(holding.import("acme", holding.download("acme"))).empty());
    CHECK(ended(holding.renew("acme", holding.download("acme", second_token))).empty());
}

TEST_CASE("a token that another server holds is tracked by its end alone") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.by("acme",
               [](store::Change& c, const store::Tenant& whose) { return track(c, whose, at("2027-01-14")).id; });
    const HeldToken held = holding.current("acme");
    CHECK_FALSE(held.current.is_held());
    CHECK_FALSE(held.current.consumer_key);
    CHECK(holding.events("acme") == Lines{"track"});
    REQUIRE(holding.lines("acme").size() == 1);
    const store::InventoryItem line = holding.lines("acme").front();
    CHECK(line.state == "tracked");
    CHECK(line.key == "tracked");
    CHECK(line.not_after == at("2027-01-14"));
    CHECK(line.next_command == "mdmctl dep renew --track FILE.p7m");

    CHECK(holding.renew("acme", told("2027-01-14")).empty());
    CHECK(holding.events("acme") == Lines{"track"});
    CHECK(errors(holding.renew("acme", told("2027-12-24"))).empty());
    CHECK(errors(holding.renew("acme", told("2027-12-25"), at("2028-01-01"))) == Codes{"token_expired"});
    CHECK(holding.events("acme") == Lines{"track", "renew"});
    CHECK(holding.lines("acme").front().not_after == at("2027-12-24"));
    CHECK(code_of([&] { return holding.opened("acme"); }) == "key_not_held");
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

TEST_CASE("an end that was reckoned is known as such, and gives way to the one that is told") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    Download reckoned = told("2027-01-14");
    reckoned.told->estimated = true;
    CHECK(errors(holding.import("acme", reckoned)).empty());
    CHECK(holding.current("acme").current.estimated);
    CHECK(errors(holding.renew("acme", told("2027-01-13"))).empty());
    CHECK_FALSE(holding.current("acme").current.estimated);
}

TEST_CASE("the public key of another server is kept once") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    const auto with_key = [](const char* end, const std::string& key) {
        Download download = told(end);
        download.told->public_key = token_certificate({.key = key, .serial = "0A0B"});
        return download;
    };
    holding.import("acme", with_key("2027-01-14", "elsewhere"));
    const auto first = holding.current("acme").current.key;
    CHECK(first);
    CHECK(holding.keys("acme").size() == 2);
    holding.renew("acme", with_key("2027-12-14", "elsewhere"));
    CHECK(holding.current("acme").current.key == first);
    CHECK(holding.keys("acme").size() == 2);
    holding.renew("acme", with_key("2027-12-15", "elsewhere, new"));
    CHECK(holding.current("acme").current.key != first);
    CHECK(holding.keys("acme").size() == 3);
}

TEST_CASE("a tracked token is held from the first one on that opens here") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import("acme", told("2026-12-24"));
    CHECK(holding.current("acme").origin.empty());
    CHECK(errors(holding.renew("acme", holding.download("acme"))).empty());
    CHECK(holding.current("acme").origin == "https://mdmenrollment.apple.com");
    CHECK(holding.current("acme").current.is_held());
    CHECK(holding.lines("acme").front().key == "held");
    CHECK(holding.lines("acme").front().state == "valid");
    CHECK(holding.opened("acme").access_token.reveal() == "AT_first");
}

TEST_CASE("what Apple says of the token in use is noted, and shows in the inventory until it says otherwise") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import("acme", holding.download("acme"));
    const auto note = [&](const Proof& proof, Time now, std::optional<Time> retry_at = {}) {
        holding.with_token(
            "acme",
            [&](store::Change& c, const store::Tenant& whose, HeldToken& held) {
                note_answer(c.transaction(), whose, held, proof, retry_at, c.now());
            },
            now);
        return holding.current("acme");
    };
    const auto line = [&] { return holding.lines("acme").front(); };
    const Time first_day = at("2026-04-01"), second_day = at("2026-04-02"), third_day = at("2026-04-03");
    const Time imported = line().changed_at;

    CHECK(note(proven(), first_day).standing == Standing::good);
    CHECK(line().changed_at == imported);
    HeldToken held = note(refused_with(ErrorCode::terms_not_accepted), first_day);
    CHECK(held.standing == Standing::terms_not_accepted);
    CHECK(held.standing_at == first_day);
    CHECK(line().state == "invalid");
    CHECK(line().next_command == "mdmctl dep account");
    CHECK(line().changed_at == first_day);
    // The same once more is nothing new, and neither is what says nothing of the token.
    held = note(refused_with(ErrorCode::terms_not_accepted), second_day);
    CHECK(held.standing_at == first_day);
    held = note(refused_with(ErrorCode::clock_skew), second_day);
    CHECK(held.standing == Standing::terms_not_accepted);
    CHECK(line().changed_at == first_day);
    held = note(refused_with(ErrorCode::token_superseded), second_day);
    CHECK(held.standing == Standing::superseded);
    CHECK(held.standing_at == second_day);
    CHECK(line().next_command == "mdmctl dep setup --renew");
    CHECK(note(refused_with(ErrorCode::token_rejected), second_day).standing == Standing::rejected);

    held = note(proven({.server_name = "Acme, renamed", .admin_id = "kim@acme.example"}), third_day);
    CHECK(held.standing == Standing::good);
    CHECK_FALSE(held.standing_at);
    CHECK(held.current.service.server_name == "Acme, renamed");
    CHECK(line().state == "valid");
    CHECK(line().account == "kim@acme.example");
    CHECK(line().changed_at == third_day);

    CHECK(note({}, third_day, at("2026-04-04")).retry_at == at("2026-04-04"));
    CHECK_FALSE(note(proven(), third_day).retry_at);
}

TEST_CASE("a renewal is good, whatever Apple said of the token before it") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import("acme", holding.download("acme"));
    holding.with_token("acme", [](store::Change& c, const store::Tenant& whose, HeldToken& held) {
        note_answer(c.transaction(), whose, held, refused_with(ErrorCode::token_superseded), at("2026-04-04"), c.now());
    });
    CHECK(errors(holding.renew("acme", holding.download("acme", second_token))).empty());
    const HeldToken held = holding.current("acme");
    CHECK(held.standing == Standing::good);
    CHECK_FALSE(held.standing_at);
    CHECK_FALSE(held.retry_at);
    CHECK(holding.lines("acme").front().state == "valid");
}

TEST_CASE("a token that is removed leaves the inventory, and is back with all it had") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import("acme", holding.download("acme"));
    holding.remove("acme");
    CHECK(holding.lines("acme").empty());
    const std::string why = message_of([&] { return holding.renew("acme", holding.download("acme", second_token)); });
    CHECK(why == "the server token of 'acme' was removed");
    CHECK(code_of([&] { return holding.renew("acme", holding.download("acme", second_token)); }) == "no_such_token");
    holding.with_token("acme", [](auto& c, auto& whose, auto& held) { bring_back(c, whose, held); });
    CHECK(holding.lines("acme").size() == 1);
    CHECK(holding.opened("acme").access_token.reveal() == "AT_first");
    CHECK(holding.events("acme") == Lines{"import", "remove", "restore"});
}

// Both bring the same renewal: one becomes current, and the other finds it there.
TEST_CASE("of two renewals at the same moment one comes through, 40 times") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import("acme", holding.download("acme"));
    constexpr int rounds = 40;
    int ended_well = 0;
    for (int round = 1; round <= rounds; ++round) {
        const auto end = at("2027-02-01") + std::chrono::hours{round};
        const Download download =
            holding.download("acme", {.access_token = "AT_" + std::to_string(round), .expiry = to_rfc3339(end)});
        ended_well += in_processes(2, [&](int) {
            if (first_error(holding.renew("acme", download)) != nullptr)
                throw Error{ErrorCode::token_exists, "refused"};
        });
    }
    CHECK(ended_well == 2 * rounds);
    CHECK(holding.events("acme").size() == rounds + 1);
    store::Store store = holding.store();
    CHECK(store::check_store(store).findings.empty());
}

TEST_CASE("a token that another run has moved meanwhile is not moved again") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import("acme", holding.download("acme"));
    HeldToken stale = holding.current("acme");
    holding.renew("acme", holding.download("acme", second_token));
    CHECK(code_of([&] {
              return holding.by("acme", [&](store::Change& c, const store::Tenant& whose) {
                  renew(c, whose, stale,
                        holding.download("acme", {.access_token = "AT_third", .expiry = "2028-01-01"}));
                  return 0;
              });
          }) == "changed_meanwhile");
    CHECK(holding.events("acme") == Lines{"import", "renew"});
}
