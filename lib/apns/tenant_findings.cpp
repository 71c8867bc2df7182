// SPDX-License-Identifier: Apache-2.0
#include "apns/tenant_findings.hpp"

#include "apns/accounts.hpp"
#include "apns/assignment.hpp"
#include "base/text.hpp"
#include "store/dialect.hpp"

#include <array>
#include <fmt/format.h>
#include <set>

namespace mdm::apns {
namespace {

using store::Row;
using store::TenantFinding;
using store::TenantPage;
using store::Transaction;

/// From a tenant t to what it has (a), with a topic, serial and key (av): certificates that were ever current, requests
/// that are open. Joins alone: PostgreSQL would ask a subquery for each pair of rows.
constexpr std::string_view own_versions =
    "{join} apns_certificates a on a.tenant = t.id and a.removed_at is null "
    "{join} apns_versions av on av.certificate = a.id";
constexpr std::string_view own_requests =
    "{join} apns_requests a on a.tenant = t.id and a.closed_at is null {join} apns_requests av on av.id = a.id";
/// And from there to whoever else has the same (b); {column} is the column.
constexpr std::string_view same_versions =
    "{join} apns_versions bv on bv.{column} = av.{column} "
    "{join} apns_certificates b on b.id = bv.certificate and b.removed_at is null";
constexpr std::string_view same_requests =
    "{join} apns_requests bv on bv.{column} = av.{column} {join} apns_requests b on b.id = bv.id and b.closed_at is "
    "null";

/// Something that only one tenant should have.
struct Look {
    std::string_view column;
    std::string_view what;
    bool in_own_request = false;
    bool in_others_request = false;
};

std::string sql_of(const Look& look, store::Engine engine) {
    const std::string sql = fmt::format(
        "select distinct t.id, a.name, av.{{column}} as shared, u.name as other from tenants t {} {} "
        "{{join}} tenants u on u.id = b.tenant and u.removed_at is null "
        "where t.name between :first and :last and b.tenant <> t.id order by t.id, a.name, u.name",
        look.in_own_request ? own_requests : own_versions, look.in_others_request ? same_requests : same_versions);
    return fmt::format(fmt::runtime(sql), fmt::arg("column", look.column),
                       fmt::arg("join", store::dialect::join_in_order(engine)));
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
        for (const Row& row : transaction.rows(sql_of(look, transaction.engine()), page.bounds()))
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
