// SPDX-License-Identifier: Apache-2.0
#include "sandbox/fault.hpp"

#include "catch.hpp"
#include "fakes/errors.hpp"
#include "fakes/folder.hpp"
#include "sandbox/fault_file.hpp"

using namespace mdm;
using namespace mdm::sandbox;
using namespace mdm::fakes;

namespace {

std::vector<std::string> words(const std::vector<Fault>& faults) {
    std::vector<std::string> out;
    for (const Fault& fault : faults)
        out.push_back(to_string(fault));
    return out;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("a fault is read, and written as it was read") {
    const std::string text =
        GENERATE("dep:503", "dep:503/5", "dep:503/2@/account", "dep:403=ACCESS_DENIED", "dep:429,retry-after=120/1",
                 "dep:503,retry-after=date:90@/session", "dep:T_C_NOT_SIGNED", "dep:skew=+600s", "dep:skew=-10m/3",
                 "dep:slow", "dep:slow=5s", "dep:hang", "dep:cut/1@/server/devices#3", "dep:503#2", "dep:large=100",
                 "dep:byte=00", "dep:trickle=5s", "dep:half", "dep:reset", "dep:same-cursor@/devices/sync#2",
                 "dep:cursor-cycle", "dep:empty-page/3", "dep:field-set=devices[0].op_date:yesterday/1",
                 "dep:field-added=devices[].x", "dep:field-null=cursor", "dep:field-mistyped=more_to_follow",
                 "dep:field-missing=org_id@/account", "dep:field-doubled=a/b/1");
    CHECK(to_string(parse_fault(text)) == text);
}

TEST_CASE("what is no fault is refused, and what there is listed") {
    const std::string text = GENERATE(
        "", "503", "apns:503", "dep:", "dep:200", "dep:600", "dep:50", "dep:foo", "dep:503/0", "dep:503/x",
        "dep:503/-1", "dep:hang=5", "dep:skew", "dep:skew=600s", "dep:skew=+x", "dep:slow=x", "dep:field-missing",
        "dep:hang,retry-after=1", "dep:503,retry-after=soon", "dep:cut@account", "dep:503#0", "dep:503#x", "dep:503#",
        "dep:byte=f", "dep:byte=fff", "dep:byte=xx", "dep:large=0", "dep:large=1025", "dep:large=x", "dep:trickle=x",
        "dep:field-set=cursor", "dep:field-added", "dep:half=2");
    CHECK(code_of([&] { return parse_fault(text); }) == "bad_usage");
    try {
        static_cast<void>(parse_fault(text));
    } catch (const Error& e) {
        CHECK(e.hint().find("T_C_NOT_SIGNED, ACCESS_DENIED") != std::string::npos);
    }
}

TEST_CASE("a fault without a path meets the calls in which its like is seen") {
    const auto meets = [](const std::string& fault) {
        const Fault read = parse_fault(fault);
        return std::pair{read.is_for("dep", "/session"), read.is_for("dep", "/account")};
    };
    CHECK(meets("dep:503") == std::pair{true, true});
    CHECK(meets("dep:token_rejected") == std::pair{true, false});
    CHECK(meets("dep:401") == std::pair{false, true});
    CHECK(meets("dep:EXPIRED_TOKEN") == std::pair{false, true});
    CHECK(meets("dep:EXPIRED_TOKEN@/session") == std::pair{true, false});
    CHECK_FALSE(parse_fault("dep:503").is_for("apns", "/session"));
}

TEST_CASE("faults are used up one after the other, and shifts go with each") {
    const Folder folder;
    const FaultFile file(folder.path());
    CHECK(file.list().empty());
    CHECK(file.take("dep", "/account").empty());
    file.add({parse_fault("dep:503/2"), parse_fault("dep:skew=+600s")});
    file.add({parse_fault("dep:429/1"), parse_fault("dep:field-empty=org_id/1"), parse_fault("dep:500@/devices")});
    CHECK(words(file.take("dep", "/account")) == Words{"dep:503/2", "dep:skew=+600s"});
    CHECK(words(file.take("dep", "/account")) == Words{"dep:503/1", "dep:skew=+600s"});
    CHECK(words(file.take("dep", "/account")) == Words{"dep:skew=+600s", "dep:429/1"});
    CHECK(words(file.take("dep", "/account")) == Words{"dep:skew=+600s", "dep:field-empty=org_id/1"});
    CHECK(words(file.list()) == Words{"dep:skew=+600s", "dep:500@/devices"});
    CHECK(words(file.clear()) == Words{"dep:skew=+600s", "dep:500@/devices"});
    CHECK(file.list().empty());
}

TEST_CASE("a fault for a later request has let those before it pass") {
    const Folder folder;
    const FaultFile file(folder.path());
    file.add({parse_fault("dep:503/1@/server/devices#3"), parse_fault("dep:cut/1#2")});
    CHECK(file.take("dep", "/server/devices").empty());
    CHECK(words(file.list()) == Words{"dep:503/1@/server/devices#2", "dep:cut/1"});
    CHECK(words(file.take("dep", "/account")) == Words{"dep:cut/1"});
    CHECK(file.take("dep", "/server/devices").empty());
    CHECK(words(file.take("dep", "/server/devices")) == Words{"dep:503/1@/server/devices"});
    CHECK(file.list().empty());
}

TEST_CASE("a file with a line that is no fault is damaged, and can be cleared") {
    const Folder folder;
    folder.write("faults", "dep:503\nboo\n");
    const FaultFile file(folder.path());
    CHECK(code_of([&] { return file.list(); }) == "damaged_state");
    CHECK(file.clear().empty());
    CHECK(file.list().empty());
}
