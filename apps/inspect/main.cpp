// SPDX-License-Identifier: Apache-2.0
#include "apns/credential_files.hpp"
#include "apns/csr.hpp"
#include "apns/inspection.hpp"
#include "apns/inspection_record.hpp"
#include "apns/push_certificate_request.hpp"
#include "apns/vendor_chain.hpp"
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
cli::Record item(const std::string& file, cli::Value kind, const apns::Inspection& found, Time now) {
    const Finding* error = first_error(found.findings);
    cli::Record record{
        {"file", file}, {"kind", std::move(kind)}, {"code", error ? cli::Value(name(error->code)) : cli::Value()}};
    for (cli::Field& field : inspection_record(found, now).fields)
        if (field.key != "kind")
            record.add(std::move(field));
    return record;
}

apns::Inspection inspect_one(cli::World& world, const cli::InputFile& input, const cli::InputFile& passphrase_file) {
    const FileContent file = world.read(input, limits::credential_file);
    return apns::inspect(file, world.passphrase(passphrase_file, file.name), std::nullopt, world.clock.now());
}

/// What could not be read is an item among the others, so that one bad file does not hide the rest.
cli::Record inspect_one_of_many(cli::World& world, const cli::InputFile& input, const cli::InputFile& passphrase_file,
                                bool& failed) {
    const Time now = world.clock.now();
    try {
        const auto found = inspect_one(world, input, passphrase_file);
        failed = failed || first_error(found.findings);
        return item(input.path, apns::name(found.kind), found, now);
    } catch (const Error& e) {
        failed = true;
        apns::Inspection nothing;
        nothing.findings = e.findings();
        if (nothing.findings.empty())
            nothing.findings.push_back({Severity::error, e.code(), e.message(), e.hint(), ""});
        return item(input.path, nullptr, nothing, now);
    }
}

cli::Rows rows(std::function<std::optional<cli::Record>()> next) {
    std::vector<std::string> columns;
    for (const cli::Field& field : item("", nullptr, {}, {}).fields)
        columns.push_back(field.key);
    return {
        .name = "results", .columns = std::move(columns), .next = std::move(next), .layout = cli::Rows::Layout::blocks};
}

cli::Result run(cli::World& world, const Options& o) {
    if (o.files.size() == 1) {
        const auto found = inspect_one(world, o.files.front(), o.passphrase_file);
        cli::Rows list = rows(
            [only = std::optional{item(o.files.front().path, apns::name(found.kind), found,
                                       world.clock.now())}]() mutable { return std::exchange(only, std::nullopt); });
        return cli::verdict(std::move(list), found.findings);
    }
    const auto failed = std::make_shared<bool>(false);
    return {rows([&world, &o, failed, at = std::size_t{0}]() mutable -> std::optional<cli::Record> {
                if (at == o.files.size())
                    return std::nullopt;
                return inspect_one_of_many(world, o.files[at++], o.passphrase_file, *failed);
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
            "and Books tokens (.vpptoken) and configuration profiles are named. Of PEM, DER and PKCS#12 it says how "
            "many "
            "certificates and CSRs are in there, whichever of them is shown, and whether a private key is: yes, no, or "
            "locked.\n\n"
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
        .codes = cli::codes({ErrorCode::key_mismatch, ErrorCode::duplicate_key, ErrorCode::not_a_csr},
                            apns::credential_codes, apns::csr_codes, apns::request_codes, apns::chain_codes),
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
