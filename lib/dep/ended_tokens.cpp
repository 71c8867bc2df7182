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

Finding itself(const std::string& file) {
    return {Severity::warning, ErrorCode::token_ended,
            fmt::format("the token in '{}' is dead by now: a newer one was downloaded, or whoever downloaded it has "
                        "changed the password",
                        file),
            "", file};
}

Finding of_whom_nobody_knows(const std::string& file) {
    return {Severity::warning, ErrorCode::token_ended,
            fmt::format("the service that '{}' was downloaded for has no other token that works: downloading it ended "
                        "the one in use there",
                        file),
            "import it into the server that holds its key, within the hour", ""};
}

Finding none_of_ours(const std::vector<Finding>& findings, const Download& download) {
    return {Severity::warning, ErrorCode::token_ended,
            fmt::format("whatever token the service '{}' had before '{}' is dead by now; this store knows of none",
                        download.proof.account->server_name, download.file),
            is_for_this_tenant(findings) ? "import it within the hour, once what stands against it is mended"
                                         : "import it into the server that is to have it, within the hour",
            ""};
}

}  // namespace

EndedTokens ended_tokens(const std::vector<Finding>& findings, const std::vector<FoundToken>& same,
                         const Download& download, const store::Tenant& tenant) {
    if (download.tracked())
        return {};
    if (has_error(findings, ErrorCode::token_superseded) || has_error(findings, ErrorCode::older_than_current))
        return {.findings = {itself(download.file)}};
    const ServerToken* token = token_in(download);
    if (token == nullptr)
        return {.findings = {of_whom_nobody_knows(download.file)}};
    EndedTokens all;
    const auto own = fingerprint(download);
    for (const FoundToken& found : same) {
        if (!found.is_current)
            continue;
        // The very one is in use somewhere: it was downloaded long ago.
        if (found.version.access_token_sha256 == own)
            return {};
        if (found.is_there && found.version.access_token_expiry <= token->access_token_expiry) {
            all.findings.push_back(ended(found, download.file, tenant));
            all.held.push_back(found);
        }
    }
    if (download.proof.account && all.held.empty())
        all.findings.push_back(none_of_ours(findings, download));
    return all;
}

}  // namespace mdm::dep
