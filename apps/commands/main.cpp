// SPDX-License-Identifier: Apache-2.0
#include "cli/catalogue.hpp"
#include "cli/command.hpp"

#include <cstdlib>

namespace {

using namespace mdm;

struct Options {};

/// A plugin is never run to ask what it is: it may not know the question, and do something else instead.
cli::Record plugin_record(const cli::ProgramFile& plugin) {
    return {
        {"name", plugin.name},
        {"summary", nullptr},
        {"details", nullptr},
        {"effect", nullptr},
        {"arguments", std::vector<cli::Record>{}},
        {"examples", std::vector<cli::Record>{}},
        {"codes", std::vector<cli::Record>{}},
        {"plugin", plugin.path},
    };
}

cli::Result run(cli::World&, const Options&) {
    const std::string libexec = cli::own_folder();
    std::vector<cli::Record> items;
    for (const cli::ProgramDescription& program : cli::catalogue_of(libexec))
        for (const cli::CommandDescription& command : program.commands) {
            items.push_back(cli::as_record(command));
            items.back().add({"plugin", nullptr});
        }
    const char* path = std::getenv("PATH");
    for (const cli::ProgramFile& plugin : cli::plugins_on(path == nullptr ? "" : path, cli::programs_in(libexec)))
        items.push_back(plugin_record(plugin));
    return cli::Rows::of("commands", {"name", "summary"}, std::move(items));
}

cli::Command commands_command() {
    return cli::command<Options>({
        .name = "",
        .summary = "List every command, with all that is declared of it",
        .details = "The table has names and summaries; JSON has arguments, examples and codes as well. Programs called "
                   "mdmctl-NAME on PATH are listed by name and path, and not run.",
        .run = run,
        .examples = {{"mdmctl commands", "What there is"},
                     {"mdmctl commands --output json | jq '.commands[] | select(.effect != \"reads\") | .name'",
                      "Which commands change something"}},
    });
}

}  // namespace

int main(int argc, char** argv) {
    return cli::run(argc, argv,
                    {.service = "commands",
                     .summary = "List every command, with all that is declared of it",
                     .commands = {commands_command()}});
}
