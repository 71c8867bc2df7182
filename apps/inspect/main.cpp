// SPDX-License-Identifier: Apache-2.0
#include "apns/inspection.hpp"
#include "apns/inspection_record.hpp"
#include "base/limits.hpp"
#include "cli/command.hpp"

#include <memory>

namespace mdm::apps {
namespace {

struct Options {
    std::vector<cli::InputFile> files;
    cli::InputFile passphrase_file;
};

/// One file's place in the answer. Every item has the same keys, whatever became of the file.
struct Item {
    cli::Record record;
    int exit = 0;
};

Item item(const std::string& file, cli::Value kind, const apns::Inspection& found, Time now) {
    const Finding* error = first_error(found.findings);
    Item made{
        {{"file", file}, {"kind", std::move(kind)}, {"code", error ? cli::Value(name(error->code)) : cli::Value()}},
        error ? exit_code(error->code) : 0};
    for (cli::Field& field : inspection_record(found, now).fields)
        if (field.key != "kind")
            made.record.add(std::move(field));
    return made;
}

Item inspect_one(cli::World& world, const cli::InputFile& input, const cli::InputFile& passphrase_file) {
    const Time now = world.clock.now();
    const FileContent file = world.read(input, limits::credential_file);
    const auto found = apns::inspect(file, world.passphrase(passphrase_file, file.name), std::nullopt, now);
    return item(file.name, apns::name(found.kind), found, now);
}

/// What could not be read is an item among the others, so that one bad file does not hide the rest.
Item inspect_one_of_many(cli::World& world, const cli::InputFile& input, const cli::InputFile& passphrase_file) {
    try {
        return inspect_one(world, input, passphrase_file);
    } catch (const Error& e) {
        apns::Inspection nothing;
        nothing.findings = e.findings();
        if (nothing.findings.empty())
            nothing.findings.push_back({Severity::error, e.code(), e.message(), e.hint(), ""});
        return item(input.path, nullptr, nothing, world.clock.now());
    }
}

cli::Rows rows(std::function<std::optional<cli::Record>()> next) {
    return {.name = "results",
            .columns = {"file", "kind", "code", "topic", "subject", "issuer", "serial", "not_before", "not_after",
                        "days_left", "public_key", "public_key_sha256", "chain", "findings"},
            .next = std::move(next),
            .layout = cli::Rows::Layout::blocks};
}

cli::Result run(cli::World& world, const Options& o) {
    if (o.files.size() == 1) {
        auto only = std::make_shared<std::optional<Item>>(inspect_one(world, o.files.front(), o.passphrase_file));
        const int exit = (*only)->exit;
        return {rows([only]() -> std::optional<cli::Record> {
                    auto taken = std::exchange(*only, std::nullopt);
                    return taken ? std::optional{std::move(taken->record)} : std::nullopt;
                }),
                [exit] { return exit; }};
    }
    const auto failed = std::make_shared<bool>(false);
    const auto at = std::make_shared<std::size_t>(0);
    return {rows([&world, &o, failed, at]() -> std::optional<cli::Record> {
                if (*at == o.files.size())
                    return std::nullopt;
                Item next = inspect_one_of_many(world, o.files[(*at)++], o.passphrase_file);
                *failed = *failed || next.exit != 0;
                return std::move(next.record);
            }),
            [failed] { return *failed ? 1 : 0; }};
}

cli::Command inspect_command() {
    return cli::command<Options>({
        .name = "",
        .summary = "Say what files are: certificates, keys, requests, tokens, profiles",
        .details =
            "Names each file by its content, whatever it is called, and shows what is in it: push certificates and "
            "other certificates, CSRs, push certificate requests, private keys, PKCS#12; server tokens (.p7m), Apps "
            "and Books tokens (.vpptoken) and configuration profiles are named.\n\n"
            "With one file, its code gives the exit. With several, each has its own code, and the exit is 1 when one "
            "failed. Nothing is written.",
        .options =
            [](cli::Parser& p, Options& o) {
                p.positional("FILE", o.files, "what to look at; - is standard input").required();
                p.option("--passphrase-file", "FILE", o.passphrase_file,
                         "its first line opens an encrypted key or PKCS#12; asked for at a terminal");
            },
        .run = run,
        .examples = {{"mdmctl inspect *", "What is all this in my downloads?"},
                     {"mdmctl inspect 'MDM_ Certificate.pem' --output json", "For a script"}},
        .codes = {ErrorCode::not_recognized, ErrorCode::no_such_file, ErrorCode::malformed_pem,
                  ErrorCode::malformed_der, ErrorCode::several_certificates, ErrorCode::wrong_passphrase},
    });
}

}  // namespace
}  // namespace mdm::apps

int main(int argc, char** argv) {
    return mdm::cli::run(argc, argv,
                         {.service = "inspect",
                          .summary = "Say what files are: certificates, keys, requests, tokens, profiles",
                          .commands = {mdm::apps::inspect_command()}});
}
