// SPDX-License-Identifier: Apache-2.0
#include "dep/with_store/token_arrival.hpp"

#include "apns/credential_files.hpp"
#include "base/given_name.hpp"
#include "base/limits.hpp"
#include "dep/token_file.hpp"
#include "dep/told_end.hpp"
#include "dep/with_store/token_session.hpp"
#include "rooms/dep_service.hpp"
#include "store/facts.hpp"

#include <fmt/format.h>
#include <utility>

namespace mdm::apps {
namespace {

constexpr int unavailable_exit = 6;

dep::ToldToken told_by(cli::World& world, const ArrivalOptions& o) {
    dep::ToldToken told;
    std::optional<TokenFile> file;
    if (o.file.given())
        file = read_token_file(world, o.file);
    if (o.public_key.given()) {
        const FileContent content = world.read(o.public_key, limits::credential_file);
        told.public_key = apns::read_certificate(content, [] { return std::optional<Secret>{}; }).certificate;
        if (file)
            if (auto other = dep::other_recipient(file->encrypted, *told.public_key, file->name))
                told.findings.push_back(std::move(*other));
    }
    const dep::ToldEnd end = dep::told_end(o.file.path, o.expires, world.clock.now());
    told.expiry = end.expiry;
    told.estimated = end.estimated.has_value();
    if (end.estimated)
        told.findings.push_back(*end.estimated);
    return told;
}

void refuse_sandbox(store::Transaction& transaction, const dep::Opening& opening, const std::string& file) {
    if (opening.token && opening.token->sandbox && !store::fact(transaction, store::facts::rehearsal))
        throw Error{
            ErrorCode::sandbox_certificate,
            fmt::format("'{}' was made by the rehearsal's pretend portal, and this store is no rehearsal's", file),
            "mdmctl sandbox run makes a store that takes it"};
}

/// What of the answer nobody needs: it is refused all the same, and so Apple's silence is a remark.
bool is_refused(const std::vector<Finding>& findings) { return first_error(findings) != nullptr; }

dep::Proof proof_of(cli::World& world, const dep::ServerToken& token, bool refused_anyway) {
    world.detail("asking Apple for the account of the server token");
    try {
        DepService service(world.settings, world.clock, token.copy());
        return dep::prove(service.client(), world.clock.now());
    } catch (const Error& e) {
        if (!refused_anyway || exit_code(e.code()) != unavailable_exit)
            throw;
        return {.findings = {{Severity::info, ErrorCode::not_proven,
                              fmt::format("Apple was asked, and gave no answer: {}", e.message()), e.hint(), ""}}};
    }
}

/// Where the tenant's token of that name is sent to, if there is one.
void judge_origin(store::Transaction& transaction, cli::World& world, const store::Tenant& tenant,
                  const std::string& name) {
    const auto held = dep::find_token(transaction, tenant, name, store::Removed::included);
    judge_dep_origin(transaction, world.settings, held ? held->origin : dep_endpoint(world.settings),
                     held ? dep::called(*held, tenant.name) : "the server token");
}

}  // namespace

void declare_arrival(cli::Parser& p, ArrivalOptions& o) {
    p.positional("FILE", o.file, "the .p7m that was downloaded; - is standard input").optional();
    p.option("--apple-account", "A", o.apple_account, "the account that downloaded it")
        .shown_default("what Apple says");
    declare_token_name(p, o.name);
    p.flag("--offline", o.offline, "do not ask Apple: it is the same service when the consumer key is the same")
        .excludes({"--track"});
    p.flag("--track", o.track, "another server holds the key: record the end, open nothing, ask nobody");
    p.option("--public-key", "PEM", o.public_key,
             "with --track: what that server has in the portal; FILE must be made for it")
        .needs({"--track"});
    p.option("--expires", "DATE", o.expires, "with --track: when it ends")
        .needs({"--track"})
        .shown_default("a year after the time in the file's name");
}

void judge_arrival_usage(const ArrivalOptions& o) {
    if (!o.file.given() && !(o.track && o.expires))
        throw Error{ErrorCode::bad_usage, "there is neither FILE nor --track with --expires",
                    "name the .p7m that was downloaded; --track --expires DATE records one that another server holds"};
    if (!o.name.empty())
        judge_given_name(o.name, "the server token's name");
    if (!o.apple_account.empty())
        judge_given_name(o.apple_account, "the Apple Account");
}

dep::Download read_arrival(cli::World& world, store::Store& store, const ArrivalOptions& o, const Judge& judge) {
    dep::Download download{.apple_account = o.apple_account};
    if (o.track) {
        download.file = o.file.path;
        download.told = told_by(world, o);
        return download;
    }
    const TokenFile file = read_token_file(world, o.file);
    download.file = file.name;
    const store::StoreKey& key = store.key();
    bool refused = false;
    {
        store::Transaction transaction = store.read();
        const store::Tenant tenant = store::tenant_meant(transaction, world.settings.tenant);
        download.opening = dep::open_token(transaction, key, tenant, file.encrypted, file.name);
        refuse_sandbox(transaction, *download.opening, file.name);
        refused = is_refused(judge(transaction, tenant, download));
        if (download.opening->token && !o.offline && !refused)
            judge_origin(transaction, world, tenant, o.name);
    }
    if (!download.opening->token || download.opening->token->access_token_expiry < world.clock.now())
        return download;
    download.proof = o.offline ? dep::unproven() : proof_of(world, *download.opening->token, refused);
    return download;
}

std::vector<ErrorCode> arrival_codes() {
    return cli::codes({ErrorCode::not_for_our_key,    ErrorCode::other_tenant,
                       ErrorCode::other_server,       ErrorCode::other_organization,
                       ErrorCode::older_than_current, ErrorCode::token_expired,
                       ErrorCode::token_superseded,   ErrorCode::token_rejected,
                       ErrorCode::terms_not_accepted, ErrorCode::clock_skew,
                       ErrorCode::access_denied,      ErrorCode::not_for_this_server,
                       ErrorCode::not_a_server_token, ErrorCode::sandbox_certificate,
                       ErrorCode::other_origin,       ErrorCode::rate_limited,
                       ErrorCode::unavailable,        ErrorCode::timed_out,
                       ErrorCode::tls_failed,         ErrorCode::bad_answer,
                       ErrorCode::no_such_tenant,     ErrorCode::tenant_not_named,
                       ErrorCode::handed_over,        ErrorCode::no_store,
                       ErrorCode::no_store_key,       ErrorCode::locked,
                       ErrorCode::cannot_write});
}

}  // namespace mdm::apps
