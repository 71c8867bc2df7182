// SPDX-License-Identifier: Apache-2.0
#include "crypto/export.hpp"

#include "apns/credential_files.hpp"
#include "base/json_object.hpp"
#include "crypto/cms_envelope.hpp"
#include "dep/held_secrets.hpp"
#include "dep/tenant_findings.hpp"
#include "dep/with_store/commands.hpp"
#include "dep/with_store/token_session.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::apps {
namespace {

enum class Format { nanodep, pem };

struct Options {
    cli::OutputFile out;
    std::string name;
    Format format = Format::nanodep;
    cli::InputFile passphrase_file;
    bool unencrypted = false;
};

std::string_view word(Format format) { return format == Format::pem ? "pem" : "nanodep"; }

std::optional<Secret> passphrase_of(const cli::World& world, const Options& o) {
    if (o.unencrypted)
        return std::nullopt;
    auto passphrase = world.passphrase(o.passphrase_file, "the file that is made")();
    if (!passphrase || passphrase->empty())
        throw Error{ErrorCode::passphrase_needed, "there is no passphrase for what is exported",
                    "--passphrase-file FILE names it; --unencrypted does without"};
    return passphrase;
}

/// What an export holds, and what tells an earlier one of the same token.
class Export {
public:
    Export(Changing& run, const dep::HeldToken& held, const Options& o, const std::optional<Secret>& passphrase)
        : run_(run), held_(held), format_(o.format), passphrase_(passphrase) {
        const store::StoreKey& key = run.change().key();
        if (o.format == Format::pem) {
            const dep::HeldKey opened = dep::open_held_key(run.transaction(), key, held, run.tenant().name);
            bytes_ = crypto::exported(opened.key.certificate, opened.private_key,
                                      {.passphrase = passphrase ? std::optional(passphrase->copy()) : std::nullopt});
            return;
        }
        const dep::ServerToken token = dep::open_held_token(run.transaction(), key, held, run.tenant().name);
        Secret json = dep::to_json(token);
        bytes_ = passphrase ? Secret(crypto::envelope_under(*passphrase, json.reveal())) : std::move(json);
    }

    std::string_view bytes() const { return bytes_.reveal(); }

    /// A key of this token, or a token of this service, whatever form it has.
    bool is_earlier(const FileContent& there) const {
        try {
            return format_ == Format::pem ? is_key(there) : is_token(there);
        } catch (const Error&) {
            return false;
        }
    }

private:
    bool is_token(const FileContent& there) const {
        try {
            const std::string_view bytes = there.bytes.reveal();
            if (!passphrase_ || bytes.starts_with('{'))
                return is_of_this_service(bytes, there.name);
            return is_of_this_service(crypto::Envelope::parse(bytes, there.name).open(*passphrase_).reveal(),
                                      there.name);
        } catch (const Error&) {
            return false;
        }
    }

    bool is_of_this_service(std::string_view json, const std::string& name) const {
        return dep::read_server_token(json, name).consumer_key == held_.current.consumer_key;
    }

    bool is_key(const FileContent& there) const {
        const auto passphrase = [&] {
            return passphrase_ ? std::optional(passphrase_->copy()) : std::optional<Secret>{};
        };
        const apns::CertificateFile file = apns::read_certificate(there, passphrase);
        const auto keys = dep::token_keys(run_.transaction(), held_.tenant);
        // The certificate alone is what the portal is given, in a file that others may read.
        return !file.keys.empty() && std::any_of(keys.begin(), keys.end(), [&](const dep::TokenKey& key) {
            return key.name == held_.name && key.certificate == file.certificate;
        });
    }

    Changing& run_;
    const dep::HeldToken& held_;
    Format format_;
    const std::optional<Secret>& passphrase_;
    Secret bytes_;
};

cli::Result run(cli::World& world, const Options& o) {
    const std::optional<Secret> passphrase = passphrase_of(world, o);
    store::Store store = open_dep_store(world);
    return changing_token(world, store, "dep export", [&](Changing& run) -> cli::Result {
        const dep::HeldToken held = dep::token_meant(run.transaction(), run.tenant(), o.name);
        run.about(token_object(held.name));
        const Export file(run, held, o, passphrase);
        if (auto standing = dep::standing_finding(held, run.tenant().name))
            world.warn(standing->message);
        world.refuse_to_replace(
            o.out, [&](const FileContent& there) { return file.is_earlier(there); },
            "is no earlier export of this server token");
        // The event is committed before the file appears: a secret that has left must not be missing in the chain.
        if (!run.is_dry_run())
            world.write_with(o.out, file.bytes(), Privacy::secret, {&o.passphrase_file}, [&] {
                run.finish(std::nullopt, json_object({{"format", std::string(word(o.format))},
                                                      {"encrypted", o.unencrypted ? "no" : "yes"}}));
            });
        world.say(run.is_dry_run()
                      ? "it can be exported; nothing was written"
                      : fmt::format("wrote '{}': {}", o.out.path,
                                    o.format == Format::pem ? "certificate and private key" : "the server token"));
        return cli::Record{{"tenant", run.tenant().name},
                           {"name", held.name},
                           {"file", o.out.path},
                           {"format", word(o.format)},
                           {"encrypted", !o.unencrypted},
                           {"consumer_key", held.current.consumer_key},
                           {"access_token_expiry", held.current.access_token_expiry}};
    });
}

}  // namespace

cli::Command dep_export_command() {
    return cli::command<Options>({
        .name = "export",
        .summary = "Write the current server token, or its key, for an MDM server",
        .details =
            "nanodep is the token as JSON (consumer_key, consumer_secret, access_token, access_secret, "
            "access_token_expiry), as nanodep and its like take it; pem is the certificate that the portal has and its "
            "private key, which opens what is downloaded next and signs for Managed Apple Accounts. Under a passphrase "
            "the JSON is CMS, which openssl cms -decrypt -binary -inform PEM -pwri_password opens, and the key is "
            "encrypted PKCS#8.\n\n"
            "--out is 0600 from its first byte on, never through a symbolic link; it replaces an earlier export of the "
            "same server token in the same format and nothing else. That a secret left is an event in the audit, "
            "written before the file: "
            "killed in between, the event is there without the file, and the command can be run again.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                p.option("--out", "FILE", o.out, "where it goes; - is standard output").required();
                p.choice("--format", o.format, {{"nanodep", Format::nanodep}, {"pem", Format::pem}}, "what is written");
                p.option("--passphrase-file", "FILE", o.passphrase_file,
                         "its first line encrypts it; asked for at a terminal")
                    .excludes({"--unencrypted"});
                p.flag("--unencrypted", o.unencrypted, "write it in the clear, as MDM servers want it")
                    .excludes({"--passphrase-file"});
                declare_token_name(p, o.name);
            },
        .run = run,
        .examples = {{"mdmctl dep export --out token.json --unencrypted", "For nanodep: PUT /v1/tokens/NAME"},
                     {"mdmctl dep export --format pem --passphrase-file pass.txt --out token-key.pem", "The key"}},
        .codes = {ErrorCode::key_not_held, ErrorCode::output_exists, ErrorCode::passphrase_needed,
                  ErrorCode::no_such_token, ErrorCode::token_ambiguous, ErrorCode::symlink_target,
                  ErrorCode::no_such_tenant, ErrorCode::tenant_not_named, ErrorCode::handed_over, ErrorCode::no_store,
                  ErrorCode::no_store_key, ErrorCode::locked, ErrorCode::cannot_write},
    });
}

}  // namespace mdm::apps
