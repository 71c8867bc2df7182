// SPDX-License-Identifier: Apache-2.0
#include "apns/credential_files.hpp"
#include "apns/push_certificate_request.hpp"
#include "apns/staging.hpp"
#include "apns/with_store/commands.hpp"
#include "apns/with_store/holding_session.hpp"
#include "base/given_name.hpp"
#include "base/json_object.hpp"
#include "base/limits.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

cli::Record request_record(const store::Tenant& tenant, const apns::Request& request) {
    return {{"request", request.id},
            {"tenant", tenant.name},
            {"name", request.name},
            {"subject", request.csr.subject().to_string()},
            {"key", request.key_secret ? "held" : "elsewhere"},
            {"public_key_sha256", request.csr.public_key().sha256()},
            {"actor", request.actor},
            {"created_at", request.created_at}};
}

struct NoOptions {};

cli::Result list(cli::World& world, const NoOptions&) {
    store::Store store = access::open_store(world, {apns::room()});
    store::Transaction transaction = store.read();
    const store::Tenant tenant = store::tenant_meant(transaction, world.settings.tenant);
    std::vector<cli::Record> rows;
    for (const apns::Request& request : apns::requests(transaction, tenant.id))
        rows.push_back(request_record(tenant, request));
    return cli::Rows::of("requests", {"request", "name", "key", "created_at", "actor", "subject"}, std::move(rows));
}

struct AddOptions {
    cli::InputFile file;
    std::string name = std::string(apns::usual_name);
};

/// Of a CSR, or of the push certificate request that a vendor made around it.
crypto::CertificateRequest read_any_csr(const FileContent& file) {
    if (!apns::is_push_certificate_request(file.bytes.reveal()))
        return apns::read_csr(file);
    const auto request = apns::read_push_certificate_request(file.bytes.reveal(), file.name);
    if (request && request->csr)
        return *request->csr;
    throw Error{ErrorCode::not_a_csr,
                fmt::format("the push certificate request '{}' holds no CSR that parses", file.name),
                "mdmctl apns inspect says what is wrong with it"};
}

cli::Result add(cli::World& world, const AddOptions& o) {
    const FileContent file = world.read(o.file, limits::credential_file);
    const auto csr = read_any_csr(file);
    return changing(world, "apns request add", [&](Changing& run) -> cli::Result {
        run.about("request");
        judge_given_name(o.name, "the certificate's name");
        const apns::Request request = apns::register_csr(run.change(), run.tenant(), o.name, csr, file.name);
        run.about(fmt::format("request {}", request.id));
        run.finish(std::nullopt, json_object({{"public_key_sha256", csr.public_key().sha256()}, {"key", "elsewhere"}}));
        world.say(run.is_dry_run()
                      ? "the request can be registered; nothing was changed"
                      : fmt::format("registered '{}': its certificate will be known by its key", file.name));
        return request_record(run.tenant(), request);
    });
}

struct DropOptions {
    std::string id;
};

/// The person is asked while nothing is locked. nullopt: it is meant
std::optional<Error> unconfirmed(const cli::World& world, const DropOptions& o) {
    store::Store store = access::open_store(world, {apns::room()});
    store::Transaction transaction = store.read();
    demand_named_tenant(transaction, world.settings);
    const store::Tenant tenant = store::tenant_meant(transaction, world.settings.tenant);
    const apns::Request meant = apns::request_meant(transaction, tenant, o.id);
    try {
        world.confirm(fmt::format("drop {} of '{}'{}", apns::described(meant), tenant.name,
                                  meant.key_secret ? " and destroy its private key" : ""));
    } catch (const Error& e) {
        return e;
    }
    return std::nullopt;
}

cli::Result drop(cli::World& world, const DropOptions& o) {
    const std::optional<Error> refusal = world.settings.dry_run ? std::nullopt : unconfirmed(world, o);
    return changing(world, "apns request drop", [&](Changing& run) -> cli::Result {
        demand_named_tenant(run.transaction(), world.settings);
        const apns::Request meant = apns::request_meant(run.transaction(), run.tenant(), o.id);
        run.about(fmt::format("request {}", meant.id));
        if (refusal)
            throw *refusal;
        const apns::Request dropped = apns::drop_request(run.change(), run.tenant(), o.id);
        run.finish(json_object({{"public_key_sha256", dropped.csr.public_key().sha256()}}), std::nullopt);
        world.say(run.is_dry_run() ? "the request can be dropped; nothing was changed"
                                   : fmt::format("dropped {}", apns::described(dropped)));
        return request_record(run.tenant(), dropped);
    });
}

}  // namespace

cli::Command request_list_command() {
    return cli::command<NoOptions>({
        .name = "request list",
        .summary = "List the CSRs that are on their way",
        .details = "Newest first: those that were made here, with their keys staged, and those of an MDM vendor that "
                   "were registered. No key is needed; nothing is changed.",
        .run = list,
        .examples = {{"mdmctl apns request list --tenant acme", "What is open?"}},
        .codes = {ErrorCode::no_such_tenant, ErrorCode::tenant_not_named, ErrorCode::no_store},
    });
}

cli::Command request_add_command() {
    return cli::command<AddOptions>({
        .name = "request add",
        .summary = "Register a CSR that an MDM vendor or another server made",
        .details = "FILE is a CSR, or a push certificate request that holds one. Its public key is kept, so that a "
                   "certificate made for another key is found (key_mismatch) when a tracked certificate is renewed. "
                   "The same CSR twice is one request.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, AddOptions& o) {
                p.positional("FILE", o.file, "the CSR or push certificate request; - is standard input").required();
                p.option("--name", "N", o.name, "which of the tenant's push certificates it is for");
            },
        .run = add,
        .examples = {{"mdmctl apns request add vendor.csr --tenant acme", "What the MDM server's console gave out"}},
        .codes = cli::codes({ErrorCode::not_a_csr, ErrorCode::other_tenant, ErrorCode::no_such_tenant,
                             ErrorCode::no_store, ErrorCode::no_store_key, ErrorCode::locked},
                            apns::credential_codes),
    });
}

cli::Command request_drop_command() {
    return cli::command<DropOptions>({
        .name = "request drop",
        .summary = "Drop a request that nothing will come of, and destroy its key",
        .details = "A staged key is destroyed, and a certificate that is still made for it can then not be used: drop "
                   "only what was never uploaded. A key that a certificate is held with stays.",
        .effect = cli::Effect::cannot_be_undone,
        .options =
            [](cli::Parser& p, DropOptions& o) {
                p.positional("ID", o.id, "as request list shows it; 4 characters are enough").required();
            },
        .run = drop,
        .examples = {{"mdmctl apns request drop 9b2e4c1a --tenant acme", "By the front of its id"}},
        .codes = {ErrorCode::no_such_request, ErrorCode::not_confirmed, ErrorCode::tenant_not_named,
                  ErrorCode::no_store, ErrorCode::no_store_key, ErrorCode::locked},
    });
}

}  // namespace mdm::apps
