// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "access/tenant_choice.hpp"
#include "cli/record.hpp"
#include "cli/world.hpp"
#include "expiry/channel_troubles.hpp"
#include "expiry/watch.hpp"
#include "store/store.hpp"

#include <optional>
#include <vector>

namespace mdm::apps {

/// One look at everything of the chosen tenants: the store, held open while the answer streams.
class Round {
public:
    /// at       judged as if it were then; nullopt: now
    /// throws   no_such_tenant: there is no tenant, or none has the labels; what open_store() and chosen_tenants()
    /// throw
    Round(const cli::World& world, const access::TenantChoice& tenants, std::optional<Time> at,
          expiry::Watch::Options options = {});
    Round(const Round&) = delete;
    Round& operator=(const Round&) = delete;

    /// nullopt: there are no more.
    std::optional<expiry::ServiceLine> next() { return watch_->next(); }
    /// Begins anew: the same lines once more, from the same moment of the store, for what must not keep them.
    void again();

    Time checked_at() const noexcept { return checked_at_; }
    /// Of all that next() gave so far.
    const expiry::Tally& tally() const noexcept { return watch_->tally(); }
    /// Ways out by which reminders do not arrive.
    std::vector<expiry::ChannelTrouble> channel_troubles() { return expiry::channel_troubles(transaction_); }
    /// What stands behind the lines: checked_at, summary.
    cli::Record behind() const { return behind(tally()); }
    cli::Record behind(const expiry::Tally& tally) const;
    store::Store& store() noexcept { return store_; }
    store::Transaction& transaction() noexcept { return transaction_; }
    /// Whether what is seen may be written down: it is the present that is looked at.
    bool is_present() const noexcept { return is_present_; }
    /// Writes down since when what is wrong has been so, when all lines were given. Where the store cannot be written,
    /// and where it is not the present that was looked at (--at, a clock that was moved), it does nothing.
    void note_what_was_seen();

private:
    const cli::Settings& settings_;
    access::TenantChoice tenants_;
    Time checked_at_;
    bool is_present_;
    expiry::Watch::Options options_;
    store::Rooms rooms_;
    store::Store store_;
    store::Transaction transaction_;
    std::optional<expiry::Watch> watch_;
};

}  // namespace mdm::apps
