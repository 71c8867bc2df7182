// SPDX-License-Identifier: Apache-2.0
#include "dep/staging.hpp"

#include "catch.hpp"
#include "fakes/synced_devices.hpp"

using namespace mdm;
using namespace mdm::dep;
using namespace mdm::fakes;

namespace {

constexpr std::string_view own = "dep_staging";

struct Page {
    Page() : read(reader.read(page({device("A"), device("B")}, "c", false), 1)) {}
    DevicePageReader reader;
    const DevicePage& read;
};

bool has_all(store::Store& store, const Staging& staging, std::int64_t rows) {
    bool has = false;
    store.note([&](store::Transaction& t) { has = staging.has_all(t, rows); });
    return has;
}

}  // namespace

TEST_CASE("what a run has staged is there for the next one, until it is discarded") {
    const SyncedDevices devices(GENERATE(from_range(engines())));
    const Page page;
    const std::string token = devices.token();
    {
        store::Store store = devices.store();
        Staging staging(store, token);
        CHECK(has_all(store, staging, 0));
        CHECK_FALSE(has_all(store, staging, 2));
        store.note([&](store::Transaction& t) { CHECK(stage(t, staging.table(), token, 1, page.read.devices) == 2); });
        CHECK(has_all(store, staging, 2));
    }
    store::Store store = devices.store();
    Staging staging(store, token);
    CHECK(has_all(store, staging, 2));
    store.note([&](store::Transaction& t) { staging.empty(t); });
    staging.discard();
    CHECK_FALSE(has_all(store, staging, 2));
    CHECK(devices.count(own) == 0);
}

TEST_CASE("on SQLite fewer rows than were counted are not all, and a damaged annex is as good as none") {
    const SyncedDevices devices(store::Engine::sqlite);
    const Page page;
    const std::string token = devices.token();
    const std::string file = devices.ground.location().path + "-annex-fetch-" + token;
    {
        store::Store store = devices.store();
        Staging staging(store, token);
        store.note([&](store::Transaction& t) { stage(t, staging.table(), token, 1, page.read.devices); });
        CHECK_FALSE(has_all(store, staging, 3));
        CHECK(std::filesystem::status(file).permissions() == std::filesystem::perms{0600});
    }
    std::ofstream(file, std::ios::trunc) << std::string(100'000, 'x');
    store::Store store = devices.store();
    CHECK_FALSE(has_all(store, Staging(store, token), 2));
}

TEST_CASE("emptying one token's staging leaves another's that is fetching") {
    const SyncedDevices devices(GENERATE(from_range(engines())));
    const std::string acme = devices.token("acme");
    const std::string globex = devices.token("globex");
    const Page page;
    store::Store store = devices.store();
    store.note([&](store::Transaction& t) {
        for (const std::string& token : {acme, globex}) {
            move(t, std::nullopt, begun_anew(std::nullopt, token, "", some_day));
            CHECK(stage(t, own, token, 1, page.read.devices) == 2);
        }
        empty_staging(t, acme);
    });
    CHECK(devices.count("dep_staging where token = '" + acme + "'") == 0);
    CHECK(devices.count("dep_staging where token = '" + globex + "'") == 2);
}

TEST_CASE("what was deleted for good leaves no annex behind") {
    const SyncedDevices devices(store::Engine::sqlite);
    store::Store store = devices.store();
    const std::string file = devices.ground.location().path + "-annex-fetch-" + devices.token();
    { const Staging staging(store, devices.token()); }
    CHECK(std::filesystem::exists(file));
    store.forget_deleted();
    CHECK_FALSE(std::filesystem::exists(file));
}
