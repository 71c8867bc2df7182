// SPDX-License-Identifier: Apache-2.0
#include "tenant/customer_list.hpp"

#include "base/limits.hpp"
#include "catch.hpp"
#include "fakes/errors.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

using namespace mdm;
using namespace mdm::tenant;
using namespace mdm::fakes;

namespace {

struct Read {
    std::vector<Customer> good;
    std::vector<std::string> bad;  ///< "3 acme: malformed_csv"
};

Read read(std::string_view text) {
    Read read;
    CustomerList(text, "list.csv")
        .each([&](const Customer& c) { read.good.push_back(c); },
              [&](const BadRow& row) {
                  read.bad.push_back(fmt::format("{} {}: {}", row.line, row.tenant, name(row.why.code())));
              });
    return read;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a list is read by the names of its columns, in any order, case and separator") {
    for (const std::string_view text :
         {"Contact;TENANT;Display Name;labels\r\na@x.example b@x.example;acme;\"A; B\";\"region=north; tier=\"\r\n",
          "\xef\xbb\xbf"
          "contact\ttenant\tdisplay-name\tlabels\na@x.example,b@x.example\tacme\tA; B\tregion=north\n"}) {
        const Read all = read(text);
        REQUIRE(all.good.size() == 1);
        const Customer& acme = all.good.front();
        CHECK(acme.line == 2);
        CHECK(acme.tenant == "acme");
        CHECK(acme.display_name == "A; B");
        CHECK(acme.contacts == Lines{"a@x.example", "b@x.example"});
        CHECK(acme.labels.front().value == "north");
    }
    const Read utf16 = read(std::string_view("\xff\xfet\0e\0n\0a\0n\0t\0\n\0a\0\n\0", 20));
    REQUIRE(utf16.good.size() == 1);
    CHECK(utf16.good.front().tenant == "a");
}

TEST_CASE("what a list cannot do without is named, and what means nothing is left alone") {
    CHECK(code_of([] { return read("name,contact\na,b\n").good.size(); }) == "malformed_csv");
    CHECK(code_of([] { return read("").good.size(); }) == "malformed_csv");
    CHECK(code_of([] { return read("tenant,Tenant\na,b\n").good.size(); }) == "malformed_csv");
    CHECK(CustomerList("tenant,colour\na,red\n", "l").unknown_columns() == Lines{"colour"});
}

TEST_CASE("a bad row is told with its line, and the others are read") {
    const Read all = read(
        "tenant,apple_account,topic,not_after,push_certificate\n"
        "good,,,,\n"
        "short\n"
        "a,b,c,d,e,f\n"
        "no-account,,,,push.pem\n"
        "no-date,a@x.example,com.apple.mgmt.External.a,31/12/2027,\n"
        "esc\033[1m,,,,\n"
        ",,,,\n"
        "x\"y,,,,\n"
        "last,,,,\n");
    Lines names;
    for (const Customer& customer : all.good)
        names.push_back(customer.tenant);
    CHECK(names == Lines{"good", "short", "last"});
    CHECK(all.bad == Lines{"4 a: malformed_csv", "5 no-account: malformed_csv", "6 no-date: malformed_csv",
                           "7 esc\033[1m: bad_name", "8 : bad_name", "9 : malformed_csv"});
}

TEST_CASE("a note in a list is what a note is anywhere: several lines, and no more bytes than one may have") {
    const std::string longest(limits::note, 'x');
    const Read all = read("tenant,note\nlines,\"ask Jo\nor Max\"\nlongest," + longest + "\nlonger," + longest +
                          "x\nsteers,\033[2J\n");
    REQUIRE(all.good.size() == 2);
    CHECK(all.good.front().note == "ask Jo\nor Max");
    CHECK(all.good.back().note == longest);
    CHECK(all.bad == Lines{"5 longer: bad_usage", "6 steers: bad_usage"});
}

TEST_CASE("a hundred thousand rows are read one at a time, and with all columns they fit the limit of a list") {
    const std::string row =
        ",\"Customer GmbH & Co. KG, Stra\xc3\x9f"
        "e 17\",4711-0815,jamf,mdm.renewals@customer.example,customer-push.pem,"
        "com.apple.mgmt.External.01234567-89ab-cdef-0123-456789abcdef,0123456789ABCDEF,2027-01-31,2026-09-01,"
        "it@customer.example noc@customer.example,\"region=north;tier=gold;desk=3\",\"renews in January with Jo, "
        "who has the second factor of the account; phone 030 1234567\",pass.txt\n";
    std::string text = fmt::format("{}\n", fmt::join(customer_columns(), ","));
    constexpr int rows = 100'000;
    for (int i = 0; i < rows; ++i)
        text += fmt::format("customer {}{}", i, row);
    CHECK(text.size() < limits::list_file);

    const CustomerList list(text, "list.csv");
    int good = 0;
    int bad = 0;
    Customer last;
    for (int pass = 0; pass < 2; ++pass)
        list.each(
            [&](const Customer& customer) {
                ++good;
                last = customer;
            },
            [&](const BadRow&) { ++bad; });
    CHECK(good == 2 * rows);
    CHECK(bad == 0);
    CHECK(last.tenant == "customer 99999");
    CHECK(last.line == rows + 1);
}
