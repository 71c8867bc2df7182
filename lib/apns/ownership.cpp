// SPDX-License-Identifier: Apache-2.0
#include "apns/ownership.hpp"

#include "crypto/contents.hpp"
#include "store/row.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <tuple>
#include <utility>

namespace mdm::apns {
namespace {

using store::Row;
using store::Transaction;

/// Something in the store that the file may be, or belong to.
struct Claim {
    std::optional<std::string> tenant;
    std::string name;
    Role role = Role::unknown;
};

bool is_csr(const Inspection& found) {
    return found.kind == FileKind::csr || found.kind == FileKind::push_certificate_request;
}

/// Of one that was recorded without its serial, topic and end are all there is to know it by.
bool is_version(const Inspection& found, const Row& row) {
    if (!found.certificate)
        return row.value("public_key_sha256") == found.public_key_sha256;
    if (row.value("serial"))
        return row.value("serial") == found.serial &&
               (!row.value("public_key_sha256") || row.value("public_key_sha256") == found.public_key_sha256);
    return row.value("topic") == found.topic && row.time("not_after") == found.not_after;
}

Role role_of_version(const Inspection& found, const Row& row) {
    if (!is_version(found, row))
        return Role::unknown;
    const bool in_use =
        row.value("current") == row.value("id") && !row.value("removed_at") && !row.value("tenant_gone");
    return in_use ? Role::current : Role::earlier;
}

void add_versions(std::vector<Claim>& claims, Transaction& transaction, const Inspection& found) {
    struct Look {
        std::string_view column;
        store::Value value;
    };
    // Any authority may number its certificates from 1: a serial says something beside a push topic alone.
    const std::array looks{Look{"topic", found.topic}, Look{"public_key_sha256", found.public_key_sha256},
                           Look{"serial", found.topic ? found.serial : std::nullopt}};
    for (const Look& look : looks)
        if (look.value)
            for (const Row& row : transaction.rows(
                     fmt::format("select v.id, v.topic, v.serial, v.not_after, v.public_key_sha256, c.current, c.name, "
                                 "c.removed_at, t.name as tenant, t.removed_at as tenant_gone from apns_versions v "
                                 "join apns_certificates c on c.id = v.certificate join tenants t on t.id = c.tenant "
                                 "where v.{} = :value",
                                 look.column),
                     {{"value", look.value}}))
                claims.push_back({row.text("tenant"), row.text("name"), role_of_version(found, row)});
}

void add_requests(std::vector<Claim>& claims, Transaction& transaction, const Inspection& found) {
    if (!found.public_key_sha256)
        return;
    for (const Row& row :
         transaction.rows("select r.name, r.closed_at, t.name as tenant, t.removed_at as tenant_gone "
                          "from apns_requests r join tenants t on t.id = r.tenant where r.public_key_sha256 = :value",
                          {{"value", *found.public_key_sha256}})) {
        const bool open = !row.value("closed_at") && !row.value("tenant_gone");
        claims.push_back({row.text("tenant"), row.text("name"), open ? Role::staged : Role::unknown});
    }
}

/// All of them are looked at: a store has a few, and their keys stand in their certificates alone.
void add_vendors(std::vector<Claim>& claims, Transaction& transaction, const Inspection& found) {
    if (!found.public_key_sha256)
        return;
    std::string policy;
    for (const Row& row : transaction.rows("select v.policy, v.serial, v.chain, t.name as tenant from apns_vendors v "
                                           "join policies p on p.id = v.policy left join tenants t on t.id = p.tenant "
                                           "order by v.policy, v.not_after desc, v.id")) {
        const bool last = std::exchange(policy, row.text("policy")) != row.text("policy");
        if (found.serial && found.serial != row.text("serial"))
            continue;
        const auto chain =
            crypto::read_contents(row.text("chain"), "the store", [] { return std::optional<Secret>{}; });
        if (chain && !chain->certificates.empty() &&
            chain->certificates.front().public_key().sha256() == found.public_key_sha256)
            claims.push_back({row.value("tenant"), fmt::format("vendor {}", row.text("serial")),
                              last ? Role::current : Role::earlier});
    }
}

/// What says most comes first. A key is current where it is in use and staged as well; a CSR is what is on its way.
int rank(const Inspection& found, Role role) {
    constexpr std::array usual{Role::current, Role::earlier, Role::staged, Role::unknown};
    constexpr std::array of_csr{Role::staged, Role::current, Role::earlier, Role::unknown};
    const auto& order = is_csr(found) ? of_csr : usual;
    return static_cast<int>(std::find(order.begin(), order.end(), role) - order.begin());
}

Finding shared_finding(const std::string& file, const std::string& tenant, const std::string& other) {
    return {Severity::warning, ErrorCode::shared_between_tenants,
            fmt::format("'{}' is that of the tenant '{}' and of '{}' as well", file, tenant, other),
            "a push topic and its key belong to one tenant: mdmctl apns list shows what each holds", ""};
}

}  // namespace

std::string_view name(Role role) {
    constexpr std::array<std::string_view, 4> words{"current", "earlier", "staged", "unknown"};
    return words.at(static_cast<std::size_t>(role));
}

Ownership ownership_of(Transaction& transaction, const Inspection& found, std::string_view file) {
    std::vector<Claim> claims;
    add_versions(claims, transaction, found);
    add_requests(claims, transaction, found);
    if (claims.empty())
        add_vendors(claims, transaction, found);
    if (claims.empty())
        return {};
    std::sort(claims.begin(), claims.end(), [&](const Claim& a, const Claim& b) {
        return std::tuple(rank(found, a.role), a.tenant, a.name) < std::tuple(rank(found, b.role), b.tenant, b.name);
    });
    const Claim& best = claims.front();
    Ownership ownership{best.tenant, best.name, best.role, {}};
    for (const Claim& claim : claims)
        if (best.tenant && claim.tenant && claim.tenant != best.tenant) {
            ownership.findings.push_back(shared_finding(std::string(file), *best.tenant, *claim.tenant));
            break;
        }
    return ownership;
}

}  // namespace mdm::apns
