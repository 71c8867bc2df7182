// SPDX-License-Identifier: Apache-2.0
#include "dep/judgement.hpp"

#include "base/text.hpp"
#include "dep/ended_tokens.hpp"
#include "dep/renewal.hpp"
#include "store/push_prerequisite.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <utility>

namespace mdm::dep {
namespace {

CandidateToken candidate_of(const Download& download) {
    CandidateToken candidate{
        .file = download.file, .service = download.proof.service(), .apple_account = download.apple_account};
    if (const ServerToken* token = token_in(download)) {
        candidate.consumer_key = token->consumer_key;
        candidate.expiry = token->access_token_expiry;
    } else if (download.told) {
        candidate.expiry = download.told->expiry;
        candidate.expiry_told = !download.told->estimated;
    }
    return candidate;
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

void add_ended(Judgement& judgement, EndedTokens ended) {
    std::move(ended.findings.begin(), ended.findings.end(), std::back_inserter(judgement.findings));
    judgement.ended = std::move(ended.held);
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
    const bool refused_as_other = std::any_of(
        judgement.findings.begin(), judgement.findings.end(),
        [](const Finding& f) { return f.code == ErrorCode::other_server && f.severity == Severity::error; });
    if (held && !refused_as_other && !has_code(judgement.findings, ErrorCode::token_exists))
        if (auto other = other_name_finding(same, tenant, *held, download.file))
            judgement.findings.insert(judgement.findings.begin(), std::move(*other));
    if (held && !held->removed_at && is_the_very(held->current, download))
        judgement.current = held;
    if (judgement.current)
        std::erase_if(judgement.findings, [](const Finding& f) { return f.code == ErrorCode::token_exists; });
    else if (first_error(judgement.findings) != nullptr)
        add_ended(judgement, ended_tokens(judgement.findings, same, download, tenant));
    return judgement;
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

}  // namespace

std::string name_of(const ImportOrder& order) { return order.name.empty() ? std::string(usual_name) : order.name; }

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

}  // namespace mdm::dep
