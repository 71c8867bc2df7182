// SPDX-License-Identifier: Apache-2.0
#include "cli/description.hpp"

#include "cli/common_options.hpp"

#include <algorithm>
#include <array>

namespace mdm::cli {
namespace {

constexpr std::array codes_of_every_command{ErrorCode::bad_usage,        ErrorCode::bad_setting,
                                            ErrorCode::others_can_write, ErrorCode::cannot_write,
                                            ErrorCode::interrupted,      ErrorCode::internal_error};
constexpr std::array codes_of_reading{ErrorCode::no_such_file, ErrorCode::cannot_read, ErrorCode::not_a_file,
                                      ErrorCode::empty_file, ErrorCode::too_large};
constexpr std::array codes_of_writing{ErrorCode::output_is_input, ErrorCode::binary_to_terminal, ErrorCode::locked};
constexpr std::array codes_of_tracing{ErrorCode::output_exists, ErrorCode::symlink_target};

template <class Codes>
void add_missing(std::vector<ErrorCode>& to, const Codes& codes) {
    for (const ErrorCode code : codes)
        if (std::find(to.begin(), to.end(), code) == to.end())
            to.push_back(code);
}

bool has_argument_for(const std::vector<Argument>& arguments, Argument::Takes takes) {
    return std::any_of(arguments.begin(), arguments.end(),
                       [&](const Argument& a) { return a.takes == takes && !a.is_common; });
}

std::vector<Argument> arguments_of(const Command& command) {
    Parser own;
    command.declare(own);
    Parser common;
    Settings unused;
    declare_common_options(common, command, unused);
    std::vector<Argument> all = own.arguments();
    bool unseen = false;  // asked for before anything is parsed
    common.flag("--help", unseen, "show what this command does and takes");
    for (const Argument& a : common.arguments())
        all.emplace_back(a).is_common = true;
    for (Argument& a : all)
        a.assign = nullptr;
    return all;
}

Record as_record(const Argument& a) {
    const auto text = [](const std::string& s) { return s.empty() ? Value() : Value(s); };
    return {
        {"name", a.name},
        {"kind", name(a.kind)},
        {"takes", name(a.takes)},
        {"value", text(a.value_name)},
        {"help", a.help},
        {"required", a.is_required},
        {"repeated", a.is_repeated},
        {"common", a.is_common},
        {"section", text(a.section)},
        {"choices", a.choices},
        {"default", text(a.default_text)},
        {"excludes", a.excluded},
        {"needs", a.needed},
    };
}

template <class Items, class As_record>
std::vector<Record> records(const Items& items, As_record as) {
    std::vector<Record> list;
    for (const auto& item : items)
        list.push_back(as(item));
    return list;
}

}  // namespace

std::string CommandDescription::group() const {
    const auto last = name.rfind(' ');
    return last == std::string::npos ? "" : name.substr(0, last);
}

std::vector<std::string> CommandDescription::sections() const {
    std::vector<std::string> names;
    for (const Argument& a : arguments)
        if (!a.section.empty() && std::find(names.begin(), names.end(), a.section) == names.end())
            names.push_back(a.section);
    return names;
}

CommandDescription describe(const Program& program, const Command& command) {
    CommandDescription d;
    d.name = command.name.empty() ? program.service : program.service + " " + command.name;
    d.summary = command.summary;
    d.details = command.details;
    d.effect = command.effect;
    d.arguments = arguments_of(command);
    d.examples = command.examples;
    add_missing(d.codes, command.codes);
    if (has_argument_for(d.arguments, Argument::Takes::input_file))
        add_missing(d.codes, codes_of_reading);
    if (has_argument_for(d.arguments, Argument::Takes::output_file))
        add_missing(d.codes, codes_of_writing);
    if (command.asks_services)
        add_missing(d.codes, codes_of_tracing);
    add_missing(d.codes, codes_of_every_command);
    d.is_monitor = command.is_monitor;
    d.stands_for_group = command.stands_for_group;
    return d;
}

int exit_code_of(const CommandDescription& command, ErrorCode code) {
    const int exit = exit_code(code);
    return command.is_monitor && exit != 0 ? monitoring_unknown : exit;
}

ProgramDescription describe(const Program& program) {
    ProgramDescription d{program.service, program.summary, {}};
    for (const Command& command : program.commands)
        d.commands.push_back(describe(program, command));
    return d;
}

Record as_record(const CommandDescription& command) {
    return {
        {"name", command.name},
        {"summary", command.summary},
        {"details", command.details},
        {"effect", name(command.effect)},
        {"arguments", records(command.arguments, [](const Argument& a) { return as_record(a); })},
        {"examples", records(command.examples,
                             [](const Example& e) {
                                 return Record{{"command", e.command}, {"caption", e.caption}};
                             })},
        {"codes", records(command.codes,
                          [&](ErrorCode code) {
                              return Record{{"code", mdm::name(code)}, {"exit", exit_code_of(command, code)}};
                          })},
        {"monitor", command.is_monitor},
        {"stands_for_group", command.stands_for_group},
    };
}

Record as_record(const ProgramDescription& program) {
    return {
        {"service", program.service},
        {"summary", program.summary},
        {"commands", records(program.commands, [](const CommandDescription& c) { return as_record(c); })},
    };
}

std::string_view name(Effect effect) {
    constexpr std::array names{"reads", "changes", "cannot_be_undone"};
    return names.at(static_cast<std::size_t>(effect));
}

std::string_view name(Argument::Kind kind) {
    constexpr std::array names{"positional", "option", "flag"};
    return names.at(static_cast<std::size_t>(kind));
}

std::string_view name(Argument::Takes takes) {
    constexpr std::array names{"nothing", "text",   "input_file", "output_file", "folder", "number",
                               "date",    "choice", "command",    "topic",       "runbook"};
    return names.at(static_cast<std::size_t>(takes));
}

}  // namespace mdm::cli
