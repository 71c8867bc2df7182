// SPDX-License-Identifier: Apache-2.0
#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/catalogue.hpp"
#include "cli/help.hpp"
#include "cli/suggestion.hpp"
#include "help/commands.hpp"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <unistd.h>

namespace {

using namespace mdm;

struct Options {
    std::vector<std::string> words;
};

std::vector<cli::ProgramFile> plugins(const std::vector<cli::ProgramFile>& ours) {
    const char* path = std::getenv("PATH");
    return cli::plugins_on(path == nullptr ? "" : path, ours);
}

std::string overview(const std::vector<cli::ProgramFile>& ours, std::size_t width) {
    std::vector<std::pair<std::string, std::string>> services;
    for (const cli::ProgramFile& file : ours)
        services.emplace_back(file.name, cli::ask_for_declarations(file).summary);
    std::string text =
        "Make, judge, keep and watch what mobile device management hangs on: push\n"
        "certificates, server tokens, service discovery, enterprise bindings.\n\n"
        "Usage: mdmctl COMMAND [OPTION...]\n\nCommands:\n" +
        cli::two_columns(services, width);
    std::vector<std::pair<std::string, std::string>> added;
    for (const cli::ProgramFile& plugin : plugins(ours))
        added.emplace_back(printable(plugin.name), printable(plugin.path));
    if (!added.empty())
        text += "\nPrograms on PATH that add a command:\n" + cli::two_columns(added, width);
    return text +
           "\n`mdmctl COMMAND --help` tells more of one, `mdmctl commands` lists all that is\n"
           "below them, `mdmctl help codes` what exit codes mean, `mdmctl help runbook` whole\n"
           "tasks.\n";
}

[[noreturn]] void throw_unknown(const std::string& typed, const std::string& word,
                                const std::vector<std::string>& known) {
    const std::string meant = cli::closest(word, known);
    throw Error{ErrorCode::unknown_command, fmt::format("there is no command 'mdmctl {}'", typed),
                meant.empty() ? "`mdmctl --help` lists the commands, `mdmctl help codes` the codes"
                              : fmt::format("did you mean `mdmctl help {}`?", meant)};
}

/// Of one command, or of all below a service or group.
std::string help_of(const cli::ProgramDescription& program, const std::string& typed, std::size_t width) {
    std::string text = cli::help_on(program, typed, width);
    if (!text.empty())
        return text;
    std::vector<std::string> names;
    for (const cli::CommandDescription& command : program.commands)
        names.push_back(command.name);
    throw_unknown(typed, typed, names);
}

std::string help_on_words(const std::vector<std::string>& words, std::size_t width) {
    const std::vector<cli::ProgramFile> ours = cli::programs_in(cli::own_folder());
    if (words.empty())
        return overview(ours, width);
    const auto named = [&](const cli::ProgramFile& file) { return file.name == words.front(); };
    if (const auto found = std::find_if(ours.begin(), ours.end(), named); found != ours.end())
        return help_of(cli::ask_for_declarations(*found), joined(words, " "), width);
    std::vector<std::string> names;
    for (const cli::ProgramFile& file : ours)
        names.push_back(file.name);
    for (const cli::ProgramFile& plugin : plugins(ours)) {
        if (named(plugin))  // it knows its own help
            ::execl(plugin.path.c_str(), plugin.path.c_str(), "--help", nullptr);
        names.push_back(plugin.name);
    }
    throw_unknown(joined(words, " "), words.front(), names);
}

cli::Result run(cli::World& world, const Options& o) {
    const std::string first = o.words.empty() ? "" : o.words.front();
    if (first == "codes")  // behind an option: mdmctl help --output json codes
        return codes_answer({o.words.begin() + 1, o.words.end()});
    if (first == "runbook" && o.words.size() <= 2)
        return runbook_answer(world, o.words.back() == first ? "" : o.words.back());
    if (o.words.size() == 1 && error_code_named(first))
        return codes_answer(o.words);
    const std::string text = help_on_words(o.words, cli::help_width(world.terminal));
    return cli::Text{text, {{"text", text}}};
}

}  // namespace

cli::Command topic_command() {
    return cli::command<Options>({
        .name = "",
        .summary = "Show what a command does and takes",
        .details =
            "Without a command, all of them are listed, with the programs called mdmctl-NAME on PATH. In place of "
            "a command, the code of an error or finding is explained.",
        .options =
            [](cli::Parser& p, Options& o) {
                p.positional("COMMAND", o.words, "the words of a command, or a code")
                    .optional()
                    .completed_by(cli::Argument::Takes::topic);
            },
        .run = run,
        .examples = {{"mdmctl help", "Which commands there are"},
                     {"mdmctl help completion", "What one of them does"},
                     {"mdmctl help topic_mismatch", "What a code means, that an error gave"}},
        .codes = {ErrorCode::unknown_command},
        .answers_always = true,
    });
}
