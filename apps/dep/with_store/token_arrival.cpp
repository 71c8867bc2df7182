// SPDX-License-Identifier: Apache-2.0
#include "dep/with_store/token_arrival.hpp"

#include "apns/credential_files.hpp"
#include "base/given_name.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "dep/token_file.hpp"
#include "dep/told_end.hpp"
#include "dep/with_store/token_session.hpp"
#include "rooms/dep_service.hpp"
#include "store/facts.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace mdm::apps {
namespace {

constexpr int unavailable_exit = 6;
constexpr std::int64_t longest_life = 367;  // days

/// The certificate that the other server has in the portal: as it was given now, or when the token was recorded.
std::optional<crypto::Certificate> public_key_of(const cli::World& world, store::Transaction& transaction,
                                                 const store::Tenant& tenant, const ArrivalOptions& o) {
    if (o.public_key.given()) {
        const FileContent content = world.read(o.public_key, limits::credential_file);
        return apns::read_certificate(content, [] { return std::optional<Secret>{}; }).certificate;
    }
    const auto held = dep::find_token(transaction, tenant, o.name, store::Removed::included);
    for (const dep::TokenKey& key : dep::token_keys(transaction, tenant.id))
        if (held && held->current.key == key.id)
            return key.certificate;
    return std::nullopt;
}

/// What stands against a file that is said to be for another server's key: it is for one of ours.
void add_held_recipient(store::Transaction& transaction, const store::Tenant& tenant, const TokenFile& file,
                        std::vector<Finding>& findings) {
    for (const dep::FoundKey& found : dep::keys_for(transaction, file.encrypted)) {
        if (!found.key.key_secret)
            continue;
        const bool own = found.key.tenant == tenant.id;
        findings.push_back(
            {Severity::error, own ? ErrorCode::not_for_this_server : ErrorCode::other_tenant,
             fmt::format("'{}' was made for a key of '{}' that this store holds", file.name, found.tenant_name),
             own ? "without --track it is opened and proven"
                 : fmt::format("--tenant {} is whom it belongs to", shell_quoted(found.tenant_name)),
             "recipient"});
        return;
    }
}

dep::ToldToken told_by(cli::World& world, store::Store& store, const ArrivalOptions& o) {
    store::Transaction transaction = store.read();
    const store::Tenant tenant = store::tenant_to_change(transaction, world.settings.tenant);
    dep::ToldToken told{.public_key = public_key_of(world, transaction, tenant, o)};
    if (o.file.given()) {
        const TokenFile file = read_token_file(world, o.file);
        add_held_recipient(transaction, tenant, file, told.findings);
        if (told.public_key && told.findings.empty())
            if (auto other = dep::other_recipient(file.encrypted, *told.public_key, file.name))
                told.findings.push_back(std::move(*other));
    }
    const dep::ToldEnd end = dep::told_end(o.file.path, o.expires, world.clock.now());
    told.expiry = end.expiry;
    told.estimated = end.estimated.has_value();
    if (end.estimated)
        told.findings.push_back(*end.estimated);
    if (days_between(world.clock.now(), end.expiry) > longest_life)
        told.findings.push_back(
            {Severity::warning, ErrorCode::unusual_validity,
             fmt::format("it would end on {}, and Apple makes server tokens for a year", to_rfc3339(end.expiry)),
             "look at the date again: nobody is reminded before it", "access_token_expiry"});
    return told;
}

void refuse_sandbox(store::Transaction& transaction, const dep::Opening& opening, const std::string& file) {
    if (opening.token && opening.token->sandbox && !store::fact(transaction, store::facts::rehearsal))
        throw Error{
            ErrorCode::sandbox_certificate,
            fmt::format("'{}' was made by the rehearsal's pretend portal, and this store is no rehearsal's", file),
            "mdmctl sandbox run makes a store that takes it"};
}

/// It is refused whatever Apple says. That the consumer key is another one may mean nothing: Apple says whether it is
/// the same service.
bool is_refused(const std::vector<Finding>& findings) {
    return std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
        return finding.severity == Severity::error && finding.code != ErrorCode::other_server;
    });
}

/// Where the tenant's token of that name is sent to, if there is one that is held.
void judge_origin(store::Transaction& transaction, const cli::World& world, const store::Tenant& tenant,
                  const std::string& name) {
    const auto held = dep::find_token(transaction, tenant, name, store::Removed::included);
    const bool is_held = held && held->current.is_held();
    judge_dep_origin(transaction, world.settings, is_held ? held->origin : dep_endpoint(world.settings),
                     is_held ? dep::called(*held, tenant.name) : "the server token");
}

dep::Proof without_answer(const Error& e) {
    return {.findings = {{Severity::info, ErrorCode::not_proven, fmt::format("Apple gave no answer: {}", e.message()),
                          e.hint(), ""}}};
}

/// What Apple says. Where it cannot be asked, or does not answer, and the file is refused anyway, that is a remark.
dep::Proof proof_of(cli::World& world, store::Store& store, const dep::ServerToken& token, const std::string& name,
                    bool refused) {
    try {
        {
            store::Transaction transaction = store.read();
            judge_origin(transaction, world, store::tenant_meant(transaction, world.settings.tenant), name);
        }
        world.detail("asking Apple for the account of the server token");
        DepService service(world.settings, world.clock, token.copy());
        return dep::prove(service.client(), world.clock.now());
    } catch (const Error& e) {
        const bool is_silence = exit_code(e.code()) == unavailable_exit || e.code() == ErrorCode::other_origin;
        if (!refused || !is_silence)
            throw;
        return without_answer(e);
    }
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
    dep::Download download{.apple_account = o.apple_account, .origin = dep_endpoint(world.settings)};
    if (o.track) {
        download.file = o.file.path;
        download.told = told_by(world, store, o);
        return download;
    }
    const TokenFile file = read_token_file(world, o.file);
    download.file = file.name;
    const store::StoreKey& key = store.key();
    bool refused = false;
    {
        store::Transaction transaction = store.read();
        const store::Tenant tenant = store::tenant_to_change(transaction, world.settings.tenant);
        download.opening = dep::open_token(transaction, key, tenant, file.encrypted, file.name);
        refuse_sandbox(transaction, *download.opening, file.name);
        refused = is_refused(judge(transaction, tenant, download));
    }
    if (!download.opening->token || dep::has_ended(download.opening->token->access_token_expiry, world.clock.now()))
        return download;
    download.proof = o.offline ? dep::unproven() : proof_of(world, store, *download.opening->token, o.name, refused);
    return download;
}

std::vector<ErrorCode> arrival_codes() {
    return cli::codes({ErrorCode::not_for_our_key,    ErrorCode::other_tenant,
                       ErrorCode::other_server,       ErrorCode::other_organization,
                       ErrorCode::older_than_current, ErrorCode::token_expired,
                       ErrorCode::token_superseded,   ErrorCode::token_rejected,
                       ErrorCode::terms_not_accepted, ErrorCode::clock_skew,
                       ErrorCode::access_denied,      ErrorCode::not_for_this_server,
                       ErrorCode::not_a_server_token, ErrorCode::malformed_der,
                       ErrorCode::too_costly,         ErrorCode::sandbox_certificate,
                       ErrorCode::other_origin,       ErrorCode::rate_limited,
                       ErrorCode::unavailable,        ErrorCode::timed_out,
                       ErrorCode::tls_failed,         ErrorCode::bad_answer,
                       ErrorCode::no_such_tenant,     ErrorCode::tenant_not_named,
                       ErrorCode::handed_over,        ErrorCode::no_store,
                       ErrorCode::no_store_key,       ErrorCode::locked,
                       ErrorCode::cannot_write});
}

}  // namespace mdm::apps
