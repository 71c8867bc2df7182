// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "base/time.hpp"
#include "expiry/sent.hpp"
#include "store/inventory.hpp"
#include "store/policies.hpp"
#include "store/room.hpp"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// One line of what is watched over: what a tenant has of a service, or lacks, how it stands and what to do.
namespace mdm::expiry {

/// In the words of the monitoring plugins, worst last but unknown, which stands between ok and warning.
enum class Health { ok, unknown, warning, critical };
std::string_view name(Health health);
/// 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN. Source: monitoring-plugins.org, guidelines, return codes.
int monitoring_exit(Health worst);

/// What people call the thing that a service has: "push certificate" of apns; an unknown service's own name.
std::string_view thing_of(std::string_view service);
/// What does not work any more when it has ended, in a sentence.
std::string_view loss_of(std::string_view service);
/// What is done when it ends: for a push certificate, Renew and never Create.
std::string_view renewal_of(std::string_view service);

struct ServiceLine {
    std::string id;                       ///< the same from one run to the next
    std::optional<store::Tenant> tenant;  ///< nullopt: it is the store's own, which all tenants use
    std::string policy;                   ///< by name; empty: of none
    std::string service;                  ///< "apns"
    std::string name;                     ///< among those of its tenant and service; empty: nothing is there
    std::string state;  ///< not_connected, blocked, valid, expiring, expired, unknown, or the service's word
    Health health = Health::ok;
    std::optional<Time> not_after{};
    std::optional<std::int64_t> days_left{};
    std::optional<std::int64_t> devices{};
    std::string account{};
    std::string key{};
    std::string topic{};  ///< of a push certificate
    std::vector<Finding> findings{};
    // What is in force for its policy, and what it was judged by.
    std::int64_t warn_days = store::usual_warn_days;
    std::int64_t critical_days = store::usual_critical_days;
    std::optional<Time> acknowledged_until{};  ///< nobody is reminded of it until then
    std::optional<Time> first_seen_at{};       ///< since when it is not ok; nullopt: it is, or no `check` wrote it down
    std::optional<Time> last_checked_at{};     ///< when the service itself was last asked, and gave an answer
    std::string todo{};                        ///< what to do, in words; empty: nothing
    std::string next_command{};                ///< what to type first, whole; empty: there is nothing to type
    std::string renew_with{};  ///< what is typed first when it is to be renewed, whether it is due or not
    std::vector<std::int64_t> remind_days{};  ///< before the end, falling: those in force; empty: nothing is there
    Time changed_at{};                        ///< when it was last renewed, or told anew
    // For reminders, where Watch was asked for them.
    std::set<std::string> contacts{};  ///< addresses in force
    SentByDestination sent{};

    /// What to do, in one line: what to type, else the words.
    const std::string& action() const { return next_command.empty() ? todo : next_command; }

    /// What is typed first about it, whatever is due or wrong; empty: there is nothing.
    const std::string& first_command() const { return next_command.empty() ? renew_with : next_command; }

    /// What a destination was sent of it.
    SentBefore sent_to(std::string_view destination) const;

    /// Adds a finding; an error makes the line critical, a warning at least warning.
    void add(Finding finding);
};

/// The policies whose word counts for a thing of a tenant, the closest first.
std::vector<const store::Policy*> way_up_of(const store::InventoryItem& item, const store::PolicyTree& tree);

/// The line of something that is there: its state and date findings (`expired`, `expiring`) by what is in force for its
/// policy. Expiring begins at the first reminder day; from warn_days on it is a warning, from critical_days on
/// critical. Of what another store looks after (handed over) nothing is asked.
ServiceLine line_of(const store::InventoryItem& item, const store::Tenant* tenant,
                    const store::SettingsInForce& settings, Time now);

/// What is left of a line that is gone: what was sent of it, and nothing that is wrong.
/// tenant   nullptr: it was the store's own
ServiceLine gone_line(const std::string& id, SentOfLine gone, const store::Tenant* tenant);

/// The lines of services that a tenant does not have: critical, with the finding `not_connected`, where it says that it
/// uses them; ok where it never said what it uses; none where it uses others. `blocked` where the service needs a valid
/// push certificate first, and there is none.
/// lines   of what it has
/// rooms   that say what a service begins with
std::vector<ServiceLine> lacking_lines(const store::Tenant& tenant, const std::vector<ServiceLine>& lines,
                                       const store::Rooms& rooms);

}  // namespace mdm::expiry
