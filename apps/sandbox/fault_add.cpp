// SPDX-License-Identifier: Apache-2.0
#include "sandbox/commands.hpp"
#include "sandbox/fault_record.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    std::vector<std::string> faults;
};

cli::Result run(cli::World& world, const Options& o) {
    std::vector<sandbox::Fault> faults;
    for (const std::string& word : o.faults)
        faults.push_back(sandbox::parse_fault(word));
    const sandbox::FaultFile file = open_faults(world);
    if (world.settings.dry_run)
        world.say("nothing was changed");
    else
        file.add(faults);
    return fault_rows(faults);
}

std::string details() {
    std::string text =
        "The pretend services of mdmctl sandbox run and serve look for faults at every request, so that one holds from "
        "the next request on. A FAULT is dep:WHAT, with /COUNT behind it for that many requests, and @/PATH for one "
        "path alone: dep:503/2@/account. #FIRST behind all that lets requests pass before the first that is met: "
        "dep:cut/1@/server/devices#3 cuts the third page. Without PATH it meets every call, but for two kinds: what "
        "OAuth knows "
        "(token_rejected, ...) meets GET /session alone, and what a session or its use ends with (401, FORBIDDEN, "
        "EXPIRED_TOKEN, ACCESS_DENIED, changed members) all other calls. A status takes retry-after: "
        "dep:429,retry-after=120/1, or dep:503,retry-after=date:120 for a header "
        "with a date. Several are a story: dep:503/2 and then dep:429/1 meet three requests, one after the other; "
        "skew, what becomes of a body or its delivery, and changed members go together with others. NAME is a member "
        "of "
        "the answer, devices[0].serial_number that of its first device, devices[].color that of each.\n\n"
        "WHAT is one of these:";
    for (const sandbox::FaultKind& kind : sandbox::fault_kinds()) {
        const std::string value = kind.value.empty()          ? ""
                                  : kind.value.front() == '[' ? fmt::format("[={}", kind.value.substr(1))
                                                              : fmt::format("={}", kind.value);
        text += fmt::format("{} {}{} ({})", &kind == &sandbox::fault_kinds().front() ? "" : ",", kind.word, value,
                            kind.meaning);
    }
    return text + ".";
}

}  // namespace

cli::Command fault_add_command() {
    return cli::command<Options>({
        .name = "fault add",
        .summary = "Tell a pretend service to go wrong",
        .details = details(),
        .effect = cli::Effect::changes,
        .options = [](cli::Parser& p, Options& o) { p.positional("FAULT", o.faults, "what is to go wrong"); },
        .run = run,
        .examples = {{"mdmctl sandbox fault add dep:503/5", "The next five requests find the service out of order"},
                     {"mdmctl sandbox fault add dep:429,retry-after=120/1", "Asked to come back in two minutes"},
                     {"mdmctl sandbox fault add dep:field-missing=org_id@/account", "An account without its number"},
                     {"mdmctl sandbox fault add dep:cut/1@/server/devices#3", "The third page of devices, cut once"}},
        .codes = {ErrorCode::not_a_rehearsal, ErrorCode::damaged_state, ErrorCode::locked},
    });
}

}  // namespace mdm::apps
