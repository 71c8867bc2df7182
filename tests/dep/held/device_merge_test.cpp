// SPDX-License-Identifier: Apache-2.0
#include "dep/device_merge.hpp"

#include "catch.hpp"
#include "dep/newest.hpp"
#include "dep/staging.hpp"
#include "fakes/synced_devices.hpp"

using namespace mdm;
using namespace mdm::dep;
using namespace mdm::fakes;

namespace {

/// One token's devices, merged step by step.
class Merging : public SyncedDevices {
public:
    explicit Merging(store::Engine engine, std::string tenant = "acme")
        : SyncedDevices(engine), tenant_(std::move(tenant)), token_(token(tenant_)) {}

    DeviceChanges list(const std::vector<std::string>& records, bool is_complete = true) {
        return merging(
            records, [&](store::Transaction& t, const Merge& merge) { return merge_listing(t, merge, is_complete); },
            false);
    }
    DeviceChanges change(const std::vector<std::string>& records) {
        return merging(
            records, [](store::Transaction& t, const Merge& merge) { return merge_changes(t, merge); }, true);
    }

private:
    template <class Act>
    DeviceChanges merging(const std::vector<std::string>& records, const Act& act, bool newest_alone) {
        DevicePageReader reader;
        const DevicePage& read = reader.read(page(records, "c", false), 1);
        store::Store there = store();
        DeviceChanges changes;
        there.note([&](store::Transaction& t) {
            if (newest_alone)
                dep::stage(t, "dep_staging", token_, 1, read.devices, newest(read.devices));
            else
                dep::stage(t, "dep_staging", token_, 1, read.devices);
            changes = act(t, {token_, some_day, ++revision_});
            empty_staging(t, token_);
        });
        return changes;
    }

    std::string tenant_;
    std::string token_;
    std::int64_t revision_ = 0;
};

}  // namespace

TEST_CASE("a first list is there as it came, of two with one serial number the last") {
    Merging merging(GENERATE(from_range(engines())));
    CHECK(merging.list({device("C"), device("A", "Mac"), device("B"), device("A", "iPad"), device("C")}) ==
          DeviceChanges{.added = 3});
    CHECK(merging.devices() == Lines{"A iPad added", "B iPad added", "C iPad added"});
    CHECK(merging.count("dep_staging") == 0);
    CHECK(merging.devices("globex").empty());
}

TEST_CASE("a later list adds, changes and removes, and leaves alone what is as it was") {
    Merging merging(GENERATE(from_range(engines())));
    merging.list({device("A"), device("B"), device("C")});
    CHECK(merging.list({device("D"), device("B", "Mac"), device("A")}) ==
          DeviceChanges{.added = 1, .modified = 1, .deleted = 1});
    CHECK(merging.devices() == Lines{"A iPad added", "B Mac modified", "C iPad deleted -", "D iPad added"});
    CHECK(merging.list({device("D"), device("B", "Mac"), device("A")}) == DeviceChanges{});
    CHECK(merging.list({device("D"), device("B", "Mac"), device("A"), device("C")}) == DeviceChanges{.added = 1});
    CHECK(merging.devices() == Lines{"A iPad added", "B Mac modified", "C iPad added", "D iPad added"});
    CHECK(merging.list({}) == DeviceChanges{.deleted = 4});
}

TEST_CASE("a list that is not complete removes no device that it did not see") {
    Merging merging(GENERATE(from_range(engines())));
    merging.list({device("A"), device("B")});
    CHECK(merging.list({device("B", "Mac"), device("C")}, false) == DeviceChanges{.added = 1, .modified = 1});
    CHECK(merging.devices() == Lines{"A iPad added", "B Mac modified", "C iPad added"});
}

TEST_CASE("every member of a device that changes is a change, and null is a value as well") {
    Merging merging(GENERATE(from_range(engines())));
    merging.list({R"({"serial_number":"A","color":"RED","eid":"1"})"});
    CHECK(merging.list({R"({"serial_number":"A","eid":"1","color":"RED"})"}) == DeviceChanges{});
    CHECK(merging.list({R"({"serial_number":"A","color":"RED","eid":"2"})"}) == DeviceChanges{.modified = 1});
    CHECK(merging.list({R"({"serial_number":"A","color":"RED"})"}) == DeviceChanges{.modified = 1});
    CHECK(merging.list({R"({"serial_number":"A"})"}) == DeviceChanges{.modified = 1});
    CHECK(merging.list({R"({"serial_number":"A","color":null})"}) == DeviceChanges{});
}

TEST_CASE("changes are taken by their dates") {
    Merging merging(GENERATE(from_range(engines())));
    merging.list({device("A"), device("B")});
    CHECK(merging.change({changed_device("A", "modified", "05", "Mac"), changed_device("C", "added", "05"),
                          changed_device("B", "deleted", "05")}) ==
          DeviceChanges{.added = 1, .modified = 1, .deleted = 1});
    const Lines after{"A Mac modified", "B iPad deleted -", "C iPad added"};
    CHECK(merging.devices() == after);
    // The same page again, and what is older than what is known.
    CHECK(merging.change({changed_device("A", "modified", "05", "Mac"), changed_device("C", "added", "05"),
                          changed_device("B", "deleted", "05")}) == DeviceChanges{});
    CHECK(merging.change({changed_device("A", "deleted", "04"), changed_device("B", "added", "04"),
                          changed_device("C", "modified", "04", "Mac")}) == DeviceChanges{});
    CHECK(merging.devices() == after);
    CHECK(merging.count("dep_staging") == 0);
}

TEST_CASE("of changes of the same date what says deleted stands") {
    Merging merging(GENERATE(from_range(engines())));
    merging.change({changed_device("A", "added", "05"), changed_device("A", "deleted", "05")});
    CHECK(merging.devices().empty());  // it was never known
    merging.change({changed_device("B", "added", "05")});
    CHECK(merging.change({changed_device("B", "deleted", "05")}) == DeviceChanges{.deleted = 1});
    CHECK(merging.change({changed_device("B", "added", "05")}) == DeviceChanges{});
    CHECK(merging.devices() == Lines{"B iPad deleted -"});
    CHECK(merging.change({changed_device("B", "added", "06")}) == DeviceChanges{.added = 1});
    CHECK(merging.devices() == Lines{"B iPad added"});
}

TEST_CASE("a removal says less of a device than is known, and takes nothing of it away") {
    Merging merging(GENERATE(from_range(engines())));
    merging.list({R"({"serial_number":"A","model":"iPad","color":"RED","eid":"1"})"});
    merging.change({R"({"serial_number":"A","op_type":"deleted","op_date":"2026-03-05T00:00:00Z"})"});
    CHECK(merging.devices() == Lines{"A iPad deleted -"});
    CHECK(merging.list({R"({"serial_number":"A","model":"iPad","color":"RED","eid":"1"})"}) ==
          DeviceChanges{.added = 1});
}

TEST_CASE("a change without a date or a type is taken as it comes") {
    Merging merging(GENERATE(from_range(engines())));
    merging.change({changed_device("A", "added", "05")});
    CHECK(merging.change({R"({"serial_number":"A","model":"Mac","op_type":"modified"})"}) ==
          DeviceChanges{.modified = 1});
    CHECK(merging.change({device("B"), device("A", "Mac")}) == DeviceChanges{.added = 1});
    CHECK(merging.change({changed_device("A", "deleted", "04")}) == DeviceChanges{});  // its date was kept
}

TEST_CASE("what a whole list said stands against an older change of before") {
    Merging merging(GENERATE(from_range(engines())));
    merging.change({changed_device("A", "added", "05")});
    CHECK(merging.list({device("A", "Mac")}) == DeviceChanges{.modified = 1});
    CHECK(merging.change({changed_device("A", "deleted", "04")}) == DeviceChanges{});
    CHECK(merging.devices() == Lines{"A Mac modified"});
}

TEST_CASE("the row of a sync is moved once by who read it") {
    const SyncedDevices devices(GENERATE(from_range(engines())));
    const SyncState begun = begun_anew(std::nullopt, devices.token(), "9D0C", some_day);
    store::Store store = devices.store();
    store.note([&](store::Transaction& t) { move(t, std::nullopt, begun); });
    CHECK(devices.state() == begun);
    SyncState on = begun;
    on.fetch_cursor = "c1";
    on.fetch_cursor_at = some_day;
    on.pages = 1;
    on.staged = 1000;
    store.note([&](store::Transaction& t) { move(t, begun, on); });
    CHECK(devices.state() == on);
    const auto again = [&](const std::optional<SyncState>& was) {
        return code_of([&] {
            store.note([&](store::Transaction& t) { move(t, was, on); });
            return 0;
        });
    };
    CHECK(again(begun) == "changed_meanwhile");
    CHECK(again(std::nullopt) == "changed_meanwhile");
    CHECK(devices.state() == on);
}
