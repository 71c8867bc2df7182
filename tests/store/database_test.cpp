// SPDX-License-Identifier: Apache-2.0
#include "store/database.hpp"

#include "base/files.hpp"
#include "catch.hpp"
#include "fakes/errors.hpp"
#include "fakes/stores.hpp"

#include <csignal>
#include <fstream>
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>

using namespace mdm;
using namespace mdm::store;
using namespace mdm::fakes;

namespace {

constexpr std::chrono::seconds short_patience{1};
constexpr auto reads = Transaction::Kind::reads;
constexpr auto writes = Transaction::Kind::writes;

/// A database with one empty table.
Database with_table(const Ground& ground) {
    Database database(ground.location(), Access::create, short_patience);
    Transaction transaction(database, writes);
    transaction.run("create table things (name text not null primary key, n bigint, note text)");
    transaction.commit();
    return database;
}

void add(Transaction& transaction, std::string_view name, std::int64_t n = 0) {
    transaction.run("insert into things (name, n) values (:name, :n)", {{"name", name}, {"n", n}});
}

std::int64_t count(Transaction& transaction) {
    return transaction.row("select count(*) as n from things")->number("n");
}

std::int64_t count(Database& database) {
    Transaction transaction(database, reads);
    return count(transaction);
}

mode_t mode_of(const std::string& path) {
    struct stat status {};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    return status.st_mode & 0777;
}

}  // namespace

TEST_CASE("what is written is read as it was, null and large numbers included") {
    const Ground ground(GENERATE(from_range(engines())));
    Database database = with_table(ground);
    const std::string text = "it's \"quoted\" \\ :n ::text %s\nnew line \xc3\xa9 \xe4\xbd\xa0 $1 ?";
    Transaction transaction(database, writes);
    transaction.run("insert into things (name, n, note) values (:name, :n, :note)",
                    {{"name", text}, {"n", std::int64_t{9'000'000'000'000'000'000}}, {"note", std::nullopt}});
    const auto row = transaction.row("select note, n, name from things where name = :name", {{"name", text}});
    REQUIRE(row);
    CHECK(row->text("name") == text);
    CHECK(row->number("n") == 9'000'000'000'000'000'000);
    CHECK_FALSE(row->value("note"));
    CHECK(code_of([&] { return row->text("note"); }) == "store_damaged");
    CHECK(code_of([&] { return row->value("nothing"); }) == "internal_error");
    CHECK_FALSE(transaction.row("select name from things where name = :name", {{"name", "another"}}));
}

TEST_CASE("a statement that is run again takes the new values") {
    const Ground ground(GENERATE(from_range(engines())));
    Database database = with_table(ground);
    Transaction transaction(database, writes);
    Statement insert = transaction.prepare("insert into things (name, n, note) values (:name, :n, :note)");
    CHECK(insert.run({{"name", "a"}, {"n", std::int64_t{1}}, {"note", std::nullopt}}) == 1);
    CHECK(insert.run({{"name", "b"}, {"n", std::int64_t{-2}}, {"note", "a much longer text than the first one was"}}) ==
          1);
    CHECK(insert.run({{"name", "c"}, {"n", std::nullopt}, {"note", ""}}) == 1);
    const auto rows = transaction.rows("select name, n, note from things order by name");
    REQUIRE(rows.size() == 3);
    CHECK(rows[1].number("n") == -2);
    CHECK(rows[1].text("note") == "a much longer text than the first one was");
    CHECK_FALSE(rows[2].value("n"));
    CHECK(rows[2].text("note").empty());
    CHECK(transaction.run("update things set n = :n where name in ('a', 'b')", {{"n", std::int64_t{5}}}) == 2);
}

TEST_CASE("a transaction that is not committed leaves nothing") {
    const Ground ground(GENERATE(from_range(engines())));
    Database database = with_table(ground);
    {
        Transaction transaction(database, writes);
        add(transaction, "a");
    }
    CHECK(count(database) == 0);
}

TEST_CASE("a run that is killed in the middle leaves the store as it was, and it works") {
    const Ground ground(GENERATE(from_range(engines())));
    with_table(ground);
    in_another_process([&] {
        Database database(ground.location(), Access::write, short_patience);
        Transaction transaction(database, writes);
        for (int i = 0; i < 2000; ++i)
            add(transaction, "from a run that died " + std::to_string(i));
        ::raise(SIGKILL);
    });
    Database database(ground.location(), Access::write, std::chrono::seconds(5));
    CHECK(count(database) == 0);
    Transaction transaction(database, writes);
    add(transaction, "a");
    transaction.commit();
    CHECK(count(database) == 1);
}

TEST_CASE("an error does not show the values that were bound") {
    const Ground ground(GENERATE(from_range(engines())));
    Database database = with_table(ground);
    Transaction transaction(database, writes);
    add(transaction, "hunter2");
    const std::string message = message_of([&] {
        add(transaction, "hunter2");
        return 0;
    });
    CHECK_FALSE(message.empty());
    CHECK(message.find("hunter2") == std::string::npos);
}

TEST_CASE("one writes at a time, and who waits too long is told") {
    const Ground ground(GENERATE(from_range(engines())));
    Database first = with_table(ground);
    Database second(ground.location(), Access::write, short_patience);
    Transaction writing(first, writes);
    add(writing, "a");

    const auto begin = std::chrono::steady_clock::now();
    CHECK(code_of([&] {
              Transaction waiting(second, writes);
              return 0;
          }) == "locked");
    CHECK(std::chrono::steady_clock::now() - begin >= std::chrono::milliseconds(900));
    writing.commit();
    Transaction next(second, writes);
    CHECK(count(next) == 1);
}

TEST_CASE("who reads sees one moment, whatever is committed meanwhile") {
    const Ground ground(GENERATE(from_range(engines())));
    Database writer = with_table(ground);
    Database reader(ground.location(), Access::read, short_patience);
    Transaction reading(reader, reads);
    CHECK(count(reading) == 0);
    Transaction writing(writer, writes);
    add(writing, "a");
    writing.commit();
    CHECK(count(reading) == 0);
}

TEST_CASE("two processes that read and then write lose nothing") {
    const Ground ground(GENERATE(from_range(engines())));
    {
        Database database = with_table(ground);
        Transaction transaction(database, writes);
        add(transaction, "sum", 0);
        transaction.commit();
    }
    constexpr int rounds = 100;
    CHECK(in_processes(2, [&](int) {
              Database database(ground.location(), Access::write, std::chrono::seconds(20));
              for (int i = 0; i < rounds; ++i) {
                  Transaction transaction(database, writes);
                  const std::int64_t n = transaction.row("select n from things")->number("n");
                  transaction.run("update things set n = :n", {{"n", n + 1}});
                  transaction.commit();
              }
          }) == 2);
    Database database(ground.location(), Access::read);
    Transaction transaction(database, reads);
    CHECK(transaction.row("select n from things")->number("n") == 2 * rounds);
}

TEST_CASE("opened for reading, a store is not written to") {
    const Ground ground(GENERATE(from_range(engines())));
    with_table(ground);
    Database database(ground.location(), Access::read, short_patience);
    Transaction transaction(database, reads);
    CHECK(code_of([&] {
              add(transaction, "a");
              return 0;
          }) == "cannot_write");
}

TEST_CASE("a server that is not there is named, and comes back later") {
    const std::string message =
        message_of([] { return Database(parse_location("postgresql://jo:hunter2@localhost:1/mdm"), Access::read); });
    CHECK(message.find("postgresql://jo@localhost:1/mdm") != std::string::npos);
    CHECK(message.find("hunter2") == std::string::npos);
    CHECK(code_of([] { return Database(parse_location("postgresql://localhost:1/mdm"), Access::read); }) ==
          "unavailable");
}

TEST_CASE("a server that does not let us in says so") {
    if (engines().size() < 2)
        return;
    const std::string there = "@" + environment("PGHOST") + ":" + environment("PGPORT") + "/postgres";
    CHECK(code_of([&] {
              return Database(parse_location("postgresql://" + environment("PGUSER") + ":wrong" + there), Access::read);
          }) == "store_access_denied");
}

TEST_CASE("the file is ours alone from its first byte on") {
    const Ground ground(Engine::sqlite);
    Database database = with_table(ground);
    CHECK(mode_of(ground.shop.path("state")) == 0700);
    for (const char* file : {"state/mdmctl.db", "state/mdmctl.db-wal", "state/mdmctl.db-shm"})
        CHECK(mode_of(ground.shop.path(file)) == 0600);
}

TEST_CASE("a file that others can open is refused") {
    const Ground ground(Engine::sqlite);
    with_table(ground);
    const auto [mode, code] = GENERATE(
        table<mode_t, std::string>({{0644, "others_can_read"}, {0640, "others_can_read"}, {0602, "others_can_write"}}));
    ::chmod(ground.shop.path("state/mdmctl.db").c_str(), mode);
    CHECK(code_of([&] { return Database(ground.location(), Access::read); }) == code);
    CHECK(code_of([&] { return Database(ground.location(), Access::write); }) == code);
}

TEST_CASE("no store is made by looking for one") {
    const Ground ground(Engine::sqlite);
    CHECK(code_of([&] { return Database(ground.location(), Access::read); }) == "no_store");
    CHECK(code_of([&] { return Database(ground.location(), Access::write); }) == "no_store");
    CHECK_FALSE(identity_of(ground.shop.path("state/mdmctl.db")));
}

TEST_CASE("a file that is something else is no store") {
    const Ground ground(Engine::sqlite);
    const std::string path = ground.shop.path("x");
    write_file(path, std::string(8192, 'x'), Privacy::secret);
    CHECK(code_of([&] { return Database(parse_location(path), Access::read); }) == "not_a_store");
    CHECK(code_of([&] { return Database(parse_location(ground.shop.path(".")), Access::read); }) == "not_a_store");
}

TEST_CASE("a path may hold what SOCI and URIs would take apart") {
    const Ground ground(Engine::sqlite);
    const std::string path = ground.shop.path("a b=c'd%20e?f#g timeout=0/\xc3\xa9.db");
    {
        Database database(parse_location(path), Access::create);
        Transaction transaction(database, writes);
        transaction.run("create table things (name text)");
        transaction.commit();
    }
    CHECK(identity_of(path));
    Database database(parse_location(path), Access::read);
    Transaction transaction(database, reads);
    CHECK(transaction.has_table("things"));
}

TEST_CASE("a full disk is said plainly, and the store is as it was") {
    const Ground ground(Engine::sqlite);
    Database database = with_table(ground);
    {
        Transaction transaction(database, writes);
        transaction.run("pragma max_page_count = 20");
        CHECK(code_of([&] {
                  for (int i = 0; i < 1000; ++i)
                      add(transaction, std::to_string(i) + std::string(1000, 'x'));
                  return 0;
              }) == "cannot_write");
    }
    CHECK(count(database) == 0);
}

namespace {

/// Puts a file system of 400 KiB of its own in the place of a folder, for this process alone; false where that is
/// forbidden.
bool mount_small_disk(const std::string& folder) {
    const auto write_line = [](const char* path, const std::string& line) { std::ofstream(path) << line; };
    if (::getuid() != 0 || ::unshare(CLONE_NEWNS) != 0) {
        const std::string uid = std::to_string(::getuid());
        if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
            return false;
        write_line("/proc/self/uid_map", "0 " + uid + " 1\n");
    }
    return ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
           ::mount("tmpfs", folder.c_str(), "tmpfs", 0, "size=400k,mode=700") == 0;
}

}  // namespace

TEST_CASE("on a disk without any room a store is read, a change says why not, and made room it works") {
    const Ground ground(Engine::sqlite);
    ground.shop.output_of("mkdir state");
    const std::string disk = ground.shop.path("state");
    if (!in_another_process([&] {
            if (!mount_small_disk(disk))
                throw std::runtime_error("forbidden");
        })) {
        WARN("SKIPPED: no file system can be mounted here, so that nothing was tried on a full one");
        return;
    }
    CHECK(in_another_process([&] {
        if (!mount_small_disk(disk))
            throw std::runtime_error("forbidden");
        { with_table(ground); }
        ground.shop.run_quietly("dd if=/dev/zero of=state/fill bs=1k");
        Database reader(ground.location(), Access::read);
        ground.shop.write("read", std::to_string(count(reader)));
        const auto write = [&] {
            Database database(ground.location(), Access::write, short_patience);
            Transaction transaction(database, writes);
            add(transaction, "a");
            transaction.commit();
            return 0;
        };
        ground.shop.write("full", code_of(write) + ": " + message_of(write));
        ::unlink(ground.shop.path("state/fill").c_str());
        ground.shop.write("roomy", code_of(write));
    }));
    CHECK(ground.shop.read("read") == "0");
    CHECK(ground.shop.read("full") ==
          "cannot_write: cannot write to the store '" + ground.url() + "': the disk is full; nothing was changed");
    CHECK(ground.shop.read("roomy").empty());
}

TEST_CASE("a store on a medium that takes no files is read all the same") {
    const Ground ground(Engine::sqlite);
    with_table(ground);
    ground.shop.output_of("chmod 755 . && chmod -R u+rwX,go-rwx state && chown -R nobody state && chmod 500 state");
    // As root there is no folder that takes no files, so that another user reads.
    const bool could_read = in_another_process([&] {
        if (::getuid() == 0 && ::seteuid(65534) != 0)
            throw Error{ErrorCode::internal_error, "not another user"};
        Database database(ground.location(), Access::read);
        if (count(database) != 0)
            throw Error{ErrorCode::internal_error, "not what was written"};
    });
    CHECK(could_read);
    const bool could_write = in_another_process([&] {
        if (::getuid() == 0 && ::seteuid(65534) != 0)
            return;
        Database database(ground.location(), Access::write);
        Transaction transaction(database, writes);
        add(transaction, "a");
        transaction.commit();
    });
    CHECK_FALSE(could_write);
    ground.shop.output_of("chmod 700 state");
}
