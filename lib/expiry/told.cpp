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
constexpr std::array<std::string_view, 8> looked_after{"apns",    "apns-vendor", "dep",    "maid",
                                                       "google", "profile",     "enroll", "mdm"};

std::string command_for(const Told& told) {
    return fmt::format("mdmctl expiry add FILE --service {} --name {}", shell_quoted(told.service),
                       shell_quoted(told.name));
}

}  // namespace

void judge(const Told& told) {
    judge_given_name(told.service, "the service");
    judge_given_name(told.name, "the name");
    if (!told.account.empty())
        judge_given_name(told.account, "the account");
    if (std::find(looked_after.begin(), looked_after.end(), told.service) != looked_after.end())
        throw Error{ErrorCode::bad_name, fmt::format("what is of the service '{}' is not told", told.service),
                    fmt::format("its own commands judge it and note its end: mdmctl {} --help",
                                told.service.substr(0, told.service.find('-')))};
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
                       fmt::format("an older file? mdmctl expiry remove {} first, if it is right",
                                   shell_quoted(full_name(*there))),
                       "not_after"};
    return std::nullopt;
}

Telling tell(store::Change& change, const std::optional<store::Tenant>& tenant, const Told& told) {
    judge(told);
    store::Transaction& transaction = change.transaction();
    const std::string tenant_id = tenant ? tenant->id : "";
    const auto items = store::inventory(
        transaction, {.tenant = tenant_id, .service = told.service, .of_store = !tenant.has_value()});
    const auto there = std::find_if(items.begin(), items.end(), [&](const auto& i) { return i.name == told.name; });
    const bool is_there = there != items.end();
    if (auto finding = told_finding(told, is_there ? &*there : nullptr))
        throw Error::from_findings({std::move(*finding)});
    if (is_there && there->not_after == told.not_after && there->policy == told.policy &&
        (told.account.empty() || told.account == there->account))
        return {Telling::Outcome::unchanged, there->not_after};
    store::put_in_inventory(transaction,
                            {.tenant = tenant_id,
                             .policy = told.policy,
                             .service = told.service,
                             .name = told.name,
                             .not_after = told.not_after,
                             .state = std::string(told_state),
                             .next_command = command_for(told),
                             .account = told.account.empty() && is_there ? there->account : told.account},
                            change.now());
    return is_there ? Telling{Telling::Outcome::renewed, there->not_after} : Telling{};
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
        if (!is_told(item) || !item.not_after)
            continue;
        const Told told{item.service, item.name, *item.not_after, item.policy, item.account};
        judge(told);
        item.next_command = command_for(told);
        store::put_in_inventory(transaction, item, now);
    }
}

}  // namespace mdm::expiry
