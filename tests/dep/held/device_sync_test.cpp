// SPDX-License-Identifier: Apache-2.0
#include "dep/device_sync.hpp"

#include "catch.hpp"
#include "fakes/scripted_http.hpp"
#include "fakes/synced_devices.hpp"
#include "store/annex.hpp"
#include "store/audit.hpp"
#include "store/tenant_removal.hpp"

#include <deque>
#include <nlohmann/json.hpp>

using namespace mdm;
using namespace mdm::dep;
using namespace mdm::fakes;
using namespace std::chrono_literals;

namespace {

ScriptedHttp::Answer answered(std::string body, int status = 200) {
    return net::HttpResponse{.status = status, .headers = {}, .body = std::move(body)};
}
ScriptedHttp::Answer listed(const std::vector<std::string>& devices, std::string_view cursor, bool more) {
    return answered(page(devices, cursor, more));
}
ScriptedHttp::Answer refused_as(const char* code) { return answered(code, 400); }
ScriptedHttp::Answer gone() { return Error{ErrorCode::tls_failed, "no"}; }

/// acme's devices, and Apple by script.
class Syncing : public SyncedDevices {
public:
    using SyncedDevices::SyncedDevices;

    struct Run {
        std::string code;  ///< empty: it came to its end
        SyncOutcome outcome;
        Lines asked;  ///< "list {"limit":1000}", "changes ..."
        std::size_t left = 0;
    };

    Run sync(std::deque<ScriptedHttp::Answer> answers, bool full = false, std::string server_uuid = "9D0C") const {
        answers.push_front(answered(R"({"auth_session_token":"s"})"));
        ScriptedHttp http(std::move(answers));
        const FixedClock clock(now);
        Client client(http, std::string(dep_origin), opened("acme"),
                      {.clock = clock, .retry = {clock, [](std::chrono::milliseconds) {}, [] { return 0.5; }}});
        store::Store there = store();
        SyncOrder order{
            .clock = clock, .full = full, .server_uuid = std::move(server_uuid), .object = "server token 'default'"};
        if (events != nullptr) {
            order.events = EventOrder{.destination = "/events",
                                      .tenant = "acme",
                                      .name = "default",
                                      .describe = [](const Device& d, const DeviceNote&) {
                                          return fmt::format(R"({{"serial_number":"{}"}})", d.serial);
                                      }};
            order.deliver = [&] {
                deliver_events(there, {.destination = "/events"}, 0, [&](std::string_view lines) { *events += lines; });
            };
        }
        Run run;
        run.code = code_of([&] {
            const auto tenant = [&] {
                store::Transaction transaction = there.read();
                return store::tenant_meant(transaction, "acme");
            }();
            run.outcome = DeviceSync(there, client, tenant, current("acme"), order).run();
            return 0;
        });
        for (const net::HttpRequest& request : http.requests())
            if (!request.body.empty())
                run.asked.push_back((request.url.ends_with("/server/devices") ? "list " : "changes ") + request.body);
        run.left = http.left();
        return run;
    }

    std::vector<std::string> audit() const {
        return look("acme", [](store::Transaction& t, const store::Tenant& whose) {
            std::vector<std::string> all;
            store::each_event(t, {.chain = whose.id}, [&](const store::AuditEvent& event) {
                if (event.deed.command == "dep sync")
                    all.push_back(event.deed.after.value_or(""));
                return true;
            });
            return all;
        });
    }

    /// What a server does that crashes, and what is missing beside a store that was copied.
    void lose_staging() const {
        if (ground.engine() == store::Engine::postgresql)
            ground.sql("delete from dep_staging;");
        else
            store::remove_annexes(ground.location().path);
    }

    Time now = some_day;
    std::string* events = nullptr;
};

const Lines abc{"A iPad added", "B iPad added", "C iPad added"};

}  // namespace

TEST_CASE("the first sync fetches the whole list, page by page, and tells it once") {
    const Syncing acme(GENERATE(from_range(engines())));
    const auto run = acme.sync(
        {listed({device("B")}, "c1", true), listed({device("A")}, "c2", true), listed({device("C")}, "c3", false)});
    CHECK(run.code.empty());
    CHECK(run.asked == Lines{R"(list {"limit":1000})", R"(list {"cursor":"c1","limit":1000})",
                             R"(list {"cursor":"c2","limit":1000})"});
    CHECK(run.outcome.full);
    CHECK(run.outcome.changes == DeviceChanges{.added = 3});
    CHECK(run.outcome.total == 3);
    CHECK(run.outcome.pages == 3);
    CHECK(run.outcome.cursor_saved_at == some_day);
    CHECK(acme.devices() == abc);
    CHECK(acme.count("dep_staging") == 0);
    const SyncState state = acme.state().value();
    CHECK(state.phase == Phase::synced);
    CHECK(state.cursor == "c3");
    CHECK(state.full_at == some_day);
    CHECK(state.live == 3);
    CHECK(acme.audit() == Lines{R"({"mode":"full","added":"3","modified":"0","deleted":"0","total":"3"})"});
    CHECK(acme.current("acme").devices == 3);
    CHECK(acme.current("acme").last_sync == some_day);
    CHECK(acme.lines("acme").front().devices == 3);
}

TEST_CASE("the next sync takes what has changed, and one without a change leaves no event") {
    Syncing acme(GENERATE(from_range(engines())));
    acme.sync({listed({device("A"), device("B"), device("C")}, "c1", false)});
    acme.now += 1h;
    const auto run = acme.sync(
        {listed({changed_device("B", "deleted", "02")}, "c2", true),
         listed({changed_device("D", "added", "02"), changed_device("A", "modified", "02", "Mac")}, "c3", false)});
    CHECK(run.code.empty());
    CHECK(run.asked == Lines{R"(changes {"cursor":"c1","limit":1000})", R"(changes {"cursor":"c2","limit":1000})"});
    CHECK_FALSE(run.outcome.full);
    CHECK(run.outcome.changes == DeviceChanges{.added = 1, .modified = 1, .deleted = 1});
    CHECK(run.outcome.total == 3);
    CHECK(acme.devices() == Lines{"A Mac modified", "B iPad deleted -", "C iPad added", "D iPad added"});
    CHECK(acme.audit().size() == 2);
    acme.now += 1h;
    for (const auto& nothing : {listed({}, "c4", false), listed({changed_device("D", "added", "02")}, "c5", false)}) {
        CHECK(acme.sync({nothing}).outcome.changes == DeviceChanges{});
        CHECK(acme.audit().size() == 2);
    }
    CHECK(acme.state()->cursor == "c5");
    CHECK(acme.current("acme").last_sync == acme.now);
    CHECK(acme.sync({refused_as("EXHAUSTED_CURSOR")}).code.empty());
    CHECK(acme.state()->cursor == "c5");
    // But not behind a page that said that more follow.
    const auto whole = acme.sync({listed({}, "c6", true), refused_as("EXHAUSTED_CURSOR"),
                                  listed({device("A", "Mac"), device("C"), device("D")}, "n1", false)});
    CHECK(whole.outcome.full);
    CHECK(acme.state()->cursor == "n1");
}

TEST_CASE("a list that was left in the middle is gone on with where it was") {
    Syncing acme(GENERATE(from_range(engines())));
    CHECK(acme.sync({listed({device("A")}, "c1", true), gone()}).code == "tls_failed");
    CHECK(acme.devices().empty());
    CHECK(acme.sync({gone()}, true).code == "tls_failed");
    const auto run = acme.sync({listed({device("B")}, "c2", true), listed({device("C")}, "c3", false)}, true);
    CHECK(run.asked == Lines{R"(list {"cursor":"c1","limit":1000})", R"(list {"cursor":"c2","limit":1000})"});
    CHECK(run.outcome.changes == DeviceChanges{.added = 3});
    CHECK(acme.devices() == abc);
}

TEST_CASE("a list that is too old, or that Apple has forgotten, begins again") {
    Syncing acme(GENERATE(from_range(engines())));
    acme.sync({listed({device("X")}, "c1", true), gone()});
    SECTION("too old") {
        acme.now += 7 * 24h;
        const auto run = acme.sync({listed({device("A"), device("B"), device("C")}, "c2", false)});
        CHECK(run.asked == Lines{R"(list {"limit":1000})"});
    }
    for (const char* code : {"EXPIRED_CURSOR", "INVALID_CURSOR", "EXHAUSTED_CURSOR"})
        SECTION(code) {
            const auto run =
                acme.sync({refused_as(code), listed({device("A"), device("B"), device("C")}, "c2", false)});
            CHECK(run.asked == Lines{R"(list {"cursor":"c1","limit":1000})", R"(list {"limit":1000})"});
        }
    CHECK(acme.devices() == abc);
}

TEST_CASE("a service that takes none of its own cursors ends the run, and removes nothing") {
    const Syncing acme(GENERATE(from_range(engines())));
    acme.sync({listed({device("A"), device("B"), device("C")}, "c1", false)});
    const auto run = acme.sync({listed({device("A")}, "c2", true), refused_as("EXHAUSTED_CURSOR")}, true);
    CHECK(run.code == "bad_answer");
    CHECK(acme.devices() == abc);
}

TEST_CASE("a place in the changes that is too old, or not taken, leads to the whole list at once") {
    Syncing acme(GENERATE(from_range(engines())));
    acme.sync({listed({device("A"), device("X")}, "c1", false)});
    const ScriptedHttp::Answer whole = listed({device("A"), device("B"), device("C")}, "c2", false);
    SECTION("too old") {
        acme.now += 7 * 24h;
        CHECK(acme.sync({whole}).outcome.full);
    }
    for (const char* code : {"EXPIRED_CURSOR", "INVALID_CURSOR", "CURSOR_REQUIRED"})
        SECTION(code) {
            const auto run = acme.sync({refused_as(code), whole});
            CHECK(run.outcome.full);
            CHECK(run.outcome.changes == DeviceChanges{.added = 2, .deleted = 1});
        }
    CHECK(acme.devices() == Lines{"A iPad added", "B iPad added", "C iPad added", "X iPad deleted -"});
}

TEST_CASE("after the tenant's service was made anew, what is not in its list is removed") {
    const Syncing acme(GENERATE(from_range(engines())));
    acme.sync({listed({device("A"), device("X")}, "c1", false)});
    const auto run = acme.sync({listed({device("A")}, "n1", false)}, false, "BBBB");
    CHECK(run.asked == Lines{R"(list {"limit":1000})"});
    CHECK(acme.devices() == Lines{"A iPad added", "X iPad deleted -"});
    CHECK(acme.state()->server_uuid == "BBBB");
}

TEST_CASE("a cursor that never ends is said, and what was right is kept") {
    Syncing acme(GENERATE(from_range(engines())));
    CHECK(acme.sync({listed({device("A")}, "c1", true), listed({device("B")}, "c1", true)}).code == "cursor_stuck");
    CHECK(acme.state()->staged == 2);
    // It is better by now; and it is not, and the list begins again.
    SECTION("better") { CHECK(acme.sync({listed({device("C")}, "c2", false)}).code.empty()); }
    SECTION("not") {
        const auto run = acme.sync(
            {listed({device("B")}, "c1", true), listed({device("A"), device("B"), device("C")}, "n1", false)});
        CHECK(run.code.empty());
        CHECK(run.asked == Lines{R"(list {"cursor":"c1","limit":1000})", R"(list {"limit":1000})"});
    }
    CHECK(acme.devices() == abc);
    CHECK(acme.sync({listed({}, acme.state()->cursor.value(), true)}).code == "cursor_stuck");
    CHECK(acme.devices() == abc);
}

TEST_CASE("a page that is none counts for nothing, wherever it stands") {
    Syncing acme(GENERATE(from_range(engines())));
    const std::deque<std::string> pages{page({device("A")}, "c1", true), page({device("B")}, "c2", true),
                                        page({device("C")}, "c3", false)};
    for (std::size_t broken = 0; broken < pages.size(); ++broken) {
        INFO(broken);
        Syncing fresh(acme.ground.engine());
        std::deque<ScriptedHttp::Answer> answers;
        for (std::size_t i = 0; i < broken; ++i)
            answers.push_back(answered(pages[i]));
        answers.push_back(answered(pages[broken].substr(0, pages[broken].size() / 2)));
        CHECK(fresh.sync(answers).code == "bad_answer");
        CHECK(fresh.devices().empty());
        answers.clear();
        for (std::size_t i = broken; i < pages.size(); ++i)
            answers.push_back(answered(pages[i]));
        CHECK(fresh.sync(answers).code.empty());
        CHECK(fresh.devices() == abc);
    }
}

TEST_CASE("a list with records that cannot be used removes nothing, and its end is an error") {
    Syncing acme(GENERATE(from_range(engines())));
    acme.sync({listed({device("A"), device("X")}, "c1", false)});
    acme.now += 1h;
    CHECK(acme.sync({listed({device("A"), R"({"model":"iPad"})"}, "c2", true), gone()}, true).code == "tls_failed");
    const auto run = acme.sync({listed({device("B"), device("C")}, "c3", false)});
    CHECK(run.code.empty());
    CHECK(errors(run.outcome.findings) == Codes{"unreadable_device"});
    CHECK(acme.devices() == Lines{"A iPad added", "B iPad added", "C iPad added", "X iPad added"});
    CHECK(acme.state()->full_at == some_day);
    // It stays an error until a whole list has none.
    CHECK(errors(acme.sync({listed({}, "c4", false)}).outcome.findings) == Codes{"unreadable_device"});
    const auto whole = acme.sync({listed({device("A"), device("B"), device("C")}, "c5", false)}, true);
    CHECK(whole.outcome.changes == DeviceChanges{.deleted = 1});
    CHECK(whole.outcome.findings.empty());
    CHECK(acme.sync({listed({}, "c6", false)}).outcome.findings.empty());
}

TEST_CASE("a list that is whole and was not merged is merged, and nobody is asked") {
    Syncing acme(GENERATE(from_range(engines())));
    // Killed between the two: the state is as the last page left it.
    acme.sync({listed({device("A"), device("B"), device("C")}, "c1", true), gone()});
    acme.ground.sql("update dep_syncs set phase = 'merging';");
    const auto run = acme.sync({});
    CHECK(run.code.empty());
    CHECK(run.left == 1);  // not even a session
    CHECK(run.outcome.changes == DeviceChanges{.added = 3});
    CHECK(acme.devices() == abc);
    CHECK(acme.state()->cursor == "c1");
}

TEST_CASE("a list of which something is missing is fetched again, and removes nothing") {
    Syncing acme(GENERATE(from_range(engines())));
    acme.sync({listed({device("A"), device("B"), device("C")}, "c1", false)});
    acme.sync({listed({device("A")}, "c2", true), gone()}, true);
    acme.lose_staging();  // a server that crashed; a store that was copied
    const auto run = acme.sync({listed({device("A"), device("B"), device("C")}, "n1", false)});
    CHECK(run.code.empty());
    CHECK(run.outcome.changes == DeviceChanges{});
    CHECK(acme.devices() == abc);
}

TEST_CASE("each change is told once, in order, and what a run could not deliver the next one does") {
    Syncing acme(GENERATE(from_range(engines())));
    std::string told;
    acme.events = &told;
    acme.sync({listed({device("B"), device("A")}, "c1", false)});
    CHECK(told ==
          "{\"event\":\"added\",\"id\":1,\"at\":\"2026-03-01T09:00:00Z\",\"tenant\":\"acme\",\"name\":\"default\","
          "\"device\":{\"serial_number\":\"A\"}}\n"
          "{\"event\":\"added\",\"id\":2,\"at\":\"2026-03-01T09:00:00Z\",\"tenant\":\"acme\",\"name\":\"default\","
          "\"device\":{\"serial_number\":\"B\"}}\n");
    CHECK(acme.count("dep_events") == 0);
    told.clear();
    acme.sync({listed({changed_device("B", "deleted", "02"), changed_device("A", "modified", "02", "Mac"),
                       changed_device("C", "added", "02")},
                      "c2", false)});
    std::vector<std::string> short_form;
    for (std::size_t at = 0; at < told.size(); at = told.find('\n', at) + 1) {
        const auto event = nlohmann::json::parse(told.substr(at, told.find('\n', at) - at));
        short_form.push_back(fmt::format("{} {} {}", event["id"].get<int>(), event["event"].get<std::string>(),
                                         event["device"]["serial_number"].get<std::string>()));
    }
    CHECK(short_form == Lines{"3 deleted B", "4 modified A", "5 added C"});
}

TEST_CASE("events that were left for another place come where they are asked for now, under new ids") {
    const SyncedDevices devices(GENERATE(from_range(engines())));
    const std::string acme = devices.token("acme");
    devices.ground.sql("insert into dep_events (seq, token, destination, event, body) values (4, '" + acme +
                       "', '/old', 'added', '\"x\":1}'), (5, '" + acme + "', '/old', 'deleted', '\"x\":2}'), (9, '" +
                       devices.token("globex") +
                       "', '/old', 'added', '\"x\":3}');"
                       "insert into store_facts (name, value) values ('last_dep_event', '9');");
    store::Store store = devices.store();
    store.note([&](store::Transaction& t) { adopt_events(t, acme, "/new"); });
    std::string told;
    const auto write = [&](std::string_view lines) { told += lines; };
    CHECK(already_written(store, {.destination = "/new"}, R"({"event":"added","id":10,"x":1})") == 10);
    CHECK(already_written(store, {.destination = "/new"}, R"({"event":"added","id":10,"x":7})") == 0);
    CHECK(already_written(store, {.destination = "/new"}, R"({"event":"added","id":4,"x":1})") == 0);
    deliver_events(store, {.destination = "/new"}, 10, write);
    CHECK(told == "{\"event\":\"deleted\",\"id\":11,\"x\":2}\n");
    CHECK(devices.count("dep_events") == 1);
    told.clear();
    deliver_events(store, {.destination = "/old", .token = devices.token("globex")}, 0, write);
    CHECK(told == "{\"event\":\"added\",\"id\":9,\"x\":3}\n");
    CHECK(devices.count("dep_events") == 0);
}

TEST_CASE("what people said of a device is untouched by any sync") {
    Syncing acme(GENERATE(from_range(engines())));
    acme.sync({listed({device("A")}, "c1", false)});
    acme.ground.sql("insert into dep_device_notes (token, serial, enrollment_status) values ('" + acme.token() +
                    "', 'A', 'enrolled');");
    acme.sync({listed({}, "c2", false)}, true);
    CHECK(acme.count("dep_device_notes") == 1);
}

TEST_CASE("devices of a purged tenant are gone, and of the other are not") {
    const Syncing acme(GENERATE(from_range(engines())));
    acme.sync({listed({device("A")}, "c1", false)});
    store::Store store = acme.store();
    store::Change change = store.change(some_day);
    store::Tenant tenant = store::tenant_named(change.transaction(), "acme").value();
    store::purge_tenant(change, store.rooms(), tenant);
    change.record({.tenant_id = tenant.id, .tenant = tenant.name, .command = "test", .object = "test"});
    change.commit();
    CHECK(acme.count("dep_devices") == 0);
    CHECK(acme.count("dep_syncs") == 0);
}
