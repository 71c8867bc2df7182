// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "access/tenant_choice.hpp"
#include "cli/record.hpp"
#include "cli/world.hpp"
#include "expiry/watch.hpp"
#include "store/store.hpp"

#include <optional>

namespace mdm::apps {

/// One look at everything of the chosen tenants: the store, held open while the answer streams.
class Round {
public:
    /// at       judged as if it were then; nullopt: now
    /// throws   no_such_tenant: there is none, or none has the labels; what open_store() and chosen_tenants() throw
    Round(const cli::World& world, const access::TenantChoice& tenants, std::optional<Time> at);
    Round(const Round&) = delete;
    Round& operator=(const Round&) = delete;

    /// nullopt: there are no more.
    std::optional<expiry::ServiceLine> next() { return watch_->next(); }
    /// Begins anew: the same lines once more, from the same moment of the store, for what must not keep them.
    void again();

    Time checked_at() const noexcept { return checked_at_; }
    /// Of all that next() gave so far.
    const expiry::Tally& tally() const noexcept { return watch_->tally(); }
    /// What stands behind the lines: checked_at, summary.
    cli::Record behind() const;

private:
    const cli::Settings& settings_;
    access::TenantChoice tenants_;
    Time checked_at_;
    store::Rooms rooms_;
    store::Store store_;
    store::Transaction transaction_;
    std::optional<expiry::Watch> watch_;
};

}  // namespace mdm::apps
