// SPDX-License-Identifier: Apache-2.0
#include "expiry/service_line.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace mdm::expiry {
namespace {

constexpr std::string_view push_service = "apns";

/// What a tenant that never said what it uses may lack, in the order in which they are connected.
constexpr std::array<std::string_view, 4> usual_services{"apns", "dep", "maid", "google"};

/// Apple lets nothing enroll by these before there is push.
bool needs_push_certificate(std::string_view service) { return service == "dep" || service == "maid"; }

std::string_view state_of(const store::InventoryItem& item, const store::SettingsInForce& settings, Time now) {
    if (!item.not_after)
        return item.state;
    if (now > *item.not_after)
        return "expired";
    if (item.state == store::invalid_state)
        return item.state;
    return days_between(now, *item.not_after) <= settings.remind_days.value.front() ? "expiring" : "valid";
}

std::string for_tenant(std::string_view command, const store::Tenant& tenant) {
    return command.empty() ? "" : fmt::format("{} --tenant {}", command, shell_quoted(tenant.name));
}

std::string called(const ServiceLine& line) {
    return line.name.empty() ? line.service : fmt::format("{} '{}'", line.service, line.name);
}

/// The finding of a date, where one is due.
std::optional<Finding> date_finding(const ServiceLine& line, const store::SettingsInForce& settings) {
    if (line.state == "expired")
        return Finding{Severity::error, ErrorCode::expired,
                       fmt::format("{} ended on {}", called(line), to_rfc3339(*line.not_after)), line.todo,
                       "not_after"};
    // A monitor may be told of one threshold alone, which is below the other then.
    if (!line.days_left || *line.days_left > std::max(settings.warn_days.value, settings.critical_days.value))
        return std::nullopt;
    const bool urgent = *line.days_left <= settings.critical_days.value;
    return Finding{
        urgent ? Severity::error : Severity::warning, ErrorCode::expiring,
        fmt::format("{} ends on {}, in {}", called(line), to_rfc3339(*line.not_after), counted(*line.days_left, "day")),
        line.todo, "not_after"};
}

std::string_view todo_of(const ServiceLine& line) {
    if (line.state == store::invalid_state)
        return "the service does not take it: findings say why";
    return line.state == "expired" || line.state == "expiring" ? renewal_of(line.service) : "";
}

ServiceLine lacking(const store::Tenant& tenant, std::string_view service, bool has_push, std::string_view begin) {
    const bool used = std::find(tenant.uses.begin(), tenant.uses.end(), service) != tenant.uses.end();
    const bool blocked = needs_push_certificate(service) && !has_push;
    ServiceLine line{.id = fmt::format("{}:{}", tenant.id, service),
                     .tenant = tenant,
                     .policy = std::string(store::root_policy_name),
                     .service = std::string(service),
                     .name = "",
                     .state = blocked ? "blocked" : "not_connected",
                     .todo = blocked         ? "it waits for a valid push certificate"
                             : begin.empty() ? "connect it: this version has no command for that yet"
                                             : "connect it",
                     .next_command = blocked ? "" : for_tenant(begin, tenant)};
    if (used)
        line.add({Severity::error, ErrorCode::not_connected,
                  fmt::format("the tenant '{}' uses {}, and has nothing of it{}", tenant.name, service,
                              blocked ? ": it waits for a valid push certificate" : ""),
                  line.next_command.empty()
                      ? fmt::format("mdmctl tenant set {} --uses says what it uses", shell_quoted(tenant.name))
                      : line.next_command,
                  ""});
    return line;
}

}  // namespace

std::string_view name(Health health) {
    constexpr std::array<std::string_view, 4> words{"ok", "unknown", "warning", "critical"};
    return words.at(static_cast<std::size_t>(health));
}

int monitoring_exit(Health worst) {
    constexpr std::array exits{0, 3, 1, 2};
    return exits.at(static_cast<std::size_t>(worst));
}

std::string_view thing_of(std::string_view service) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> things{
        {{push_service, "push certificate"}, {"apns-vendor", "vendor certificate"}, {"dep", "server token"}}};
    const auto known = std::find_if(things.begin(), things.end(), [&](const auto& t) { return t.first == service; });
    return known == things.end() ? service : known->second;
}

std::string_view loss_of(std::string_view service) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> losses{{
        {push_service,
         "no device can be reached: no command, no profile, no lock or wipe. Users notice nothing. One with the same "
         "topic brings all of them back; with another topic every device has to be enrolled again"},
        {"apns-vendor", "no push certificate request can be signed, so no push certificate can be got or renewed"},
        {"dep", "new and erased devices are not enrolled on their own any more, and the list of devices stands still"},
        {"vpp", "no app can be assigned or updated, and licenses cannot be moved"},
        {"scep", "no device gets or renews an identity, so that enrollments fail"},
    }};
    const auto known = std::find_if(losses.begin(), losses.end(), [&](const auto& l) { return l.first == service; });
    return known == losses.end() ? "what relies on it stops working" : known->second;
}

std::string_view renewal_of(std::string_view service) {
    if (service == push_service)
        return "renew it in the portal, beside its row: Renew, never Create a Certificate";
    return service == "dep" ? "download a new one for this service and no other, and import it within the hour"
                            : "renew it where it was got";
}

SentBefore ServiceLine::sent_to(std::string_view destination) const {
    const auto known = sent.find(destination);
    return known == sent.end() ? SentBefore() : known->second;
}

void ServiceLine::add(Finding finding) {
    if (finding.severity == Severity::error)
        health = Health::critical;
    else if (finding.severity == Severity::warning)
        health = std::max(health, Health::warning);
    findings.push_back(std::move(finding));
}

std::vector<const store::Policy*> way_up_of(const store::InventoryItem& item, const store::PolicyTree& tree) {
    return tree.way_up(item.policy.empty() ? tree.root() : tree.by_id(item.policy));
}

ServiceLine line_of(const store::InventoryItem& item, const store::Tenant* tenant,
                    const store::SettingsInForce& settings, Time now) {
    ServiceLine line{.id = item.id,
                     .tenant = tenant ? std::optional(*tenant) : std::nullopt,
                     .policy = "",
                     .service = item.service,
                     .name = item.name,
                     .state = std::string(state_of(item, settings, now)),
                     .not_after = item.not_after,
                     .devices = item.devices,
                     .account = item.account,
                     .key = item.key,
                     .topic = item.topic,
                     .warn_days = settings.warn_days.value,
                     .critical_days = settings.critical_days.value,
                     .renew_with = tenant ? for_tenant(item.next_command, *tenant) : item.next_command,
                     .remind_days = settings.remind_days.value,
                     .changed_at = item.changed_at};
    if (item.not_after)
        line.days_left = days_between(now, *item.not_after);
    if (line.state == "unknown")
        line.health = Health::unknown;
    if (line.state == store::invalid_state)
        line.health = Health::critical;
    if (tenant && tenant->handed_over_at) {
        line.findings.push_back(
            {Severity::info, ErrorCode::handed_over,
             fmt::format("the tenant '{}' was handed over: another store looks after it", tenant->name), "", ""});
        return line;
    }
    line.todo = todo_of(line);
    if (!line.todo.empty())
        line.next_command = line.renew_with;
    if (auto finding = date_finding(line, settings))
        line.add(std::move(*finding));
    return line;
}

ServiceLine gone_line(const std::string& id, SentOfLine gone, const store::Tenant* tenant) {
    ServiceLine line{.id = id,
                     .tenant = tenant ? std::optional(*tenant) : std::nullopt,
                     .policy = "",
                     .service = std::move(gone.service),
                     .name = std::move(gone.name),
                     .state = "removed"};
    line.sent = std::move(gone.to);
    return line;
}

std::vector<ServiceLine> lacking_lines(const store::Tenant& tenant, const std::vector<ServiceLine>& lines,
                                       const store::Rooms& rooms) {
    const auto has = [&](std::string_view service) {
        return std::any_of(lines.begin(), lines.end(),
                           [&](const ServiceLine& line) { return line.service == service; });
    };
    const bool has_push = std::any_of(lines.begin(), lines.end(), [](const ServiceLine& line) {
        return line.service == push_service && line.state != "expired";
    });
    std::vector<std::string> expected(usual_services.begin(), usual_services.end());
    if (!tenant.uses.empty())
        expected = tenant.uses;
    std::vector<ServiceLine> all;
    for (const std::string& service : expected)
        if (!has(service)) {
            const auto room =
                std::find_if(rooms.begin(), rooms.end(), [&](const auto& r) { return r.name == service; });
            all.push_back(lacking(tenant, service, has_push, room == rooms.end() ? "" : room->connects_with));
        }
    return all;
}

}  // namespace mdm::expiry
