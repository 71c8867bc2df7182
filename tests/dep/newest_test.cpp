// SPDX-License-Identifier: Apache-2.0
#include "dep/newest.hpp"

#include "catch.hpp"

namespace {

using namespace mdm::dep;
using Places = std::vector<std::size_t>;

DeviceRecord record(const char* serial, const char* date, Op op = Op::modified) {
    DeviceRecord made{.serial = serial, .op = op};
    if (*date != '\0')
        made.op_date = date;
    return made;
}

}  // namespace

TEST_CASE("the newest change of a device counts, wherever it stands") {
    CHECK(newest({record("A", "1"), record("B", "5"), record("A", "3"), record("A", "2")}) == Places{1, 2});
    CHECK(newest({}).empty());
}

TEST_CASE("of changes of the same date deleted counts, then the last") {
    CHECK(newest({record("A", "1", Op::deleted), record("A", "1", Op::added)}) == Places{0});
    CHECK(newest({record("A", "1", Op::added), record("A", "1", Op::deleted)}) == Places{1});
    CHECK(newest({record("A", "1"), record("A", "1")}) == Places{1});
    CHECK(newest({record("A", "1", Op::deleted), record("A", "2", Op::added)}) == Places{1});
}

TEST_CASE("a change without a date counts by its place") {
    CHECK(newest({record("A", "9"), record("A", "")}) == Places{1});
    CHECK(newest({record("A", ""), record("A", "1")}) == Places{1});
    CHECK(newest({record("A", "1", Op::deleted), record("A", "", Op::added)}) == Places{1});
}
