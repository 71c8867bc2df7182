// SPDX-License-Identifier: Apache-2.0
#include "access/changing.hpp"

#include "access/refusal.hpp"

namespace mdm::access {

Changing::Changing(cli::World& world, store::Store& store, Work work)
    : world_(world), work_(std::move(work)), store_(store), change_(std::in_place, store_, world.clock.now()) {}

void Changing::begin() {
    // The tenant is kept before its state is judged: a refusal for that is an event of its chain.
    if (work_.whose)
        tenant_ = work_.whose(transaction());
    else if (!work_.on_store)
        tenant_ = store::tenant_meant(transaction(), work_.tenant.empty() ? world_.settings.tenant : work_.tenant);
    if (tenant_ && !work_.in_any_state)
        store::refuse_handed_over(*tenant_);
}

store::Deed Changing::deed() const {
    return {.tenant_id = tenant_ ? tenant_->id : "",
            .tenant = tenant_ ? tenant_->name : "",
            .command = work_.command,
            .object = work_.object};
}

void Changing::finish(store::Value before, store::Value after) {
    if (is_dry_run())
        return;
    store::Deed done = deed();
    done.before = std::move(before);
    done.after = std::move(after);
    change_->record(done);
    change_->commit();
}

void Changing::record_refusal(const Error& error) {
    change_.reset();
    access::record_refusal(world_, store_, deed(), error);
}

void refuse_on_error(const std::vector<Finding>& findings) {
    if (first_error(findings) != nullptr)
        throw Error::from_findings(findings);
}

bool concerns_the_store(ErrorCode code) {
    switch (code) {
        case ErrorCode::cannot_write:
        case ErrorCode::unavailable:
        case ErrorCode::locked:
        case ErrorCode::no_store:
        case ErrorCode::store_moved:
        case ErrorCode::store_damaged:
        case ErrorCode::store_access_denied:
        case ErrorCode::store_too_old:
        case ErrorCode::store_too_new:
        case ErrorCode::no_store_key:
        case ErrorCode::wrong_store_key:
        case ErrorCode::key_of_other_store:
        case ErrorCode::secret_damaged:
        case ErrorCode::internal_error:
            return true;
        default:
            return false;
    }
}

void demand_named_tenant(store::Transaction& transaction, const cli::Settings& settings) {
    if (!settings.tenant_named && store::has_several_tenants(transaction))
        throw Error{ErrorCode::tenant_not_named, "this cannot be undone, and the store has several tenants",
                    "--tenant T names the one that is meant; MDMCTL_TENANT is not enough here"};
}

}  // namespace mdm::access
