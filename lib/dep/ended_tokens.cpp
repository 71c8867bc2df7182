// SPDX-License-Identifier: Apache-2.0
#include "dep/ended_tokens.hpp"

#include "base/text.hpp"
#include "dep/holding.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::dep {
namespace {

bool has_error(const std::vector<Finding>& findings, ErrorCode code) {
    return std::any_of(findings.begin(), findings.end(),
                       [&](const Finding& f) { return f.code == code && f.severity == Severity::error; });
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
    return !has_error(findings, ErrorCode::other_tenant) && !has_error(findings, ErrorCode::other_server) &&
           !has_error(findings, ErrorCode::other_organization);
}

}  // namespace

std::vector<Finding> ended_tokens(const std::vector<Finding>& findings, const std::vector<FoundToken>& same,
                                  const Download& download, const store::Tenant& tenant) {
    if (download.tracked())
        return {};
    if (has_error(findings, ErrorCode::token_superseded) || has_error(findings, ErrorCode::older_than_current))
        return {{Severity::warning, ErrorCode::token_ended,
                 fmt::format("the token in '{}' is dead by now: a newer one was downloaded", download.file), "",
                 download.file}};
    const ServerToken* token = token_in(download);
    if (token == nullptr)
        return {{Severity::warning, ErrorCode::token_ended,
                 fmt::format("the service that '{}' was downloaded for has no other token that works: "
                             "downloading it ended the one in use there",
                             download.file),
                 "import it into the server that holds its key, within the hour", ""}};
    std::vector<Finding> all;
    const auto own = fingerprint(download);
    const auto is_ended = [&](const FoundToken& found) {
        return found.is_current && found.is_there && found.version.access_token_sha256 != own &&
               found.version.access_token_expiry <= token->access_token_expiry;
    };
    // The very one is in use somewhere: it was downloaded long ago.
    if (std::any_of(same.begin(), same.end(), [&](const FoundToken& found) {
            return found.version.access_token_sha256 == own && found.is_current;
        }))
        return all;
    for (const FoundToken& found : same)
        if (is_ended(found))
            all.push_back(ended(found, download.file, tenant));
    if (download.proof.account && std::none_of(same.begin(), same.end(), is_ended))
        all.push_back({Severity::warning, ErrorCode::token_ended,
                       fmt::format("whatever token the service '{}' had before '{}' is dead by now; no token of "
                                   "this store was ended",
                                   download.proof.account->server_name, download.file),
                       is_for_this_tenant(findings) ? "import it within the hour, once what stands against it is mended"
                                                    : "import it into the server that is to have it, within the hour",
                       ""});
    return all;
}

}  // namespace mdm::dep
