// SPDX-License-Identifier: Apache-2.0
#include "apns/tenant_findings.hpp"

#include "apns/accounts.hpp"
#include "apns/assignment.hpp"
#include "base/text.hpp"

#include <array>
#include <fmt/format.h>
#include <set>

namespace mdm::apns {
namespace {

using store::Row;
using store::TenantFinding;
using store::TenantPage;
using store::Transaction;

/// Rows with a topic, serial or key ({0}v), and whose they are ({0}): certificates that were ever current, open
/// requests.
constexpr std::string_view versions_of =
    "join apns_certificates {0} on {0}.id = {0}v.certificate and {0}.removed_at is null";
constexpr std::string_view requests_of = "join apns_requests {0} on {0}.id = {0}v.id and {0}.closed_at is null";

/// Something that only one tenant should have.
struct Look {
    std::string_view column;
    std::string_view what;
    bool in_own_request = false;
    bool in_others_request = false;
};

/// From the page's tenants to what they have, and from there by an index to who else has it.
std::string sql_of(const Look& look) {
    const auto table = [](bool request) { return request ? "apns_requests" : "apns_versions"; };
    const auto owner = [](bool request, std::string_view alias) {
        return fmt::format(fmt::runtime(request ? requests_of : versions_of), alias);
    };
    const std::string own = look.in_own_request ? "av.tenant = t.id"
                                                : "av.certificate in (select c.id from apns_certificates c "
                                                  "where c.tenant = t.id)";
    return fmt::format(
        "select distinct t.id, a.name, av.{0} as shared, u.name as other from tenants t join {1} av on {2} {3} "
        "join {4} bv on bv.{0} = av.{0} {5} join tenants u on u.id = b.tenant and u.removed_at is null "
        "where t.name between :first and :last and b.tenant <> t.id order by t.id, a.name, u.name",
        look.column, table(look.in_own_request), own, owner(look.in_own_request, "a"), table(look.in_others_request),
        owner(look.in_others_request, "b"));
}

/// One finding for each push certificate and each other tenant, of what says most.
void add_shared(std::vector<TenantFinding>& all, Transaction& transaction, const TenantPage& page) {
    constexpr std::array looks{Look{"serial", "certificate"},
                               Look{"topic", "topic"},
                               Look{"public_key_sha256", "key"},
                               Look{"public_key_sha256", "key", true, false},
                               Look{"public_key_sha256", "key", false, true},
                               Look{"public_key_sha256", "key", true, true}};
    std::set<std::string> told;
    for (const Look& look : looks)
        for (const Row& row : transaction.rows(sql_of(look), page.bounds()))
            if (told.insert(fmt::format("{}\n{}\n{}", row.text("id"), row.text("name"), row.text("other"))).second)
                all.push_back(
                    {row.text("id"),
                     row.text("name"),
                     {Severity::warning, ErrorCode::shared_between_tenants,
                      fmt::format("the {} {} is that of the tenant '{}' as well", look.what, row.text("shared"),
                                  row.text("other")),
                      "Apple's terms ask for a push certificate of its own for each organisation that is managed: "
                      "mdmctl apns csr begins another for one of the two",
                      std::string(look.column)}});
}

void add_personal(std::vector<TenantFinding>& all, const std::vector<HeldCertificate>& certificates) {
    for (const HeldCertificate& held : certificates)
        if (!held.removed_at)
            if (auto finding = account_finding(held.apple_account, held.account_kind))
                all.push_back({held.tenant, held.name, std::move(*finding)});
}

/// Asked for each tenant that has one below its root: most have none.
void add_redundant(std::vector<TenantFinding>& all, Transaction& transaction, const TenantPage& page) {
    for (const Row& row :
         transaction.rows("select distinct p.tenant from apns_assignments a join policies p on p.id = a.policy "
                          "join tenants t on t.id = p.tenant "
                          "where p.name <> '/' and t.name between :first and :last order by p.tenant",
                          page.bounds()))
        if (const store::Tenant* tenant = page.find(row.text("tenant"))) {
            const Assignments assignments(transaction, *tenant);
            for (Finding& finding : redundant_assignments(assignments, *tenant)) {
                const std::string name = assignments.own(assignments.tree().named(finding.where))->name;
                all.push_back({tenant->id, name, std::move(finding)});
            }
        }
}

}  // namespace

std::vector<TenantFinding> tenant_findings(Transaction& transaction, const TenantPage& page) {
    std::vector<TenantFinding> all;
    add_shared(all, transaction, page);
    add_personal(all, held_certificates(transaction, page));
    add_redundant(all, transaction, page);
    std::erase_if(all, [&](const TenantFinding& found) { return page.find(found.tenant) == nullptr; });
    return all;
}

}  // namespace mdm::apns
