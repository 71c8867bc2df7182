// SPDX-License-Identifier: Apache-2.0
#include "dep/device_page.hpp"

#include "base/limits.hpp"
#include "catch.hpp"
#include "fakes/errors.hpp"

#include <fmt/format.h>

namespace {

using namespace mdm;
using namespace mdm::dep;
using fakes::Codes;
using fakes::codes;

std::string page_of(const std::string& devices) {
    return fmt::format(
        R"({{"cursor":"next","devices":[{}],"fetched_until":"2026-01-05T10:11:12Z","more_to_follow":true}})", devices);
}

/// What is wrong with a page; empty: nothing.
std::string wrong_with(const std::string& page) {
    DevicePageReader reader;
    const std::string message = fakes::message_of([&] { return reader.read(page, 1).devices.size(); });
    CHECK(fakes::code_of([&] { return reader.read(page, 1).devices.size(); }) == (message.empty() ? "" : "bad_answer"));
    return message;
}

/// The one device, as long as it lives.
struct One {
    explicit One(const std::string& members) : page(reader.read(page_of("{" + members + "}"), 3)) {}
    const DeviceRecord& device() const { return page.devices.at(0); }
    std::string field(DeviceField field) const {
        return std::string(device().fields.at(static_cast<std::size_t>(field)).value_or("-"));
    }
    std::string more() const { return std::string(device().more.value_or("-")); }

    DevicePageReader reader;
    const DevicePage& page;
};

One with(const std::string& members) { return One(R"("serial_number":"C02",)" + members); }

}  // namespace

TEST_CASE("all of a page of devices is read") {
    DevicePageReader reader;
    const DevicePage& page =
        reader.read(page_of(R"({"serial_number":"C02","model":"MacBook Pro","description":"MBP 14\u0022","color":null,
                    "asset_tag":"A-1","device_family":"Mac","os":"OSX","profile_status":"assigned","profile_uuid":"7F",
                    "profile_assign_time":"2026-01-05T10:11:12Z","profile_push_time":"2026-01-05T11:11:12.5+01:00",
                    "device_assigned_date":"2026-01-04T00:00:00Z","device_assigned_by":"jo@acme.example",
                    "mdm_migration_deadline":"2027-01-29","op_type":"Added","op_date":"2026-01-05T10:11:13Z",
                    "imei":["35","36"],"is_replacement_device":true,"eid":null,"wifi_mac_address":"aa:bb"},
                   {"model":"iPad","serial_number":"DM9"})"),
                    1);
    CHECK(page.cursor == "next");
    CHECK(page.more_to_follow);
    CHECK(page.findings.empty());
    REQUIRE(page.devices.size() == 2);
    const DeviceRecord& first = page.devices[0];
    CHECK(first.serial == "C02");
    std::vector<std::string> fields;
    for (const auto& field : first.fields)
        fields.emplace_back(field.value_or("-"));
    CHECK(fields == std::vector<std::string>{"MacBook Pro", "MBP 14\"", "-", "A-1", "Mac", "OSX", "assigned", "7F",
                                             "2026-01-05T10:11:12Z", "2026-01-05T10:11:12Z", "2026-01-04T00:00:00Z",
                                             "jo@acme.example", "2027-01-29T00:00:00Z"});
    CHECK(first.more == R"({"imei":["35","36"],"is_replacement_device":true,"wifi_mac_address":"aa:bb"})");
    CHECK(first.op == Op::added);
    CHECK(first.op_date == "2026-01-05T10:11:13Z");
    CHECK(page.devices[1].serial == "DM9");
    CHECK(page.devices[1].op == Op::none);
    CHECK_FALSE(page.devices[1].op_date);
    CHECK_FALSE(page.devices[1].more);
}

TEST_CASE("a page that is no page is refused as a whole") {
    const std::vector<std::pair<std::string, std::string>> all{
        {"", "no JSON"},
        {"[]", "no JSON object"},
        {"\"x\"", "no JSON object"},
        {"<html>", "no JSON"},
        {R"({"cursor":"a","devices":[],"more_to_follow":false)", "no JSON"},
        {R"({"cursor":"a","devices":[],"more_to_follow":false}})", "no JSON"},
        {std::string(R"({"cursor":"a)") + '\xff' + R"(","devices":[],"more_to_follow":false})", "no JSON"},
        {R"({"cursor":"a","devices":[{"serial_number":"C02","x":tru}],"more_to_follow":false})", "no JSON"},
        {R"({"cursor":"a","devices":[{"serial_number":"C02" "x":1}],"more_to_follow":false})", "no JSON"},
        {R"({"devices":[],"more_to_follow":false})", "'cursor' is missing"},
        {R"({"cursor":null,"devices":[],"more_to_follow":false})", "'cursor' is missing"},
        {R"({"cursor":"","devices":[],"more_to_follow":false})", "'cursor' is empty"},
        {R"({"cursor":7,"devices":[],"more_to_follow":false})", "'cursor' is no text"},
        {R"({"cursor":"a\u0000b","devices":[],"more_to_follow":false})", "'cursor' holds a NUL"},
        {R"({"cursor":")" + std::string(limits::dep_cursor + 1, 'c') + R"(","devices":[],"more_to_follow":false})",
         "'cursor' is longer than"},
        {R"({"cursor":"a","cursor":"b","devices":[],"more_to_follow":false})", "'cursor' is there twice"},
        {R"({"cursor":"a","more_to_follow":false})", "'devices' is missing"},
        {R"({"cursor":"a","devices":{},"more_to_follow":false})", "'devices' is no list"},
        {R"({"cursor":"a","devices":[],"devices":[],"more_to_follow":false})", "'devices' is there twice"},
        {R"({"cursor":"a","devices":[]})", "'more_to_follow' is missing"},
        {R"({"cursor":"a","devices":[],"more_to_follow":"false"})", "'more_to_follow' is no true or false"},
        {R"({"cursor":"a","devices":[],"more_to_follow":0})", "'more_to_follow' is no true or false"},
        {R"({"cursor":"a","devices":[],"more_to_follow":true,"more_to_follow":false})",
         "'more_to_follow' is there twice"},
    };
    for (const auto& [page, why] : all) {
        INFO(page.substr(0, 100));
        const std::string message = wrong_with(page);
        INFO(message);
        CHECK(message.find(why) != std::string::npos);
    }
    CHECK(wrong_with(R"({"cursor":"a","devices":[],"more_to_follow":false,"what":{"is":["new"]}})").empty());
}

TEST_CASE("more devices than any page has are refused") {
    std::string devices = "1";
    for (std::size_t i = 0; i < limits::dep_page; ++i)
        devices += ",1";
    CHECK(wrong_with(page_of(devices)).find("in one page") != std::string::npos);
}

TEST_CASE("a record without a usable serial number is named, and stops no other") {
    DevicePageReader reader;
    const DevicePage& page =
        reader.read(page_of(R"({"model":"iPad"},{"serial_number":"A"},{"serial_number":7},{"serial_number":""},7,
                   {"serial_number":null},{"serial_number":"B","serial_number":"C"},{"serial_number":"a\u0000b"},
                   {"serial_number":")" +
                            std::string(limits::dep_serial + 1, 'x') + R"("},{"serial_number":"D"})"),
                    3);
    REQUIRE(page.devices.size() == 2);
    CHECK(page.devices[0].serial == "A");
    CHECK(page.devices[1].serial == "D");
    CHECK(page.unreadable == 8);
    CHECK(codes(page.findings) == Codes(8, "unreadable_device"));
    CHECK(page.findings[0].where == "page 3, device 1");
    CHECK(page.findings[1].where == "page 3, device 3");
    CHECK(page.findings[0].severity == Severity::error);
}

TEST_CASE("a date that is none is not kept, and said") {
    for (const char* date : {"\"yesterday\"", "\"2026-02-30T00:00:00Z\"", "\"2026-13-01T00:00:00Z\"", "7", "[]",
                             "\"2026-01-05 10:11:12\"", "\"2026-01-05T24:11:12Z\""}) {
        INFO(date);
        const One one = with(fmt::format(R"("device_assigned_date":{},"op_date":{})", date, date));
        CHECK(one.field(DeviceField::device_assigned_date) == "-");
        CHECK_FALSE(one.device().op_date);
        CHECK(codes(one.page.findings) == Codes(2, "unreadable_date"));
        CHECK(one.page.findings.front().severity == Severity::warning);
        CHECK(one.page.findings.front().message.find("'C02'") != std::string::npos);
    }
    CHECK(with(R"("op_date":"2024-02-29T23:59:59Z")").device().op_date == "2024-02-29T23:59:59Z");
    CHECK(with(R"("op_date":"2026-01-31T10:00:00+02:00")").device().op_date == "2026-01-31T08:00:00Z");
    const One none = with(R"("device_assigned_date":"","op_date":null)");
    CHECK(none.page.findings.empty());
    CHECK_FALSE(none.device().op_date);
}

TEST_CASE("a member that is there twice counts as it came last, and is said") {
    const One one = with(R"("model":"a","model":"b","new":1,"new":2)");
    CHECK(one.field(DeviceField::model) == "b");
    CHECK(one.more() == R"({"new":2})");
    CHECK(codes(one.page.findings) == Codes{"unusual_member", "unusual_member"});
}

TEST_CASE("a text that is none, or cannot be kept, is said") {
    const One number = with(R"("model":5)");
    CHECK(number.field(DeviceField::model) == "-");
    CHECK(number.more() == R"({"model":5})");
    CHECK(codes(number.page.findings) == Codes{"unusual_member"});
    CHECK(codes(with(R"("color":"a\u0000")").page.findings) == Codes{"unusual_member"});
    CHECK(codes(with(fmt::format(R"("color":"{}")", std::string(limits::dep_text + 1, 'x'))).page.findings) ==
          Codes{"unusual_member"});
    const One large = with(fmt::format(R"("new":"{}")", std::string(limits::dep_more, 'x')));
    CHECK(large.more() == "-");
    CHECK(codes(large.page.findings) == Codes{"unusual_member"});
}

TEST_CASE("further members are kept in one form, however they came") {
    const std::string one = with(R"("b":{"y":1,"x":[true,null,-5,2.50,"\u00e9\n"]},"a":18446744073709551615)").more();
    CHECK(one == R"({"a":18446744073709551615,"b":{"x":[true,null,-5,2.5,"é\u000a"],"y":1}})");
    CHECK(with(R"( "a" : 18446744073709551615 , "b":{"x":[true,null,-5,2.5,"é\u000A"],"y":1} )").more() == one);
    CHECK(with(R"("a":{},"b":[])").more() == R"({"a":{},"b":[]})");
}

TEST_CASE("the type of a change is read in any case, and a record of one that is not known cannot be used") {
    CHECK(with(R"("op_type":"DELETED")").device().op == Op::deleted);
    CHECK(with(R"("op_type":"modified")").device().op == Op::modified);
    const One odd = with(R"("op_type":"lent")");
    CHECK(odd.page.devices.empty());
    CHECK(codes(odd.page.findings) == Codes{"unreadable_device"});
    DevicePageReader reader;
    const std::string untold = page_of(R"({"serial_number":"A"},{"serial_number":"B","op_type":"added"})");
    CHECK(reader.read(untold, 1, PageKind::changes).devices.size() == 1);
    CHECK(reader.read(untold, 1, PageKind::listing).devices.size() == 2);
}

TEST_CASE("findings of one page do not grow beyond all bounds") {
    std::string devices = "{}";
    for (int i = 0; i < 500; ++i)
        devices += ",{}";
    DevicePageReader reader;
    const DevicePage& page = reader.read(page_of(devices), 1);
    CHECK(page.findings.size() == limits::dep_findings);
    CHECK(page.unlisted == 501 - static_cast<std::int64_t>(limits::dep_findings));
    CHECK(page.unreadable == 501);
    std::string members = R"({"serial_number":"A")";
    for (std::size_t i = 0; i < limits::dep_members; ++i)
        members += fmt::format(R"(,"m{}":1)", i);
    CHECK(codes(reader.read(page_of(members + "}"), 1).findings) == Codes{"unreadable_device"});
}

TEST_CASE("a reader reads one page after the other") {
    DevicePageReader reader;
    CHECK(reader.read(page_of(R"({"serial_number":"A"},7)"), 1).devices.size() == 1);
    CHECK(fakes::code_of([&] { return reader.read("no", 2).devices.size(); }) == "bad_answer");
    const DevicePage& page = reader.read(page_of(R"({"serial_number":"B"})"), 3);
    CHECK(page.devices.at(0).serial == "B");
    CHECK(page.findings.empty());
    CHECK(page.unreadable == 0);
}
