// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "cli/programs.hpp"
#include "cli/signals.hpp"
#include "sandbox/commands.hpp"
#include "sandbox/program_run.hpp"
#include "sandbox/rehearsal.hpp"

#include <csignal>
#include <cstdlib>
#include <fmt/format.h>
#include <unistd.h>

namespace mdm::apps {
namespace {

struct Options {
    std::string dir;
    std::vector<std::string> command;
};

std::vector<std::string> own_environment() {
    std::vector<std::string> variables;
    for (const char* const* variable = environ; *variable != nullptr; ++variable)
        variables.emplace_back(*variable);
    return variables;
}

std::string temporary_folder() {
    const char* folder = std::getenv("TMPDIR");
    return folder == nullptr || *folder == '\0' ? "/tmp" : folder;
}

sandbox::Rehearsal make_rehearsal(const cli::World& world, const Options& o) {
    if (o.dir.empty())
        return sandbox::Rehearsal::passing(temporary_folder(), world.clock.now());
    return sandbox::Rehearsal::kept(o.dir, world.clock.now());
}

/// As a program of its own, so that this one does not load the engines of the store.
sandbox::ProgramRun store_command(const cli::World& world, std::string command,
                                  const std::vector<std::string>& environment) {
    const bool json = world.settings.output == cli::Output::json || world.settings.output == cli::Output::jsonl;
    return {.words = {cli::own_folder() + "/mdmctl-store", std::move(command), "--quiet", "--output",
                      json ? "json" : "table"},
            .environment = environment,
            .shows_output = false};
}

/// The store of a rehearsal that is taken up again is there, unless a killed run has left it half-made: then `init`
/// finishes it.
sandbox::Ended make_store(const cli::World& world, const sandbox::Rehearsal& rehearsal,
                          const std::vector<std::string>& environment) {
    if (rehearsal.is_kept()) {
        sandbox::ProgramRun check = store_command(world, "check", environment);
        check.shows_errors = false;
        if (const auto ended = sandbox::run_program(check); ended.status() == 0 || ended.signal != 0)
            return ended;
    }
    return sandbox::run_program(store_command(world, "init", environment));
}

/// The one time that a rehearsal says what is moved in it.
void say_what_is_moved(const cli::World& world, const sandbox::Rehearsal& rehearsal) {
    const auto clock = cli::clock_of({{"MDMCTL_NOW", "@" + rehearsal.clock_file()}});
    world.notice(
        fmt::format("this is a rehearsal: the clock stands at {} until mdmctl sandbox clock moves it, the "
                    "store is in {}, and Apple is pretended",
                    to_rfc3339(clock->now()), rehearsal.folder()));
}

sandbox::Ended rehearse(const cli::World& world, const sandbox::Rehearsal& rehearsal,
                        const std::vector<std::string>& command) {
    const auto environment = sandbox::rehearsal_environment(own_environment(), rehearsal.folder());
    if (const auto ended = make_store(world, rehearsal, environment); ended.status() != 0)
        return ended;
    say_what_is_moved(world, rehearsal);
    return sandbox::run_program({.words = command, .environment = environment});
}

void take_down(const cli::World& world, sandbox::Rehearsal& rehearsal) {
    if (!rehearsal.take_down())
        world.warn(
            fmt::format("'{}' could not be removed whole; it holds nothing but the rehearsal", rehearsal.folder()));
    else if (rehearsal.is_kept())
        world.say(fmt::format("the rehearsal is kept in '{}'; the same command takes it up again", rehearsal.folder()));
}

cli::Result run(cli::World& world, const Options& o) {
    sandbox::Ended ended;
    {
        const cli::HeldSignals held;
        sandbox::Rehearsal rehearsal = make_rehearsal(world, o);
        ended = rehearse(world, rehearsal, o.command);
        take_down(world, rehearsal);
    }
    // A script around us stops as well, which it does not for one that exits with 130.
    if (ended.signal == SIGINT)
        static_cast<void>(std::raise(SIGINT));
    world.output_taken = true;
    cli::Result result = cli::Text{"", {{"exit", ended.status()}}};
    result.exit = [code = ended.status()] { return code; };
    return result;
}

}  // namespace

cli::Command run_command() {
    return cli::command<Options>({
        .name = "run",
        .summary = "Run a command in a rehearsal: a fresh store, pretend services, a clock that can be moved",
        .details =
            "COMMAND and all that it starts see a world of its own: a store that is made for it and marked as a "
            "rehearsal's, its key, empty settings, the pretend portals, and a clock that begins at the present time "
            "(or at that of MDMCTL_NOW) and stands still until mdmctl sandbox clock moves it. The real world is kept "
            "out: MDMCTL_STORE, keys, tenant, endpoints and configuration file count for nothing in it. Only "
            "MDMCTL_OUTPUT, MDMCTL_NO_INPUT and MDMCTL_ACTOR are let in.\n\n"
            "All of it lies in a private folder in TMPDIR, which is removed when COMMAND ends; with --dir in FOLDER, "
            "which stays, and which the next run with it takes up again as it was left, clock included. A rehearsal "
            "inside a rehearsal is one of its own, and leaves the outer one alone.\n\n"
            "The exit code is COMMAND's: 128 and the signal's number where one killed it, 127 where it is not found "
            "and 126 where it cannot be run, as with env and in a shell. Where no rehearsal could be made it is that "
            "of any other command, and COMMAND was not run. Ctrl-C reaches COMMAND; SIGTERM, SIGHUP, SIGINT and "
            "SIGQUIT are passed on to it, and the folder is removed when it has ended. What COMMAND has left behind "
            "in the background loses the folder, too. If the run is killed with SIGKILL, its folder stays and "
            "disturbs no other; one of --dir is finished by the next run.",
        .options =
            [](cli::Parser& p, Options& o) {
                p.option("--dir", "FOLDER", o.dir, "keep the rehearsal in FOLDER, new or an earlier one's").takes =
                    cli::Argument::Takes::folder;
                p.command("COMMAND", o.command, "what is run, with its arguments");
            },
        .run = run,
        .examples = {{"mdmctl sandbox run -- mdmctl tenant add acme", "Try one command where it harms nobody"},
                     {"mdmctl sandbox run -- sh renewal-drill.sh", "Rehearse a runbook, in CI as well"},
                     {"mdmctl sandbox run --dir rehearsal -- bash", "Look around, today and tomorrow"}},
        .codes = {ErrorCode::program_not_found, ErrorCode::program_not_runnable, ErrorCode::output_exists,
                  ErrorCode::locked},
    });
}

}  // namespace mdm::apps
