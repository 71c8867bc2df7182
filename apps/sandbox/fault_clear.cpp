// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "sandbox/commands.hpp"
#include "sandbox/fault_record.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {};

cli::Result run(cli::World& world, const Options&) {
    const sandbox::FaultFile file = open_faults(world);
    const auto were = world.settings.dry_run ? file.list() : file.clear();
    world.say(world.settings.dry_run
                  ? "nothing was changed"
                  : fmt::format("{} taken back", counted(static_cast<long long>(were.size()), "fault")));
    return fault_rows(were);
}

}  // namespace

cli::Command fault_clear_command() {
    return cli::command<Options>({
        .name = "fault clear",
        .summary = "Let the pretend services go right again",
        .details = "From the next request on. What was taken back is listed.",
        .effect = cli::Effect::changes,
        .run = run,
        .examples = {{"mdmctl sandbox fault clear", "The outage is over"}},
        .codes = {ErrorCode::not_a_rehearsal, ErrorCode::locked},
    });
}

}  // namespace mdm::apps
