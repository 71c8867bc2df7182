// SPDX-License-Identifier: Apache-2.0
#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/programs.hpp"
#include "cli/suggestion.hpp"
#include "help/commands.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

namespace {

using namespace mdm;

constexpr std::size_t runbook_limit = 1U << 20U;
constexpr std::string_view ending = ".md";

struct Options {
    std::string name;
};

struct Runbook {
    std::string name;
    std::string path;
};

/// Beside the programs in an installation and, by a link, in a build tree.
std::string folder() { return cli::own_folder() + "/../../share/doc/mdmctl/runbooks"; }

std::vector<Runbook> runbooks() {
    std::vector<Runbook> found;
    std::error_code missing;
    for (const auto& entry : std::filesystem::directory_iterator(folder(), missing))
        if (entry.path().extension() == ending)
            found.push_back({entry.path().stem().string(), entry.path().string()});
    std::sort(found.begin(), found.end(), [](const Runbook& a, const Runbook& b) { return a.name < b.name; });
    return found;
}

std::string text_of(const cli::World& world, const Runbook& runbook) {
    return std::string(world.read({runbook.path}, runbook_limit).bytes.reveal());
}

/// The first heading of the markdown.
std::string title_of(std::string_view text) {
    for (std::string_view line : split(text, '\n'))
        if (line.starts_with("# "))
            return std::string(trimmed(line.substr(2)));
    return {};
}

}  // namespace

cli::Result runbook_answer(const cli::World& world, const std::string& name) {
    const std::vector<Runbook> all = runbooks();
    if (name.empty()) {
        std::vector<cli::Record> items;
        for (const Runbook& runbook : all)
            items.push_back({{"name", runbook.name}, {"title", title_of(text_of(world, runbook))}});
        return cli::Rows::of("runbooks", {"name", "title"}, std::move(items));
    }
    const auto found = std::find_if(all.begin(), all.end(), [&](const Runbook& r) { return r.name == name; });
    if (found != all.end()) {
        const std::string text = text_of(world, *found);
        return cli::Text{text, {{"name", found->name}, {"text", text}}};
    }
    std::vector<std::string> names;
    for (const Runbook& runbook : all)
        names.push_back(runbook.name);
    const std::string meant = cli::closest(name, names);
    throw Error{ErrorCode::bad_usage, fmt::format("there is no runbook '{}'", name),
                meant.empty() ? "`mdmctl help runbook` lists them"
                              : fmt::format("did you mean `mdmctl help runbook {}`?", meant)};
}

cli::Command runbook_command() {
    return cli::command<Options>({
        .name = "runbook",
        .summary = "List the runbooks, or print one",
        .details = "A runbook is a task from beginning to end, as text with the commands to type. Each is run by the "
                   "tests, so its output is what you will see.",
        .options =
            [](cli::Parser& p, Options& o) {
                p.positional("NAME", o.name, "the runbook to print; without it they are listed")
                    .optional()
                    .completed_by(cli::Argument::Takes::runbook);
            },
        .run = [](cli::World& world, const Options& o) { return runbook_answer(world, o.name); },
        .examples = {{"mdmctl help runbook", "Which there are"}},
        .codes = {ErrorCode::cannot_read},
        .answers_always = true,
    });
}
