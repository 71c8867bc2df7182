// SPDX-License-Identifier: Apache-2.0
#include "dep/succession.hpp"

#include "base/text.hpp"
#include "crypto/digest.hpp"
#include "dep/held_secrets.hpp"
#include "dep/renewal.hpp"
#include "dep/token_key.hpp"
#include "store/push_prerequisite.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <set>
#include <utility>

namespace mdm::dep {
namespace {

const ServerToken* token_in(const Download& download) {
    return download.opening && download.opening->token ? &*download.opening->token : nullptr;
}

std::optional<std::string> fingerprint(const Download& download) {
    const ServerToken* token = token_in(download);
    return token ? std::optional(crypto::sha256_hex(token->access_token.reveal())) : std::nullopt;
}

CandidateToken candidate_of(const Download& download) {
    CandidateToken candidate{.file = download.file.empty() ? "what was told" : download.file,
                             .service = download.proof.service(),
                             .apple_account = download.apple_account};
    if (const ServerToken* token = token_in(download)) {
        candidate.consumer_key = token->consumer_key;
        candidate.expiry = token->access_token_expiry;
    } else if (download.told) {
        candidate.expiry = download.told->expiry;
        candidate.expiry_told = !download.told->estimated;
    }
    return candidate;
}

/// Tokens of the store that are the same service's, by its UUID or consumer key.
std::vector<FoundToken> of_the_same_service(store::Transaction& transaction, const Download& download) {
    std::vector<FoundToken> all;
    const auto add = [&](SharedField field, const std::string& value) {
        if (value.empty())
            return;
        for (FoundToken& found : tokens_with(transaction, field, value))
            if (std::none_of(all.begin(), all.end(),
                             [&](const FoundToken& known) { return known.version.id == found.version.id; }))
                all.push_back(std::move(found));
    };
    if (download.proof.account)
        add(SharedField::server_uuid, download.proof.account->server_uuid);
    if (const ServerToken* token = token_in(download))
        add(SharedField::consumer_key, token->consumer_key);
    return all;
}

/// Of one that was removed it is a remark: a service may move to another tenant.
std::optional<Finding> other_tenant_finding(const std::vector<FoundToken>& same, const store::Tenant& tenant,
                                            const std::string& file) {
    std::vector<FoundToken> others;
    std::copy_if(same.begin(), same.end(), std::back_inserter(others),
                 [&](const FoundToken& found) { return found.tenant != tenant.id; });
    if (others.empty())
        return std::nullopt;
    const auto there =
        std::find_if(others.begin(), others.end(), [](const FoundToken& found) { return found.is_there; });
    if (there == others.end())
        return Finding{Severity::warning, ErrorCode::other_tenant,
                       fmt::format("'{}' is a token of the same service as {}, which was removed", file,
                                   called(others.front().name, others.front().tenant_name)),
                       "", "server"};
    return Finding{
        Severity::error, ErrorCode::other_tenant,
        fmt::format("'{}' is a token of the same service as {}, not one of '{}'", file,
                    called(there->name, there->tenant_name), tenant.name),
        fmt::format("it was made for a key of '{}', and its service belongs to '{}': mdmctl dep setup --renew "
                    "--tenant {} leads to one for the right key",
                    tenant.name, there->tenant_name, shell_quoted(there->tenant_name)),
        "server"};
}

/// token_exists, where another token of the tenant is of the same service: one of the two is dead.
std::optional<Finding> other_name_finding(const std::vector<FoundToken>& same, const store::Tenant& tenant,
                                          const HeldToken& held, const std::string& file) {
    const auto other = std::find_if(same.begin(), same.end(), [&](const FoundToken& found) {
        return found.tenant == tenant.id && found.name != held.name && found.is_there && found.is_current;
    });
    if (other == same.end())
        return std::nullopt;
    return Finding{Severity::error, ErrorCode::token_exists,
                   fmt::format("'{}' is a token of the service of {}, not of {}", file,
                               called(other->name, tenant.name), called(held, tenant.name)),
                   fmt::format("--name {} is which it renews", shell_quoted(other->name)), "server"};
}

bool has_code(const std::vector<Finding>& findings, ErrorCode code) {
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) { return finding.code == code; });
}

/// The file opens with a key of `tenant` alone: to another one it is of no use.
Finding ended(const FoundToken& found, const std::string& file, const store::Tenant& tenant) {
    const std::string who = fmt::format("--tenant {}{}", shell_quoted(found.tenant_name), name_option(found.name));
    return {Severity::warning, ErrorCode::token_ended,
            fmt::format("{} is dead by now: Apple ended it when '{}' was downloaded",
                        called(found.name, found.tenant_name), file),
            found.tenant == tenant.id
                ? fmt::format("mdmctl dep renew {} {}", shell_quoted(file), who)
                : fmt::format("download a new one for its own key: mdmctl dep setup --renew {}", who),
            fmt::format("{}/{}", found.tenant_name, found.name)};
}

/// The file is the right one for this tenant, and something else stands in its way.
bool is_for_this_tenant(const std::vector<Finding>& findings) {
    return !has_code(findings, ErrorCode::other_tenant) && !has_code(findings, ErrorCode::other_server) &&
           !has_code(findings, ErrorCode::other_organization);
}

/// Which tokens a refused download has ended: Apple keeps none beside the newest one of a service.
void add_ended(std::vector<Finding>& findings, const std::vector<FoundToken>& same, const Download& download,
               const store::Tenant& tenant) {
    if (download.tracked())
        return;
    const auto is_error = [&](ErrorCode code) {
        return std::any_of(findings.begin(), findings.end(),
                           [&](const Finding& f) { return f.code == code && f.severity == Severity::error; });
    };
    if (is_error(ErrorCode::token_superseded) || is_error(ErrorCode::older_than_current)) {
        findings.push_back({Severity::warning, ErrorCode::token_ended,
                            fmt::format("the token in '{}' is dead by now: a newer one was downloaded", download.file),
                            "", download.file});
        return;
    }
    const ServerToken* token = token_in(download);
    if (token == nullptr) {
        findings.push_back({Severity::warning, ErrorCode::token_ended,
                            fmt::format("the service that '{}' was downloaded for has no other token that works: "
                                        "downloading it ended the one in use there",
                                        download.file),
                            "import it into the server that holds its key, within the hour", ""});
        return;
    }
    const auto own = fingerprint(download);
    const auto is_ended = [&](const FoundToken& found) {
        return found.is_current && found.is_there && found.version.access_token_sha256 != own &&
               found.version.access_token_expiry <= token->access_token_expiry;
    };
    for (const FoundToken& found : same)
        if (is_ended(found))
            findings.push_back(ended(found, download.file, tenant));
    if (download.proof.account && std::none_of(same.begin(), same.end(), is_ended))
        findings.push_back({Severity::warning, ErrorCode::token_ended,
                            fmt::format("whatever token the service '{}' had before '{}' is dead by now; no token of "
                                        "this store was ended",
                                        download.proof.account->server_name, download.file),
                            is_for_this_tenant(findings)
                                ? "import it within the hour, once what stands against it is mended"
                                : "import it into the server that is to have it, within the hour",
                            ""});
}

std::vector<Finding> found_before(const store::Tenant& tenant, const Download& download,
                                  const std::vector<FoundToken>& same) {
    std::vector<Finding> found;
    const auto add = [&](const std::vector<Finding>& more) { found.insert(found.end(), more.begin(), more.end()); };
    if (download.opening)
        add(download.opening->findings);
    if (download.told)
        add(download.told->findings);
    add(download.proof.findings);
    if (!has_code(found, ErrorCode::other_tenant))
        if (auto other = other_tenant_finding(same, tenant, download.file))
            found.push_back(std::move(*other));
    return found;
}

/// The token in use itself; of one that another server holds, all that is known of it.
bool is_the_very(const Version& current, const Download& download) {
    if (const auto own = fingerprint(download))
        return current.access_token_sha256 == own;
    return download.told && !current.is_held() && current.access_token_expiry == download.told->expiry &&
           current.estimated == download.told->estimated;
}

Judgement judged(store::Transaction& transaction, const store::Tenant& tenant, const std::optional<HeldToken>& held,
                 const Download& download, std::vector<Finding> first, Time now) {
    const auto same = of_the_same_service(transaction, download);
    RenewalQuestion question{.current = std::nullopt,
                             .candidate = candidate_of(download),
                             .found = found_before(tenant, download, same),
                             .allowed_server = download.allowed_server,
                             .now = now};
    if (held)
        question.current = CurrentToken{called(*held, tenant.name), held->current, held->apple_account};
    question.found.insert(question.found.end(), std::make_move_iterator(first.begin()),
                          std::make_move_iterator(first.end()));
    Judgement judgement{renewal_findings(question)};
    if (held && !has_code(judgement.findings, ErrorCode::other_server) &&
        !has_code(judgement.findings, ErrorCode::token_exists))
        if (auto other = other_name_finding(same, tenant, *held, download.file))
            judgement.findings.insert(judgement.findings.begin(), std::move(*other));
    if (held && !held->removed_at && is_the_very(held->current, download))
        judgement.current = held;
    if (judgement.current)
        std::erase_if(judgement.findings, [](const Finding& f) { return f.code == ErrorCode::token_exists; });
    else if (first_error(judgement.findings) != nullptr)
        add_ended(judgement.findings, same, download, tenant);
    return judgement;
}

Version version_of(const Download& download) {
    Version version{.service = download.proof.service()};
    if (const ServerToken* token = token_in(download)) {
        version.consumer_key = token->consumer_key;
        version.access_token_sha256 = fingerprint(download);
        version.access_token_expiry = token->access_token_expiry;
        version.sandbox = token->sandbox;
    } else {
        version.access_token_expiry = download.told.value().expiry;
        version.estimated = download.told->estimated;
    }
    return version;
}

/// Its secret and key, where we have them; the public key of another server, where it was shown.
void settle(store::Change& change, const store::Tenant& tenant, const std::string& name, const Download& download,
            Version& version) {
    if (const ServerToken* token = token_in(download)) {
        version.secret = change.keep_secret(tenant.id, token_kind, to_json(*token));
        version.key = download.opening->key.value().id;
        promote(change.transaction(), *version.key, change.now());
        return;
    }
    if (!download.told || !download.told->public_key)
        return;
    for (const TokenKey& key : token_keys(change.transaction(), tenant.id))
        if (key.certificate == *download.told->public_key) {
            version.key = key.id;
            return;
        }
    TokenKey shown{.tenant = tenant.id,
                   .name = name,
                   .certificate = *download.told->public_key,
                   .actor = change.caller().actor,
                   .promoted_at = change.now()};
    insert(change.transaction(), shown, change.now());
    version.key = shown.id;
}

Finding exists_finding(const HeldToken& held, const store::Tenant& tenant, std::string_view why) {
    return {Severity::error, ErrorCode::token_exists,
            fmt::format("{} (until {}) {}: import never takes a token's place", called(held, tenant.name),
                        to_rfc3339(held.current.access_token_expiry), why),
            held.removed_at ? "mdmctl dep restore brings it back; then mdmctl dep renew FILE"
                            : "mdmctl dep renew FILE replaces it, if FILE is a renewal of it; a second service of the "
                              "tenant takes a name of its own, --name N",
            ""};
}

/// The token whose place an import would take, or whose service it is of.
std::optional<HeldToken> occupant(store::Transaction& transaction, const store::Tenant& tenant, const std::string& name,
                                  const Download& download) {
    const Service service = download.proof.service();
    const ServerToken* token = token_in(download);
    std::optional<HeldToken> same;
    for (HeldToken& held : held_tokens(transaction, tenant.id)) {
        if (held.name == name)
            return std::move(held);
        const Version& current = held.current;
        if ((!service.server_uuid.empty() && current.service.server_uuid == service.server_uuid) ||
            (token != nullptr && current.consumer_key == token->consumer_key))
            same = std::move(held);
    }
    return same;
}

std::string name_of(const ImportOrder& order) { return order.name.empty() ? std::string(usual_name) : order.name; }

}  // namespace

Judgement judge_renewal(store::Transaction& transaction, const store::Tenant& tenant, const HeldToken& held,
                        const Download& download, Time now) {
    return judged(transaction, tenant, held, download, {}, now);
}

Judgement judge_import(store::Transaction& transaction, const store::Tenant& tenant, const ImportOrder& order,
                       const Download& download, Time now) {
    const auto there = occupant(transaction, tenant, name_of(order), download);
    std::vector<Finding> first;
    if (there)
        first.push_back(exists_finding(*there, tenant,
                                       there->removed_at               ? "was removed"
                                       : there->name == name_of(order) ? "is there already"
                                                                       : "is of the same service"));
    else if (!order.without_apns)
        if (auto missing = store::push_prerequisite(transaction, tenant, now))
            first.push_back(std::move(*missing));
    return judged(transaction, tenant, there, download, std::move(first), now);
}

HeldToken import(store::Change& change, const store::Tenant& tenant, const ImportOrder& order,
                 const Download& download) {
    HeldToken held{.tenant = tenant.id,
                   .name = name_of(order),
                   .apple_account = download.apple_account,
                   .note = order.note,
                   .origin = download.tracked() ? "" : download.origin,
                   .current = version_of(download)};
    settle(change, tenant, held.name, download, held.current);
    insert(change.transaction(), held, download.tracked() ? "track" : "import", change.caller().actor, change.now());
    note_in_inventory(change.transaction(), held, tenant, change.now());
    return held;
}

void renew(store::Change& change, const store::Tenant& tenant, HeldToken& held, const Download& download) {
    Version version = version_of(download);
    const bool same_key = version.consumer_key && version.consumer_key == held.current.consumer_key;
    if (same_key || download.tracked())
        version.service = version.service.completed_by(held.current.service);
    settle(change, tenant, held.name, download, version);
    insert(change.transaction(), held.id, version, change.now());
    const bool replaces = !version.service.server_uuid.empty() && !held.current.service.server_uuid.empty() &&
                          version.service.server_uuid != held.current.service.server_uuid;
    make_current(change.transaction(), held, version, replaces ? "replace" : "renew", change.caller().actor,
                 change.now());
    held.standing = Standing::good;
    held.standing_at.reset();
    held.retry_at.reset();
    if (held.origin.empty() && !download.tracked())
        held.origin = download.origin;
    // Of the account that downloaded the one before, a person's word says nothing about this one.
    const std::string& told_by_apple = version.service.admin_id;
    if (!download.apple_account.empty())
        held.apple_account = download.apple_account;
    else if (!told_by_apple.empty() && lower_case(told_by_apple) != lower_case(held.apple_account))
        held.apple_account.clear();
    update(change.transaction(), held);
    note_in_inventory(change.transaction(), held, tenant, change.now());
}

HeldToken track(store::Change& change, const store::Tenant& tenant, Time expiry) {
    return import(change, tenant, {}, {.told = ToldToken{.expiry = expiry}});
}

void take_answer(HeldToken& held, const Proof& proof, Time now) {
    // Of one that is over by its date it says nothing more that it is not taken.
    const auto standing = has_ended(held.current.access_token_expiry, now) ? std::nullopt : proof.standing();
    if (standing && *standing != held.standing) {
        held.standing = *standing;
        held.standing_at = *standing == Standing::good ? std::nullopt : std::optional(now);
    }
    if (!proof.account)
        return;
    const std::string account_before = held.current.service.admin_id;
    held.current.service = proof.service().completed_by(held.current.service);
    if (held.current.service.admin_id.empty())
        held.current.service.admin_id = account_before;
}

void note_answer(store::Transaction& transaction, const store::Tenant& tenant, HeldToken& held, const Proof& proof,
                 std::optional<Time> retry_at, Time now) {
    const std::string account_before = held.account();
    const Standing standing_before = held.standing;
    take_answer(held, proof, now);
    held.retry_at = retry_at;
    if (proof.account)
        update_service(transaction, held.current);
    update(transaction, held);
    // A line that says the same as before has not changed: calendars go by its time.
    if (held.standing != standing_before || held.account() != account_before)
        note_in_inventory(transaction, held, tenant, now);
}

void remove(store::Change& change, const store::Tenant& tenant, HeldToken& held) {
    held.removed_at = change.now();
    update(change.transaction(), held);
    add_change(change.transaction(), held, "remove", change.caller().actor, change.now());
    note_in_inventory(change.transaction(), held, tenant, change.now());
}

void bring_back(store::Change& change, const store::Tenant& tenant, HeldToken& held) {
    held.removed_at.reset();
    update(change.transaction(), held);
    add_change(change.transaction(), held, "restore", change.caller().actor, change.now());
    note_in_inventory(change.transaction(), held, tenant, change.now());
}

}  // namespace mdm::dep
