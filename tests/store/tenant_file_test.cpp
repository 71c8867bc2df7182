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
                    .store = "s",
                    .exported_at = at("2026-03-01T09:00:00Z")};
    file.rows.push_back({.table = "tenants", .cells = {{"id", "t"}, {"note", std::nullopt}, {"n", "-17", true}}});
    file.rows.push_back({.table = "secrets", .cells = {{"id", "a"}}, .plain = Secret{std::string("two\nlines \"")}});
    file.rows.push_back({.table = "secrets", .cells = {{"id", "b"}}, .plain = Secret{std::string("\xff\0", 2)}});
    return file;
}

std::string code(const std::string& text) {
    return code_of([&] { return parse_tenant_file(text, "export").rows.size(); });
}

const std::string header =
    R"({"format":"mdmctl tenant","version":1,"schema":{},"tenant":"t","tenant_id":"i","store":"s","exported_at":"2026-03-01T09:00:00Z"})"
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

TEST_CASE("a tenant above the limit is not written, and the limit is named") {
    TenantFile file = small();
    file.rows[0].cells.push_back({"note", std::string(limits::tenant_export, 'x')});
    CHECK(code_of([&] { return to_lines(file).empty(); }) == "too_large");
    CHECK(message_of([&] { return to_lines(file).empty(); }).find("64 MiB") != std::string::npos);
}
