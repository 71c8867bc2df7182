// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "fakes/errors.hpp"
#include "fakes/stores.hpp"
#include "store/dialect.hpp"
#include "store/schema.hpp"

#include <set>

using namespace mdm;
using namespace mdm::store;
using namespace mdm::fakes;

namespace {

Room pets(std::size_t versions) {
    Room room{.name = "pets",
              .tables = {{.name = "pets"}},
              .migrations = {{.number = 1, .summary = "pets", .sql = {"create table pets (name text)"}},
                             {.number = 2,
                              .summary = "their age",
                              .sql = {"alter table pets add column age bigint"},
                              .sqlite_only = {"insert into pets (name) values ('on sqlite')"},
                              .postgresql_only = {"insert into pets (name) values ('on postgresql')"}}}};
    room.migrations.resize(versions);
    return room;
}

}  // namespace

TEST_CASE("each room brings its tables, step by step and once") {
    const Ground ground(GENERATE(from_range(engines())));
    Database database(ground.location(), Access::create);
    CHECK(migrate(database, {own_room(), pets(1)}).size() == own_room().migrations.size() + 1);
    CHECK(migrate(database, {own_room(), pets(1)}).empty());
    const Room second = pets(2);
    const auto applied = migrate(database, {own_room(), second});
    REQUIRE(applied.size() == 1);
    CHECK(applied[0].migration.summary == "their age");
    Transaction transaction(database, Transaction::Kind::reads);
    const std::string where = ground.engine() == Engine::sqlite ? "on sqlite" : "on postgresql";
    CHECK(transaction.row("select name, age from pets")->text("name") == where);
}

TEST_CASE("a step that fails leaves the steps before it, and nothing of its own") {
    const Ground ground(GENERATE(from_range(engines())));
    Database database(ground.location(), Access::create);
    Room broken = pets(2);
    broken.migrations[1].sql = {"insert into pets (name) values ('a')", "create table pets (name text)"};
    CHECK(code_of([&] { return migrate(database, {broken}).size(); }) == "internal_error");
    {
        Transaction transaction(database, Transaction::Kind::reads);
        CHECK(transaction.row("select version from schema_versions")->number("version") == 1);
        CHECK(transaction.row("select count(*) as n from pets")->number("n") == 0);
    }
    CHECK(migrate(database, {pets(2)}).size() == 1);
}

TEST_CASE("a store of a newer mdmctl is neither read nor written") {
    const Ground ground(GENERATE(from_range(engines())));
    founded(ground);
    ground.sql("update schema_versions set version = 99 where room = 'store'");
    Store store(options_of(ground));
    CHECK(code_of([&] { return store.info().id; }) == "store_too_new");
    CHECK(code_of([&] {
              change(store, [](Change&) {});
              return 0;
          }) == "store_too_new");
}

TEST_CASE("an own store is brought up to date by who writes, a shared one by migrate alone") {
    const Ground ground(GENERATE(from_range(engines())));
    founded(ground);
    StoreOptions options = options_of(ground);
    options.rooms = {pets(2)};
    Store store(std::move(options));
    CHECK(code_of([&] { return store.info().id; }) == "store_too_old");
    const std::string code = code_of([&] {
        change(store, [](Change& c) { c.transaction().run("insert into pets (name) values ('b')"); });
        return 0;
    });
    CHECK(code == (ground.engine() == Engine::sqlite ? "" : "store_too_old"));
}

TEST_CASE("two processes that migrate at once do it once") {
    const Ground ground(GENERATE(from_range(engines())));
    { const Database made(ground.location(), Access::create); }
    CHECK(in_processes(3, [&](int) {
              Database database(ground.location(), Access::write, std::chrono::seconds(20));
              migrate(database, {own_room(), pets(2)});
          }) == 3);
    Database database(ground.location(), Access::read);
    Transaction transaction(database, Transaction::Kind::reads);
    CHECK(transaction.row("select count(*) as n from pets")->number("n") == 1);
}

TEST_CASE("backup and copy know every table, but what is true of one place alone") {
    const Ground ground(GENERATE(from_range(engines())));
    Database database(ground.location(), Access::create);
    migrate(database, {own_room()});
    std::set<std::string> listed{"schema_versions", "lock_holders"};
    for (const Table& table : own_room().tables)
        listed.emplace(table.name);
    std::set<std::string> there;
    Transaction transaction(database, Transaction::Kind::reads);
    for (const Row& row : transaction.rows(dialect::table_names(ground.engine())))
        there.insert(row.text("name"));
    CHECK(there == listed);
}
