// SPDX-License-Identifier: Apache-2.0
#include "cli/words.hpp"

#include "base/text.hpp"
#include "cli/suggestion.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::cli {
namespace {

std::size_t count_words(const std::string& name) {
    return name.empty() ? 0 : 1 + static_cast<std::size_t>(std::count(name.begin(), name.end(), ' '));
}

/// How many words in front may name a command: those before the first option, and no more than the longest name has,
/// for thousands of files may follow.
std::size_t count_leading_words(const Program& program, const std::vector<std::string>& words) {
    std::size_t longest = 1;
    for (const Command& command : program.commands)
        longest = std::max(longest, count_words(command.name));
    const auto end = words.begin() + static_cast<std::ptrdiff_t>(std::min(longest, words.size()));
    const auto option = std::find_if(words.begin(), end, [](const std::string& w) { return w.starts_with("-"); });
    return static_cast<std::size_t>(option - words.begin());
}

std::string first_words(const std::vector<std::string>& words, std::size_t count) {
    return joined({words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count)}, " ");
}

bool is_below(const Command& command, const std::string& group) {
    return group.empty() || command.name.starts_with(group + " ");
}

const Command* command_named(const Program& program, const std::string& name) {
    const auto found = std::find_if(program.commands.begin(), program.commands.end(),
                                    [&](const Command& c) { return c.name == name; });
    return found == program.commands.end() ? nullptr : &*found;
}

/// The words that may follow a group's name, each once.
std::vector<std::string> next_words(const Program& program, const std::string& group) {
    std::vector<std::string> next;
    for (const Command* command : commands_below(program, group)) {
        const std::string_view rest = std::string_view(command->name).substr(group.empty() ? 0 : group.size() + 1);
        const std::string word(rest.substr(0, rest.find(' ')));
        if (std::find(next.begin(), next.end(), word) == next.end())
            next.push_back(word);
    }
    return next;
}

/// "--against OLD" and "--against=OLD"; behind "--" there are none.
bool has_option(const std::vector<std::string>& words, const std::string& option) {
    const auto end = std::find(words.begin(), words.end(), "--");
    return std::any_of(words.begin(), end, [&](const std::string& word) {
        return word.starts_with(option) && (word.size() == option.size() || word[option.size()] == '=');
    });
}

/// The one that is meant by the words of its group alone.
const Command* command_for_group(const Program& program, const std::string& group) {
    const auto below = commands_below(program, group);
    const auto found = std::find_if(below.begin(), below.end(), [&](const Command* command) {
        return command->stands_for_group && command->name.rfind(' ') == group.size();
    });
    return found == below.end() ? nullptr : *found;
}

[[noreturn]] void throw_unknown(const Program& program, const std::string& group, const std::string& word) {
    const std::string asked = typed_name(program, group);
    // `mdmctl apns help` asks what `mdmctl apns --help` answers.
    const std::string meant = word == "help" ? "--help" : closest(word, next_words(program, group));
    throw Error{ErrorCode::unknown_command, fmt::format("there is no command '{} {}'", asked, word),
                meant.empty() ? fmt::format("`{} --help` lists the commands", asked)
                              : fmt::format("did you mean `{} {}`?", asked, meant)};
}

}  // namespace

Chosen choose_command(const Program& program, const std::vector<std::string>& words) {
    const std::size_t leading = count_leading_words(program, words);
    for (std::size_t count = leading; count > 0; --count) {
        const std::string name = first_words(words, count);
        const auto rest = words.begin() + static_cast<std::ptrdiff_t>(count);
        if (const Command* command = command_named(program, name))
            return {command, name, {rest, words.end()}};
    }
    if (const Command* itself = command_named(program, ""))
        return {itself, "", words};
    std::size_t known = 0;
    while (known < leading && !commands_below(program, first_words(words, known + 1)).empty())
        ++known;
    const std::string group = first_words(words, known);
    if (known < leading)
        throw_unknown(program, group, words[known]);
    if (asks_for_help(words))
        return {nullptr, group};
    if (const Command* meant = command_for_group(program, group))
        return {meant, meant->name, {words.begin() + static_cast<std::ptrdiff_t>(leading), words.end()}};
    if (leading < words.size())
        throw Error{ErrorCode::bad_usage, fmt::format("the option '{}' stands before the command", words[leading]),
                    fmt::format("options come after it: {} COMMAND {}", typed_name(program, group), words[leading])};
    return {nullptr, group};
}

std::vector<const Command*> commands_below(const Program& program, const std::string& group) {
    std::vector<const Command*> below;
    for (const Command& command : program.commands)
        if (is_below(command, group))
            below.push_back(&command);
    return below;
}

std::string typed_name(const Program& program, const std::string& words) {
    return fmt::format("mdmctl {}{}{}", program.service, words.empty() ? "" : " ", words);
}

bool is_for_whole_program(const Program& program, const std::vector<std::string>& words) {
    if (!program.whole_beside)
        return false;
    for (std::size_t count = count_leading_words(program, words); count > 0; --count)
        if (const Command* command = command_named(program, first_words(words, count)))
            return asks_for_help(words) || (!command->light_with.empty() && !has_option(words, command->light_with)) ||
                   (!command->whole_with.empty() && has_option(words, command->whole_with));
    return true;
}

bool asks_for_help(const std::vector<std::string>& words) {
    const auto end = std::find(words.begin(), words.end(), "--");
    return std::any_of(words.begin(), end, [](const std::string& w) { return w == "--help" || w == "-h"; });
}

}  // namespace mdm::cli
