// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "cli/json_text.hpp"
#include "cli/signals.hpp"
#include "sandbox/commands.hpp"
#include "sandbox/ending_signal.hpp"
#include "sandbox/prepared_rehearsal.hpp"

#include <charconv>
#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    RehearsalOptions rehearsal;
    std::string listen;
};

std::uint16_t port_in(const std::string& address) {
    constexpr std::string_view host = "127.0.0.1:";
    std::uint16_t port = 0;
    const char* const end = address.data() + address.size();
    const auto read = address.starts_with(host) ? std::from_chars(address.data() + host.size(), end, port)
                                                : std::from_chars_result{address.data(), std::errc::invalid_argument};
    if (read.ec != std::errc{} || read.ptr != end)
        throw Error{ErrorCode::bad_usage, fmt::format("'{}' is no address that pretend services are had at", address),
                    "127.0.0.1:PORT; with port 0 the kernel chooses one"};
    return port;
}

/// What a shell has to be told to be in the rehearsal: lines for it to read, or an object.
std::string announcement(const std::vector<std::string>& environment, bool as_json) {
    cli::Record variables;
    std::string lines;
    for (const std::string& variable : environment) {
        const auto equals = variable.find('=');
        variables.add({variable.substr(0, equals), variable.substr(equals + 1)});
        lines += fmt::format("export {}={}\n", variable.substr(0, equals), shell_quoted(variable.substr(equals + 1)));
    }
    if (!as_json)
        return lines;
    std::string json;
    cli::append_json(json, cli::Record{{"environment", variables}}, cli::JsonLayout::compact);
    return json + "\n";
}

cli::Result run(cli::World& world, const Options& o) {
    RehearsalOptions options = o.rehearsal;
    if (!o.listen.empty())
        options.port = port_in(o.listen);
    const cli::HeldSignals held;
    PreparedRehearsal rehearsal(world, options);
    world.output_taken = true;
    cli::Result result = cli::Text{"", {}};
    if (rehearsal.failed()) {
        result.exit = [code = rehearsal.failed()->status()] { return code; };
    } else {
        const bool as_json = world.settings.output == cli::Output::json || world.settings.output == cli::Output::jsonl;
        world.terminal.out(announcement(rehearsal.environment({}), as_json));
        sandbox::await_ending_signal();
    }
    rehearsal.take_down(world);
    return result;
}

}  // namespace

cli::Command serve_command() {
    return cli::command<Options>({
        .name = "serve",
        .summary = "Serve the pretend services of a rehearsal until told to end",
        .details =
            "Makes a rehearsal as mdmctl sandbox run does, and takes one of --dir up again, but runs no command in it: "
            "for a server under development, or for several shells. When all is there, standard output has what a "
            "shell sets to be in the rehearsal, a line a variable, MDMCTL_DEP_URL among them; with --output json it "
            "is one object on one line.\n\n"
            "It goes on until SIGTERM, Ctrl-C, SIGHUP or SIGQUIT, and then ends with exit 0; its standard input is not "
            "read. A rehearsal without --dir is removed. Other computers cannot reach it.",
        .options =
            [](cli::Parser& p, Options& o) {
                declare_rehearsal(p, o.rehearsal);
                p.option("--listen", "ADDRESS", o.listen, "127.0.0.1:PORT, instead of a port that is free");
            },
        .run = run,
        .examples = {{"mdmctl sandbox serve --dir rehearsal --listen 127.0.0.1:8800", "For a server that you develop"},
                     {"mdmctl sandbox serve >environment &", "Then: . ./environment"}},
        .codes = rehearsal_codes(),
    });
}

}  // namespace mdm::apps
