// SPDX-License-Identifier: Apache-2.0
#include "dep/proof.hpp"

#include "dep/client.hpp"

namespace mdm::dep {
namespace {

constexpr int credentials_refused = 5;

std::vector<Finding> findings_of(const Error& error) {
    if (!error.findings().empty())
        return error.findings();
    return {{Severity::error, error.code(), error.message(), error.hint(), ""}};
}

}  // namespace

Service Proof::service() const {
    if (!account)
        return {};
    return {.server_uuid = account->server_uuid,
            .server_name = account->server_name,
            .org_id = account->org_id,
            .org_name = account->org_name,
            .org_type = account->org_type,
            .admin_id = account->apple_account(),
            .asked_at = asked_at};
}

std::optional<Standing> Proof::standing() const {
    if (account)
        return Standing::good;
    for (const Finding& finding : findings) {
        if (finding.code == ErrorCode::token_superseded)
            return Standing::superseded;
        // It ends later by its own date: then Apple has ended it.
        if (finding.code == ErrorCode::token_rejected || finding.code == ErrorCode::token_expired)
            return Standing::rejected;
        if (finding.code == ErrorCode::terms_not_accepted)
            return Standing::terms_not_accepted;
    }
    return std::nullopt;
}

Proof prove(Client& client, Time now) {
    try {
        return {.account = fetch_account(client), .asked_at = now};
    } catch (const Error& e) {
        if (exit_code(e.code()) != credentials_refused)
            throw;
        return {.findings = findings_of(e), .asked_at = now};
    }
}

Proof unproven() {
    return {.findings = {{Severity::info, ErrorCode::not_proven,
                          "Apple was not asked whether it takes the token, nor whose it is", "mdmctl dep account asks",
                          ""}}};
}

}  // namespace mdm::dep
