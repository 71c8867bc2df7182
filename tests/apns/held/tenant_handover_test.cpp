// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "fakes/held_certificates.hpp"
#include "store/check.hpp"
#include "store/intents.hpp"
#include "store/inventory.hpp"
#include "store/tenant_export.hpp"
#include "store/tenant_import.hpp"

#include <fmt/format.h>

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
        close_intent(t, staged.intent, "delivered", std::nullopt, some_day);
        c.keep_secret(whose.id, "server-token", Secret{std::string("\xff\0\x80", 3)});
        Tenant changed = whose;
        changed.note = "It's the \"north\"\nbranch";
        update(t, changed);
        return 0;
    });
}

TenantFile gathered(const Holding& holding, const std::string& name = "acme") {
    Store store = holding.store();
    const StoreKey& key = store.key();
    Transaction transaction = store.read();
    return gather(transaction, store.rooms(), key, tenant_named(transaction, name).value(), some_day);
}

/// Through the form in which it travels.
TenantFile sent(const TenantFile& file) { return parse_tenant_file(to_lines(file).reveal(), "export"); }

Arrival arrived(const Holding& holding, const TenantFile& file, const std::string& as = "") {
    Store store = holding.store();
    Change change = store.change(some_day);
    Arrival arrival = take_in(change, store.rooms(), file, as);
    change.record({.tenant_id = arrival.tenant.id,
                   .tenant = arrival.tenant.name,
                   .command = "tenant import",
                   .object = "tenant"});
    change.commit();
    return arrival;
}

std::string refusal(const Holding& holding, const TenantFile& file, const std::string& as = "") {
    const auto count = [&] {
        Store store = holding.store();
        return store.info().tenants;
    };
    const auto before = count();
    const std::string code = code_of([&] { return arrived(holding, file, as).rows; });
    CHECK(count() == before);
    return code;
}

/// A line a row, without what is made anew in another store.
std::vector<std::string> rows_of(const TenantFile& file) {
    std::vector<std::string> lines;
    for (const FileRow& row : file.rows) {
        std::string line = row.table;
        for (const Cell& cell : row.cells) {
            const bool anew = (row.table == "policies" && cell.column == "parent" && row.text("name") == "/") ||
                              cell.column == "hash";
            line += fmt::format(" {}={}", cell.column, anew ? "" : cell.value.value_or("-"));
        }
        lines.push_back(line + (row.plain ? " " + std::string(row.plain->reveal()) : ""));
    }
    return lines;
}

FileRow& row_in(TenantFile& file, const std::string& table) {
    for (FileRow& row : file.rows)
        if (row.table == table)
            return row;
    throw Error{ErrorCode::internal_error, "no row of " + table};
}

void put(FileRow& row, const std::string& column, const std::string& value) {
    for (Cell& cell : row.cells)
        if (cell.column == column)
            cell.value = value;
}

}  // namespace

TEST_CASE("a tenant arrives whole on any engine, and goes back with every row that it came with") {
    const Holding from(GENERATE(from_range(engines())));
    const Holding to(GENERATE(from_range(engines())));
    furnish(from);
    const TenantFile file = gathered(from);
    const auto counts = file.counts();
    for (const char* table :
         {"tenants", "policies", "secrets", "audit_events", "audit_heads", "inventory", "intents", "tenant_labels",
          "contacts", "apns_certificates", "apns_versions", "apns_changes", "apns_requests", "apns_assignments"}) {
        INFO(table);
        CHECK(counts.count(table) == 1);
    }
    const Arrival arrival = arrived(to, sent(file), "acme there");
    CHECK(arrival.tenant.name == "acme there");
    CHECK(arrival.rows == static_cast<std::int64_t>(file.rows.size()));
    CHECK(arrival.secrets == 4);
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
    Transaction transaction = store.read();
    CHECK(tenant_meant(transaction, "acme").state() == "handed_over");
    CHECK(tenant_meant(transaction, "acme").handed_over_to == "CN=Globex");
    CHECK(code_of([&] { return tenant_to_change(transaction, "acme").id; }) == "handed_over");
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

TEST_CASE("a file that was made up is refused before anything counts") {
    static const Secret lines = [] {
        const Holding from(Engine::sqlite);
        furnish(from);
        return to_lines(gathered(from));
    }();
    const Holding to(Engine::sqlite);
    to.import("globex", {.topic = other_topic, .key = "other"});
    const auto held = to.current("globex");
    Store store = to.store();
    const std::string globex = held.tenant;
    TenantFile file = parse_tenant_file(lines.reveal(), "export");
    const auto code = [&] { return refusal(to, file, "acme there"); };

    SECTION("a key of another tenant's") {
        put(row_in(file, "apns_versions"), "key_secret", *held.current.key_secret);
        CHECK(code() == "not_a_tenant_export");
    }
    SECTION("another tenant's certificate as the current one, past the foreign keys") {
        put(row_in(file, "apns_certificates"), "current", held.current.id);
        CHECK(code() == "not_a_tenant_export");
    }
    SECTION("a row of another tenant's") {
        put(row_in(file, "inventory"), "scope", globex);
        CHECK(code() == "not_a_tenant_export");
    }
    SECTION("a row in the place of another tenant's") {
        put(row_in(file, "apns_requests"), "id", held.id);
        CHECK(arrived(to, file, "acme there").rows > 0);  // of another table: it is nobody's id there
    }
    SECTION("the id of a row that is another tenant's") {
        const std::string was = row_in(file, "apns_certificates").text("id");
        for (FileRow& row : file.rows)
            for (Cell& cell : row.cells)
                if (cell.value == was)
                    cell.value = held.id;
        CHECK(code() == "other_tenant");
    }
    SECTION("the store's own chain") {
        file.tenant_id = "store";
        CHECK(code() == "not_a_tenant_export");
    }
    SECTION("a table that is the store's own") {
        row_in(file, "tenant_labels").table = "key_slots";
        CHECK(code() == "not_a_tenant_export");
    }
    SECTION("a column that is none") {
        row_in(file, "tenant_labels").cells.push_back({"value) values ('x'); drop table tenants --", "x"});
        CHECK(code() == "not_a_tenant_export");
    }
    SECTION("a column that is missing") {
        row_in(file, "tenant_labels").cells.pop_back();
        CHECK(code() == "not_a_tenant_export");
    }
    SECTION("a null where none may be") {
        row_in(file, "policies").cells[3].value.reset();
        CHECK(code() == "not_a_tenant_export");
    }
    SECTION("a time that is none") {
        put(row_in(file, "apns_versions"), "not_after", "never");
        CHECK(code() == "not_a_tenant_export");
    }
    SECTION("a number in place of a text") {
        row_in(file, "contacts").cells[1] = {"address", "17", true};
        CHECK(code() == "not_a_tenant_export");
    }
    SECTION("two rows that are one") {
        FileRow& row = row_in(file, "tenant_labels");
        file.rows.push_back({.table = row.table, .cells = row.cells});
        CHECK(code() == "not_a_tenant_export");
    }
    SECTION("a certificate beside another's topic") {
        put(row_in(file, "apns_versions"), "topic", other_topic);
        CHECK(code() == "not_a_tenant_export");
    }
    SECTION("PEM that is cut") {
        put(row_in(file, "apns_versions"), "pem", "-----BEGIN CERTIFICATE-----\nMII");
        CHECK(code() == "not_a_tenant_export");
    }
    SECTION("an intent that somebody would resume") {
        for (Cell& cell : row_in(file, "intents").cells)
            if (cell.column == "closed_at")
                cell.value.reset();
        CHECK(code() == "not_a_tenant_export");
    }
    SECTION("policies in a circle") {
        std::string lyon;
        for (FileRow& row : file.rows)
            if (row.table == "policies" && row.text("name") == "kiosks")
                lyon = row.text("id");
        for (FileRow& row : file.rows)
            if (row.table == "policies" && row.text("name") == "Lyon")
                put(row, "parent", lyon);
        CHECK(code() == "not_a_tenant_export");
    }
    SECTION("an event that was taken out") {
        file.rows.erase(std::find_if(file.rows.begin(), file.rows.end(),
                                     [](const FileRow& row) { return row.table == "audit_events"; }));
        CHECK(code() == "not_a_tenant_export");
    }
    SECTION("events that were cut off") {
        FileRow* last = nullptr;
        for (FileRow& row : file.rows)
            if (row.table == "audit_events")
                last = &row;
        file.rows.erase(file.rows.begin() + (last - file.rows.data()));
        CHECK(code() == "not_a_tenant_export");
    }
    SECTION("no tenant, or two") {
        row_in(file, "tenants").table = "tenant_labels";
        CHECK(code() == "not_a_tenant_export");
    }
    SECTION("a name that cannot be shown") {
        file.tenant = "a\x1b[31m";
        put(row_in(file, "tenants"), "name", file.tenant);
        CHECK(code() == "not_a_tenant_export");
    }
    SECTION("an older schema") {
        file.schema["apns"] = 1;
        CHECK(code() == "store_too_old");
    }
    SECTION("nothing at all") { CHECK(arrived(to, file, "acme there").rows > 0); }
    CHECK(check_store(store).findings.empty());
}
