// SPDX-License-Identifier: Apache-2.0
// The one file that includes CLI11: it sorts words to arguments. What is said about the outcome is said here, so that
// the messages are ours and do not change with its version.
#include "cli/command_line.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/output_files.hpp"
#include "cli/suggestion.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace mdm::cli {
namespace {

using Words = std::vector<std::string>;
using Given = std::map<std::string, Words>;

const Argument* argument_named(const std::vector<Argument>& arguments, std::string_view name) {
    const auto found =
        std::find_if(arguments.begin(), arguments.end(), [&](const Argument& a) { return a.name == name; });
    return found == arguments.end() ? nullptr : &*found;
}

constexpr std::string_view help_option = "--help";

[[noreturn]] void throw_takes_no_value(std::string_view option) {
    throw Error{ErrorCode::bad_usage, fmt::format("the option '{}' takes no value", option)};
}

const Argument* argument_taking_command(const std::vector<Argument>& arguments) {
    const auto found = std::find_if(arguments.begin(), arguments.end(),
                                    [](const Argument& a) { return a.takes == Argument::Takes::command; });
    return found == arguments.end() ? nullptr : &*found;
}

/// Without the mark, options that are meant for the command that is run would quietly be taken for ours.
void check_mark(const std::vector<Argument>& arguments, const Words& words) {
    const Argument* command = argument_taking_command(arguments);
    if (command != nullptr && std::find(words.begin(), words.end(), "--") == words.end())
        throw Error{ErrorCode::bad_usage, fmt::format("missing: -- {}", command->name),
                    "'--' stands between our own options and the command that is run"};
}

[[noreturn]] void throw_unknown_option(const std::vector<Argument>& arguments, std::string_view word) {
    const std::string name(word.substr(0, word.find('=')));
    if (name == help_option)  // without a value it was heeded before anything was parsed
        throw_takes_no_value(name);
    Words options{std::string(help_option)};
    for (const Argument& a : arguments)
        if (!a.is_positional())
            options.push_back(a.name);
    const std::string meant = closest(name, options);
    throw Error{ErrorCode::bad_usage, fmt::format("there is no option '{}' here", name),
                meant.empty() ? "" : fmt::format("did you mean '{}'?", meant)};
}

/// What CLI11 would let pass: `--out=` would take the next word as its value, `--out --tenant x` the next option, and
/// `--yes=no` would mean something.
void check_option_words(const std::vector<Argument>& arguments, const Words& words) {
    for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
        const std::string_view word = words[i];
        if (word.size() < 2 || word.front() != '-')
            continue;
        const auto equals = word.find('=');
        const Argument* a = argument_named(arguments, word.substr(0, equals));
        if (a == nullptr || a->is_positional())
            throw_unknown_option(arguments, word);
        if (a->kind == Argument::Kind::flag) {
            if (equals != std::string_view::npos)
                throw_takes_no_value(a->name);
            continue;
        }
        const bool value_follows = i + 1 < words.size() && !words[i + 1].starts_with("--");
        if (equals == std::string_view::npos ? !value_follows || (words[i + 1].empty() && !a->may_be_empty)
                                             : equals + 1 == word.size())
            throw Error{ErrorCode::bad_usage, fmt::format("the option '{}' needs a value: {}", a->name, a->value_name)};
        if (equals == std::string_view::npos)
            ++i;
    }
}

void add_option(CLI::App& app, const Argument& a, Given& given) {
    const auto keep = [&given, name = a.name](const CLI::results_t& results) {
        given[name] = results;
        return true;
    };
    // No extra arguments: an option takes one word each time, and a file called "[a,b]" is not split.
    app.add_option(a.name, keep)
        ->expected(a.kind == Argument::Kind::flag ? 0 : 1)
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void check_before_mark(const std::vector<Argument>& arguments, const Words& positionals) {
    const Argument* command = argument_taking_command(arguments);
    if (command != nullptr && !positionals.empty() && positionals.front() != "--")
        throw Error{ErrorCode::bad_usage, fmt::format("'{}' stands before '--', behind which {} is written",
                                                      positionals.front(), command->name)};
}

/// Each positional takes one word in turn, a repeated one all that are left.
void give_positionals(const std::vector<Argument>& arguments, const Words& words, Given& given) {
    auto next = words.begin();
    for (const Argument& a : arguments)
        if (a.is_positional() && next != words.end()) {
            const auto end = a.is_repeated ? words.end() : next + 1;
            given[a.name] = {next, end};
            next = end;
        }
    if (next != words.end())
        throw Error{ErrorCode::bad_usage, fmt::format("'{}' is one argument too many", *next)};
}

Given sorted(const std::vector<Argument>& arguments, const Words& words) {
    Given given;
    CLI::App app;
    app.set_help_flag();
    app.allow_extras();  // positionals: CLI11's own would split "[a,b]"
    for (const Argument& a : arguments)
        if (!a.is_positional())
            add_option(app, a, given);
    app.parse(Words(words.rbegin(), words.rend()));  // it takes them from the back
    Words positionals = app.remaining();
    check_before_mark(arguments, positionals);
    if (const auto mark = std::find(positionals.begin(), positionals.end(), "--"); mark != positionals.end())
        positionals.erase(mark);  // the first one ends the options; a second is a word
    give_positionals(arguments, positionals, given);
    return given;
}

void check_missing(const std::vector<Argument>& arguments, const Given& given) {
    Words missing;
    for (const Argument& a : arguments)
        if (a.is_required && !given.contains(a.name))
            missing.push_back(fmt::format("{}{}{}", a.name, a.value_name.empty() ? "" : " ", a.value_name));
    if (!missing.empty())
        throw Error{ErrorCode::bad_usage, fmt::format("missing: {}", joined(missing, ", "))};
}

void check_combination(const std::vector<Argument>& arguments, const Given& given) {
    std::size_t from_standard_input = 0;
    for (const Argument& a : arguments) {
        const auto values = given.find(a.name);
        if (values == given.end())
            continue;
        if (!a.is_repeated && values->second.size() > 1)
            throw Error{ErrorCode::bad_usage, fmt::format("'{}' is given more than once", a.name)};
        for (const std::string& other : a.excluded)
            if (given.contains(other))
                throw Error{ErrorCode::bad_usage, fmt::format("'{}' and '{}' do not go together", a.name, other)};
        for (const std::string& other : a.needed)
            if (!given.contains(other))
                throw Error{ErrorCode::bad_usage, fmt::format("'{}' makes no sense without '{}'", a.name, other)};
        if (a.takes == Argument::Takes::input_file)
            from_standard_input +=
                static_cast<std::size_t>(std::count(values->second.begin(), values->second.end(), "-"));
    }
    if (from_standard_input > 1)
        throw Error{ErrorCode::bad_usage, "standard input ('-') can be read only once"};
}

/// Files named by options, each with what it was given to.
struct NamedFile {
    const std::string& argument;
    const std::string& path;
};

std::vector<NamedFile> files_of(const std::vector<Argument>& arguments, const Given& given, Argument::Takes takes) {
    std::vector<NamedFile> files;
    for (const Argument& a : arguments)
        if (const auto values = given.find(a.name); a.takes == takes && values != given.end())
            for (const std::string& path : values->second)
                files.push_back({a.name, path});
    return files;
}

/// Before anything is read, so that a slip of the hand is told as that.
void check_outputs(const std::vector<Argument>& arguments, const Given& given) {
    const auto outputs = files_of(arguments, given, Argument::Takes::output_file);
    for (auto output = outputs.begin(); output != outputs.end(); ++output) {
        for (const NamedFile& input : files_of(arguments, given, Argument::Takes::input_file))
            refuse_input_as_output(output->path, input.path);
        for (auto earlier = outputs.begin(); earlier != output; ++earlier)
            if (is_same_output(earlier->path, output->path))
                throw Error{ErrorCode::bad_usage,
                            fmt::format("'{}' and '{}' would both write '{}'", earlier->argument, output->argument,
                                        output->path),
                            "name two files"};
    }
}

}  // namespace

void parse_command_line(const std::vector<Argument>& arguments, const Words& words) {
    check_mark(arguments, words);
    check_option_words(arguments, words);
    const Given given = sorted(arguments, words);
    check_missing(arguments, given);
    check_combination(arguments, given);
    check_outputs(arguments, given);
    for (const Argument& a : arguments)
        if (const auto values = given.find(a.name); values != given.end())
            a.assign(values->second);
}

}  // namespace mdm::cli
