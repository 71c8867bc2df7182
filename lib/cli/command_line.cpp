// SPDX-License-Identifier: Apache-2.0
// The one file that includes CLI11: it sorts words to arguments. What is said about the outcome is said here, so that
// the messages are ours and do not change with its version.
#include "cli/command_line.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/suggestion.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace mdm::cli {
namespace {

using Words = std::vector<std::string>;
using Given = std::map<std::string, Words>;

/// More files than any shell passes; CLI11 counts in int.
constexpr int any_number = 1 << 20;

const Argument* argument_named(const std::vector<Argument>& arguments, std::string_view name) {
    const auto found =
        std::find_if(arguments.begin(), arguments.end(), [&](const Argument& a) { return a.name == name; });
    return found == arguments.end() ? nullptr : &*found;
}

[[noreturn]] void throw_unknown_option(const std::vector<Argument>& arguments, std::string_view word) {
    const std::string name(word.substr(0, word.find('=')));
    Words options{"--help"};
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
                throw Error{ErrorCode::bad_usage, fmt::format("the option '{}' takes no value", a->name)};
            continue;
        }
        const bool value_follows = i + 1 < words.size() && !words[i + 1].starts_with("--");
        if (equals == std::string_view::npos ? !value_follows || words[i + 1].empty() : equals + 1 == word.size())
            throw Error{ErrorCode::bad_usage, fmt::format("the option '{}' needs a value: {}", a->name, a->value_name)};
        if (equals == std::string_view::npos)
            ++i;
    }
}

void add_to(CLI::App& app, const Argument& a, Given& given) {
    // CLI11 strips leading dashes of the name and would take "FILE..." for a name of several.
    const auto keep = [&given, name = a.name](const CLI::results_t& results) {
        given[name] = results;
        return true;
    };
    if (a.kind == Argument::Kind::flag) {
        app.add_option(a.name, keep)->expected(0)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
        return;
    }
    // Without extra arguments an option takes one word each time, and a file called "[a,b]" stays one.
    const bool many = a.is_repeated && a.is_positional();
    app.add_option(a.name, keep)
        ->expected(1, many ? any_number : 1)
        ->allow_extra_args(many)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

Given sorted(const std::vector<Argument>& arguments, const Words& words) {
    Given given;
    CLI::App app;
    app.set_help_flag();
    app.allow_extras();
    for (const Argument& a : arguments)
        add_to(app, a, given);
    Words reversed(words.rbegin(), words.rend());  // CLI11 takes them from the back
    app.parse(reversed);
    const Words left_over = app.remaining();
    const auto extra = std::find_if(left_over.begin(), left_over.end(), [](const auto& w) { return w != "--"; });
    if (extra != left_over.end())
        throw Error{ErrorCode::bad_usage, fmt::format("'{}' is one argument too many", *extra)};
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

}  // namespace

void parse_command_line(const std::vector<Argument>& arguments, const Words& words) {
    check_option_words(arguments, words);
    const Given given = sorted(arguments, words);
    check_missing(arguments, given);
    check_combination(arguments, given);
    for (const Argument& a : arguments)
        if (const auto values = given.find(a.name); values != given.end())
            a.assign(values->second);
}

}  // namespace mdm::cli
