// SPDX-License-Identifier: Apache-2.0
#include "cli/completion.hpp"

#include <algorithm>

namespace mdm::cli {
namespace {

/// Adds a command, and each group on the way to it, below the words before.
void add_command(CommandTree& tree, const CommandDescription& command, const ProgramDescription& program) {
    tree.commands[command.name] = &command;
    if (command.stands_for_group)
        tree.commands[command.group()] = &command;
    for (std::size_t start = 0; start < command.name.size();) {
        const std::size_t end = std::min(command.name.find(' ', start), command.name.size());
        const std::string before = start == 0 ? "" : command.name.substr(0, start - 1);
        const std::string word = command.name.substr(start, end - start);
        const std::string summary = start == 0 ? program.summary : end == command.name.size() ? command.summary : "";
        auto& next = tree.next[before];
        if (std::none_of(next.begin(), next.end(), [&](const auto& n) { return n.word == word; }))
            next.push_back({word, summary});
        start = end + 1;
    }
}

bool takes_topic(const CommandDescription& command) {
    return std::any_of(command.arguments.begin(), command.arguments.end(),
                       [](const Argument& a) { return a.takes == Argument::Takes::topic; });
}

void add_all_below(CommandTree& tree, const std::string& name) {
    for (const auto& [words, following] : std::map(tree.next)) {
        if (words == name)
            continue;
        auto& next = tree.next[words.empty() ? name : name + " " + words];
        for (const CommandTree::Next& word : following)
            if (!words.empty() || word.word != name)
                next.push_back(word);
    }
}

}  // namespace

CommandTree command_tree(const std::vector<ProgramDescription>& programs) {
    CommandTree tree;
    for (const ProgramDescription& program : programs)
        for (const CommandDescription& command : program.commands)
            add_command(tree, command, program);
    for (const ProgramDescription& program : programs)
        for (const CommandDescription& command : program.commands)
            if (takes_topic(command))
                add_all_below(tree, command.name);
    return tree;
}

std::vector<std::string> CommandTree::all_words() const {
    std::vector<std::string> words;
    for (const auto& [name, command] : commands)
        words.push_back(name);
    for (const auto& [name, following] : next)
        if (!name.empty() && !commands.contains(name))
            words.push_back(name);
    std::sort(words.begin(), words.end());
    return words;
}

std::string backslashed(std::string_view text, std::string_view quoted) {
    std::string out;
    for (const char c : text) {
        if (quoted.find(c) != std::string_view::npos)
            out += '\\';
        out += c;
    }
    return out;
}

}  // namespace mdm::cli
