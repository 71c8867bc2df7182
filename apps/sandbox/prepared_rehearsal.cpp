// SPDX-License-Identifier: Apache-2.0
#include "sandbox/prepared_rehearsal.hpp"

#include "cli/programs.hpp"
#include "sandbox/fault_file.hpp"

#include <cstdlib>
#include <fmt/format.h>
#include <unistd.h>
#include <utility>

namespace mdm::apps {
namespace {

std::string temporary_folder() {
    const char* folder = std::getenv("TMPDIR");
    return folder == nullptr || *folder == '\0' ? "/tmp" : folder;
}

std::vector<sandbox::Fault> parsed(const std::vector<std::string>& words) {
    std::vector<sandbox::Fault> faults;
    for (const std::string& word : words)
        faults.push_back(sandbox::parse_fault(word));
    return faults;
}

/// The faults are judged before anything is made.
sandbox::Rehearsal make_rehearsal(const cli::World& world, const RehearsalOptions& o) {
    static_cast<void>(parsed(o.faults));
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
void say_what_is_moved(const cli::World& world, const sandbox::Rehearsal& rehearsal, Time now) {
    world.notice(
        fmt::format("this is a rehearsal: the clock stands at {} until mdmctl sandbox clock moves it, the "
                    "store is in {}, and Apple is pretended",
                    to_rfc3339(now), rehearsal.folder()));
}

}  // namespace

void declare_rehearsal(cli::Parser& p, RehearsalOptions& o) {
    p.option("--dir", "FOLDER", o.dir, "keep the rehearsal in FOLDER, new or an earlier one's").takes =
        cli::Argument::Takes::folder;
    p.option("--fault", "FAULT", o.faults, "what a pretend service does wrong, as mdmctl sandbox fault add has it");
}

std::vector<ErrorCode> rehearsal_codes() {
    return {ErrorCode::output_exists, ErrorCode::locked, ErrorCode::cannot_listen, ErrorCode::damaged_state};
}

PreparedRehearsal::PreparedRehearsal(const cli::World& world, const RehearsalOptions& o)
    : rehearsal_(make_rehearsal(world, o)),
      clock_(cli::clock_of({{"MDMCTL_NOW", "@" + rehearsal_.clock_file()}})),
      dep_(std::make_unique<sandbox::DepService>(rehearsal_.folder(), *clock_)),
      server_(std::make_unique<sandbox::HttpServer>(
          o.port, [dep = dep_.get()](const sandbox::HttpRequest& request) { return dep->answer(request); })) {
    if (!o.faults.empty())
        sandbox::FaultFile(rehearsal_.folder()).add(parsed(o.faults));
    if (const auto ended = make_store(world, rehearsal_, environment(own_environment())); ended.status() != 0)
        failed_ = ended;
    else
        say_what_is_moved(world, rehearsal_, clock_->now());
}

std::vector<std::string> PreparedRehearsal::environment(const std::vector<std::string>& outer) const {
    auto variables = sandbox::rehearsal_environment(outer, rehearsal_.folder());
    variables.push_back(fmt::format("MDMCTL_DEP_URL={}", server_->origin()));
    return variables;
}

void PreparedRehearsal::take_down(const cli::World& world) {
    server_.reset();
    if (!rehearsal_.take_down())
        world.warn(
            fmt::format("'{}' could not be removed whole; it holds nothing but the rehearsal", rehearsal_.folder()));
    else if (rehearsal_.is_kept())
        world.say(
            fmt::format("the rehearsal is kept in '{}'; the same command takes it up again", rehearsal_.folder()));
}

std::vector<std::string> own_environment() {
    std::vector<std::string> variables;
    for (const char* const* variable = environ; *variable != nullptr; ++variable)
        variables.emplace_back(*variable);
    return variables;
}

}  // namespace mdm::apps
