// SPDX-License-Identifier: Apache-2.0
#include "tenant/customer_list.hpp"

#include "catch.hpp"
#include "fakes/errors.hpp"

#include <fmt/format.h>

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
         {"Contact;TENANT;Display Name;labels\r\na@x.example b@x.example;acme;\"A; B\";region=north; tier=\r\n",
          "\xef\xbb\xbf"
          "contact\ttenant\tdisplay-name\tlabels\na@x.example,b@x.example\tacme\tA; B\tregion=north\n"}) {
        const Read all = read(text);
        REQUIRE(all.good.size() + all.bad.size() == 1);
        if (all.good.empty())
            continue;
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
        "no-end,a@x.example,com.apple.mgmt.External.a,,\n"
        "no-date,a@x.example,com.apple.mgmt.External.a,31/12/2027,\n"
        "esc\033[1m,,,,\n"
        ",,,,\n"
        "x\"y,,,,\n"
        "last,,,,\n");
    Lines names;
    for (const Customer& customer : all.good)
        names.push_back(customer.tenant);
    CHECK(names == Lines{"good", "short", "last"});
    CHECK(all.bad == Lines{"4 a: malformed_csv", "5 no-account: malformed_csv", "6 no-end: malformed_csv",
                           "7 no-date: malformed_csv", "8 esc\033[1m: bad_name", "9 : bad_name", "10 : malformed_csv"});
}
