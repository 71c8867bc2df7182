// SPDX-License-Identifier: Apache-2.0
#include "dep/holding.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "dep/server_token.hpp"
#include "store/inventory.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::dep {
namespace {

std::string names_of(const std::vector<HeldToken>& some) {
    std::vector<std::string> names;
    for (const HeldToken& held : some)
        names.push_back(fmt::format("'{}'", held.name));
    return joined(names, ", ");
}

std::optional<HeldToken> one_of(std::vector<HeldToken> some) {
    const auto usual = std::find_if(some.begin(), some.end(), [](const auto& held) { return held.name == usual_name; });
    if (usual != some.end())
        return std::move(*usual);
    if (some.size() > 1)
        throw Error{ErrorCode::token_ambiguous,
                    fmt::format("there are several server tokens, and none was named: {}", names_of(some)),
                    "--name N names one"};
    if (some.empty())
        return std::nullopt;
    return std::move(some.front());
}

std::string_view inventory_state(const HeldToken& held) {
    if (held.standing != Standing::good)
        return store::invalid_state;
    return held.current.is_held() ? "valid" : "tracked";
}

}  // namespace

std::string name_option(std::string_view name) {
    return name == usual_name ? "" : fmt::format(" --name {}", shell_quoted(name));
}

std::string first_command(const HeldToken& held) {
    // Both may pass, and a download would end what passes.
    if (held.standing == Standing::terms_not_accepted || held.standing == Standing::rejected)
        return fmt::format("mdmctl dep account{}", name_option(held.name));
    if (held.current.is_held())
        return fmt::format("mdmctl dep setup --renew{}", name_option(held.name));
    return fmt::format("mdmctl dep renew --track FILE.p7m{}", name_option(held.name));
}

std::string_view state_at(const HeldToken& held, std::int64_t first_day, Time now) {
    if (held.removed_at)
        return "removed";
    if (has_ended(held.current.access_token_expiry, now))
        return "expired";
    if (held.standing != Standing::good)
        return name(held.standing);
    return days_between(now, held.current.access_token_expiry) <= first_day ? "expiring" : "valid";
}

std::string_view state_of(const store::PolicyTree& tree, const HeldToken& held, Time now) {
    return state_at(held, store::first_reminder_day(tree.way_up(tree.root())), now);
}

std::string todo_of(const HeldToken& held, std::string_view state) {
    if (state == "removed")
        return "mdmctl dep restore brings it back";
    if (state == "terms_not_accepted")
        return "an administrator of the organisation signs in at business.apple.com or school.apple.com and accepts "
               "Apple's terms; the token stays, and works again";
    if (state == "valid")
        return "";
    if (state == "rejected")
        return "ask once more: mdmctl dep account; if Apple still does not take it, see in the portal whether the "
               "service "
               "is there, and then download a new one: mdmctl dep setup --renew";
    if (state == "superseded" && held.current.is_held())
        return "import the newer one that was downloaded: mdmctl dep renew FILE; only where it is not to be had, "
               "download "
               "another one: mdmctl dep setup --renew";
    if (!held.current.is_held())
        return "download a new one for this service and import it into the server that holds its key; then mdmctl dep "
               "renew --track";
    return "download a new one for this service and no other, and import it within the hour: mdmctl dep setup --renew";
}

const std::vector<std::string>& ends_sooner() {
    static const std::vector<std::string> reasons{
        "somebody downloads a new token for this service, or uploads a new public key to it",
        "the Apple Account that downloaded it changes its password",
        "that account leaves the organisation, or loses its role"};
    return reasons;
}

std::string called(std::string_view name, std::string_view tenant_name) {
    if (name == usual_name)
        return fmt::format("the server token of '{}'", tenant_name);
    return fmt::format("the server token '{}' of '{}'", name, tenant_name);
}

std::string called(const HeldToken& held, std::string_view tenant_name) { return called(held.name, tenant_name); }

std::optional<HeldToken> find_token(store::Transaction& transaction, const store::Tenant& tenant, std::string_view name,
                                    store::Removed removed) {
    // Nobody means one that was removed by naming none, as long as another is in use.
    if (name.empty() && removed == store::Removed::included)
        if (auto in_use = find_token(transaction, tenant, name, store::Removed::left_out))
            return in_use;
    std::vector<HeldToken> some = held_tokens(transaction, tenant.id);
    std::erase_if(some, [&](const HeldToken& held) {
        return (held.removed_at && removed == store::Removed::left_out) || (!name.empty() && held.name != name);
    });
    return one_of(std::move(some));
}

HeldToken token_meant(store::Transaction& transaction, const store::Tenant& tenant, std::string_view name,
                      store::Removed removed) {
    if (auto found = find_token(transaction, tenant, name, removed))
        return std::move(*found);
    if (const auto gone = find_token(transaction, tenant, name, store::Removed::included))
        throw Error{ErrorCode::no_such_token, fmt::format("{} was removed", called(*gone, tenant.name)),
                    "mdmctl dep restore brings it back"};
    throw Error{ErrorCode::no_such_token,
                name.empty() ? fmt::format("the tenant '{}' has no server token yet", tenant.name)
                             : fmt::format("the tenant '{}' has no server token '{}'", tenant.name, name),
                name.empty() ? "mdmctl dep setup leads to one" : "mdmctl dep list shows what there is"};
}

std::string name_meant(store::Transaction& transaction, const store::Tenant& tenant, const std::string& name) {
    if (!name.empty())
        return name;
    const auto held = find_token(transaction, tenant, "");
    return held ? held->name : std::string(usual_name);
}

void note_in_inventory(store::Transaction& transaction, const HeldToken& held, const store::Tenant& tenant, Time now) {
    if (held.removed_at) {
        store::take_from_inventory(transaction, tenant.id, service_name, held.name);
        return;
    }
    store::put_in_inventory(transaction,
                            {.tenant = tenant.id,
                             .policy = store::root_policy(transaction, tenant.id),
                             .service = std::string(service_name),
                             .name = held.name,
                             .not_after = held.current.access_token_expiry,
                             .state = std::string(inventory_state(held)),
                             .next_command = first_command(held),
                             .account = held.account(),
                             .key = held.current.is_held() ? "held" : "tracked",
                             .devices = held.devices},
                            now);
}

void rename(store::Transaction& transaction, const store::Tenant& tenant, HeldToken& held,
            const std::string& new_name) {
    if (new_name == held.name)
        return;
    if (find_token(transaction, tenant, new_name, store::Removed::included))
        throw Error{ErrorCode::token_exists,
                    fmt::format("the tenant '{}' has a server token '{}' already", tenant.name, new_name),
                    "another name"};
    store::rename_in_inventory(transaction, tenant.id, service_name, held.name, new_name);
    rename_keys(transaction, tenant.id, held.name, new_name);
    held.name = new_name;
}

}  // namespace mdm::dep
