// SPDX-License-Identifier: Apache-2.0
#include "base/error_code.hpp"
#include "help/commands.hpp"

namespace {

using namespace mdm;

struct Options {};

cli::Result run(cli::World&, const Options&) {
    std::vector<cli::Record> items;
    for (const ErrorCodeInfo& row : error_codes())
        items.push_back({{"code", row.name}, {"exit", row.exit}, {"meaning", row.meaning}});
    return cli::Rows::of("codes", {"code", "exit", "meaning"}, std::move(items));
}

}  // namespace

cli::Command codes_command() {
    return cli::command<Options>({
        .name = "codes",
        .summary = "List the codes of errors and findings, with their exit codes",
        .details = "A code is never renamed and never gets another exit code, so scripts may rely on both. A code with "
                   "exit 0 is only ever a remark.",
        .run = run,
        .examples = {{"mdmctl help codes", "All of them"},
                     {"mdmctl help codes --output json | jq -r '.codes[] | select(.exit == 4) | .code'",
                      "What a safety rule may refuse"}},
    });
}
