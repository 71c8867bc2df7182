// SPDX-License-Identifier: Apache-2.0
#include "expiry/watch.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace mdm::expiry {
namespace {

using store::InventoryItem;
using store::Tenant;
using store::TenantFinding;
using store::TenantPage;

/// "apns" before "dep", what is unknown here last.
std::size_t rank(std::string_view service) {
    const auto& known = store::known_services;
    return static_cast<std::size_t>(std::find(known.begin(), known.end(), service) - known.begin());
}

bool is_shown_before(const ServiceLine& one, const ServiceLine& other) {
    return std::tuple(rank(one.service), std::string_view(one.service), std::string_view(one.name)) <
           std::tuple(rank(other.service), std::string_view(other.service), std::string_view(other.name));
}

/// What is said of the tenant as a whole, by its first line. They are remarks: who runs `check` is told by it.
void add_remarks(ServiceLine& line, const Tenant& tenant, bool has_contact) {
    if (!has_contact)
        line.add({Severity::info, ErrorCode::no_contact,
                  fmt::format("nobody is told before something of '{}' ends", tenant.name),
                  fmt::format("mdmctl tenant contact add ADDRESS --tenant {}", shell_quoted(tenant.name)), ""});
    if (tenant.note.empty())
        line.add(
            {Severity::info, ErrorCode::no_note, fmt::format("the tenant '{}' has no note", tenant.name),
             fmt::format("who to call, where its portal is: mdmctl tenant note {} TEXT", shell_quoted(tenant.name)),
             ""});
}

/// To the line of the thing; to the service's first one where the thing has none, as an open request; else to the
/// tenant's first.
void add_finding(std::vector<ServiceLine>& lines, std::string_view service, TenantFinding found) {
    ServiceLine* best = &lines.front();
    for (ServiceLine& line : lines)
        if (line.service == service && (best->service != service || line.name == found.name))
            best = &line;
    best->add(std::move(found.finding));
}

std::set<std::string> contacts_in_force(const std::vector<const store::Policy*>& way_up,
                                        const std::map<std::string, std::vector<std::string>>& by_policy,
                                        const std::set<std::string>& of_store) {
    std::set<std::string> all = of_store;
    for (const store::Policy* policy : way_up)
        if (const auto found = by_policy.find(policy->id); found != by_policy.end())
            all.insert(found->second.begin(), found->second.end());
    return all;
}

}  // namespace

void Tally::count(Health health) {
    switch (health) {
        case Health::ok:
            ++ok;
            break;
        case Health::unknown:
            ++unknown;
            break;
        case Health::warning:
            ++warning;
            break;
        case Health::critical:
            ++critical;
            break;
    }
}

Health Tally::worst() const {
    if (critical > 0)
        return Health::critical;
    if (warning > 0)
        return Health::warning;
    return unknown > 0 ? Health::unknown : Health::ok;
}

Watch::Watch(store::Transaction& transaction, const store::Rooms& rooms, store::TenantPages tenants, Time now,
             Options options)
    : transaction_(transaction),
      rooms_(rooms),
      tenants_(std::move(tenants)),
      now_(now),
      options_(options),
      store_root_(store::store_root(transaction)) {
    for (const store::Contact& contact : store::contacts(transaction, store_root_.id))
        store_contacts_.insert(contact.address);
    take_store();
    // The first page at once, so that the tally says from the beginning whether there is any tenant.
    if (const TenantPage first = tenants_.next(); !first.empty())
        take(first);
}

std::optional<ServiceLine> Watch::next() {
    while (at_ == waiting_.size()) {
        const TenantPage page = tenants_.next();
        if (page.empty())
            return std::nullopt;
        waiting_.clear();
        at_ = 0;
        take(page);
    }
    tally_.count(waiting_[at_].health);
    return std::move(waiting_[at_++]);
}

ServiceLine Watch::line_of(const InventoryItem& item, const Tenant* tenant, store::SettingsInForce settings,
                           const MarksByItem& marks) const {
    if (options_.warn_days)
        settings.warn_days.value = *options_.warn_days;
    if (options_.critical_days)
        settings.critical_days.value = *options_.critical_days;
    ServiceLine line = expiry::line_of(item, tenant, settings, now_);
    if (const auto mark = marks.find(item.id); mark != marks.end())
        line.acknowledged_until = quiet_until(mark->second, item.not_after, now_);
    return line;
}

void Watch::take_store() {
    const store::SettingsInForce settings = store::settings_in_force({&store_root_});
    const MarksByItem marks = marks_of_store(transaction_);
    for (const InventoryItem& item : store::inventory(transaction_, {.of_store = true}))
        waiting_.push_back(line_of(item, nullptr, settings, marks));
    if (options_.what == What::everything)
        compare(waiting_, troubles_of_store(transaction_), asked_of_store(transaction_));
    if (!options_.for_reminders)
        return;
    for (ServiceLine& line : waiting_)
        line.contacts = store_contacts_;
    add_what_was_sent(waiting_, sent_of_store(transaction_), nullptr);
}

Watch::LinesByTenant Watch::lines_of(const TenantPage& page) {
    const auto trees = store::policy_trees(transaction_, page);
    const MarksByItem marks = expiry::marks(transaction_, page);
    const auto contacts = options_.for_reminders ? store::contacts(transaction_, page)
                                                 : std::map<std::string, std::vector<std::string>>();
    LinesByTenant lines;
    for (const InventoryItem& item : store::inventory(transaction_, {.page = &page})) {
        const auto way_up = way_up_of(item, trees.at(item.tenant));
        lines[item.tenant].push_back(line_of(item, page.find(item.tenant), store::settings_in_force(way_up), marks));
        lines[item.tenant].back().policy = way_up.front()->name;
        if (options_.for_reminders)
            lines[item.tenant].back().contacts = contacts_in_force(way_up, contacts, store_contacts_);
    }
    return lines;
}

Watch::FindingsByTenant Watch::findings_of(const TenantPage& page) {
    FindingsByTenant findings;
    for (const store::Room& room : rooms_)
        if (room.judge_tenants)
            for (TenantFinding& found : room.judge_tenants(transaction_, page))
                findings[found.tenant].emplace_back(room.name, std::move(found));
    return findings;
}

void Watch::add_what_rooms_find(const TenantPage& page, LinesByTenant& lines) {
    FindingsByTenant findings = findings_of(page);
    const auto with_contacts = store::tenants_with_contacts(transaction_, page);
    for (const Tenant& tenant : page.tenants()) {
        std::vector<ServiceLine>& own = lines[tenant.id];
        if (tenant.handed_over_at)
            continue;
        auto missing = lacking_lines(tenant, own, rooms_);
        std::move(missing.begin(), missing.end(), std::back_inserter(own));
        if (own.empty())
            continue;
        std::stable_sort(own.begin(), own.end(), is_shown_before);
        for (auto& [service, found] : findings[tenant.id])
            add_finding(own, service, std::move(found));
        add_remarks(own.front(), tenant, !store_contacts_.empty() || with_contacts.contains(tenant.id));
    }
}

void Watch::take(const TenantPage& page) {
    LinesByTenant lines = lines_of(page);
    tally_.tenants += static_cast<std::int64_t>(page.tenants().size());
    if (options_.what == What::everything)
        add_what_rooms_find(page, lines);
    std::vector<ServiceLine> all;
    for (const Tenant& tenant : page.tenants()) {
        std::vector<ServiceLine>& own = lines[tenant.id];
        std::stable_sort(own.begin(), own.end(), is_shown_before);
        std::move(own.begin(), own.end(), std::back_inserter(all));
    }
    if (options_.what == What::everything)
        compare(all, troubles(transaction_, page), asked(transaction_, page));
    if (options_.for_reminders)
        add_what_was_sent(all, sent(transaction_, page), &page);
    std::move(all.begin(), all.end(), std::back_inserter(waiting_));
}

/// page   of the tenants; nullptr: the lines are the store's own
void Watch::add_what_was_sent(std::vector<ServiceLine>& lines, SentByLine sent, const TenantPage* page) {
    for (ServiceLine& line : lines)
        if (const auto known = sent.find(line.id); known != sent.end()) {
            line.sent = std::move(known->second.to);
            sent.erase(known);
        }
    std::erase_if(sent, [](const auto& gone) { return !gone.second.is_open(); });
    for (auto& [id, gone] : sent)
        if (const Tenant* tenant = page ? page->find(gone.tenant) : nullptr; tenant || !page)
            lines.push_back(gone_line(id, std::move(gone), tenant));
}

/// known   what was written down of these lines, and of some that are gone
void Watch::compare(std::vector<ServiceLine>& lines, TroublesByItem known, const AskedByLine& asked) {
    for (ServiceLine& line : lines) {
        if (const auto at = asked.find(line.id); at != asked.end())
            line.last_checked_at = at->second;
        const auto since = known.find(line.id);
        const bool in_trouble = line.health != Health::ok;
        if (in_trouble && since == known.end()) {
            seen_.began.push_back({line.id, line.tenant ? line.tenant->id : ""});
            line.first_seen_at = now_;
        } else if (in_trouble) {
            line.first_seen_at = since->second;
        }
        if (in_trouble && since != known.end())
            known.erase(since);
    }
    for (const auto& [item, since] : known)
        seen_.over.push_back(item);
}

std::vector<ServiceLine> lines_of_removed_tenants(store::Transaction& transaction) {
    std::vector<ServiceLine> lines;
    for (auto& [id, gone] : sent_of_removed(transaction)) {
        const auto tenant = store::tenant_by_id(transaction, gone.tenant);
        lines.push_back(gone_line(id, std::move(gone), tenant ? &*tenant : nullptr));
    }
    return lines;
}

}  // namespace mdm::expiry
