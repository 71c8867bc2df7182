// SPDX-License-Identifier: Apache-2.0
#include "store/tenant_file.hpp"

#include "base/limits.hpp"
#include "catch.hpp"
#include "fakes/certificates.hpp"
#include "fakes/errors.hpp"

using namespace mdm;
using namespace mdm::store;
using namespace mdm::fakes;

namespace {

TenantFile small() {
    TenantFile file{.schema = {{"apns", 2}, {"store", 2}},
                    .tenant = "M\xc3\xbcller",
                    .tenant_id = "9b2e4c1a-6d0f-4f0b-8a57-0c1d2e3f4a5b",
                    .store = "1b2e4c1a-6d0f-4f0b-8a57-0c1d2e3f4a5b",
                    .exported_at = at("2026-03-01T09:00:00Z")};
    file.rows.push_back({.table = "tenants", .cells = {{"id", "t"}, {"note", std::nullopt}, {"n", "-17", true}}});
    file.rows.push_back({.table = "secrets", .cells = {{"id", "a"}}, .plain = Secret{std::string("two\nlines \"")}});
    file.rows.push_back({.table = "secrets", .cells = {{"id", "b"}}, .plain = Secret{std::string("\xff\0", 2)}});
    return file;
}

std::string code(const std::string& text) {
    return code_of([&] { return parse_tenant_file(text, "export").rows.size(); });
}

std::string message(const std::string& text) {
    return message_of([&] { return parse_tenant_file(text, "export").rows.size(); });
}

bool says(const std::string& message, std::string_view part) { return message.find(part) != std::string::npos; }

const std::string header =
    R"({"format":"mdmctl tenant","version":1,"schema":{},"tenant":"t","tenant_id":"9b2e4c1a-6d0f-4f0b-8a57-0c1d2e3f4a5b",)"
    R"("store":"1b2e4c1a-6d0f-4f0b-8a57-0c1d2e3f4a5b","exported_at":"2026-03-01T09:00:00Z"})"
    "\n";
const std::string end_of_none = R"({"end":{"rows":0,"tables":{}}})"
                                "\n";

}  // namespace

TEST_CASE("a tenant that was written is read as it was") {
    const TenantFile file = small();
    const Secret lines = to_lines(file);
    CHECK(lines.reveal().find(R"("plain":"two\nlines \"")") != std::string::npos);
    CHECK(lines.reveal().find(R"("plain_base64":"/wA=")") != std::string::npos);
    const TenantFile again = parse_tenant_file(lines.reveal(), "export");
    CHECK(again.schema == file.schema);
    CHECK(again.tenant == file.tenant);
    CHECK(again.tenant_id == file.tenant_id);
    CHECK(again.exported_at == file.exported_at);
    REQUIRE(again.rows.size() == 3);
    CHECK(again.rows[0].cells == file.rows[0].cells);
    CHECK(again.rows[1].plain->reveal() == file.rows[1].plain->reveal());
    CHECK(again.rows[2].plain->reveal() == file.rows[2].plain->reveal());
    CHECK(to_lines(again).reveal() == lines.reveal());
}

TEST_CASE("what is cut anywhere is refused") {
    const Secret lines = to_lines(small());
    const std::string text(lines.reveal());
    for (std::size_t size = 0; size < text.size(); ++size)
        CHECK(code(text.substr(0, size)) == "not_a_tenant_export");
}

TEST_CASE("what is no export of a tenant is refused") {
    CHECK(code(header + end_of_none).empty());
    for (const std::string& text : {
             std::string(),
             std::string("\n"),
             std::string("[]\n"),
             std::string("{}\n"),
             end_of_none,
             header,
             header + header + end_of_none,
             header + end_of_none + end_of_none,
             header + "{\"table\":\"x\"}\n" + end_of_none,
             header + "{\"table\":\"x\",\"row\":{}}\n" + end_of_none,
             header + "{\"table\":\"x\",\"row\":{\"a\":1.5}}\n" + R"({"end":{"rows":1,"tables":{"x":1}}})" + "\n",
             header + "{\"table\":\"x\",\"row\":{\"a\":true}}\n" + R"({"end":{"rows":1,"tables":{"x":1}}})" + "\n",
             header + "{\"table\":\"x\",\"row\":{\"a\":[]}}\n" + R"({"end":{"rows":1,"tables":{"x":1}}})" + "\n",
             header + "{\"table\":\"x\",\"row\":{\"a\":\"\\u0000\"}}\n" + R"({"end":{"rows":1,"tables":{"x":1}}})" +
                 "\n",
             header + "{\"table\":\"x\",\"row\":{\"a\":9223372036854775808}}\n" +
                 R"({"end":{"rows":1,"tables":{"x":1}}})" + "\n",
             header + "{\"table\":\"x\",\"row\":{},\"plain\":1}\n" + R"({"end":{"rows":1,"tables":{"x":1}}})" + "\n",
             header + "{\"table\":\"x\",\"row\":{},\"plain_base64\":\"!\"}\n" +
                 R"({"end":{"rows":1,"tables":{"x":1}}})" + "\n",
         }) {
        INFO(text);
        CHECK(code(text) == "not_a_tenant_export");
    }
    std::string newer = header + end_of_none;
    newer.replace(newer.find("\"version\":1"), 11, "\"version\":2");
    CHECK(code(newer) == "store_too_new");
}

TEST_CASE("what the header says of itself is a name and two ids, before anything is kept of it") {
    const auto with = [](std::string_view key, const std::string& value) {
        std::string text = header;
        const std::size_t at = text.find('"', text.find("\"" + std::string(key) + "\":") + key.size() + 3) + 1;
        text.replace(at, text.find('"', at) - at, value);
        return message(text + end_of_none);
    };
    CHECK(with("tenant", "M\xc3\xbcller").empty());
    CHECK(
        says(with("tenant", "a\\u001b[31m"), "line 1 of what is in 'export' has a bad name: the tenant's name holds"));
    CHECK(says(with("tenant", std::string(201, 'x')), "the tenant's name is longer than 200 bytes"));
    CHECK(says(with("tenant", ""), "the tenant's name is empty"));
    CHECK(says(with("tenant_id", "store"), "has no UUID in 'tenant_id'"));
    CHECK(says(with("store", std::string(1 << 20, 'x')), "has no UUID in 'store'"));
    CHECK(with("store", std::string(1 << 20, 'x')).size() < 200);
    std::string room = header;
    room.replace(room.find("\"schema\":{}"), 11, "\"schema\":{\"a\\u001b\":1}");
    CHECK(says(message(room + end_of_none), "the name of a room"));
}

TEST_CASE("a line has the budget of a row, whatever is in it") {
    const auto row = [](const std::string& cells) {
        return header + R"({"table":"x","row":{)" + cells + "}}\n" + R"({"end":{"rows":1,"tables":{"x":1}}})" + "\n";
    };
    const auto members = [](std::size_t count) {
        std::string all = "\"c0\":1";
        for (std::size_t i = 1; i < count; ++i)
            all += ",\"c" + std::to_string(i) + "\":1";
        return all;
    };
    CHECK(code(row(members(64))).empty());
    CHECK(code(row(members(65))) == "too_deep");
    CHECK(says(message(row(members(400'000 / 10))), "more members in an object than the limit of 64"));
    CHECK(code(row("\"a\":{}")) == "not_a_tenant_export");
    CHECK(says(message(row("\"a\":{\"b\":{}}")), "line 2 of what is in 'export' has more objects inside one another"));
    CHECK(says(message(row("\"a\":[1]")), "has a list"));
    CHECK(says(message(row("\"a\":1,\"a\":2")), "has 'a' twice"));
    CHECK(
        says(message(row("\"" + std::string(201, 'x') + "\":1")), "a key that is longer than the limit of 200 bytes"));
    CHECK(says(message(header + R"({"table":"x","row":{},"row":{"a":1}})" + "\n"), "has 'row' twice"));
    CHECK(says(message(header + std::string(1 << 20, '[') + "\n"), "has a list"));
    std::string deep;
    for (int i = 0; i < 100'000; ++i)
        deep += "{\"a\":";
    CHECK(code(header + deep + "\n") == "too_deep");
    CHECK(code(row("\"a\":\"" + std::string((4U << 20U) - 100, 'x') + "\"")).empty());
    CHECK(code(row("\"a\":\"" + std::string(4U << 20U, 'x') + "\"")) == "too_large");
    CHECK(says(message(header + std::string((4U << 20U) + 1, ' ')),
               "line 2 of what is in 'export' is longer than the "
               "limit of 4 MiB"));
    CHECK(says(message(header + R"({"table":"a\u001b","row":{}})" + "\n"), "the name of a table"));
}

TEST_CASE("a value that JSON cannot hold is damage, named by table and column, and no bug") {
    TenantFile file = small();
    SECTION("text") {
        file.rows[0].cells.push_back({"external_id", "4\xff"});
        CHECK(code_of([&] { return to_lines(file).empty(); }) == "store_damaged");
        CHECK(message_of([&] { return to_lines(file).empty(); }) == "'external_id' of a row of 'tenants' is no UTF-8");
    }
    SECTION("the tenant's name") {
        file.tenant = "a\xff";
        CHECK(message_of([&] { return to_lines(file).empty(); }) == "'name' of a row of 'tenants' is no UTF-8");
    }
    SECTION("a number") {
        file.rows[0].cells.push_back({"devices", "many", true});
        CHECK(message_of([&] { return to_lines(file).empty(); }) == "'devices' of a row of 'tenants' is no number");
    }
}

TEST_CASE("what could not be read again is not written") {
    TenantFile file = small();
    file.rows[0].cells.push_back({"note", std::string(limits::tenant_export_line, 'x')});
    CHECK(code_of([&] { return to_lines(file).empty(); }) == "too_large");
    CHECK(says(message_of([&] { return to_lines(file).empty(); }), "4 MiB"));
}

TEST_CASE("a tenant above the limit is not written, and the limit is named") {
    TenantFile file = small();
    const FileRow large{.table = "x", .cells = {{"note", std::string(limits::tenant_export_line - 100, 'x')}}};
    for (std::size_t size = 0; size <= limits::tenant_export; size += limits::tenant_export_line - 100)
        file.rows.push_back({.table = large.table, .cells = large.cells});
    CHECK(code_of([&] { return to_lines(file).empty(); }) == "too_large");
    CHECK(message_of([&] { return to_lines(file).empty(); }).find("64 MiB") != std::string::npos);
}
