// SPDX-License-Identifier: Apache-2.0
#include "apns/credential_files.hpp"
#include "apns/csr.hpp"
#include "apns/inspection.hpp"
#include "apns/inspection_record.hpp"
#include "apns/push_certificate_request.hpp"
#include "apns/vendor_chain.hpp"
#include "base/limits.hpp"
#include "cli/command.hpp"
#include "dep/encrypted_token.hpp"
#include "inspect/signed_profile.hpp"
#include "inspect/whose.hpp"
#include "profile/file_form.hpp"

#include <fmt/format.h>
#include <memory>

namespace mdm::apps {
namespace {

struct Options {
    std::vector<cli::InputFile> files;
    cli::InputFile passphrase_file;
};

/// What is in a file, and whose it is; nullopt where there is no store to ask.
struct Looked {
    apns::Inspection found{};
    std::optional<Owner> whose{};
};

/// One file's place in the answer. Every item has the same keys, whatever became of the file.
cli::Record item(const std::string& file, cli::Value kind, const Looked& looked, Time now) {
    const auto& [found, whose] = looked;
    const Finding* error = first_error(found.findings);
    cli::Record record{
        {"file", file}, {"kind", std::move(kind)}, {"code", error ? cli::Value(name(error->code)) : cli::Value()}};
    for (cli::Field& field : inspection_record(found, now).fields)
        if (field.key != "kind")
            record.add(std::move(field));
    record.add({"tenant", whose ? cli::Value(whose->tenant) : cli::Value()});
    record.add({"name", whose ? cli::Value(whose->name) : cli::Value()});
    record.add({"role", whose ? cli::Value(whose->role) : cli::Value()});
    return record;
}

/// A profile may be larger than all else that is looked at. throws  what read() throws
FileContent read_input(const cli::World& world, const cli::InputFile& input) {
    FileContent file = world.read(input, limits::profile_file);
    if (file.bytes.reveal().size() <= limits::credential_file)
        return file;
    const profile::FileForm form = profile::file_form(file.bytes.reveal());
    if (form != profile::FileForm::plain && form != profile::FileForm::signed_cms)
        throw Error{ErrorCode::too_large,
                    fmt::format("'{}' is larger than {} KiB, the limit for all but profiles", file.name,
                                limits::credential_file / 1024),
                    "see whether this is the file that was meant: genuine ones are far smaller"};
    return file;
}

/// A server token comes in more forms than are told by their first layer.
apns::Inspection inspected(const FileContent& file, const crypto::PassphraseSource& passphrase, Time now) {
    try {
        return apns::inspect(file, passphrase, std::nullopt, now);
    } catch (const Error& e) {
        if (e.code() != ErrorCode::not_recognized || !dep::is_encrypted_token(file.bytes.reveal()))
            throw;
    }
    apns::Inspection found;
    found.kind = apns::FileKind::server_token;
    return found;
}

Looked inspect_one(cli::World& world, const cli::InputFile& input, const cli::InputFile& passphrase_file,
                   Whose& whose) {
    const FileContent file = read_input(world, input);
    Looked looked{inspected(file, world.passphrase(passphrase_file, file.name), world.clock.now())};
    add_signer(looked.found, file, world.clock.now());
    looked.whose = whose.ask(looked.found, file);
    if (looked.whose)
        looked.found.findings.insert(looked.found.findings.end(), looked.whose->findings.begin(),
                                     looked.whose->findings.end());
    return looked;
}

/// What could not be read is an item among the others, so that one bad file does not hide the rest.
cli::Record inspect_one_of_many(cli::World& world, const cli::InputFile& input, const cli::InputFile& passphrase_file,
                                Whose& whose, bool& failed) {
    const Time now = world.clock.now();
    try {
        const Looked looked = inspect_one(world, input, passphrase_file, whose);
        failed = failed || first_error(looked.found.findings);
        return item(input.path, apns::name(looked.found.kind), looked, now);
    } catch (const Error& e) {
        failed = true;
        Looked nothing;
        nothing.found.findings = e.findings();
        if (nothing.found.findings.empty())
            nothing.found.findings.push_back({Severity::error, e.code(), e.message(), e.hint(), ""});
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
    const auto whose = std::make_shared<Whose>(world);
    if (o.files.size() == 1) {
        const Looked looked = inspect_one(world, o.files.front(), o.passphrase_file, *whose);
        cli::Rows list = rows(
            [only = std::optional{item(o.files.front().path, apns::name(looked.found.kind), looked,
                                       world.clock.now())}]() mutable { return std::exchange(only, std::nullopt); });
        return cli::verdict(std::move(list), looked.found.findings);
    }
    const auto failed = std::make_shared<bool>(false);
    return {rows([&world, &o, whose, failed, at = std::size_t{0}]() mutable -> std::optional<cli::Record> {
                if (at == o.files.size())
                    return std::nullopt;
                return inspect_one_of_many(world, o.files[at++], o.passphrase_file, *whose, *failed);
            }),
            [failed] { return *failed ? 1 : 0; }};
}

cli::Command inspect_command() {
    return cli::command<Options>({
        .name = "",
        .summary = "Say what files are and whose: certificates, keys, requests, tokens, profiles",
        .details =
            "Names each file by its content, whatever it is called, and shows what is in it: push certificates and "
            "other certificates, CSRs, push certificate requests, private keys, PKCS#12; server tokens (.p7m), Apps "
            "and Books tokens (.vpptoken) and configuration profiles are named, and of a profile that is signed the "
            "signer is shown, and what devices would make of the signature. Of PEM, DER and PKCS#12 it says how "
            "many "
            "certificates and CSRs are in there, whichever of them is shown, and whether a private key is: yes, no, or "
            "locked.\n\n"
            "Where a store is, it also says whose a file is, by push topic, public key and serial, and a server token "
            "by whom it is encrypted for: the tenant, the name of its push certificate or server token (or of a vendor "
            "certificate or signer of profiles that the store keeps), and the role of that or of its key: current, "
            "earlier (no longer in "
            "use, or removed), staged (the key of an open request, or one that no server token has opened with yet), "
            "or unknown. The store is "
            "read without any key; one that cannot be read is a warning.\n\n"
            "With one file, its code gives the exit. With several, each has its own code, and the exit is 1 when one "
            "failed. Nothing is written.",
        .options =
            [](cli::Parser& p, Options& o) {
                p.positional("FILE", o.files, "what to look at; - is standard input").required();
                p.option("--passphrase-file", "FILE", o.passphrase_file,
                         "its first line opens an encrypted key or PKCS#12; asked for at a terminal");
            },
        .run = run,
        .examples = {{"mdmctl inspect *", "What is all this in my downloads, and whose?"},
                     {"mdmctl inspect 'MDM_ Certificate.pem' --output json", "For a script"}},
        .codes = cli::codes({ErrorCode::key_mismatch, ErrorCode::duplicate_key, ErrorCode::not_a_csr,
                             ErrorCode::shared_between_tenants, ErrorCode::signed_twice, ErrorCode::content_missing,
                             ErrorCode::signer_missing, ErrorCode::digest_mismatch, ErrorCode::bad_signature},
                            apns::credential_codes, apns::csr_codes, apns::request_codes, apns::chain_codes),
    });
}

}  // namespace
}  // namespace mdm::apps

int main(int argc, char** argv) {
    return mdm::cli::run(argc, argv,
                         {.service = "inspect",
                          .summary = "Say what files are and whose: certificates, keys, requests, tokens, profiles",
                          .commands = {mdm::apps::inspect_command()}});
}
