// SPDX-License-Identifier: Apache-2.0
#include "base/files.hpp"
#include "base/given_name.hpp"
#include "catch.hpp"
#include "fakes/errors.hpp"
#include "fakes/stores.hpp"
#include "store/check.hpp"
#include "store/copy.hpp"
#include "store/facts.hpp"
#include "store/inventory.hpp"

#include <csignal>

using namespace mdm;
using namespace mdm::store;
using namespace mdm::fakes;

namespace {

/// A store with something in every table.
Store furnished(const Ground& ground) {
    Store store = founded(ground);
    change(store, [](Change& c) {
        for (const char* name : {"acme", "M\xc3\xbcller & S\xc3\xb6hne"}) {
            const Tenant tenant = add_tenant(c.transaction(), {.name = name, .display_name = "It's"}, some_day);
            c.keep_secret(tenant.id, "private-key", Secret{std::string("hunter2\n") + name});
            put_in_inventory(c.transaction(),
                             {.tenant = tenant.id,
                              .policy = root_policy(c.transaction(), tenant.id),
                              .service = "apns",
                              .name = "default",
                              .not_after = some_day,
                              .state = "valid",
                              .next_command = ""},
                             some_day);
        }
    });
    return store;
}

Store at_other_place(const Ground& original, const Ground& place) {
    StoreOptions options = options_of(original);
    options.location = place.location();
    return Store(std::move(options));
}

}  // namespace

TEST_CASE("a new store is sound, knows what it is, and has its key beside it") {
    const Ground ground(GENERATE(from_range(engines())));
    Store store = founded(ground);
    const StoreInfo info = store.info();
    CHECK(info.id.size() == 36);
    CHECK(info.engine == ground.engine());
    CHECK(info.created_at == some_day);
    CHECK_FALSE(info.rehearsal);
    CHECK(info.moved_to.empty());
    CHECK(info.tenants == 0);
    CHECK(read_key_file(ground.key_path()).store_id == info.id);
    CHECK(check_store(store).findings.empty());
}

TEST_CASE("a second store is not made over the first") {
    const Ground ground(GENERATE(from_range(engines())));
    const std::string id = founded(ground).info().id;
    CHECK(code_of([&] { return founded(ground).info().id; }) == "store_exists");
    Store store(options_of(ground));
    CHECK(store.info().id == id);
    CHECK(check_store(store).findings.empty());
}

TEST_CASE("a rehearsal's store says so") {
    const Ground ground(GENERATE(from_range(engines())));
    found_store(options_of(ground), {.now = some_day, .rehearsal = true, .key_path = [&](const std::string&) {
                                         return ground.key_path();
                                     }});
    Store store(options_of(ground));
    CHECK(store.info().rehearsal);
}

TEST_CASE("where there is no store, or something else, no store is made by looking") {
    const Ground ground(GENERATE(from_range(engines())));
    Store store(options_of(ground));
    CHECK(code_of([&] { return store.info().id; }) == "no_store");
    CHECK(code_of([&] {
              change(store, [](Change&) {});
              return 0;
          }) == "no_store");
}

TEST_CASE("somebody else's database is left alone") {
    const Ground ground(Engine::sqlite);
    {
        Database database(ground.location(), Access::create);
        Transaction transaction(database, Transaction::Kind::writes);
        transaction.run("create table theirs (name text)");
        transaction.commit();
    }
    Store store(options_of(ground));
    CHECK(code_of([&] { return store.info().id; }) == "not_a_store");
    CHECK(code_of([&] { return founded(ground).info().id; }) == "not_a_store");
    const Ground other(Engine::sqlite);
    Store ours = founded(other);
    CHECK(code_of([&] { return copy_into(ours, ground.location(), true).tables.size(); }) == "not_a_store");
}

TEST_CASE("a tenant is found by its name, and the only one needs none") {
    const Ground ground(GENERATE(from_range(engines())));
    Store store = founded(ground);
    change(store, [](Change& c) {
        Transaction& t = c.transaction();
        CHECK(code_of([&] { return tenant_meant(t, ""); }) == "no_such_tenant");
        const Tenant acme = add_tenant(t, {.name = "acme", .display_name = "ACME", .external_id = "42"}, some_day);
        CHECK(tenant_meant(t, "").id == acme.id);
        CHECK(tenant_meant(t, "acme").external_id == "42");
        for (const NewTenant& bad :
             {NewTenant{.name = "bad", .external_id = "4\xff"}, NewTenant{.name = "bad", .external_id = "4\x1b[31m"},
              NewTenant{.name = "bad", .display_name = " bad"}})
            CHECK(code_of([&] { return add_tenant(t, bad, some_day).id; }) == "bad_name");
        CHECK(code_of([&] { return tenant_meant(t, "Acme"); }) == "no_such_tenant");
        add_tenant(t, {.name = "zeta"}, some_day);
        CHECK(code_of([&] { return tenant_meant(t, ""); }) == "tenant_not_named");
        CHECK(code_of([&] { return add_tenant(t, {.name = "acme"}, some_day); }) == "tenant_exists");
        CHECK(tenants(t).size() == 2);
        CHECK(root_policy(t, acme.id).size() == 36);
        t.run("update tenants set removed_at = '2026-03-02T00:00:00Z' where name = 'zeta'");
        CHECK(tenants(t).size() == 1);
        CHECK(tenants(t, TenantFilter{.removed = Removed::included}).size() == 2);
        CHECK(code_of([&] { return tenant_meant(t, "zeta"); }) == "no_such_tenant");
        CHECK(code_of([&] { return add_tenant(t, {.name = "zeta"}, some_day); }) == "tenant_exists");
    });
}

TEST_CASE("names may have spaces and accents, but nothing that steers a terminal") {
    for (const char* good : {"acme", "M\xc3\xbcller & S\xc3\xb6hne", "\xe6\xa0\xaa\xe5\xbc\x8f", "a'b\"c", "100%"})
        CHECK(code_of([&] {
                  judge_given_name(good, "the name");
                  return 0;
              }) == "");
    const std::string too_long(201, 'x');
    for (const char* bad : {"", " acme", "acme ", "a\nb", "a\tb", "a\x1b[31mb",
                            "a\xe2\x80\xae"
                            "b",
                            "\xff", too_long.c_str()})
        CHECK(code_of([&] {
                  judge_given_name(bad, "the name");
                  return 0;
              }) == "bad_name");
}

TEST_CASE("a backup is restored on either engine with every row and secret") {
    const Ground ground(GENERATE(from_range(engines())));
    const Ground backup(Engine::sqlite);
    const Ground restored(GENERATE(from_range(engines())));
    Store store = furnished(ground);
    const StoreInfo before = store.info();

    CHECK(copy_into(store, backup.location(), false).secrets_opened == 0);
    Store from_backup = at_other_place(ground, backup);
    const Copied copied = copy_into(from_backup, restored.location(), true);
    CHECK(copied.secrets_opened == 3);

    Store after = at_other_place(ground, restored);
    CHECK(after.info().id == before.id);
    CHECK(after.info().tenants == 2);
    CHECK(after.info().secrets == before.secrets);
    const StoreCheck check = check_store(after);
    CHECK(check.findings.empty());
    CHECK(check.events_verified == 2);
    change(after, [](Change& c) {
        CHECK(inventory(c.transaction()).size() == 2);
        CHECK(tenant_named(c.transaction(), "M\xc3\xbcller & S\xc3\xb6hne")->display_name == "It's");
    });
}

TEST_CASE("a store that holds something is not filled with another") {
    const Ground ground(GENERATE(from_range(engines())));
    const Ground taken(GENERATE(from_range(engines())));
    Store store = furnished(ground);
    const std::string id = founded(taken).info().id;
    CHECK(code_of([&] { return copy_into(store, taken.location(), true).tables.size(); }) == "store_not_empty");
    Store there(options_of(taken));
    CHECK(there.info().id == id);
    CHECK(code_of([&] { return copy_into(store, ground.location(), true).tables.size(); }) == "store_not_empty");
}

TEST_CASE("a backup is of one moment while another process goes on writing") {
    const Ground ground(GENERATE(from_range(engines())));
    const Ground backup(Engine::sqlite);
    furnished(ground);
    CHECK(in_processes(2, [&](int who) {
              StoreOptions options = options_of(ground);
              options.patience = std::chrono::seconds(20);
              Store store(std::move(options));
              if (who == 0)
                  copy_into(store, backup.location(), true);
              for (int i = 0; who == 1 && i < 50; ++i)
                  change(store, [&](Change& c) {
                      const Tenant t = add_tenant(c.transaction(), {.name = "n" + std::to_string(i)}, some_day);
                      c.keep_secret(t.id, "x", Secret{std::string("y")});
                  });
          }) == 2);
    Store copy = at_other_place(ground, backup);
    CHECK(check_store(copy).findings.empty());
    CHECK(copy.info().secrets == copy.info().tenants + 1);
}

TEST_CASE("a store that was moved is for reading, and says where it went") {
    const Ground ground(GENERATE(from_range(engines())));
    const Ground target(GENERATE(from_range(engines())));
    Store store = furnished(ground);
    // What a run leaves that was killed between the two commits: the next one finds its copy and finishes.
    const bool killed_before = GENERATE(false, true);
    if (killed_before)
        copy_into(store, target.location(), true);
    move_to(store, target.location(), some_day);

    Store here(options_of(ground));
    CHECK(here.info().moved_to == target.location().shown);
    CHECK(code_of([&] {
              change(here, [](Change&) {});
              return 0;
          }) == "store_moved");
    Store there = at_other_place(ground, target);
    CHECK(there.info().moved_to.empty());
    CHECK(check_store(there).findings.empty());
    change(there, [](Change& c) { add_tenant(c.transaction(), {.name = "new"}, some_day); });
}

namespace {

Store for_reader(const Ground& ground) {
    StoreOptions options = options_of(ground);
    options.location = ground.for_a_reader();
    return Store(std::move(options));
}

std::string code_of_change(Store& store) {
    return code_of([&] {
        change(store, [](Change& c) { add_tenant(c.transaction(), {.name = "new"}, some_day); });
        return 0;
    });
}

bool has_server() { return engines().size() > 1; }

}  // namespace

TEST_CASE("while one run changes the store, others read it, and who would change it too is told") {
    const Ground ground(GENERATE(from_range(engines())));
    Store store = furnished(ground);
    Store other(options_of(ground));
    {
        Change changing = store.change(some_day);
        CHECK(other.info().tenants == 2);
        CHECK(code_of_change(other) == "locked");
    }
    CHECK(code_of_change(other).empty());
    CHECK(check_store(other).findings.empty());
}

TEST_CASE("a run that is killed in the midst of a change leaves a sound store") {
    const Ground ground(GENERATE(from_range(engines())));
    furnished(ground);
    in_another_process([&] {
        Store store(options_of(ground));
        Change dying = store.change(some_day);
        const Tenant tenant = add_tenant(dying.transaction(), {.name = "new"}, some_day);
        dying.keep_secret(tenant.id, "private-key", Secret{std::string("hunter2")});
        dying.record({.tenant_id = tenant.id, .tenant = tenant.name, .command = "test", .object = "something"});
        ::raise(SIGKILL);
    });
    StoreOptions options = options_of(ground);
    options.patience = std::chrono::seconds(5);  // a server takes a moment to see that the run is gone
    Store store(std::move(options));
    CHECK(store.info().tenants == 2);
    CHECK(check_store(store).findings.empty());
    CHECK(code_of_change(store).empty());
}

TEST_CASE("who may only read a shared store reads it, judges it, and changes nothing") {
    if (!has_server())
        return;
    const Ground ground(Engine::postgresql);
    furnished(ground);
    Store reader = for_reader(ground);
    CHECK(reader.info().tenants == 2);
    CHECK(check_store(reader).findings.empty());
    CHECK(code_of_change(reader) == "store_access_denied");
    CHECK(reader.info().tenants == 2);
}

TEST_CASE("a server that takes no changes, or has no room for them, says so") {
    if (!has_server())
        return;
    const Ground ground(Engine::postgresql);
    const std::string trouble =
        GENERATE(std::string("alter database :db set default_transaction_read_only = on"),
                 // What a server without room says (SQLSTATE 53100), from a trigger: its disk cannot be filled here.
                 std::string("create function full_disk() returns trigger language plpgsql as $$ begin "
                             "raise exception using errcode = '53100', message = 'could not extend file "
                             "\"base/1/2\": No space left on device'; end $$; "
                             "create trigger full_disk before insert on tenants execute function full_disk()"));
    furnished(ground);
    ground.sql("select current_database() as db \\gset\n" + trouble + ";");
    Store store(options_of(ground));
    CHECK(store.info().tenants == 2);
    CHECK(check_store(store).findings.empty());
    CHECK(code_of_change(store) == "cannot_write");
    CHECK(store.info().tenants == 2);
}

TEST_CASE("check lists all that is wrong, not the first alone") {
    const Ground ground(GENERATE(from_range(engines())));
    Store store = furnished(ground);
    ground.sql(
        "update secrets set kind = 'another' where kind = 'private-key';"
        "delete from inventory; delete from policies where tenant is not null;"
        "update audit_events set host = 'elsewhere' where chain = 'store' and seq = 2;");
    const StoreCheck check = check_store(store);
    CHECK(errors(check.findings) ==
          Codes{"store_damaged", "store_damaged", "sealed_elsewhere", "sealed_elsewhere", "audit_broken"});
    CHECK(check.secrets_opened == 1);
}

TEST_CASE("check finds a broken foreign key and a damaged file") {
    const Ground ground(Engine::sqlite);
    Store store = furnished(ground);
    ground.sql(
        "pragma foreign_keys = off; update inventory set tenant = 'nobody' where service = 'apns' and "
        "rowid = 1;");
    const auto findings = check_store(store).findings;
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].message.find("inventory") != std::string::npos);
}
