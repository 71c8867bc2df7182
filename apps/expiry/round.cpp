// SPDX-License-Identifier: Apache-2.0
#include "expiry/round.hpp"

#include "access/open_store.hpp"
#include "rooms/every_room.hpp"

namespace mdm::apps {

Round::Round(const cli::World& world, const access::TenantChoice& tenants, std::optional<Time> at,
             expiry::Watch::Options options)
    : settings_(world.settings),
      tenants_(tenants),
      checked_at_(at.value_or(world.clock.now())),
      is_present_(!at && (world.settings.moved.empty() || world.settings.rehearsal)),
      options_(options),
      rooms_(every_room()),
      store_(access::open_store(world, rooms_)),
      transaction_(store_.read()) {
    again();
    if (watch_->has_nothing() || (tally().tenants == 0 && !tenants.labels.empty()))
        throw Error{ErrorCode::no_such_tenant,
                    tenants.labels.empty() ? "the store has no tenant yet: there is nothing to check"
                                           : "no tenant has these labels: there is nothing to check",
                    tenants.labels.empty() ? "mdmctl tenant add NAME" : "mdmctl tenant list shows the labels"};
}

void Round::again() {
    watch_.emplace(transaction_, rooms_, access::watched_tenants(transaction_, settings_, tenants_), checked_at_,
                   options_);
}

void Round::note_what_was_seen() {
    if (!is_present_ || watch_->seen().empty())
        return;
    try {
        expiry::note(store_, watch_->seen(), checked_at_);
    } catch (const Error&) {
        // Who may only read the store judges all the same.
    }
}

cli::Record Round::behind(const expiry::Tally& tally) const {
    return {{"checked_at", checked_at_},
            {"summary", cli::Record{{"tenants", tally.tenants},
                                    {"ok", tally.ok},
                                    {"warning", tally.warning},
                                    {"critical", tally.critical},
                                    {"unknown", tally.unknown}}}};
}

}  // namespace mdm::apps
