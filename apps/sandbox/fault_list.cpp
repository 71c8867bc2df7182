// SPDX-License-Identifier: Apache-2.0
#include "sandbox/commands.hpp"
#include "sandbox/fault_record.hpp"

namespace mdm::apps {
namespace {

struct Options {};

cli::Result run(cli::World& world, const Options&) { return fault_rows(open_faults(world).list()); }

}  // namespace

cli::Command fault_list_command() {
    return cli::command<Options>({
        .name = "fault list",
        .summary = "List what the pretend services do wrong",
        .details = "With how many requests each still meets; those that are used up are gone. Nothing is changed.",
        .run = run,
        .examples = {{"mdmctl sandbox fault list", "What is still to come?"}},
        .codes = {ErrorCode::not_a_rehearsal, ErrorCode::damaged_state},
    });
}

}  // namespace mdm::apps
