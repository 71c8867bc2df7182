// SPDX-License-Identifier: Apache-2.0
#include "cli/command.hpp"
#include "generated/version.hpp"

#include <fmt/format.h>

namespace {

struct Options {};

mdm::cli::Result run(mdm::cli::World&, const Options&) {
    return mdm::cli::Text{fmt::format("mdmctl {}\n", mdm::version), {{"version", mdm::version}}};
}

mdm::cli::Command version_command() {
    return mdm::cli::command<Options>({
        .name = "",
        .summary = "Show which version of mdmctl this is",
        .run = run,
        .examples = {{"mdmctl version", "The version, as a line"},
                     {"mdmctl version --output json", "The same, for a script"}},
    });
}

}  // namespace

int main(int argc, char** argv) {
    return mdm::cli::run(
        argc, argv,
        {.service = "version", .summary = "Show which version of mdmctl this is", .commands = {version_command()}});
}
