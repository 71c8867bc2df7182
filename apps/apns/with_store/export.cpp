// SPDX-License-Identifier: Apache-2.0
#include "crypto/export.hpp"

#include "apns/credential_files.hpp"
#include "apns/with_store/commands.hpp"
#include "apns/with_store/holding_session.hpp"
#include "base/json_object.hpp"
#include "store/private_keys.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

enum class Format { pem, p12 };

struct Options {
    cli::OutputFile out;
    std::string name;
    Format format = Format::pem;
    crypto::Pkcs12Profile profile = crypto::Pkcs12Profile::apple;
    cli::InputFile passphrase_file;
    bool unencrypted = false;
};

std::optional<Secret> passphrase_of(const cli::World& world, const Options& o) {
    if (o.unencrypted && o.format == Format::p12)
        throw Error{ErrorCode::bad_usage, "a PKCS#12 is always encrypted",
                    "--passphrase-file FILE, or --format pem --unencrypted"};
    if (o.unencrypted)
        return std::nullopt;
    auto passphrase = world.passphrase(o.passphrase_file, "the file that is made")();
    if (!passphrase || passphrase->empty())
        throw Error{ErrorCode::passphrase_needed, "there is no passphrase for the private key",
                    o.format == Format::p12 ? "--passphrase-file FILE names it"
                                            : "--passphrase-file FILE names it; --unencrypted does without"};
    return passphrase;
}

void refuse_tracked(const apns::HeldCertificate& held, const store::Tenant& tenant) {
    if (!held.current.is_held())
        throw Error{ErrorCode::key_not_held,
                    fmt::format("another MDM server holds the private key of {}", apns::called(held, tenant)),
                    "export it there"};
}

/// An earlier export of the same certificate, or of the one before, may be replaced; another key never.
bool is_earlier_export(const FileContent& there, const crypto::ExportForm& form, std::string_view topic) {
    const auto passphrase = [&] {
        return form.passphrase ? std::optional(form.passphrase->copy()) : std::optional<Secret>{};
    };
    try {
        return apns::push_topic(apns::read_certificate(there, passphrase).certificate) == topic;
    } catch (const Error&) {
        return false;
    }
}

std::string_view word(const Options& o) {
    if (o.format == Format::pem)
        return o.unencrypted ? "pem, unencrypted" : "pem";
    return o.profile == crypto::Pkcs12Profile::apple ? "p12, apple" : "p12, modern";
}

cli::Result run(cli::World& world, const Options& o) {
    crypto::ExportForm form{.pkcs12 = o.format == Format::p12 ? std::optional(o.profile) : std::nullopt,
                            .passphrase = passphrase_of(world, o)};
    return changing(world, "apns export", [&](Changing& run) -> cli::Result {
        const apns::HeldCertificate held = apns::certificate_meant(run.transaction(), run.tenant(), o.name);
        run.about(event_object(held.current.topic));
        refuse_tracked(held, run.tenant());
        const crypto::Certificate certificate = held.current.certificate().value();
        form.name = held.current.topic;
        world.refuse_to_replace(
            o.out, [&](const FileContent& there) { return is_earlier_export(there, form, held.current.topic); },
            "is no earlier export of this push certificate");
        const Secret file = crypto::exported(
            certificate,
            store::open_private_key(run.transaction(), run.change().key(), *held.current.key_secret, certificate),
            form);
        // The event is committed before the file appears: a secret that has left must not be missing in the chain.
        if (!run.is_dry_run())
            world.write_with(o.out, file.reveal(), Privacy::secret, {&o.passphrase_file}, [&] {
                run.finish(std::nullopt,
                           json_object({{"serial", held.current.serial}, {"format", std::string(word(o))}}));
            });
        world.say(run.is_dry_run() ? "it can be exported; nothing was written"
                                   : fmt::format("wrote '{}': certificate and private key", o.out.path));
        return cli::Record{{"tenant", run.tenant().name},
                           {"name", held.name},
                           {"file", o.out.path},
                           {"format", o.format == Format::pem ? "pem" : "p12"},
                           {"encrypted", !o.unencrypted},
                           {"topic", held.current.topic},
                           {"serial", held.current.serial},
                           {"not_after", held.current.not_after}};
    });
}

}  // namespace

cli::Command export_command() {
    return cli::command<Options>({
        .name = "export",
        .summary = "Write the current push certificate with its private key, for an MDM server",
        .details =
            "PEM has the certificate and then the key in PKCS#8; a PKCS#12 in the profile apple (3DES and SHA-1, what "
            "Keychain and older tools read) or modern (AES-256 and SHA-256). The key is held against the certificate "
            "before it leaves. --out is 0600 from its first byte on, never through a symbolic link; it replaces an "
            "earlier export of the same push certificate and nothing else.\n\n"
            "That a secret left is an event in the audit, written before the file: killed in between, the event is "
            "there without the file, and the command can be run again.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                p.option("--out", "FILE", o.out, "where it goes; - is standard output").required();
                p.choice("--format", o.format, {{"pem", Format::pem}, {"p12", Format::p12}}, "the form of the file");
                p.choice("--p12-profile", o.profile,
                         {{"apple", crypto::Pkcs12Profile::apple}, {"modern", crypto::Pkcs12Profile::modern}},
                         "how a PKCS#12 is encrypted");
                p.option("--passphrase-file", "FILE", o.passphrase_file,
                         "its first line encrypts the key; asked for at a terminal")
                    .excludes({"--unencrypted"});
                p.flag("--unencrypted", o.unencrypted, "write the key in the clear, as most MDM servers want it")
                    .excludes({"--passphrase-file"});
                declare_name(p, o.name);
            },
        .run = run,
        .examples = {{"mdmctl apns export --out push-with-key.pem --unencrypted", "For NanoMDM and most others"},
                     {"mdmctl apns export --format p12 --passphrase-file pass.txt --out push.p12", "For Keychain"}},
        .codes = {ErrorCode::key_not_held, ErrorCode::output_exists, ErrorCode::passphrase_needed,
                  ErrorCode::no_such_certificate, ErrorCode::symlink_target, ErrorCode::no_such_tenant,
                  ErrorCode::tenant_not_named, ErrorCode::no_store, ErrorCode::no_store_key, ErrorCode::locked,
                  ErrorCode::cannot_write},
    });
}

}  // namespace mdm::apps
