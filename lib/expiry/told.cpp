// SPDX-License-Identifier: Apache-2.0
#include "expiry/told.hpp"

#include "base/given_name.hpp"
#include "base/text.hpp"
#include "expiry/item_meant.hpp"
#include "expiry/marks.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace mdm::expiry {
namespace {

constexpr std::string_view told_state = "told";

/// Of what these have the inventory is written by their own commands, which judge it.
constexpr std::array<std::string_view, 8> looked_after{"apns",   "apns-vendor", "dep",    "maid",
                                                       "google", "profile",     "enroll", "mdm"};

/// With the policy where it would be another without: a thing of all tenants is the store root's.
std::string command_for(store::Transaction& transaction, const store::InventoryItem& item) {
    std::string command = fmt::format("mdmctl expiry add FILE --service {} --name {}", shell_quoted(item.service),
                                      shell_quoted(item.name));
    const std::string policy = store::policy_name(transaction, item.policy);
    if (item.tenant.empty() || policy != store::root_policy_name)
        command += fmt::format(" --policy {}", shell_quoted(policy));
    return command;
}

}  // namespace

void judge(const Told& told) {
    judge_given_name(told.service, "the service");
    judge_given_name(told.name, "the name");
    if (!told.account.empty())
        judge_given_name(told.account, "the account");
    if (std::find(looked_after.begin(), looked_after.end(), lower_case(told.service)) != looked_after.end())
        throw Error{ErrorCode::bad_name,
                    fmt::format("what is of the service '{}' is not told: mdmctl looks after it itself", told.service),
                    "its own commands judge it and note its end (mdmctl --help lists them); another word is free"};
    if (told.service.find('/') != std::string::npos)
        throw Error{ErrorCode::bad_name, "the service has a '/' in it", "SERVICE/NAME is how a thing is meant"};
}

bool is_told(const store::InventoryItem& item) { return item.state == told_state; }

std::optional<Finding> told_finding(const Told& told, const store::InventoryItem* there) {
    if (there == nullptr)
        return std::nullopt;
    if (!is_told(*there))
        return Finding{Severity::error, ErrorCode::item_exists,
                       fmt::format("'{}' is looked after by its own commands", full_name(*there)),
                       "give it another --name", "name"};
    if (there->not_after && told.not_after < *there->not_after)
        return Finding{Severity::error, ErrorCode::ends_before_current,
                       fmt::format("it ends on {}, and '{}' on {}", to_rfc3339(told.not_after), full_name(*there),
                                   to_rfc3339(*there->not_after)),
                       "an older file? if it is the right one, mdmctl expiry remove takes the other out first",
                       "not_after"};
    return std::nullopt;
}

namespace {

store::InventoryItem new_item(const std::string& tenant_id, const Told& told) {
    store::InventoryItem item{};
    item.tenant = tenant_id;
    item.service = told.service;
    item.name = told.name;
    item.state = told_state;
    return item;
}

Telling::Outcome outcome_of(const store::InventoryItem* before, const store::InventoryItem& item) {
    if (before == nullptr)
        return Telling::Outcome::added;
    if (before->not_after != item.not_after)
        return Telling::Outcome::renewed;
    return before->policy == item.policy && before->account == item.account ? Telling::Outcome::unchanged
                                                                            : Telling::Outcome::changed;
}

}  // namespace

Telling tell(store::Change& change, const std::optional<store::Tenant>& tenant, const Told& told) {
    judge(told);
    store::Transaction& transaction = change.transaction();
    const std::string tenant_id = tenant ? tenant->id : "";
    const auto items =
        store::inventory(transaction, {.tenant = tenant_id, .service = told.service, .of_store = !tenant.has_value()});
    const auto there = std::find_if(items.begin(), items.end(), [&](const auto& i) { return i.name == told.name; });
    const bool is_there = there != items.end();
    if (auto finding = told_finding(told, is_there ? &*there : nullptr))
        throw Error::from_findings({std::move(*finding)});
    store::InventoryItem item = is_there ? *there : new_item(tenant_id, told);
    item.not_after = told.not_after;
    if (!told.policy.empty())
        item.policy = told.policy;
    else if (!is_there)
        item.policy = tenant ? store::root_policy(transaction, tenant_id) : store::store_root_policy(transaction);
    if (!told.account.empty())
        item.account = told.account;
    const Telling::Outcome outcome = outcome_of(is_there ? &*there : nullptr, item);
    if (outcome != Telling::Outcome::unchanged) {
        item.next_command = command_for(transaction, item);
        store::put_in_inventory(transaction, item, change.now());
    }
    return {outcome, is_there ? there->not_after : std::nullopt, item.policy};
}

void forget(store::Change& change, const std::optional<store::Tenant>& tenant, const store::InventoryItem& item) {
    if (!is_told(item))
        throw Error{ErrorCode::item_exists,
                    fmt::format("'{}' is looked after by its own commands, which take it away", full_name(item)),
                    fmt::format("mdmctl {} --help", item.service)};
    take_mark(change.transaction(), item.id);
    store::take_from_inventory(change.transaction(), tenant ? tenant->id : "", item.service, item.name);
}

void rewrite_told(store::Transaction& transaction, const store::Tenant& tenant, Time now) {
    for (store::InventoryItem item : store::inventory(transaction, {.tenant = tenant.id})) {
        if (!is_told(item))
            continue;
        if (!item.not_after)
            throw Error{ErrorCode::store_damaged, fmt::format("'{}' was told of without an end", full_name(item))};
        judge({item.service, item.name, *item.not_after, item.policy, item.account});
        item.next_command = command_for(transaction, item);
        store::put_in_inventory(transaction, item, now);
    }
}

}  // namespace mdm::expiry
