// SPDX-License-Identifier: Apache-2.0
// A program on the frame, for transcripts: what no real command does on demand. They reach it as a plugin.
#include "base/error.hpp"
#include "cli/command.hpp"

#include <chrono>
#include <stdexcept>
#include <thread>

namespace {

using namespace mdm;

struct Nothing {};

struct StreamOptions {
    std::int64_t count = 3;
    std::int64_t break_at = -1;
};

cli::Result stream(cli::World&, const StreamOptions& o) {
    return cli::Rows{"numbers", {"n"}, [o, n = std::int64_t{0}]() mutable -> std::optional<cli::Record> {
                         if (n == o.break_at)
                             throw Error{ErrorCode::cannot_read, "the stream broke", "try again"};
                         if (n == o.count)
                             return std::nullopt;
                         return cli::Record{{"n", n++}};
                     }};
}

cli::Command stream_command() {
    return cli::command<StreamOptions>({
        .name = "stream",
        .summary = "Count",
        .options =
            [](cli::Parser& p, StreamOptions& o) {
                p.option("--count", "N", o.count, "how far");
                p.option("--break-at", "N", o.break_at, "where to fail");
            },
        .run = stream,
    });
}

struct AskOptions {
    cli::InputFile passphrase_file;
};

cli::Result ask(cli::World& world, const AskOptions& o) {
    const auto given = world.passphrase(o.passphrase_file, "'key.pem'")();
    return cli::Record{{"length", given ? cli::Value(given->reveal().size()) : cli::Value()}};
}

cli::Command ask_command() {
    return cli::command<AskOptions>({
        .name = "ask",
        .summary = "Ask for a passphrase",
        .options = [](cli::Parser& p,
                      AskOptions& o) { p.option("--passphrase-file", "FILE", o.passphrase_file, "where it is"); },
        .run = ask,
    });
}

struct CopyOptions {
    cli::InputFile from;
    cli::OutputFile to;
};

cli::Result copy(cli::World& world, const CopyOptions& o) {
    const FileContent content = world.read(o.from, 1000);
    if (!world.settings.dry_run)
        world.write(o.to, content.bytes.reveal(), Privacy::secret, {&o.from});
    return cli::Record{{"from", content.name}, {"bytes", content.bytes.reveal().size()}};
}

cli::Command copy_command() {
    return cli::command<CopyOptions>({
        .name = "file copy",
        .summary = "Copy a file",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, CopyOptions& o) {
                p.positional("FROM", o.from, "what to read");
                p.option("--out", "FILE", o.to, "where to").required();
            },
        .run = copy,
    });
}

cli::Result fail(cli::World&, const Nothing&) { throw std::logic_error("1 is 2"); }

cli::Command fail_command() { return cli::command<Nothing>({.name = "fail", .summary = "Have a bug", .run = fail}); }

cli::Result wait(cli::World& world, const Nothing&) {
    world.say("waiting");
    std::this_thread::sleep_for(std::chrono::seconds(20));
    return cli::Record{};
}

cli::Command wait_command() { return cli::command<Nothing>({.name = "file wait", .summary = "Wait", .run = wait}); }

}  // namespace

int main(int argc, char** argv) {
    return cli::run(argc, argv,
                    {.service = "example",
                     .summary = "Try the frame",
                     .commands = {stream_command(), ask_command(), copy_command(), fail_command(), wait_command()}});
}
