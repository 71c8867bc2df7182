// SPDX-License-Identifier: Apache-2.0
#include "store/arrival.hpp"

#include "base/given_name.hpp"
#include "base/text.hpp"
#include "store/inventory.hpp"

#include <fmt/format.h>
#include <optional>
#include <string>
#include <utility>

namespace mdm::store {
namespace {

[[noreturn]] void refuse(std::string message) { throw Error{ErrorCode::store_damaged, std::move(message)}; }

/// What is absent is null, and never an empty text.
void judge_if_given(const Value& name, std::string_view what) {
    if (name)
        judge_given_name(*name, what);
}

void judge_tenant(Transaction& transaction, std::string_view tenant) {
    const auto row = transaction.row(
        "select display_name, external_id, mdm, note, uses from tenants where id = :tenant", {{"tenant", tenant}});
    judge_if_given(row->value("display_name"), "the display name");
    judge_if_given(row->value("external_id"), "the external id");
    judge_if_given(row->value("mdm"), "the kind of MDM server");
    judge_note(row->value("note").value_or(""));
    if (const auto& uses = row->value("uses"); uses && joined(parse_services(*uses), ",") != *uses)
        refuse(fmt::format("'{}' is no list of services", *uses));
    static_cast<void>(tenant_by_id(transaction, tenant));  // its times
}

void judge_labels(Transaction& transaction, std::string_view tenant) {
    for (const Label& label : labels(transaction, tenant)) {
        const Label read = Label::parse(label.key + "=" + label.value);
        if (read.key != label.key || label.value.empty())
            refuse(fmt::format("'{}={}' is no label", label.key, label.value));
    }
}

/// Of one policy alone: what is above it there may have been another store's root.
void judge_settings(const Row& policy) {
    if (const auto& days = policy.value("remind_days"))
        if (fmt::format("{}", fmt::join(parse_days(*days), ",")) != *days)
            refuse(fmt::format("'{}' is no list of days, each once and falling", *days));
    for (const char* column : {"warn_days", "critical_days"})
        if (policy.value(column))
            static_cast<void>(parse_days(*policy.value(column)));
    if (policy.value("warn_days") && policy.value("critical_days") &&
        policy.number("warn_days") < policy.number("critical_days"))
        refuse(fmt::format("for the policy '{}' WARNING would begin {} days before an end, and CRITICAL {} days",
                           policy.text("name"), policy.number("warn_days"), policy.number("critical_days")));
}

void judge_policies(Transaction& transaction, std::string_view tenant) {
    for (const Row& policy :
         transaction.rows("select name, remind_days, warn_days, critical_days from policies where tenant = :tenant",
                          {{"tenant", tenant}})) {
        judge_given_name(policy.text("name"), "the policy's name");
        judge_settings(policy);
    }
    const PolicyTree tree(transaction, tenant);
    judge_size(tree);
    for (const Policy* policy : tree.own())
        for (const Contact& contact : contacts(transaction, policy->id))
            judge_address(contact.address);
}

void judge_inventory(Transaction& transaction, std::string_view tenant) {
    for (const InventoryItem& item :
         inventory(transaction, {.tenant = std::string(tenant), .removed = Removed::included})) {
        judge_given_name(item.service, "the service of a line of the inventory");
        judge_given_name(item.name, "the name of a line of the inventory");
        judge_given_name(item.state, "the state of a line of the inventory");
        if (!item.account.empty())
            judge_given_name(item.account, "the account of a line of the inventory");
        if (!item.key.empty())
            judge_given_name(item.key, "the key of a line of the inventory");
    }
}

}  // namespace

std::vector<Finding> arrival_findings(Transaction& transaction, std::string_view tenant) {
    judge_tenant(transaction, tenant);
    judge_labels(transaction, tenant);
    judge_policies(transaction, tenant);
    judge_inventory(transaction, tenant);
    return {};
}

}  // namespace mdm::store
