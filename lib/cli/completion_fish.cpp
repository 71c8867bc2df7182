// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "cli/completion.hpp"

#include <fmt/format.h>

namespace mdm::cli {
namespace {

using Takes = Argument::Takes;

constexpr std::string_view beginning =
    R"(# fish completion of mdmctl, rendered from its declarations: mdmctl completion fish

function __mdmctl_at --argument-names wanted
    set -l command
    for word in (commandline -opc)[2..-1]
        set -l longer (string trim -- "$command $word")
        contains -- "$longer" $__mdmctl_commands
        or break
        set command $longer
    end
    test "$command" = "$wanted"
end

complete -c mdmctl -f
)";

std::string fish_quoted(std::string_view text) { return fmt::format("'{}'", backslashed(text, "\\'")); }

/// Behind -l NAME: whether a value is needed (-r), and what completes it (-F: files after all).
std::string value_flags(const Argument& a) {
    switch (a.takes) {
        case Takes::nothing:
            return "";
        case Takes::input_file:
        case Takes::output_file:
        case Takes::command:
            return " -r -F";
        case Takes::folder:
            return " -x -a '(__fish_complete_directories)'";
        case Takes::choice:
            return " -x -a " + fish_quoted(joined(a.choices, " "));
        case Takes::topic:  // among the words that follow
        case Takes::runbook:
        case Takes::text:
        case Takes::number:
        case Takes::date:
            break;
    }
    return " -x";
}

std::string argument_line(const std::string& condition, const Argument& a) {
    if (!a.is_positional())
        return fmt::format("{} -l {}{} -d {}\n", condition, a.name.substr(2), value_flags(a), fish_quoted(a.help));
    if (a.takes == Takes::input_file || a.takes == Takes::output_file || a.takes == Takes::command)
        return condition + " -F\n";
    if (a.takes == Takes::choice)
        return fmt::format("{} -a {} -d {}\n", condition, fish_quoted(joined(a.choices, " ")), fish_quoted(a.help));
    if (a.takes == Takes::runbook)
        return fmt::format("{} -a {} -d {}\n", condition, fish_quoted(fmt::format("({})", runbook_names)),
                           fish_quoted(a.help));
    return {};
}

std::string condition_at(const std::string& words) {
    return fmt::format("complete -c mdmctl -n {}", fish_quoted(fmt::format("__mdmctl_at \"{}\"", words)));
}

}  // namespace

std::string fish_completion(const std::vector<ProgramDescription>& programs) {
    const CommandTree tree = command_tree(programs);
    std::string out(beginning);
    out += "set -g __mdmctl_commands";
    for (const std::string& words : tree.all_words())
        out += " " + fish_quoted(words);
    out += "\n";
    for (const auto& [words, following] : tree.next)
        for (const auto& next : following)
            out += fmt::format("{} -a {} -d {}\n", condition_at(words), next.word, fish_quoted(next.summary));
    for (const auto& [words, command] : tree.commands)
        for (const Argument& a : command->arguments)
            out += argument_line(condition_at(words), a);
    return out;
}

}  // namespace mdm::cli
