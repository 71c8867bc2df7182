// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "fakes/errors.hpp"
#include "fakes/stores.hpp"
#include "store/intents.hpp"
#include "store/inventory.hpp"
#include "store/lock.hpp"

#include <csignal>

using namespace mdm;
using namespace mdm::store;
using namespace mdm::fakes;

namespace {

const Caller jo{.actor = "jo", .login = "jo", .uid = 1000, .host = "desk", .pid = 17};

ObjectLock lock(const Ground& ground, std::string_view name) {
    return ObjectLock(ground.location(), name, jo, some_day);
}

std::string add_acme(Store& store) {
    std::string id;
    change(store, [&](Change& c) { id = add_tenant(c.transaction(), {.name = "acme"}, some_day).id; });
    return id;
}

}  // namespace

TEST_CASE("what one run holds another does not get, and is told who has it") {
    const Ground ground(GENERATE(from_range(engines())));
    founded(ground);
    {
        const ObjectLock held = lock(ground, "dep sync of acme");
        const auto again = [&] { return lock(ground, "dep sync of acme"); };
        CHECK(code_of(again) == "locked");
        CHECK(message_of(again) == "'dep sync of acme' is held by jo on desk, process 17, since 2026-03-01T09:00:00Z");
        CHECK(code_of([&] { return lock(ground, "dep sync of another"); }).empty());
        const auto holders = lock_holders(ground.location());
        REQUIRE(holders.size() == 1);
        CHECK(holders[0].name == "dep sync of acme");
        CHECK(holders[0].since == some_day);
    }
    CHECK(lock_holders(ground.location()).empty());
    CHECK(code_of([&] { return lock(ground, "dep sync of acme"); }).empty());
}

TEST_CASE("a lock is gone when its holder dies") {
    const Ground ground(GENERATE(from_range(engines())));
    founded(ground);
    in_another_process([&] {
        const ObjectLock held = lock(ground, "x");
        ::raise(SIGKILL);
    });
    // A server takes a moment to see that the connection is closed.
    std::string code = "locked";
    for (int i = 0; i < 50 && code == "locked"; ++i) {
        code = code_of([&] { return lock(ground, "x"); });
        if (code == "locked")
            ::usleep(20'000);
    }
    CHECK(code.empty());
    CHECK(lock_holders(ground.location()).empty());
}

TEST_CASE("of many processes one has the lock at a time") {
    const Ground ground(GENERATE(from_range(engines())));
    founded(ground);
    ground.shop.write("inside", "");
    CHECK(in_processes(3, [&](int) {
              for (int done = 0; done < 10;) {
                  try {
                      const ObjectLock held = lock(ground, "x");
                      if (!ground.shop.run_quietly("mkdir alone && rmdir alone"))
                          throw std::runtime_error("not alone");
                      ++done;
                  } catch (const Error& e) {
                      if (e.code() != ErrorCode::locked)
                          throw;
                      ::usleep(1000);
                  }
              }
          }) == 3);
}

TEST_CASE("the inventory has one line a thing, and what ends first comes first") {
    const Ground ground(GENERATE(from_range(engines())));
    Store store = founded(ground);
    const std::string acme = add_acme(store);
    change(store, [&](Change& c) {
        Transaction& t = c.transaction();
        InventoryItem item{.tenant = acme,
                           .policy = "",
                           .service = "apns",
                           .name = "b",
                           .not_after = at("2027-01-01"),
                           .state = "valid",
                           .next_command = "mdmctl apns renew FILE"};
        put_in_inventory(t, item, some_day);
        item.name = "never";
        item.not_after = std::nullopt;
        put_in_inventory(t, item, some_day);
        item.name = "a";
        item.not_after = at("2026-06-01");
        put_in_inventory(t, item, some_day);
        item.state = "expiring";
        put_in_inventory(t, item, some_day);
        const auto all = inventory(t);
        REQUIRE(all.size() == 3);
        CHECK(all[0].name == "a");
        CHECK(all[0].state == "expiring");
        CHECK(all[1].not_after == at("2027-01-01"));
        CHECK_FALSE(all[2].not_after);
        CHECK(inventory(t, {.ends_by = at("2026-06-01")}).size() == 1);
        CHECK(inventory(t, {.tenant = "another"}).empty());
        CHECK(inventory(t, {.tenant = acme, .service = "dep"}).empty());
        take_from_inventory(t, acme, "apns", "a");
        CHECK(inventory(t).size() == 2);
    });
}

TEST_CASE("an intent stays open until its outcome is known, and is closed once") {
    const Ground ground(GENERATE(from_range(engines())));
    Store store = founded(ground);
    const std::string acme = add_acme(store);
    std::string id;
    change(store, [&](Change& c) {
        id = begin_intent(c.transaction(),
                          {.id = "",
                           .tenant = acme,
                           .verb = "hook",
                           .object = "apns",
                           .detail = "{}",
                           .unresolved = Unresolved::repeat},
                          some_day);
    });
    change(store, [&](Change& c) {
        Transaction& t = c.transaction();
        REQUIRE(open_intents(t, acme, "hook", some_day).size() == 1);
        CHECK(open_intents(t, "", "", some_day)[0].unresolved == Unresolved::repeat);
        CHECK(open_intents(t, acme, "deploy", some_day).empty());
        postpone_intent(t, id, some_day + std::chrono::hours(1));
        CHECK(open_intents(t, "", "", some_day).empty());
        const auto later = open_intents(t, "", "", some_day + std::chrono::hours(1));
        REQUIRE(later.size() == 1);
        CHECK(later[0].attempts == 1);
        close_intent(t, id, "done", std::nullopt, some_day);
        CHECK(open_intents(t, "", "", some_day + std::chrono::hours(1)).empty());
        CHECK(code_of([&] {
                  close_intent(t, id, "done", std::nullopt, some_day);
                  return 0;
              }) == "changed_meanwhile");
    });
}
