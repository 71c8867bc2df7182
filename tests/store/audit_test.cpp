// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "fakes/errors.hpp"
#include "fakes/stores.hpp"
#include "store/check.hpp"

using namespace mdm;
using namespace mdm::store;
using namespace mdm::fakes;

namespace {

/// A store with five events in the chain of a tenant "t", and the one of its making in its own.
Store with_events(const Ground& ground) {
    Store store = founded(ground);
    for (int i = 1; i <= 5; ++i) {
        Change c = store.change(some_day + std::chrono::hours(i));
        c.record({.tenant_id = "t",
                  .tenant = "acme",
                  .command = "test",
                  .object = "number " + std::to_string(i),
                  .before = std::nullopt,
                  .after = "{\"n\":" + std::to_string(i) + "}"});
        c.commit();
    }
    return store;
}

std::vector<ChainVerdict> verified(Store& store, std::string_view expected = {}) {
    const StoreKey& key = store.key();
    Transaction transaction = store.read();
    return verify_audit(transaction, key, expected);
}

/// What is wrong with the chain "t".
std::string broken(Store& store) {
    for (const ChainVerdict& verdict : verified(store))
        if (verdict.chain == "t")
            return verdict.broken;
    return "there is no such chain";
}

std::vector<std::string> objects(Store& store, const AuditFilter& filter) {
    std::vector<std::string> out;
    Transaction transaction = store.read();
    each_event(transaction, filter, [&](const AuditEvent& event) {
        out.push_back(event.deed.object);
        return true;
    });
    return out;
}

}  // namespace

TEST_CASE("a chain that nobody touched holds, and its head is told") {
    const Ground ground(GENERATE(from_range(engines())));
    Store store = with_events(ground);
    const auto verdicts = verified(store);
    REQUIRE(verdicts.size() == 2);
    CHECK(verdicts[0].chain == "store");
    CHECK(verdicts[0].events == 1);
    CHECK(verdicts[1].chain == "t");
    CHECK(verdicts[1].events == 5);
    CHECK(verdicts[1].head.size() == 64);
    CHECK(verdicts[1].broken.empty());
    CHECK(verified(store, verdicts[1].head)[1].holds_expected);
    CHECK_FALSE(verified(store, verdicts[1].head)[0].holds_expected);
}

TEST_CASE("an event that was edited, removed, moved or cut off is found, and the first is named") {
    const Ground ground(GENERATE(from_range(engines())));
    const auto [edit, found] = GENERATE(table<std::string, std::string>({
        {"update audit_events set object = 'number 7' where chain = 't' and seq = 3", "event t/3 was edited"},
        {"update audit_events set actor = 'another' where chain = 't' and seq = 1", "event t/1 was edited"},
        {"update audit_events set after = null where chain = 't' and seq = 2", "event t/2 was edited"},
        {"update audit_events set at = '2026-03-02T00:00:00Z' where chain = 't' and seq = 4", "event t/4 was edited"},
        {"update audit_events set at = 'never' where chain = 't' and seq = 4", "event t/4 was edited"},
        {"update audit_events set moved = 'to the past' where chain = 't' and seq = 4", "event t/4 was edited"},
        {"update audit_events set tenant = null where chain = 't' and seq = 4", "event t/4 was edited"},
        {"delete from audit_events where chain = 't' and seq = 2", "event t/2 is missing"},
        {"delete from audit_events where chain = 't' and seq = 1", "event t/1 is missing"},
        {"delete from audit_events where chain = 't' and seq >= 4", "event t/4 and what followed it were cut off"},
        {"delete from audit_events where chain = 't'", "event t/1 and what followed it were cut off"},
        {"delete from audit_heads where chain = 't'", "the head of the chain t is missing"},
        {"update audit_heads set hash = 'x' where chain = 't'", "the head of the chain t was edited"},
        {"update audit_events set seq = 99 where chain = 't' and seq = 2;"
         "update audit_events set seq = 2 where chain = 't' and seq = 3;"
         "update audit_events set seq = 3 where chain = 't' and seq = 99",
         "event t/2 was edited, or is not where it was"},
        {"delete from audit_events where chain = 't' and seq = 2;"
         "update audit_events set seq = seq - 1 where chain = 't' and seq = 3;"
         "update audit_events set seq = seq - 1 where chain = 't' and seq = 4;"
         "update audit_events set seq = seq - 1 where chain = 't' and seq = 5;"
         "update audit_heads set seq = 4 where chain = 't'",
         "event t/2 was edited, or is not where it was"},
    }));
    Store store = with_events(ground);
    REQUIRE(broken(store).empty());
    ground.sql(edit + ";");
    CHECK(broken(store).substr(0, found.size()) == found);
}

TEST_CASE("who cuts events off and mends the head is found by a head that was kept") {
    const Ground ground(GENERATE(from_range(engines())));
    Store store = with_events(ground);
    const std::string kept = verified(store)[1].head;
    ground.sql(
        "update audit_heads set seq = 4, hash = (select hash from audit_events where chain = 't' and seq = 4) "
        "where chain = 't'; delete from audit_events where chain = 't' and seq = 5;");
    CHECK(broken(store).empty());
    CHECK_FALSE(verified(store, kept)[1].holds_expected);
    CHECK(errors(check_store(store, kept).findings) == Codes{"audit_broken"});
    CHECK(errors(check_store(store).findings).empty());
}

TEST_CASE("events are found by time, actor and object, and % and _ mean themselves") {
    const Ground ground(GENERATE(from_range(engines())));
    Store store = with_events(ground);
    CHECK(objects(store, {.chain = "t"}).size() == 5);
    CHECK(objects(store, {}).size() == 6);
    CHECK(objects(store, {.since = some_day + std::chrono::hours(4)}) ==
          std::vector<std::string>{"number 4", "number 5"});
    CHECK(objects(store, {.chain = "t", .until = some_day + std::chrono::hours(2)}) ==
          std::vector<std::string>{"number 1", "number 2"});
    CHECK(objects(store, {.object = "er 3"}) == std::vector<std::string>{"number 3"});
    CHECK(objects(store, {.object = "%"}).empty());
    CHECK(objects(store, {.object = "number_"}).empty());
    CHECK(objects(store, {.actor = "jo"}).size() == 6);
    CHECK(objects(store, {.actor = "j"}).empty());
}

TEST_CASE("a change without its audit event is a bug and is not made") {
    const Ground ground(Engine::sqlite);
    Store store = founded(ground);
    {
        Change c = store.change(some_day);
        add_tenant(c.transaction(), {.name = "acme"}, some_day);
        CHECK(code_of([&] {
                  c.commit();
                  return 0;
              }) == "internal_error");
    }
    CHECK(store.info().tenants == 0);
}

TEST_CASE("two processes that record at once lose no event and break no chain") {
    const Ground ground(GENERATE(from_range(engines())));
    founded(ground);
    CHECK(in_processes(2, [&](int) {
              StoreOptions options = options_of(ground);
              options.patience = std::chrono::seconds(20);
              Store store(std::move(options));
              for (int i = 0; i < 50; ++i)
                  change(
                      store, [](Change&) {}, "t");
          }) == 2);
    Store store(options_of(ground));
    CHECK(verified(store)[1].events == 100);
    CHECK(broken(store).empty());
}
