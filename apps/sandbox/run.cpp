// SPDX-License-Identifier: Apache-2.0
#include "cli/signals.hpp"
#include "sandbox/commands.hpp"
#include "sandbox/prepared_rehearsal.hpp"

#include <csignal>

namespace mdm::apps {
namespace {

struct Options {
    RehearsalOptions rehearsal;
    std::vector<std::string> command;
};

cli::Result run(cli::World& world, const Options& o) {
    sandbox::Ended ended;
    {
        const cli::HeldSignals held;
        PreparedRehearsal rehearsal(world, o.rehearsal);
        ended =
            rehearsal.failed()
                ? *rehearsal.failed()
                : sandbox::run_program({.words = o.command, .environment = rehearsal.environment(own_environment())});
        rehearsal.take_down(world);
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
            "While COMMAND runs, so does a pretend Device Enrollment Program service, on a port of 127.0.0.1 that "
            "MDMCTL_DEP_URL names. It takes the server tokens of mdmctl sandbox portal server-token, is as strict as "
            "Apple's, and goes wrong where --fault or mdmctl sandbox fault tells it to.\n\n"
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
                declare_rehearsal(p, o.rehearsal);
                p.command("COMMAND", o.command, "what is run, with its arguments");
            },
        .run = run,
        .examples = {{"mdmctl sandbox run -- mdmctl tenant add acme", "Try one command where it harms nobody"},
                     {"mdmctl sandbox run -- sh renewal-drill.sh", "Rehearse a runbook, in CI as well"},
                     {"mdmctl sandbox run --dir rehearsal -- bash", "Look around, today and tomorrow"},
                     {"mdmctl sandbox run --fault dep:503/5 -- sh nightly.sh", "See a script through an outage"}},
        .codes = cli::codes({ErrorCode::program_not_found, ErrorCode::program_not_runnable}, rehearsal_codes()),
    });
}

}  // namespace mdm::apps
