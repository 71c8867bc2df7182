// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/parser.hpp"
#include "cli/record.hpp"
#include "cli/world.hpp"

#include <functional>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace mdm::cli {

struct Example {
    std::string command;  ///< a whole command line: "mdmctl apns inspect push.pem"
    std::string caption;  ///< what it is for
};

/// Whether a command can change something: then it gets --dry-run, and, where there is no way back, --yes.
enum class Effect { reads, changes, cannot_be_undone };

/// The codes of a declaration: its own, and groups that its rules offer. What every command may end with, and what one
/// ends with that reads or writes files, is added from its arguments.
template <class... Groups>
std::vector<ErrorCode> codes(std::initializer_list<ErrorCode> own, const Groups&... groups) {
    std::vector<ErrorCode> all(own);
    (all.insert(all.end(), std::begin(groups), std::end(groups)), ...);
    return all;
}

/// One command, declared once: parsing, --help, man page, completions and catalogue are all made from this.
struct Command {
    std::string name;     ///< words below the service: "inspect", "portal push-certificate create"
    std::string summary;  ///< one line that starts with a verb, no full stop
    std::string details;  ///< paragraphs parted by an empty line: what is read, written, refused; what stays if killed
    Effect effect = Effect::reads;
    std::vector<Example> examples;
    std::vector<ErrorCode> codes;  ///< the codes that a script may meet; their exit codes are in the help
    std::string light_with;        ///< see Program::whole_beside; empty: the command needs no more than this program
    std::string whole_with{};      ///< an option with which it needs the whole program, whatever stands beside it
    bool answers_always = false;   ///< help: with settings that are wrong it warns, and answers all the same
    /// Its exit is the monitoring plugins': what keeps it from judging is 3, UNKNOWN, wrong usage included.
    bool is_monitor = false;
    /// Its exit is a monitoring plugin's where this flag is given; empty: there is none.
    std::string monitor_with;
    bool asks_services = false;  ///< over HTTP, with access::http_options: then it has --trace
    /// It is meant where its last word is left out: `dep devices` is `dep devices list`.
    bool stands_for_group = false;
    std::function<void(Parser&)> declare;
    std::function<Result(World&)> run;
};

/// What a command's file writes down: the command, with the options that are its own.
template <class Options>
struct Declaration {
    std::string name;
    std::string summary;
    std::string details{};
    Effect effect = Effect::reads;
    std::function<void(Parser&, Options&)> options = [](Parser&, Options&) {};
    std::function<Result(World&, const Options&)> run;
    std::vector<Example> examples{};
    std::vector<ErrorCode> codes{};
    std::string light_with{};
    std::string whole_with{};
    bool answers_always = false;
    bool is_monitor = false;
    std::string monitor_with{};
    bool asks_services = false;
    bool stands_for_group = false;
};

template <class Options>
Command command(Declaration<Options> d) {
    const auto options = std::make_shared<Options>();
    return {
        .name = std::move(d.name),
        .summary = std::move(d.summary),
        .details = std::move(d.details),
        .effect = d.effect,
        .examples = std::move(d.examples),
        .codes = std::move(d.codes),
        .light_with = std::move(d.light_with),
        .whole_with = std::move(d.whole_with),
        .answers_always = d.answers_always,
        .is_monitor = d.is_monitor,
        .monitor_with = std::move(d.monitor_with),
        .asks_services = d.asks_services,
        .stands_for_group = d.stands_for_group,
        .declare = [options, declare = std::move(d.options)](Parser& p) { declare(p, *options); },
        .run = [options, run = std::move(d.run)](World& world) { return run(world, *options); },
    };
}

/// One program: what `mdmctl <service>` runs.
struct Program {
    std::string service;  ///< "apns": the word after mdmctl
    std::string summary;  ///< one line for `mdmctl --help`
    /// The commands in the order in which help lists them. One command without a name is the service itself
    /// (`mdmctl inspect FILE...`).
    std::vector<Command> commands;
    /// A second program of the service, in the folder with-store, has all its commands and loads the store's libraries.
    /// This one has those that need no store, starts faster, and becomes the other for all else: other commands, help,
    /// and a command of its own without the option `light_with`, which makes the difference, or with `whole_with`.
    bool whole_beside = false;
};

/// The whole of a program's main: finds the command, parses, runs it, renders its answer, shows what it threw, and
/// returns the exit code. `PROGRAM --declarations` prints the declarations as JSON instead.
int run(int argc, char** argv, const Program& program);

}  // namespace mdm::cli
