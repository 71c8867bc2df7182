// SPDX-License-Identifier: Apache-2.0
#include "cli/parser.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/suggestion.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace mdm::cli {
namespace {

using Kind = Argument::Kind;
using Takes = Argument::Takes;
using Words = std::vector<std::string>;

Argument positional_of(Takes takes, std::string name, std::string help) {
    Argument a;
    a.kind = Kind::positional;
    a.takes = takes;
    a.name = std::move(name);
    a.help = std::move(help);
    a.is_required = true;
    return a;
}

Argument option_of(Takes takes, std::string name, std::string value_name, std::string help) {
    Argument a;
    a.takes = takes;
    a.name = std::move(name);
    a.value_name = std::move(value_name);
    a.help = std::move(help);
    return a;
}

Argument repeated(Argument a) {
    a.is_repeated = true;
    return a;
}

Argument assigning(Argument a, std::function<void(const Words&)> assign) {
    a.assign = std::move(assign);
    return a;
}

template <class File>
auto to_path(File& target) {
    return [&target](const Words& given) { target.path = given.back(); };
}

auto to_paths(std::vector<InputFile>& target) {
    return [&target](const Words& given) {
        for (const std::string& path : given)
            target.push_back({path});
    };
}

auto to_text(std::string& target) {
    return [&target](const Words& given) { target = given.back(); };
}

auto to_texts(Words& target) {
    return [&target](const Words& given) { target = given; };
}

std::int64_t number_in(std::string_view text, std::string_view name) {
    std::int64_t value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc{} || end != text.data() + text.size())
        throw Error{ErrorCode::bad_usage, fmt::format("'{}' is no whole number, which {} takes", text, name)};
    return value;
}

Time time_in(std::string_view text, std::string_view name) {
    const auto time = parse_time(text);
    if (!time)
        throw Error{ErrorCode::bad_usage, fmt::format("'{}' is no time, which {} takes", text, name),
                    "write 2027-01-07 or 2027-01-07T04:04:46Z"};
    return *time;
}

std::chrono::seconds length_in(std::string_view text, std::string_view name) {
    const auto length = parse_duration(text);
    if (!length)
        throw Error{ErrorCode::bad_usage, fmt::format("'{}' is no length of time, which {} takes", text, name),
                    "write 30d, 2w or 12h"};
    return *length;
}

std::size_t place_among(const Words& choices, const std::string& word, std::string_view name) {
    const auto found = std::find(choices.begin(), choices.end(), word);
    if (found != choices.end())
        return static_cast<std::size_t>(found - choices.begin());
    const auto meant = closest(word, choices);
    throw Error{ErrorCode::bad_usage, fmt::format("'{}' is not what {} takes: {}", word, name, joined(choices, ", ")),
                meant.empty() ? "" : fmt::format("did you mean '{}'?", meant)};
}

}  // namespace

Argument& Argument::required() {
    is_required = true;
    return *this;
}

Argument& Argument::optional() {
    is_required = false;
    return *this;
}

Argument& Argument::excludes(std::initializer_list<std::string_view> names) {
    excluded.insert(excluded.end(), names.begin(), names.end());
    return *this;
}

Argument& Argument::needs(std::initializer_list<std::string_view> names) {
    needed.insert(needed.end(), names.begin(), names.end());
    return *this;
}

Argument& Argument::completed_by(Takes what) {
    takes = what;
    return *this;
}

Argument& Argument::in_section(std::string title) {
    section = std::move(title);
    return *this;
}

Argument& Argument::shown_default(std::string text) {
    default_text = std::move(text);
    return *this;
}

Argument& Parser::add(Argument argument) { return arguments_.emplace_back(std::move(argument)); }

Argument& Parser::positional(std::string name, InputFile& target, std::string help) {
    return add(assigning(positional_of(Takes::input_file, std::move(name), std::move(help)), to_path(target)));
}

Argument& Parser::positional(std::string name, std::string& target, std::string help) {
    return add(assigning(positional_of(Takes::text, std::move(name), std::move(help)), to_text(target)));
}

Argument& Parser::positional(std::string name, std::vector<InputFile>& target, std::string help) {
    return add(
        assigning(repeated(positional_of(Takes::input_file, std::move(name), std::move(help))), to_paths(target)));
}

Argument& Parser::positional(std::string name, Words& target, std::string help) {
    return add(assigning(repeated(positional_of(Takes::text, std::move(name), std::move(help))), to_texts(target)));
}

Argument& Parser::command(std::string name, Words& target, std::string help) {
    return add(assigning(repeated(positional_of(Takes::command, std::move(name), std::move(help))), to_texts(target)));
}

Argument& Parser::option(std::string name, std::string value_name, InputFile& target, std::string help) {
    return add(assigning(option_of(Takes::input_file, std::move(name), std::move(value_name), std::move(help)),
                         to_path(target)));
}

Argument& Parser::option(std::string name, std::string value_name, std::vector<InputFile>& target, std::string help) {
    return add(
        assigning(repeated(option_of(Takes::input_file, std::move(name), std::move(value_name), std::move(help))),
                  to_paths(target)));
}

Argument& Parser::option(std::string name, std::string value_name, OutputFile& target, std::string help) {
    return add(assigning(option_of(Takes::output_file, std::move(name), std::move(value_name), std::move(help)),
                         to_path(target)));
}

Argument& Parser::option(std::string name, std::string value_name, std::string& target, std::string help) {
    return add(
        assigning(option_of(Takes::text, std::move(name), std::move(value_name), std::move(help)), to_text(target)));
}

Argument& Parser::option(std::string name, std::string value_name, Words& target, std::string help) {
    return add(assigning(repeated(option_of(Takes::text, std::move(name), std::move(value_name), std::move(help))),
                         to_texts(target)));
}

Argument& Parser::option(std::string name, std::string value_name, std::int64_t& target, std::string help) {
    Argument& a = add(option_of(Takes::number, std::move(name), std::move(value_name), std::move(help)));
    a.assign = [&target, option = a.name](const Words& given) { target = number_in(given.back(), option); };
    return a;
}

Argument& Parser::option(std::string name, std::string value_name, std::optional<std::string>& target,
                         std::string help) {
    Argument& added = add(assigning(option_of(Takes::text, std::move(name), std::move(value_name), std::move(help)),
                                    [&target](const Words& given) { target = given.back(); }));
    added.may_be_empty = true;
    return added;
}

Argument& Parser::option(std::string name, std::string value_name, std::optional<Time>& target, std::string help) {
    Argument& a = add(option_of(Takes::date, std::move(name), std::move(value_name), std::move(help)));
    a.assign = [&target, option = a.name](const Words& given) { target = time_in(given.back(), option); };
    return a;
}

Argument& Parser::option(std::string name, std::string value_name, std::optional<std::chrono::seconds>& target,
                         std::string help) {
    Argument& a = add(option_of(Takes::text, std::move(name), std::move(value_name), std::move(help)));
    a.assign = [&target, option = a.name](const Words& given) { target = length_in(given.back(), option); };
    return a;
}

Argument& Parser::flag(std::string name, bool& target, std::string help) {
    Argument& a = add(option_of(Takes::nothing, std::move(name), "", std::move(help)));
    a.kind = Kind::flag;
    a.assign = [&target](const Words&) { target = true; };
    return a;
}

Argument& Parser::add_choice(std::string name, std::vector<std::string> choices, std::string default_word,
                             std::string help, std::function<void(std::size_t)> set) {
    const bool is_option = name.starts_with("--");
    Argument& a = add(is_option ? option_of(Takes::choice, std::move(name), joined(choices, "|"), std::move(help))
                                : positional_of(Takes::choice, std::move(name), std::move(help)));
    a.choices = std::move(choices);
    if (is_option)
        a.default_text = std::move(default_word);
    a.assign = [words = a.choices, shown = a.name, set = std::move(set)](const Words& given) {
        set(place_among(words, given.back(), shown));
    };
    return a;
}

Argument& Parser::choice(std::string name, std::vector<std::string> words, std::vector<std::string>& target,
                         std::string help) {
    Argument& a = add(option_of(Takes::choice, std::move(name), joined(words, "|"), std::move(help)));
    a.choices = std::move(words);
    a.assign = [choices = a.choices, shown = a.name, &target](const Words& given) {
        for (const std::string& word : given)
            place_among(choices, word, shown);
        target = given;
    };
    return a;
}

}  // namespace mdm::cli
