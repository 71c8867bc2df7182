// SPDX-License-Identifier: Apache-2.0
#include "expiry/told.hpp"

#include "base/text.hpp"
#include "catch.hpp"
#include "expiry/item_meant.hpp"
#include "fakes/held_certificates.hpp"

using namespace mdm;
using namespace mdm::expiry;
using namespace mdm::fakes;

namespace {

Telling::Outcome tell_it(const Holding& holding, Told told) {
    return holding.by("acme", [&](store::Change& c, const store::Tenant& whose) {
        told.policy = store::root_policy(c.transaction(), whose.id);
        return tell(c, whose, told).outcome;
    });
}

std::string refused(const Holding& holding, const Told& told) {
    return code_of([&] { return tell_it(holding, told); });
}

std::string meant(const Holding& holding, const std::string& name) {
    return holding.look("acme", [&](store::Transaction& t, const store::Tenant& whose) {
        return full_name(item_meant(t, whose, name));
    });
}

}  // namespace

TEST_CASE("what is told is there, is renewed by a later end, and by no earlier one") {
    const Holding holding(GENERATE(from_range(engines())));
    const Told told{"scep", "issuing-ca", at("2027-03-01"), ""};
    CHECK(tell_it(holding, told) == Telling::Outcome::added);
    CHECK(tell_it(holding, told) == Telling::Outcome::unchanged);
    CHECK(tell_it(holding, {"scep", "issuing-ca", at("2028-03-01"), ""}) == Telling::Outcome::renewed);
    CHECK(refused(holding, told) == "ends_before_current");
    CHECK(meant(holding, "issuing-ca") == "scep/issuing-ca");
    holding.by("acme", [&](store::Change& c, const store::Tenant& whose) {
        forget(c, whose, item_meant(c.transaction(), whose, "scep/issuing-ca"));
        return 0;
    });
    CHECK(code_of([&] { return meant(holding, "issuing-ca"); }) == "no_such_item");
    CHECK(tell_it(holding, told) == Telling::Outcome::added);
}

TEST_CASE("what a service looks after is neither told nor forgotten") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {});
    CHECK(refused(holding, {"apns", "other", at("2027-03-01"), ""}) == "bad_name");
    CHECK(refused(holding, {"a/b", "other", at("2027-03-01"), ""}) == "bad_name");
    CHECK(refused(holding, {"tls", "", at("2027-03-01"), ""}) == "bad_name");
    CHECK(code_of([&] {
              return holding.by("acme", [](store::Change& c, const store::Tenant& whose) {
                  forget(c, whose, item_meant(c.transaction(), whose, "default"));
                  return 0;
              });
          }) == "item_exists");
}

TEST_CASE("what was told elsewhere is judged when it arrives, and what to type next is written here") {
    const Holding holding(GENERATE(from_range(engines())));
    const auto arrival = [&](store::InventoryItem item) {
        return holding.by("acme", [&](store::Change& c, const store::Tenant& whose) {
            item.tenant = whose.id;
            item.policy = store::root_policy(c.transaction(), whose.id);
            store::put_in_inventory(c.transaction(), item, c.now());
            rewrite_told(c.transaction(), whose, c.now());
            const std::string command = item_meant(c.transaction(), whose, item.name).next_command;
            store::take_from_inventory(c.transaction(), whose.id, item.service, item.name);
            return command;
        });
    };
    store::InventoryItem item{};
    item.service = "tls";
    item.name = "it's";
    item.state = "told";
    CHECK(code_of([&] { return arrival(item); }) == "store_damaged");
    item.not_after = at("2027-03-01");
    item.next_command = "rm -rf /";
    CHECK(arrival(item) == "mdmctl expiry add FILE --service 'tls' --name " + shell_quoted("it's"));
    item.service = "dep";
    CHECK(code_of([&] { return arrival(item); }) == "bad_name");
    item.state = "tracked";
    CHECK(arrival(item) == "rm -rf /");
}

TEST_CASE("a thing is meant by its name, by service and name, by its only service, and by its id") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {});
    tell_it(holding, {"tls", "www", at("2027-03-01"), ""});
    tell_it(holding, {"tls", "default", at("2027-03-01"), ""});
    CHECK(meant(holding, "www") == "tls/www");
    CHECK(meant(holding, "apns") == "apns/default");
    CHECK(meant(holding, "tls/default") == "tls/default");
    CHECK(code_of([&] { return meant(holding, "default"); }) == "item_ambiguous");
    CHECK(code_of([&] { return meant(holding, "tls"); }) == "item_ambiguous");
    const std::string id = holding.look(
        "acme", [](store::Transaction& t, const store::Tenant& whose) { return item_meant(t, whose, "www").id; });
    CHECK(meant(holding, id) == "tls/www");
}
