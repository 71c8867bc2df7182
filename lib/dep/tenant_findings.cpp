// SPDX-License-Identifier: Apache-2.0
#include "dep/tenant_findings.hpp"

#include "dep/holding.hpp"

#include <fmt/format.h>

namespace mdm::dep {
namespace {

struct StandingWords {
    ErrorCode code;
    std::string_view words;
};

StandingWords words_of(Standing standing) {
    switch (standing) {
        case Standing::superseded:
            return {ErrorCode::token_superseded,
                    "is dead: a newer one was downloaded, or whoever downloaded it has changed the password"};
        case Standing::rejected:
            return {ErrorCode::token_rejected, "is not taken by Apple any more"};
        default:
            return {ErrorCode::terms_not_accepted, "waits: Apple's terms changed, and nobody has accepted them"};
    }
}

}  // namespace

std::optional<Finding> standing_finding(const HeldToken& held, std::string_view tenant_name) {
    if (held.standing == Standing::good)
        return std::nullopt;
    const auto [code, words] = words_of(held.standing);
    return Finding{Severity::error, code,
                   fmt::format("{} {} (seen {})", called(held, tenant_name), words,
                               held.standing_at ? to_rfc3339(*held.standing_at) : "before"),
                   todo_of(held, name(held.standing)), ""};
}

std::optional<Finding> unproven_finding(const HeldToken& held, std::string_view tenant_name) {
    if (!held.current.is_held() || held.current.service.asked_at || held.standing != Standing::good)
        return std::nullopt;
    return Finding{Severity::info, ErrorCode::not_proven,
                   fmt::format("Apple was never asked whether it takes {}", called(held, tenant_name)),
                   fmt::format("mdmctl dep account{} asks", name_option(held.name)), ""};
}

std::vector<store::TenantFinding> tenant_findings(store::Transaction& transaction, const store::TenantPage& page) {
    std::vector<store::TenantFinding> all;
    for (const HeldToken& held : held_tokens(transaction, page)) {
        if (held.removed_at)
            continue;
        if (auto finding = standing_finding(held, page.by_id(held.tenant).name))
            all.push_back({held.tenant, held.name, std::move(*finding)});
        if (auto unproven = unproven_finding(held, page.by_id(held.tenant).name))
            all.push_back({held.tenant, held.name, std::move(*unproven)});
        if (held.current.estimated)
            all.push_back({held.tenant,
                           held.name,
                           {Severity::info, ErrorCode::expiry_estimated,
                            fmt::format("when {} ends was reckoned from its file's name",
                                        called(held, page.by_id(held.tenant).name)),
                            "mdmctl dep renew --track --expires DATE says it", "not_after"}});
    }
    return all;
}

}  // namespace mdm::dep
