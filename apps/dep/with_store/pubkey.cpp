// SPDX-License-Identifier: Apache-2.0
#include "base/given_name.hpp"
#include "base/json_object.hpp"
#include "dep/with_store/commands.hpp"
#include "dep/with_store/public_key_file.hpp"
#include "dep/with_store/token_session.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    cli::OutputFile out;
    std::string name;
    bool makes_new = false;
};

cli::Record record_of(const cli::World& world, store::Store& store, const Options& o, const dep::ShownKey& shown) {
    store::Transaction transaction = store.read();
    const crypto::Certificate& certificate = shown.key.certificate;
    // One that --dry-run made is gone: the real run makes another.
    const bool is_there = !(world.settings.dry_run && shown.made);
    return {{"tenant", store::tenant_meant(transaction, world.settings.tenant).name},
            {"name", shown.key.name},
            {"file", o.out.path},
            {"role", dep::name(shown.role)},
            {"changed", shown.made},
            {"subject", certificate.subject().to_string()},
            {"serial", is_there ? cli::Value(certificate.serial()) : cli::Value()},
            {"not_after", certificate.not_after()},
            {"public_key_sha256", is_there ? cli::Value(certificate.public_key().sha256()) : cli::Value()},
            {"created_at", shown.key.created_at}};
}

/// The certificate of a key of the tenant's, this one or another: it is in the store as well.
bool is_public_key_of(store::Transaction& transaction, const store::Tenant& tenant, std::string_view pem) {
    const auto keys = dep::token_keys(transaction, tenant.id);
    return std::any_of(keys.begin(), keys.end(),
                       [&](const dep::TokenKey& key) { return key.certificate.to_pem() == pem; });
}

std::string said(const std::string& file, const dep::ShownKey& shown) {
    if (shown.made)
        return fmt::format("wrote '{}'; its private key is sealed in the store", file);
    return fmt::format("wrote '{}': the key {}, made on {}", file,
                       shown.role == dep::KeyRole::staged ? "that is staged" : "of the token in use",
                       to_rfc3339(shown.key.created_at));
}

cli::Result run(cli::World& world, const Options& o) {
    if (!o.name.empty())
        judge_given_name(o.name, "the server token's name");
    store::Store store = open_dep_store(world);
    const dep::ShownKey shown = write_public_key(world, store, {o.name, o.makes_new}, o.out);
    if (shown.role == dep::KeyRole::staged && !world.settings.dry_run)
        world.next(
            "upload it to the device management service in the portal; that, and each download of a server "
            "token, ends the token in use: mdmctl dep setup leads through it");
    return record_of(world, store, o, shown);
}

}  // namespace

dep::ShownKey write_public_key(cli::World& world, store::Store& store, const dep::PubkeyOrder& order,
                               const cli::OutputFile& out) {
    return changing_token(world, store, "dep pubkey", [&](Changing& run) {
        run.about("server token key");
        const std::string name = dep::name_meant(run.transaction(), run.tenant(), order.name);
        dep::ShownKey shown = dep::key_for_portal(run.change(), run.tenant(), {name, order.makes_new});
        run.about(fmt::format("server token key {}", shown.key.certificate.serial()));
        const std::string pem = shown.key.certificate.to_pem();
        world.refuse_to_replace(out, [&](const FileContent& there) {
            return is_public_key_of(run.transaction(), run.tenant(), there.bytes.reveal());
        });
        if (run.is_dry_run()) {
            world.say(shown.made ? "a key can be made; nothing was changed" : "the key is there; nothing was changed");
            return shown;
        }
        world.write_with(out, pem, Privacy::open, {}, [&] {
            if (shown.made)
                run.finish(std::nullopt,
                           json_object({{"public_key_sha256", shown.key.certificate.public_key().sha256()}}));
            else
                run.release();
        });
        world.say(said(out.path, shown));
        return shown;
    });
}

cli::Command dep_pubkey_command() {
    return cli::command<Options>({
        .name = "pubkey",
        .summary = "Make or show the certificate that a tenant's server tokens are encrypted for",
        .details =
            "Makes a key (RSA, 2048 bits), seals it in the store, and writes its certificate for the device management "
            "service in Apple Business or School Manager. The certificate is self-signed, with a serial number of its "
            "own, by which mdmctl tells whom a token is for.\n\n"
            "The second time it writes the same one again: a key that is staged, else that of the token in use, for "
            "which the portal goes on encrypting, so that a renewal needs no new key. --new stages another beside it. "
            "The first token that opens with a staged key makes it current. No key is ever thrown away: an earlier "
            "one opens what was downloaded for it, and signs for Managed Apple Accounts.\n\n"
            "Uploading another public key ends the token in use. --out takes the place of another certificate of the "
            "tenant's keys and of nothing else. If the run is killed, "
            "the same command run again writes the key that was staged, and makes no second one.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                p.option("--out", "FILE", o.out, "where the certificate goes; - is standard output").required();
                declare_token_name(p, o.name);
                p.flag("--new", o.makes_new, "stage a new key, though there is one");
            },
        .run = run,
        .examples = {{"mdmctl dep pubkey --out acme.pem --tenant acme", "Upload this to the service in the portal"},
                     {"mdmctl dep pubkey --new --out acme-2027.pem", "A new key for the next renewal"}},
        .codes = {ErrorCode::no_such_tenant, ErrorCode::tenant_not_named, ErrorCode::handed_over,
                  ErrorCode::output_exists, ErrorCode::bad_name, ErrorCode::no_store, ErrorCode::no_store_key,
                  ErrorCode::locked, ErrorCode::cannot_write},
    });
}

}  // namespace mdm::apps
