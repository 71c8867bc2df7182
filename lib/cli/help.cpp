// SPDX-License-Identifier: Apache-2.0
#include "cli/help.hpp"

#include "base/text.hpp"
#include "cli/display_width.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <iterator>

namespace mdm::cli {
namespace {

constexpr std::size_t indent = 2;
/// A word longer than this has its text below it instead of beside it.
constexpr std::size_t widest_word = 30;

constexpr int pipe_width = 80;
constexpr int least_width = 40;
constexpr int greatest_width = 100;

/// Paragraphs are parted by empty lines; one that is indented stands as it is written.
std::string paragraphs(std::string_view text, std::size_t width) {
    std::string out;
    std::string paragraph;
    const auto end_paragraph = [&] {
        if (paragraph.empty())
            return;
        for (const std::string& line : wrapped(paragraph, width))
            out += line + "\n";
        paragraph.clear();
    };
    for (const std::string_view line : split(text, '\n')) {
        if (line.empty() || line.starts_with(' ')) {
            end_paragraph();
            out += fmt::format("{}\n", line);
        } else {
            paragraph += fmt::format("{}{}", paragraph.empty() ? "" : " ", line);
        }
    }
    end_paragraph();
    return out;
}

template <class Wanted>
std::string argument_section(std::string_view title, const CommandDescription& command, std::size_t width,
                             Wanted wanted) {
    std::vector<std::pair<std::string, std::string>> rows;
    for (const Argument& a : command.arguments)
        if (wanted(a))
            rows.emplace_back(argument_heading(a), argument_text(a));
    if (rows.empty())
        return {};
    return fmt::format("\n{}:\n{}", title, two_columns(rows, width));
}

std::string examples(const CommandDescription& command, std::size_t width) {
    if (command.examples.empty())
        return {};
    std::string out = "\nExamples:\n";
    for (const Example& e : command.examples) {
        for (const std::string& line : wrapped(e.caption, width - indent - 2))
            out += fmt::format("  # {}\n", line);
        for (const std::string& line : example_lines(e.command, width - indent))
            out += fmt::format("  {}\n", line);
    }
    return out;
}

std::string exit_codes(const CommandDescription& command, std::size_t width) {
    std::vector<std::pair<std::string, std::string>> rows;
    for (const auto& [exit, codes] : codes_by_exit(command)) {
        std::vector<std::string> names;
        for (const ErrorCode code : codes)
            names.emplace_back(name(code));
        const std::string list = joined(names, ", ");
        rows.emplace_back(fmt::format("{}", exit),
                          fmt::format("{}{}", exit_meaning(command, exit, !list.empty()), list));
    }
    return fmt::format("\nExit codes (`mdmctl help codes` tells what each means):\n{}", two_columns(rows, width));
}

std::string command_list(const std::string& group, const std::vector<CommandDescription>& commands, std::size_t width) {
    std::vector<std::pair<std::string, std::string>> rows;
    rows.reserve(commands.size());
    for (const CommandDescription& c : commands)
        rows.emplace_back(c.name.substr(group.size() + 1), c.summary);
    return two_columns(rows, width);
}

/// The words of a command line: what is in quotes is one, and so is an option with its value.
std::vector<std::string> unbroken_parts(const std::string& command) {
    std::vector<std::string> parts;
    char quote = 0;
    bool inside = false;
    for (const char c : command) {
        if (c == ' ' && quote == 0) {
            inside = false;
            continue;
        }
        const bool is_value = !inside && c != '-' && !parts.empty() && parts.back().starts_with("--") &&
                              parts.back().find(' ') == std::string::npos;
        if (is_value)
            parts.back() += ' ';
        else if (!inside)
            parts.emplace_back();
        inside = true;
        if (quote == 0 && (c == '\'' || c == '"'))
            quote = c;
        else if (c == quote)
            quote = 0;
        parts.back() += c;
    }
    return parts;
}

}  // namespace

std::size_t help_width(const Terminal& terminal) {
    if (!terminal.output_is_terminal())
        return pipe_width;
    return static_cast<std::size_t>(std::clamp(terminal.columns(), least_width, greatest_width));
}

std::string command_help(const CommandDescription& command, const std::vector<CommandDescription>& below,
                         std::size_t width) {
    std::string out = fmt::format("{}\n\nUsage: {}\n", command.summary, usage_line(command));
    if (!below.empty())
        out += fmt::format("       mdmctl {} COMMAND [OPTION...]\n\nCommands:\n{}", command.name,
                           command_list(command.name, below, width));
    if (!command.details.empty())
        out += "\n" + paragraphs(command.details, width);
    out += argument_section("Arguments", command, width, [](const Argument& a) { return a.is_positional(); });
    out += argument_section("Options", command, width,
                            [](const Argument& a) { return !a.is_positional() && !a.is_common && a.section.empty(); });
    for (const std::string& section : command.sections())
        out += argument_section("Options of " + section, command, width,
                                [&](const Argument& a) { return a.section == section; });
    out += argument_section("Options of every command", command, width, [](const Argument& a) { return a.is_common; });
    out += examples(command, width);
    return out + exit_codes(command, width);
}

std::string group_help(const std::string& group, const std::string& summary,
                       const std::vector<CommandDescription>& commands, std::size_t width) {
    const auto alone = std::find_if(commands.begin(), commands.end(),
                                    [&](const auto& c) { return c.stands_for_group && c.group() == group; });
    return fmt::format(
        "{}{}Usage: mdmctl {} COMMAND [OPTION...]\n\nCommands:\n{}\n{}`mdmctl {} COMMAND --help` tells more of one.\n",
        summary, summary.empty() ? "" : "\n\n", group, command_list(group, commands, width),
        alone == commands.end() ? "" : fmt::format("`mdmctl {}` alone is `mdmctl {}`.\n", group, alone->name), group);
}

std::string help_on(const ProgramDescription& program, const std::string& words, std::size_t width) {
    const CommandDescription* itself = nullptr;
    std::vector<CommandDescription> below;
    for (const CommandDescription& command : program.commands) {
        if (command.name == words)
            itself = &command;
        else if (command.name.starts_with(words + " "))
            below.push_back(command);
    }
    if (itself != nullptr)
        return command_help(*itself, below, width);
    if (below.empty())
        return {};
    return group_help(words, words == program.service ? program.summary : "", below, width);
}

std::string usage_line(const CommandDescription& command) {
    std::string line = "mdmctl " + command.name;
    for (const Argument& a : command.arguments)
        if (!a.is_positional() && a.is_required)
            line += " " + argument_heading(a);
    line += " [OPTION...]";
    for (const Argument& a : command.arguments)
        if (a.takes == Argument::Takes::command)
            line += " -- " + argument_heading(a);
        else if (a.is_positional())
            line += a.is_required ? " " + argument_heading(a) : fmt::format(" [{}]", argument_heading(a));
    return line;
}

std::string argument_heading(const Argument& a) {
    const std::string dots = a.is_repeated && a.is_positional() ? "..." : "";
    const std::string value = a.value_name.empty() ? "" : " " + a.value_name;
    return a.name + value + dots;
}

std::string argument_text(const Argument& a) {
    std::vector<std::string> notes;
    if (a.is_positional() && !a.choices.empty())
        notes.push_back(joined(a.choices, ", "));
    if (a.is_required && !a.is_positional())
        notes.emplace_back("required");
    if (a.is_repeated && !a.is_positional())
        notes.emplace_back("may be repeated");
    if (!a.default_text.empty())
        notes.push_back("default: " + a.default_text);
    if (!a.needed.empty())
        notes.push_back("with " + joined(a.needed, ", "));
    if (!a.excluded.empty())
        notes.push_back("not with " + joined(a.excluded, ", "));
    return notes.empty() ? a.help : fmt::format("{} ({})", a.help, joined(notes, "; "));
}

std::map<int, std::vector<ErrorCode>> codes_by_exit(const CommandDescription& command) {
    std::map<int, std::vector<ErrorCode>> by_exit{{0, {}}};
    if (command.is_monitor)
        by_exit = {{0, {}}, {1, {}}, {2, {}}, {monitoring_unknown, {}}};
    for (const ErrorCode code : command.codes)
        by_exit[exit_code_of(command, code)].push_back(code);
    return by_exit;
}

std::string_view exit_meaning(const CommandDescription& command, int exit, bool has_codes) {
    if (command.is_monitor) {
        constexpr std::array words{"OK", "WARNING", "CRITICAL", "UNKNOWN: "};
        return exit == 0 && has_codes ? "OK; it may remark: " : words.at(static_cast<std::size_t>(exit));
    }
    if (exit != 0)
        return "";
    return has_codes ? "done; it may remark: " : "done";
}

std::vector<std::string> example_lines(const std::string& command, std::size_t width) {
    constexpr std::string_view onward = " \\";
    constexpr std::string_view further = "    ";
    std::vector<std::string> lines{""};
    for (const std::string& part : unbroken_parts(command)) {
        std::string& line = lines.back();
        if (line.empty()) {
            line = part;
        } else if (line.size() + 1 + part.size() + onward.size() <= width) {
            line += " " + part;
        } else {
            line += onward;
            lines.push_back(std::string(further) + part);
        }
    }
    return lines;
}

std::string two_columns(const std::vector<std::pair<std::string, std::string>>& rows, std::size_t width) {
    std::size_t word_width = 0;
    for (const auto& [word, text] : rows)
        if (word.size() <= widest_word)
            word_width = std::max(word_width, word.size());
    const std::size_t start = indent + word_width + 2;
    std::string out;
    for (const auto& [word, text] : rows) {
        const bool beside = word.size() <= widest_word;
        const auto lines = wrapped(text, std::max(width, start + 20) - start);
        out += std::string(indent, ' ') + (beside ? padded(word, word_width + 2) : word + "\n");
        for (std::size_t i = 0; i < lines.size(); ++i)
            out += std::string(i == 0 && beside ? 0 : start, ' ') + lines[i] + "\n";
    }
    return out;
}

}  // namespace mdm::cli
