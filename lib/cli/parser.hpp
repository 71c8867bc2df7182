// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"
#include "cli/world.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mdm::cli {

/// One positional, option or flag, as it is declared. Parsing (CLI11), --help, man pages, completions and the catalogue
/// all read this.
struct Argument {
    enum class Kind { positional, option, flag };
    /// What completes it, and what it is called in the man page.
    enum class Takes {
        nothing,
        text,
        input_file,
        output_file,
        folder,
        number,
        date,
        choice,
        command,  ///< a program and its arguments
        topic,    ///< the words of one of our commands
        runbook,
    };

    Kind kind = Kind::option;
    Takes takes = Takes::text;
    std::string name;        ///< "FILE" of a positional, "--out" of an option
    std::string value_name;  ///< "FILE" of an option
    std::string help;        ///< one sentence without a capital and full stop
    bool is_required = false;
    bool is_repeated = false;
    bool may_be_empty = false;
    bool is_common = false;  ///< one that every command has
    std::string section{};   ///< help: "Options of wifi", behind the others; empty: the command's own
    std::vector<std::string> choices;
    std::string default_text;                                     ///< shown; the value itself is in the Options
    std::vector<std::string> excluded;                            ///< options that it does not go together with
    std::vector<std::string> needed;                              ///< options without which it makes no sense
    std::function<void(const std::vector<std::string>&)> assign;  ///< called when it was given; throws  bad_usage

    bool is_positional() const noexcept { return kind == Kind::positional; }

    Argument& required();
    Argument& optional();  ///< of a positional, which is required unless this is said
    Argument& excludes(std::initializer_list<std::string_view> names);
    Argument& needs(std::initializer_list<std::string_view> names);
    Argument& shown_default(std::string text);
    Argument& completed_by(Takes what);  ///< of a text: topic or runbook
    Argument& in_section(std::string title);
};

/// Collects the arguments of one command. Options are "--name"; a value may follow as "--name=value". What is not given
/// leaves its target as it is, so that the defaults stand in the command's Options.
class Parser {
public:
    Argument& positional(std::string name, InputFile& target, std::string help);
    Argument& positional(std::string name, std::string& target, std::string help);
    Argument& positional(std::string name, std::vector<InputFile>& target, std::string help);
    Argument& positional(std::string name, std::vector<std::string>& target, std::string help);
    /// A program and its arguments, which stand behind "--" and belong to it whole. There is no other positional then.
    Argument& command(std::string name, std::vector<std::string>& target, std::string help);

    Argument& option(std::string name, std::string value_name, InputFile& target, std::string help);
    Argument& option(std::string name, std::string value_name, std::vector<InputFile>& target, std::string help);
    Argument& option(std::string name, std::string value_name, OutputFile& target, std::string help);
    Argument& option(std::string name, std::string value_name, std::string& target, std::string help);
    Argument& option(std::string name, std::string value_name, std::vector<std::string>& target, std::string help);
    /// One that may be given as empty, to take away what there is.
    Argument& option(std::string name, std::string value_name, std::optional<std::string>& target, std::string help);
    Argument& option(std::string name, std::string value_name, std::int64_t& target, std::string help);
    Argument& option(std::string name, std::string value_name, std::optional<Time>& target, std::string help);

    /// A length of time: "30d", "2w", "12h".
    Argument& option(std::string name, std::string value_name, std::optional<std::chrono::seconds>& target,
                     std::string help);

    Argument& flag(std::string name, bool& target, std::string help);

    /// An option or positional with a fixed set of words. `name` of a positional has no dashes. The word that `target`
    /// holds already is shown as the default.
    template <class Enum>
    Argument& choice(std::string name, Enum& target, std::initializer_list<std::pair<std::string_view, Enum>> words,
                     std::string help) {
        std::vector<std::pair<std::string, Enum>> known;
        std::vector<std::string> choices;
        known.reserve(words.size());
        choices.reserve(words.size());
        std::string default_word;
        for (const auto& [word, value] : words) {
            known.emplace_back(std::string(word), value);
            choices.emplace_back(word);
            if (value == target)
                default_word = word;
        }
        return add_choice(std::move(name), std::move(choices), std::move(default_word), std::move(help),
                          [&target, known = std::move(known)](std::size_t chosen) { target = known[chosen].second; });
    }

    /// The same for words out of a table, which are kept as they were typed.
    Argument& choice(std::string name, std::vector<std::string> words, std::vector<std::string>& target,
                     std::string help);

    const std::vector<Argument>& arguments() const noexcept { return arguments_; }

private:
    Argument& add(Argument argument);
    Argument& add_choice(std::string name, std::vector<std::string> choices, std::string default_word, std::string help,
                         std::function<void(std::size_t)> set);

    std::vector<Argument> arguments_;
};

}  // namespace mdm::cli
