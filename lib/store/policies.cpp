// SPDX-License-Identifier: Apache-2.0
#include "store/policies.hpp"

#include "base/error.hpp"
#include "base/given_name.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "crypto/random.hpp"
#include "store/dialect.hpp"
#include "store/tenant_page.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <functional>
#include <map>
#include <utility>

namespace mdm::store {
namespace {

constexpr std::string_view all_columns = "id, tenant, parent, name, remind_days, warn_days, critical_days";

/// What set_policy() wrote: anything else is damage.
std::int64_t number_in(std::string_view digits) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{} || end != digits.data() + digits.size())
        throw Error{ErrorCode::store_damaged, "there is something else in the store where a number of days belongs"};
    return number;
}

std::vector<std::int64_t> days_of(const Value& text) {
    std::vector<std::int64_t> days;
    if (text)
        for (const std::string_view day : split(*text, ','))
            days.push_back(number_in(day));
    return days;
}

Value text_of(const std::vector<std::int64_t>& days) {
    if (days.empty())
        return std::nullopt;
    return fmt::format("{}", fmt::join(days, ","));
}

Value text_of(std::optional<std::int64_t> days) { return days ? Value(std::to_string(*days)) : Value(); }

std::optional<std::int64_t> maybe_number(const Row& row, std::string_view column) {
    return row.value(column) ? std::optional(row.number(column)) : std::nullopt;
}

Policy policy_of(const Row& row) {
    return {.id = row.text("id"),
            .tenant = row.value("tenant"),
            .parent = row.value("parent"),
            .name = row.text("name"),
            .settings = {.remind_days = days_of(row.value("remind_days")),
                         .warn_days = maybe_number(row, "warn_days"),
                         .critical_days = maybe_number(row, "critical_days")}};
}

std::vector<Policy> policies_of(Transaction& transaction, std::string_view tenant_id) {
    std::vector<Policy> all;
    for (const Row& row :
         transaction.rows(fmt::format("select {} from policies where tenant = :tenant order by name, id", all_columns),
                          {{"tenant", tenant_id}}))
        all.push_back(policy_of(row));
    return all;
}

std::string insert_policy(Transaction& transaction, const Value& tenant, const Value& parent, std::string_view name,
                          Time now) {
    std::string id = crypto::random_uuid();
    transaction.run(
        "insert into policies (id, tenant, parent, name, created_at) values (:id, :tenant, :parent, :name, :now)",
        {{"id", id}, {"tenant", tenant}, {"parent", parent}, {"name", name}, {"now", now}});
    return id;
}

/// Moves the policies below `from` behind it, depth first. What is left over hangs in the air.
/// rest   in the order that those below one parent are to have
/// from   asked before anything moves
void put_in_order(std::vector<Policy>& rest, std::vector<Policy>& ordered, const std::string& from) {
    std::map<std::string, std::vector<std::size_t>, std::less<>> below;  // places in `rest`, the last one first
    for (std::size_t i = rest.size(); i-- > 0;)
        below[rest[i].parent.value_or("")].push_back(i);
    std::vector<bool> is_placed(rest.size());
    std::vector<std::size_t> next;  // the one that comes next is the last
    const auto go_below = [&](const std::string& id) {
        if (const auto found = below.find(id); found != below.end())
            next.insert(next.end(), found->second.begin(), found->second.end());
    };
    go_below(from);
    while (!next.empty()) {
        const std::size_t i = next.back();
        next.pop_back();
        is_placed[i] = true;
        ordered.push_back(std::move(rest[i]));
        go_below(ordered.back().id);
    }
    std::vector<Policy> left;
    for (std::size_t i = 0; i < rest.size(); ++i)
        if (!is_placed[i])
            left.push_back(std::move(rest[i]));
    rest = std::move(left);
}

}  // namespace

PolicyTree::PolicyTree(Transaction& transaction, std::string_view tenant_id)
    : PolicyTree(store::store_root(transaction), policies_of(transaction, tenant_id), tenant_id) {}

PolicyTree::PolicyTree(const Policy& store_root, std::vector<Policy> own, std::string_view tenant_id) {
    policies_.push_back(store_root);
    put_in_order(own, policies_, store_root.id);
    if (!own.empty() || policies_.size() < 2)
        throw Error{ErrorCode::store_damaged,
                    own.empty() ? fmt::format("the tenant {} has no root policy", tenant_id)
                                : fmt::format("the policy '{}' of the tenant {} is below no root: the policies above "
                                              "it form a circle, or one is missing",
                                              own.front().name, tenant_id),
                    "mdmctl store check lists what is damaged; mdmctl store restore brings a backup back"};
}

std::vector<const Policy*> PolicyTree::own() const {
    std::vector<const Policy*> all;
    for (std::size_t i = 1; i < policies_.size(); ++i)
        all.push_back(&policies_[i]);
    return all;
}

const Policy& PolicyTree::named(std::string_view name) const {
    for (const Policy* policy : own())
        if (policy->name == name)
            return *policy;
    throw Error{ErrorCode::no_such_policy, fmt::format("there is no policy '{}'", name), "mdmctl policy tree"};
}

const Policy& PolicyTree::by_id(std::string_view id) const {
    const auto found = std::find_if(policies_.begin(), policies_.end(), [&](const Policy& p) { return p.id == id; });
    if (found == policies_.end())
        throw Error{ErrorCode::store_damaged, fmt::format("there is no policy with the id {}", id)};
    return *found;
}

std::vector<const Policy*> PolicyTree::children(const Policy& policy) const {
    std::vector<const Policy*> all;
    for (const Policy& other : policies_)
        if (other.parent == policy.id)
            all.push_back(&other);
    return all;
}

std::vector<const Policy*> PolicyTree::way_up(const Policy& policy) const {
    std::vector<const Policy*> way{&policy};
    while (way.back()->parent)
        way.push_back(&by_id(*way.back()->parent));
    return way;
}

std::map<std::string, PolicyTree> policy_trees(Transaction& transaction, const TenantPage& page) {
    std::map<std::string, std::vector<Policy>> own;
    for (const Row& row : transaction.rows("select p.id, p.tenant, p.parent, p.name, p.remind_days, p.warn_days, "
                                           "p.critical_days from policies p join tenants t on t.id = p.tenant "
                                           "where t.name between :first and :last order by p.name, p.id",
                                           page.bounds()))
        if (page.find(row.text("tenant")))
            own[row.text("tenant")].push_back(policy_of(row));
    const Policy root = store_root(transaction);
    std::map<std::string, PolicyTree> trees;
    for (const Tenant& tenant : page.tenants())
        trees.emplace(tenant.id, PolicyTree(root, std::move(own[tenant.id]), tenant.id));
    return trees;
}

void judge_size(const PolicyTree& tree) {
    const auto own = tree.own();
    if (own.size() > limits::policies)
        throw Error{ErrorCode::too_large,
                    fmt::format("the tenant would have {} policies, and the limit is {}", own.size(), limits::policies),
                    "mdmctl policy remove takes away what no device needs"};
    std::map<std::string_view, std::size_t> depths;
    for (const Policy* policy : own) {
        const auto above = depths.find(policy->parent.value_or(""));
        const std::size_t depth = above == depths.end() ? 0 : above->second + 1;
        if (depth > limits::policy_depth)
            throw Error{
                ErrorCode::too_deep,
                fmt::format("the policy '{}' would be {} below the tenant's root, and the limit is {}", policy->name,
                            counted(static_cast<long long>(depth), "level"), limits::policy_depth),
                "hang it higher in the tree: mdmctl policy tree"};
        depths[policy->id] = depth;
    }
}

SettingsInForce settings_in_force(const std::vector<const Policy*>& way_up) {
    SettingsInForce in_force{.remind_days = {{usual_remind_days.begin(), usual_remind_days.end()}},
                             .warn_days = {usual_warn_days},
                             .critical_days = {usual_critical_days}};
    for (auto policy = way_up.rbegin(); policy != way_up.rend(); ++policy) {
        const PolicySettings& said = (*policy)->settings;
        if (!said.remind_days.empty())
            in_force.remind_days = {said.remind_days, *policy};
        if (said.warn_days)
            in_force.warn_days = {*said.warn_days, *policy};
        if (said.critical_days)
            in_force.critical_days = {*said.critical_days, *policy};
    }
    return in_force;
}

std::int64_t first_reminder_day(const std::vector<const Policy*>& way_up) {
    return settings_in_force(way_up).remind_days.value.front();
}

std::vector<std::int64_t> parse_days(std::string_view text) {
    constexpr std::int64_t most = 3650;
    std::vector<std::int64_t> days;
    for (const std::string_view part : split(text, ',')) {
        const std::string_view digits = trimmed(part);
        std::int64_t day = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), day);
        if (error != std::errc{} || end != digits.data() + digits.size() || day < 0 || day > most)
            throw Error{ErrorCode::bad_usage, fmt::format("'{}' is no list of days", text),
                        fmt::format("whole numbers from 0 to {}: 30,15,5,3,2,1", most)};
        days.push_back(day);
    }
    std::sort(days.begin(), days.end(), std::greater<>{});
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

void add_root_policy(Transaction& transaction, Time now) {
    insert_policy(transaction, std::nullopt, std::nullopt, root_policy_name, now);
}

void add_tenant_root(Transaction& transaction, std::string_view tenant_id, Time now) {
    insert_policy(transaction, std::string(tenant_id), store_root_policy(transaction), root_policy_name, now);
}

Policy add_policy(Transaction& transaction, const Policy& parent, std::string_view tenant_id, const std::string& name,
                  Time now) {
    judge_given_name(name, "the policy's name");
    if (name == root_policy_name || transaction.row("select id from policies where tenant = :tenant and name = :name",
                                                    {{"tenant", tenant_id}, {"name", name}}))
        throw Error{ErrorCode::policy_exists, fmt::format("there is a policy '{}' already", name),
                    "mdmctl policy tree"};
    const std::string tenant(tenant_id);
    Policy policy{insert_policy(transaction, tenant, parent.id, name, now), tenant, parent.id, name};
    judge_size(PolicyTree(transaction, tenant_id));
    return policy;
}

void set_policy(Transaction& transaction, const Policy& policy) {
    transaction.run(
        "update policies set parent = :parent, remind_days = :remind_days, warn_days = :warn_days, "
        "critical_days = :critical_days where id = :id",
        {{"parent", policy.parent},
         {"remind_days", text_of(policy.settings.remind_days)},
         {"warn_days", text_of(policy.settings.warn_days)},
         {"critical_days", text_of(policy.settings.critical_days)},
         {"id", policy.id}});
    if (policy.tenant)
        judge_size(PolicyTree(transaction, *policy.tenant));
}

namespace {

void judge_thresholds_of(Transaction& transaction, const std::string& tenant_id) {
    const PolicyTree tree(transaction, tenant_id);
    for (const Policy* policy : tree.own()) {
        const SettingsInForce in_force = settings_in_force(tree.way_up(*policy));
        if (in_force.warn_days.value < in_force.critical_days.value)
            throw Error{ErrorCode::bad_usage,
                        fmt::format("for the policy '{}' of '{}' WARNING would begin {} days before an end, and "
                                    "CRITICAL {} days: that is earlier",
                                    policy->name, policy_tenant(transaction, policy->id).value_or(tenant_id),
                                    in_force.warn_days.value, in_force.critical_days.value),
                        "--warn and --critical together; mdmctl policy show tells which policy says what"};
    }
}

}  // namespace

void judge_thresholds(Transaction& transaction, const Policy& policy) {
    if (policy.tenant)
        return judge_thresholds_of(transaction, *policy.tenant);
    if (policy.settings.warn_days.value_or(usual_warn_days) <
        policy.settings.critical_days.value_or(usual_critical_days))
        throw Error{ErrorCode::bad_usage, "WARNING would begin after CRITICAL", "--warn and --critical together"};
    // Who overrides neither has what was judged just now.
    for (const Row& row : transaction.rows("select distinct tenant from policies where tenant is not null "
                                           "and (warn_days is not null or critical_days is not null)"))
        judge_thresholds_of(transaction, row.text("tenant"));
}

void remove_policy(Transaction& transaction, const PolicyTree& tree, const Policy& policy) {
    if (policy.is_root())
        throw Error{ErrorCode::policy_in_use, "a root policy goes with its tenant, not before it",
                    "mdmctl tenant remove"};
    if (const auto below = tree.children(policy); !below.empty())
        throw Error{ErrorCode::policy_in_use,
                    fmt::format("the policy '{}' is below '{}'", below.front()->name, policy.name),
                    "remove those below it first: mdmctl policy tree"};
    if (const auto ends = transaction.rows(
            "select service, name from inventory where policy = :id order by service, name", {{"id", policy.id}});
        !ends.empty())
        throw Error{ErrorCode::policy_in_use,
                    fmt::format("{}/{} is watched over for the policy '{}'", ends.front().text("service"),
                                ends.front().text("name"), policy.name),
                    "mdmctl expiry remove, or expiry add with another --policy"};
    transaction.run("delete from contacts where policy = :id", {{"id", policy.id}});
    transaction.run("delete from policies where id = :id", {{"id", policy.id}});
}

Policy store_root(Transaction& transaction) {
    const auto row =
        transaction.row(fmt::format("select {} from policies where tenant is null and parent is null", all_columns));
    if (!row)
        throw Error{ErrorCode::store_damaged, "the store has no root policy"};
    return policy_of(*row);
}

std::string store_root_policy(Transaction& transaction) { return store_root(transaction).id; }

std::string root_policy(Transaction& transaction, std::string_view tenant_id) {
    const auto row = transaction.row("select id from policies where tenant = :tenant and name = :name",
                                     {{"tenant", tenant_id}, {"name", root_policy_name}});
    if (!row)
        throw Error{ErrorCode::store_damaged, fmt::format("the tenant '{}' has no root policy", tenant_id)};
    return row->text("id");
}

std::string policy_name(Transaction& transaction, std::string_view policy) {
    const auto row = transaction.row("select name from policies where id = :id", {{"id", policy}});
    if (!row)
        throw Error{ErrorCode::store_damaged, fmt::format("there is no policy '{}'", policy)};
    return row->text("name");
}

std::optional<std::string> policy_tenant(Transaction& transaction, std::string_view policy) {
    const auto row = transaction.row("select t.name from policies p join tenants t on t.id = p.tenant where p.id = :id",
                                     {{"id", policy}});
    return row ? std::optional(row->text("name")) : std::nullopt;
}

std::vector<Contact> contacts(Transaction& transaction, std::string_view policy) {
    std::vector<Contact> all;
    for (const Row& row : transaction.rows(
             "select policy, address from contacts where policy = :policy order by address", {{"policy", policy}}))
        all.push_back({row.text("policy"), row.text("address")});
    return all;
}

std::set<std::string> tenants_with_contacts(Transaction& transaction, const TenantPage& page) {
    std::set<std::string> ids;
    for (const Row& row :
         transaction.rows(fmt::format("select distinct p.tenant from tenants t {0} policies p on p.tenant = t.id "
                                      "{0} contacts c on c.policy = p.id where t.name between :first and :last",
                                      dialect::join_in_order(transaction.engine())),
                          page.bounds()))
        ids.insert(row.text("tenant"));
    return ids;
}

std::map<std::string, std::vector<std::string>> contacts(Transaction& transaction, const TenantPage& page) {
    std::map<std::string, std::vector<std::string>> by_policy;
    for (const Row& row :
         transaction.rows("select c.policy, c.address from contacts c join policies p on p.id = c.policy "
                          "join tenants t on t.id = p.tenant where t.name between :first and :last order by c.address",
                          page.bounds()))
        by_policy[row.text("policy")].push_back(row.text("address"));
    return by_policy;
}

void judge_address(std::string_view address) {
    judge_given_name(address, "the address");
    const std::size_t at = address.find('@');
    if (at == std::string_view::npos || at == 0 || at + 1 == address.size() || address.rfind('@') != at ||
        address.find("..") != std::string_view::npos || address.find_first_of(" ,;:<>\"") != std::string_view::npos)
        throw Error{ErrorCode::bad_name, fmt::format("'{}' is no e-mail address", address),
                    "one address: it@example.org"};
}

bool add_contact(Transaction& transaction, std::string_view policy, const std::string& address, Time now) {
    judge_address(address);
    return transaction.run(
               "insert into contacts (policy, address, added_at) values (:policy, :address, :now) "
               "on conflict (policy, address) do nothing",
               {{"policy", policy}, {"address", address}, {"now", now}}) > 0;
}

void remove_contact(Transaction& transaction, std::string_view policy, const std::string& address) {
    if (transaction.run("delete from contacts where policy = :policy and address = :address",
                        {{"policy", policy}, {"address", address}}) == 0)
        throw Error{ErrorCode::no_such_contact, fmt::format("the policy has no contact '{}' of its own", address),
                    "mdmctl tenant contact list shows where each comes from"};
}

}  // namespace mdm::store
