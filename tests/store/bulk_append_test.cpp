// SPDX-License-Identifier: Apache-2.0
#include "store/bulk_append.hpp"

#include "catch.hpp"
#include "fakes/errors.hpp"
#include "fakes/stores.hpp"

#include <string>
#include <sys/resource.h>
#include <vector>

// AddressSanitizer keeps what was freed for a while, so that there memory grows in any case.
#if defined(__SANITIZE_ADDRESS__)
#define MDMCTL_KEEPS_FREED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define MDMCTL_KEEPS_FREED 1
#endif
#endif

using namespace mdm;
using namespace mdm::store;
using namespace mdm::fakes;

namespace {

constexpr auto writes = Transaction::Kind::writes;
using Texts = std::vector<std::optional<std::string_view>>;

Database with_table(const Ground& ground) {
    Database database(ground.location(), Access::create, std::chrono::seconds(1));
    Transaction transaction(database, writes);
    transaction.run("create table things (seq bigint not null, name text, note text)");
    transaction.commit();
    return database;
}

std::int64_t append(Transaction& transaction, const std::vector<Texts>& rows) {
    BulkAppend append(transaction, "things", {"seq", "name", "note"});
    for (const Texts& row : rows)
        append.add(row);
    return append.finish();
}

/// The same, with all that goes before and behind it.
int appended(Database& database, const std::vector<Texts>& rows) {
    Transaction transaction(database, writes);
    append(transaction, rows);
    transaction.commit();
    return 0;
}

std::vector<Row> things(Database& database) {
    Transaction transaction(database, Transaction::Kind::reads);
    return transaction.rows("select seq, name, note from things order by seq");
}

}  // namespace

TEST_CASE("rows that are appended are those that are read") {
    for (const Engine engine : engines()) {
        const Ground ground(engine);
        Database database = with_table(ground);
        const std::vector<std::string> texts{"plain",       "tab\tin it", "two\nlines", "carriage\rreturn",
                                             "back\\slash", "\\N",        "\\.",        "\\",
                                             "\x01\x1f",    " ",          "é 日本 🍎",   std::string(200'000, 'x'),
                                             "\t\t",        "\\\\N",      "quote'\"",   "NULL"};
        std::vector<Texts> rows;
        std::vector<std::string> digits;
        digits.reserve(texts.size());
        for (const std::string& text : texts) {
            digits.push_back(std::to_string(digits.size()));
            rows.push_back({digits.back(), text, text});
        }
        appended(database, rows);

        const std::vector<Row> read = things(database);
        REQUIRE(read.size() == texts.size());
        for (std::size_t i = 0; i < texts.size(); ++i) {
            CHECK(read[i].number("seq") == static_cast<std::int64_t>(i));
            CHECK(read[i].text("name") == texts[i]);
            CHECK(read[i].text("note") == texts[i]);
        }
    }
}

TEST_CASE("null is not empty, whatever an empty text points at") {
    for (const Engine engine : engines()) {
        const Ground ground(engine);
        Database database = with_table(ground);
        appended(database, {{"1", std::nullopt, ""}, {"2", std::string_view(), std::nullopt}});

        const std::vector<Row> read = things(database);
        CHECK(read.at(0).values() == std::vector<Value>{"1", std::nullopt, ""});
        CHECK(read.at(1).values() == std::vector<Value>{"2", "", std::nullopt});
    }
}

TEST_CASE("a number is a number, not its digits") {
    for (const Engine engine : engines()) {
        const Ground ground(engine);
        Database database = with_table(ground);
        appended(database, {{"9", "nine", {}}, {"-9223372036854775808", "least", {}}, {"10", "ten", {}}});

        const std::vector<Row> read = things(database);
        CHECK(read.at(0).number("seq") == std::numeric_limits<std::int64_t>::min());
        CHECK(read.at(1).text("name") == "nine");
        CHECK(read.at(2).text("name") == "ten");
    }
}

TEST_CASE("what was appended is counted, and other statements go on behind it") {
    for (const Engine engine : engines()) {
        const Ground ground(engine);
        Database database = with_table(ground);
        Transaction transaction(database, writes);
        CHECK(append(transaction, {}) == 0);
        CHECK(append(transaction, {{"1", "a", {}}, {"2", "b", {}}}) == 2);
        CHECK(transaction.run("update things set note = name") == 2);
        CHECK(append(transaction, {{"3", "c", {}}}) == 1);
        transaction.commit();
        CHECK(things(database).size() == 3);
    }
}

TEST_CASE("a NUL is refused, and named without the value") {
    for (const Engine engine : engines()) {
        const Ground ground(engine);
        Database database = with_table(ground);
        const std::string value("private\0value", 13);
        CHECK(code_of([&] { return appended(database, {{"1", "a", {}}, {"2", value, {}}}); }) == "internal_error");
        CHECK(message_of([&] { return appended(database, {{"1", value, {}}}); }).find("private") == std::string::npos);
        CHECK(things(database).empty());
    }
}

TEST_CASE("what fails in the midst leaves nothing, and the connection is of use") {
    for (const Engine engine : engines()) {
        const Ground ground(engine);
        Database database = with_table(ground);
        std::vector<Texts> rows(5000, {"1", "a name that is long enough to be sent before the end", {}});
        rows[4000][0] = std::nullopt;
        CHECK(code_of([&] { return appended(database, rows); }) == "internal_error");
        CHECK(things(database).empty());
        appended(database, {{"1", "a", {}}});
        CHECK(things(database).size() == 1);
    }
}

TEST_CASE("what is not finished is undone with its transaction") {
    for (const Engine engine : engines()) {
        const Ground ground(engine);
        Database database = with_table(ground);
        {
            Transaction transaction(database, writes);
            BulkAppend append(transaction, "things", {"seq", "name"});
            append.add(Texts{"1", "a"});
        }
        CHECK(things(database).empty());
        appended(database, {{"1", "a", {}}});
        CHECK(things(database).size() == 1);
    }
}

TEST_CASE("an engine's complaint says no value") {
    for (const Engine engine : engines()) {
        const Ground ground(engine);
        Database database = with_table(ground);
        ground.sql("create unique index things_by_name on things (name)");
        const std::string twice = message_of([&] {
            return appended(database, {{"1", "private", {}}, {"2", "private", {}}});
        });
        CHECK(!twice.empty());
        CHECK(twice.find("private") == std::string::npos);
        if (engine == Engine::postgresql)  // SQLite keeps what is no number as text
            CHECK(message_of([&] {
                      return appended(database, {{"private", "a", {}}});
                  }) == "the store '" + database.shown() + "': a value is not of its column's type (22P02)");
    }
}

TEST_CASE("a full disk is told of rows that are appended") {
    for (const Engine engine : engines()) {
        const Ground ground(engine);
        Database database = with_table(ground);
        if (engine == Engine::postgresql)
            ground.sql(
                "create function full_disk() returns trigger language plpgsql as "
                "$$begin raise exception 'could not extend file' using errcode = 'disk_full'; end$$;"
                "create trigger full_disk before insert on things for each row execute function full_disk();");
        const std::string kilobyte(1000, 'x');
        const auto fill = [&] {
            Transaction transaction(database, writes);
            if (engine == Engine::sqlite)
                transaction.run("pragma max_page_count = 20");
            return append(transaction, std::vector<Texts>(1000, {"1", kilobyte, {}}));
        };
        CHECK(code_of(fill) == "cannot_write");
        CHECK(things(database).empty());
    }
}

TEST_CASE("a connection that is gone is told of rows that are appended") {
    for (const Engine engine : engines()) {
        if (engine == Engine::sqlite)
            continue;
        const Ground ground(engine);
        Database database = with_table(ground);
        const auto lose = [&] {
            Transaction transaction(database, writes);
            BulkAppend append(transaction, "things", {"seq", "name", "note"});
            append.add(Texts{"1", "a", {}});
            ground.sql(
                "select pg_terminate_backend(pid) from pg_stat_activity "
                "where datname = current_database() and pid <> pg_backend_pid()");
            for (int i = 0; i < 100'000; ++i)
                append.add(Texts{"1", "a", {}});
            return append.finish();
        };
        CHECK(code_of(lose) == "unavailable");
    }
}

TEST_CASE("appending behind the end, or of other columns, is a bug") {
    for (const Engine engine : engines()) {
        const Ground ground(engine);
        Database database = with_table(ground);
        Transaction transaction(database, writes);
        BulkAppend append(transaction, "things", {"seq", "name"});
        CHECK(code_of([&] { return append.add(Texts{"1"}), 0; }) == "internal_error");
        append.add(Texts{"1", "a"});
        CHECK(append.finish() == 1);
        CHECK(code_of([&] { return append.add(Texts{"2", "b"}), 0; }) == "internal_error");
        CHECK(code_of([&] { return append.finish(); }) == "internal_error");
    }
}

#ifndef MDMCTL_KEEPS_FREED
TEST_CASE("memory does not grow with what is appended") {
    for (const Engine engine : engines()) {
        const Ground ground(engine);
        Database database = with_table(ground);
        const std::string kilobyte(1000, 'x');
        const auto most = [] {
            struct rusage usage {};
            ::getrusage(RUSAGE_SELF, &usage);
            return usage.ru_maxrss;
        };
        Transaction transaction(database, writes);
        BulkAppend append(transaction, "things", {"seq", "name", "note"});
        const auto add = [&](int megabytes) {
            for (int i = 0; i < 1000 * megabytes; ++i)
                append.add(Texts{"1", kilobyte, {}});
        };
        add(5);
        const long before = most();
        add(50);
        CHECK(append.finish() == 55'000);
        CHECK(most() - before < 10'000);  // KiB
    }
}
#endif
