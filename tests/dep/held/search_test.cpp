// SPDX-License-Identifier: Apache-2.0
#include "dep/search.hpp"

#include "base/text.hpp"
#include "catch.hpp"
#include "dep/answer.hpp"
#include "dep/device_notes.hpp"
#include "fakes/held_devices.hpp"

using namespace mdm;
using namespace mdm::dep;
using namespace mdm::fakes;

namespace {

using Lines = std::vector<std::string>;

/// "acme dep/default consumer_key CK_acme current valid", a line for each thing.
Lines found(const TokenHolding& holding, const std::string& text, Time now = some_day) {
    store::Store store = holding.store();
    store::Transaction transaction = store.read();
    const store::TenantPage page = store::TenantPages(transaction, {.removed = store::Removed::included}).next();
    Lines lines;
    for (const store::Found& one : find(transaction, SearchText(text), page, now))
        lines.push_back(page.by_id(one.tenant).name + " " + one.service + "/" + one.name + " " + one.matched + " " +
                        one.value + " " + one.role + " " + one.state);
    return lines;
}

}  // namespace

TEST_CASE("a server token is found by consumer key, service, organisation, account, end and note") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import_both();
    holding.with_token("acme", [](store::Change& c, const store::Tenant&, HeldToken& held) {
        held.note = "ask Zo\xc3\xab";
        update(c.transaction(), held);
    });
    const auto acme = [](const std::string& match) { return Lines{"acme dep/default " + match + " current valid"}; };
    CHECK(found(holding, "ck_ACME") == acme("consumer_key CK_acme"));
    CHECK(found(holding, "9d0c") == acme("server_uuid 9D0C"));
    CHECK(found(holding, "acme ltd") == acme("org_name Acme Ltd"));
    CHECK(found(holding, "@ACME.example") == acme("apple_account jo@acme.example"));
    CHECK(found(holding, "ZO\xc3\x8b") == acme("note ask Zo\xc3\xab"));
    CHECK(found(holding, "Globex").size() == 1);
    CHECK(found(holding, "2027-01-14").size() == 2);
    CHECK(found(holding, "2027-01-14").front() == "acme dep/default not_after 2027-01-14T21:27:41Z current valid");
    CHECK(found(holding, "nobody's").empty());
}

TEST_CASE("no secret of a token is found") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import("acme", holding.download("acme"));
    for (const char* secret : {"AT_first", "hidden", "CS_", "AS_"})
        CHECK(found(holding, secret).empty());
}

TEST_CASE("a key is found by the serial number of its certificate, and by its public key") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    const TokenKey key = holding.keys("acme").front();
    const std::string serial = key.certificate.serial();
    const std::string sha256 = key.certificate.public_key().sha256();
    CHECK(found(holding, serial) == Lines{"acme dep/default serial " + serial + " staged held"});
    CHECK(found(holding, lower_case(serial)) == Lines{"acme dep/default serial " + serial + " staged held"});
    CHECK(found(holding, sha256.substr(0, 16)) == Lines{"acme dep/default public_key " + sha256 + " staged held"});
    holding.import("acme", holding.download("acme"));
    CHECK(found(holding, serial) == Lines{"acme dep/default serial " + serial + " current held"});
}

TEST_CASE("what was renewed, removed or is not taken says so") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    holding.import("acme", holding.download("acme"));
    holding.renew("acme", holding.download("acme", second_token));
    // What took its place has ended it.
    CHECK(found(holding, "CK_acme") == Lines{"acme dep/default consumer_key CK_acme current valid",
                                             "acme dep/default consumer_key CK_acme earlier superseded"});
    CHECK(found(holding, "CK_acme", at("2027-12-10")).front() ==
          "acme dep/default consumer_key CK_acme current expiring");
    holding.with_token("acme", [](store::Change& c, const store::Tenant& whose, HeldToken& held) {
        note_answer(c.transaction(), whose, held, refused_with(ErrorCode::token_rejected), {}, c.now());
    });
    CHECK(found(holding, "CK_acme").front() == "acme dep/default consumer_key CK_acme current rejected");
    holding.remove("acme");
    CHECK(found(holding, "CK_acme").front() == "acme dep/default consumer_key CK_acme earlier removed");
    holding.ground.sql("update tenants set removed_at = '2026-06-01T00:00:00Z' where name = 'acme';");
    for (const std::string& line : found(holding, "CK_acme"))
        CHECK(line.ends_with(" earlier removed"));
}

TEST_CASE("a token that another server holds is found by its end, and by its public key") {
    const TokenHolding holding(GENERATE(from_range(engines())));
    Download download = told("2027-05-05");
    download.told->public_key = token_certificate({.key = "elsewhere", .serial = "0A1B2C3D"});
    holding.import("acme", download);
    CHECK(found(holding, "2027-05-05") == Lines{"acme dep/default not_after 2027-05-05T00:00:00Z current valid"});
    CHECK(found(holding, "0a:1b:2c") == Lines{"acme dep/default serial 0A1B2C3D current tracked"});
}

TEST_CASE("a device is found by the end of its serial number, and by the person whose it is") {
    const DeviceHolding holding(GENERATE(from_range(engines())));
    holding.put({.serial = "C02XK1JHJG5H"});
    holding.put({.tenant = "globex", .serial = "F9FXK1JHJG5H", .removed_at = "2026-03-05T09:00:00Z"});
    holding.by("acme", [&](store::Change& c, const store::Tenant&) {
        mark(c.transaction(), {{holding.tokens().front(), "C02XK1JHJG5H", ""}}, EnrollmentStatus::enrolled, c.now());
        assign_user(c.transaction(), devices_meant(c.transaction(), holding.tokens(), "C02XK1JHJG5H").front(), "Kim",
                    c.now());
        return 0;
    });
    const std::string whole = "acme dep/default serial_number C02XK1JHJG5H current enrolled";
    CHECK(found(holding, "C02XK1JHJG5H") == Lines{whole});
    CHECK(found(holding, "c02xk1jhjg5h") == Lines{whole});
    CHECK(found(holding, "jg5h") ==
          Lines{whole, "globex dep/default serial_number F9FXK1JHJG5H earlier not_contacted"});
    CHECK(found(holding, "g5h").empty());
    CHECK(found(holding, "C02XK1").empty());
    CHECK(found(holding, "____").empty());
    CHECK(found(holding, "kim").size() == 2);
    CHECK(found(holding, "kim").back() == "acme dep/default assigned_user Kim current enrolled");
}
