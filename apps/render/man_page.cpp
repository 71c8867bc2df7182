// SPDX-License-Identifier: Apache-2.0
#include "render/man_page.hpp"

#include "base/text.hpp"
#include "cli/help.hpp"
#include "generated/version.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <string_view>
#include <utility>

namespace mdm::render {
namespace {

using namespace mdm::cli;

constexpr std::size_t example_width = 66;  ///< within 78 columns, indented twice

/// Text that roff takes for text. A hyphen that people copy is \-; a line must not begin with a control character.
std::string roff(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\\')
            out += "\\e";
        else if (c == '-')
            out += "\\-";
        else if ((c == '.' || c == '\'') && (out.empty() || out.back() == '\n'))
            out += fmt::format("\\&{}", c);
        else
            out += c;
    }
    return out;
}

/// A word that is never hyphenated: .nh alone does not keep groff 1.23 from it.
std::string literal(std::string_view word) { return "\\%" + roff(word); }

std::string bold(std::string_view text) { return fmt::format("\\fB{}\\fR", roff(text)); }

/// An argument of a macro: in quotes, those inside doubled.
std::string roff_quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : roff(text)) {
        if (c == '"')
            out += '"';
        out += c;
    }
    return out + "\"";
}

std::string title(const std::string& words, const std::string& summary) {
    std::string upper = page_name(words);
    std::transform(upper.begin(), upper.end(), upper.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    // Lines are not stretched: said once for older groff, and by AD for 1.23, where every .SH would undo it.
    return fmt::format(
        ".\\\" Rendered from the command's declaration: cmake --build --preset dev --target render\n"
        ".TH {} 1 {} {} {}\n.nh\n.ad l\n.ds AD l\n.SH NAME\n{} \\- {}\n",
        roff_quoted(upper), released, roff_quoted(fmt::format("mdmctl {}", version)), roff_quoted("mdmctl manual"),
        roff(page_name(words)), roff(summary));
}

std::string section(std::string_view heading, const std::string& body) {
    return body.empty() ? std::string() : fmt::format(".SH {}\n{}", heading, body);
}

std::string tagged(const std::string& tag, const std::string& text) {
    return fmt::format(".TP\n{}\n{}\n", tag, roff(text));
}

std::string paragraphs(std::string_view text) {
    std::string out;
    bool literal = false;
    bool parted = false;
    for (const std::string_view line : split(text, '\n')) {
        if (line.starts_with(' ') != literal) {
            literal = !literal;
            out += literal ? ".PP\n.EX\n" : ".EE\n";
            parted = parted || !literal;
        }
        if (line.empty()) {
            parted = true;
            continue;
        }
        if (parted && !literal && !out.empty())
            out += ".PP\n";
        parted = false;
        out += roff(line) + "\n";
    }
    return out + (literal ? ".EE\n" : "");
}

/// The names in bold; what people put in their place is in capitals as it is.
std::string argument_tag(const Argument& a) {
    const std::string heading = argument_heading(a);
    if (a.is_positional())
        return roff(heading);
    return bold(a.name) + roff(heading.substr(a.name.size()));
}

std::string synopsis(const CommandDescription& command) {
    const std::string line = usage_line(command);
    const std::string name = "mdmctl " + command.name;
    return bold(name) + roff(line.substr(name.size())) + "\n";
}

template <class Wanted>
std::string arguments(const CommandDescription& command, Wanted wanted) {
    std::string out;
    for (const Argument& a : command.arguments)
        if (wanted(a))
            out += tagged(argument_tag(a), argument_text(a));
    return out;
}

std::string options_by_section(const CommandDescription& command) {
    std::string out;
    for (const std::string& name : command.sections())
        out += section(roff_quoted("OPTIONS OF " + upper_case(name)),
                       arguments(command, [&](const Argument& a) { return a.section == name; }));
    return out;
}

std::string examples(const CommandDescription& command) {
    std::string out;
    for (const Example& e : command.examples)
        out += fmt::format("{}{}{}\n.PP\n.in +4\n.EX\n{}\n.EE\n.in\n", out.empty() ? "" : ".PP\n", roff(e.caption),
                           e.caption.ends_with('?') ? "" : ":",
                           roff(joined(example_lines(e.command, example_width), "\n")));
    return out;
}

std::string exit_status(const CommandDescription& command) {
    std::string out;
    for (const auto& [exit, codes] : codes_by_exit(command)) {
        std::vector<std::string> names;
        for (const ErrorCode code : codes)
            names.push_back(literal(mdm::name(code)));
        const std::string list = joined(names, ", ");
        out += fmt::format(".TP\n{}\n{}{}\n", bold(fmt::format("{}", exit)), exit_meaning(command, exit, !list.empty()),
                           list);
    }
    return out;
}

/// What each exit code means, whatever the command; its codes say more.
std::string exit_codes() {
    std::string out;
    for (const auto& [exit, meaning] : std::to_array<std::pair<int, std::string_view>>(
             {{0, "done"},
              {1, "it ran and failed, or some items failed, each of which is named"},
              {2, "wrong usage"},
              {3, "no such file, tenant, certificate, ..."},
              {4, "refused by a safety rule"},
              {5, "the service rejected our credentials"},
              {6, "the service or the network is not available: try again later"},
              {7, "the input is invalid"},
              {8, "another run holds the lock"},
              {10, "nothing to do, where a command is asked for the difference"},
              {70, "a bug in mdmctl"},
              {130, "interrupted"}}))
        out += tagged(bold(fmt::format("{}", exit)), std::string(meaning));
    return out + ".PP\n" + bold("mdmctl help codes") + roff(" lists the codes of errors and findings.") + "\n";
}

std::string environment() {
    std::string out;
    for (const auto& [variable, meaning] : std::to_array<std::pair<std::string_view, std::string_view>>(
             {{"MDMCTL_OUTPUT", "the form of answers: table, json, jsonl or csv"},
              {"MDMCTL_TENANT", "the tenant that is meant, where --tenant names none"},
              {"MDMCTL_STORE", "the database: a path, or a URL, which may hold a password"},
              {"MDMCTL_STORE_KEY_FILE", "the file of the store key"},
              {"MDMCTL_ACTOR", "who is acting, for the audit log"},
              {"MDMCTL_CA_FILE", "authorities, as PEM, that are trusted beside the system's"},
              {"MDMCTL_USER_AGENT", "by which services know us; mdmctl and its version, where it is not set"},
              {"MDMCTL_NO_INPUT", "1: never ask"},
              {"MDMCTL_SANDBOX_DIR", "the rehearsal's folder"},
              {"MDMCTL_NOW", "moves the clock, to a time, a date, or the time in @FILE; every command says so"},
              {"NO_COLOR", "when set, nothing is coloured"},
              {"XDG_CONFIG_HOME, XDG_STATE_HOME",
               "where the configuration file, and the store and the rehearsal are; else ~/.config and "
               "~/.local/state"}}))
        out += tagged(bold(variable), std::string(meaning));
    return out;
}

std::string page_reference(const std::string& words) { return fmt::format(".BR {} (1)", roff(page_name(words))); }

std::string see_also(const std::vector<std::string>& pages) {
    std::string out;
    for (std::size_t i = 0; i < pages.size(); ++i)
        out += page_reference(pages[i]) + (i + 1 < pages.size() ? " ,\n" : "\n");
    return section("SEE ALSO", out);
}

}  // namespace

std::string page_name(const std::string& words) {
    std::string name = words.empty() ? "mdmctl" : "mdmctl-" + words;
    std::replace(name.begin(), name.end(), ' ', '-');
    return name;
}

std::string front_page(const std::vector<ProgramDescription>& programs) {
    std::string services;
    std::vector<std::string> pages;
    for (const ProgramDescription& program : programs) {
        services += tagged(bold("mdmctl " + program.service), program.summary);
        pages.push_back(program.service);
    }
    return title("", "make, judge, keep and watch what mobile device management hangs on") +
           section("SYNOPSIS", bold("mdmctl") + " COMMAND [OPTION...] [ARGUMENT...]\n") +
           section(
               "DESCRIPTION",
               paragraphs("Push certificates, server tokens, service discovery and enterprise bindings are each got "
                          "by hand from a portal, and each ends, or breaks silently. mdmctl makes the work on them "
                          "repeatable from a terminal, a CI job or a runbook.\n\n"
                          "A command that is not listed here is looked for on PATH as mdmctl-COMMAND.")) +
           section("COMMANDS", services) + section(roff_quoted("EXIT STATUS"), exit_codes()) +
           section("ENVIRONMENT", environment()) +
           section("FILES", tagged("$XDG_CONFIG_HOME/mdmctl/config.toml",
                                   "Settings: output, tenant, store, store_key_file, actor, no_input, sandbox_dir. An "
                                   "environment variable (MDMCTL_OUTPUT, ...) stands above the file, an option above "
                                   "both.")) +
           see_also(pages);
}

std::string service_page(const ProgramDescription& program) {
    std::string commands;
    std::vector<std::string> pages{""};
    for (const CommandDescription& command : program.commands) {
        commands += tagged(bold("mdmctl " + command.name), command.summary);
        if (command.name != program.service)
            pages.push_back(command.name);
    }
    return title(program.service, program.summary) +
           section("SYNOPSIS", bold("mdmctl " + program.service) + " COMMAND [OPTION...] [ARGUMENT...]\n") +
           section("COMMANDS", commands) + see_also(pages);
}

std::string command_page(const CommandDescription& command) {
    const std::string service = command.name.substr(0, command.name.find(' '));
    std::vector<std::string> pages{""};
    if (service != command.name)
        pages.push_back(service);
    return title(command.name, command.summary) + section("SYNOPSIS", synopsis(command)) +
           section("DESCRIPTION",
                   command.details.empty() ? roff(command.summary) + ".\n" : paragraphs(command.details)) +
           section("ARGUMENTS", arguments(command, [](const Argument& a) { return a.is_positional(); })) +
           section("OPTIONS", arguments(command,
                                        [](const Argument& a) {
                                            return !a.is_positional() && !a.is_common && a.section.empty();
                                        })) +
           options_by_section(command) +
           section(roff_quoted("OPTIONS OF EVERY COMMAND"),
                   arguments(command, [](const Argument& a) { return a.is_common; })) +
           section("EXAMPLES", examples(command)) + section(roff_quoted("EXIT STATUS"), exit_status(command)) +
           see_also(pages);
}

}  // namespace mdm::render
