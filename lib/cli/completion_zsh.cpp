// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "cli/completion.hpp"

#include <fmt/format.h>

namespace mdm::cli {
namespace {

using Takes = Argument::Takes;

constexpr std::string_view beginning = R"(#compdef mdmctl
# zsh completion of mdmctl, rendered from its declarations: mdmctl completion zsh

_mdmctl() {
    local command= longer
    local -a next
    integer i
    for ((i = 2; i < CURRENT; i++)); do
        longer=${command:+$command }${words[i]}
        case $longer in
)";

// _arguments takes the first word for the command, so the command's words become one.
constexpr std::string_view middle = R"(            (*) break ;;
        esac
    done
    words=("mdmctl $command" "${(@)words[i,-1]}")
    ((CURRENT -= i - 2))
    case $command in
)";

// Autoloaded from $fpath the file is the function; `source <(mdmctl completion zsh)` has to register it.
constexpr std::string_view end = R"(    esac
}

if [[ ${funcstack[1]-} == _mdmctl ]]; then
    _mdmctl "$@"
else
    compdef _mdmctl mdmctl
fi
)";

std::string action(const Argument& a) {
    switch (a.takes) {
        case Takes::input_file:
        case Takes::output_file:
        case Takes::command:
            return "_files";
        case Takes::folder:
            return "_files -/";
        case Takes::choice:
            return fmt::format("({})", joined(a.choices, " "));
        case Takes::runbook:
            return fmt::format("($({}))", runbook_names);
        case Takes::topic:  // among the words that follow
        case Takes::nothing:
        case Takes::text:
        case Takes::number:
        case Takes::date:
            break;
    }
    return " ";
}

std::string spec(const Argument& a) {
    const std::string help = backslashed(a.help, "\\[]:");
    const std::string message = backslashed(a.is_positional() ? a.name : a.value_name, "\\:");
    if (a.is_positional())
        return fmt::format("{}:{}:{}", a.is_repeated ? "*" : a.is_required ? "" : ":", message, action(a));
    if (a.kind == Argument::Kind::flag)
        return fmt::format("{}[{}]", a.name, help);
    return fmt::format("{}{}=[{}]:{}:{}", a.is_repeated ? "*" : "", a.name, help, message, action(a));
}

std::string describe_next(const CommandTree& tree, const std::string& group) {
    const auto found = tree.next.find(group);
    if (found == tree.next.end())
        return {};
    std::string out = "            next=(\n";
    for (const auto& next : found->second)
        out += fmt::format("                {}\n",
                           shell_quoted(fmt::format("{}:{}", next.word, backslashed(next.summary, "\\:"))));
    return out + "            )\n            _describe -t commands command next\n";
}

}  // namespace

std::string zsh_completion(const std::vector<ProgramDescription>& programs) {
    const CommandTree tree = command_tree(programs);
    std::string out(beginning);
    for (const std::string& words : tree.all_words())
        out += fmt::format("            ('{}') command=$longer ;;\n", words);
    out += middle;
    out += fmt::format("        ('')\n{}            ;;\n", describe_next(tree, ""));
    for (const std::string& words : tree.all_words()) {
        out += fmt::format("        ('{}')\n{}", words, describe_next(tree, words));
        if (const auto command = tree.commands.find(words); command != tree.commands.end()) {
            out += "            _arguments";
            for (const Argument& a : command->second->arguments)
                out += " \\\n                " + shell_quoted(spec(a));
            out += "\n";
        }
        out += "            ;;\n";
    }
    return out + std::string(end);
}

}  // namespace mdm::cli
