// SPDX-License-Identifier: Apache-2.0
#include "policy/explanation.hpp"

#include "apns/vendors.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::apps {
namespace {

using store::Policy;

void explain_contacts(std::vector<Explained>& all, store::Transaction& transaction,
                      const std::vector<const Policy*>& way_up) {
    bool any = false;
    for (const Policy* policy : way_up)
        for (const store::Contact& contact : store::contacts(transaction, policy->id)) {
            all.push_back({"contact", contact.address, policy});
            any = true;
        }
    if (!any)
        all.push_back({"contact", std::nullopt, nullptr});
}

void explain_settings(std::vector<Explained>& all, const std::vector<const Policy*>& way_up) {
    const store::SettingsInForce in_force = store::settings_in_force(way_up);
    all.push_back(
        {"remind_days", fmt::format("{}", fmt::join(in_force.remind_days.value, ",")), in_force.remind_days.from});
    all.push_back({"warn_days", std::to_string(in_force.warn_days.value), in_force.warn_days.from});
    all.push_back({"critical_days", std::to_string(in_force.critical_days.value), in_force.critical_days.from});
}

/// The vendor certificate that `apns sign` takes.
void explain_vendor(std::vector<Explained>& all, store::Transaction& transaction,
                    const std::optional<store::Tenant>& tenant, const std::vector<const Policy*>& way_up, Time now) {
    const auto vendor = apns::vendor_in_force(transaction, tenant, now);
    if (!vendor)
        return all.push_back({"vendor_certificate", std::nullopt, nullptr});
    const auto from =
        std::find_if(way_up.begin(), way_up.end(), [&](const Policy* p) { return p->id == vendor->policy; });
    const crypto::Certificate& leaf = vendor->chain.front();
    all.push_back({"vendor_certificate",
                   fmt::format("{}, until {}", leaf.subject().to_string(), to_rfc3339(leaf.not_after())),
                   from == way_up.end() ? nullptr : *from});
}

}  // namespace

std::vector<Explained> explain(store::Transaction& transaction, const store::Tenant& tenant,
                               const apns::Assignments& assignments, const Policy& policy, Time now) {
    const auto way_up = assignments.tree().way_up(policy);
    std::vector<Explained> all;
    const apns::HeldCertificate* held = assignments.effective(policy);
    all.push_back(
        {"push_certificate",
         held ? std::optional(fmt::format("{}: {}, until {}{}", held->name, held->current.topic,
                                          to_rfc3339(held->current.not_after), held->removed_at ? ", removed" : ""))
              : std::nullopt,
         assignments.carrier(policy)});
    explain_vendor(all, transaction, tenant, way_up, now);
    explain_contacts(all, transaction, way_up);
    explain_settings(all, way_up);
    return all;
}

std::vector<Explained> explain_store_root(store::Transaction& transaction, const Policy& root, Time now) {
    const std::vector<const Policy*> way_up{&root};
    std::vector<Explained> all;
    explain_vendor(all, transaction, std::nullopt, way_up, now);
    explain_contacts(all, transaction, way_up);
    explain_settings(all, way_up);
    return all;
}

std::vector<cli::Record> records_of(const std::vector<Explained>& explained, const Policy& policy) {
    const auto scope = [&](const Explained& one) {
        if (one.from == nullptr)
            return one.value ? "usual" : "nobody";
        if (one.from->id == policy.id)
            return "own";
        return one.from->tenant ? "inherited" : "store";
    };
    std::vector<cli::Record> records;
    for (const Explained& one : explained)
        records.push_back({{"setting", one.setting},
                           {"value", one.value},
                           {"from", one.from ? std::optional(one.from->name) : std::nullopt},
                           {"scope", scope(one)}});
    return records;
}

cli::Record policy_record(store::Transaction& transaction, const access::PolicyMeant& meant, Time now) {
    if (!meant.tenant)
        return {{"tenant", nullptr},
                {"policy", meant.policy.name},
                {"parent", nullptr},
                {"children", std::vector<std::string>{}},
                {"settings", records_of(explain_store_root(transaction, meant.policy, now), meant.policy)}};
    const apns::Assignments assignments(transaction, *meant.tenant);
    const store::PolicyTree& tree = assignments.tree();
    const Policy& policy = tree.by_id(meant.policy.id);
    std::vector<std::string> children;
    for (const Policy* child : tree.children(policy))
        children.push_back(child->name);
    return {{"tenant", meant.tenant->name},
            {"policy", policy.name},
            {"parent", tree.by_id(*policy.parent).name},
            {"children", children},
            {"settings", records_of(explain(transaction, *meant.tenant, assignments, policy, now), policy)}};
}

}  // namespace mdm::apps
