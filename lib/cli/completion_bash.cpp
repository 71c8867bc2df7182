// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "cli/completion.hpp"

#include <fmt/format.h>

namespace mdm::cli {
namespace {

using Takes = Argument::Takes;

// No bash-completion is needed, and bash 3.2, which macOS has, will do.
constexpr std::string_view beginning =
    R"(# bash completion of mdmctl, rendered from its declarations: mdmctl completion bash

_mdmctl_words() {
    COMPREPLY=($(compgen -W "$1" -- "$2"))
}

_mdmctl_paths() {
    local path
    compopt -o filenames 2>/dev/null
    while IFS= read -r path; do
        COMPREPLY+=("$path")
    done < <(compgen "$1" -- "$2")
}

_mdmctl() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command= longer i
    COMPREPLY=()
    # --output=json comes as three words
    if [[ $cur == = ]]; then
        cur=
    elif [[ $prev == = ]]; then
        prev=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    for ((i = 1; i < COMP_CWORD; i++)); do
        longer=${command:+$command }${COMP_WORDS[i]}
        case $longer in
)";

constexpr std::string_view end = R"(    esac
}

complete -F _mdmctl mdmctl
)";

std::string completes(const Argument& a) {
    switch (a.takes) {
        case Takes::input_file:
        case Takes::output_file:
        case Takes::command:
            return "_mdmctl_paths -f \"$cur\"";
        case Takes::folder:
            return "_mdmctl_paths -d \"$cur\"";
        case Takes::choice:
            return fmt::format("_mdmctl_words '{}' \"$cur\"", joined(a.choices, " "));
        case Takes::runbook:
            return fmt::format("_mdmctl_words \"$({})\" \"$cur\"", runbook_names);
        case Takes::topic:  // among the words that follow
        case Takes::nothing:
        case Takes::text:
        case Takes::number:
        case Takes::date:
            break;
    }
    return ":";
}

std::string command_case(const CommandDescription& command, const std::string& next_words) {
    std::string out = "            case $prev in\n";
    std::string options;
    std::string operands = next_words.empty() ? ":" : fmt::format("_mdmctl_words '{}' \"$cur\"", next_words);
    for (const Argument& a : command.arguments) {
        if (a.is_positional()) {
            if (operands == ":")
                operands = completes(a);
            continue;
        }
        options += (options.empty() ? "" : " ") + a.name;
        if (a.kind == Argument::Kind::option)
            out += fmt::format("                {}) {} ;;\n", a.name, completes(a));
    }
    out += fmt::format(
        "                *)\n"
        "                    case $cur in\n"
        "                        -*) _mdmctl_words '{}' \"$cur\" ;;\n"
        "                        *) {} ;;\n"
        "                    esac\n"
        "                    ;;\n"
        "            esac\n",
        options, operands);
    return out;
}

std::string words_below(const CommandTree& tree, const std::string& group) {
    const auto found = tree.next.find(group);
    std::vector<std::string> words;
    if (found != tree.next.end())
        for (const auto& next : found->second)
            words.push_back(next.word);
    return joined(words, " ");
}

}  // namespace

std::string bash_completion(const std::vector<ProgramDescription>& programs) {
    const CommandTree tree = command_tree(programs);
    std::vector<std::string> patterns;
    for (const std::string& words : tree.all_words())
        patterns.push_back(fmt::format("'{}'", words));
    std::string out(beginning);
    out += fmt::format("            {}) command=$longer ;;\n            *) break ;;\n        esac\n    done\n",
                       joined(patterns, " | "));
    out += fmt::format("    case $command in\n        '') _mdmctl_words '{}' \"$cur\" ;;\n", words_below(tree, ""));
    for (const std::string& words : tree.all_words()) {
        const auto command = tree.commands.find(words);
        const std::string below = words_below(tree, words);
        if (command == tree.commands.end())
            out += fmt::format("        '{}') _mdmctl_words '{}' \"$cur\" ;;\n", words, below);
        else
            out += fmt::format("        '{}')\n{}            ;;\n", words, command_case(*command->second, below));
    }
    return out + std::string(end);
}

}  // namespace mdm::cli
