// SPDX-License-Identifier: Apache-2.0
#include "dep/answer.hpp"

#include "dep/holding.hpp"
#include "dep/server_token.hpp"

namespace mdm::dep {

void take_answer(HeldToken& held, const Proof& proof, Time now) {
    // Of one that is over by its date it says nothing more that it is not taken.
    const auto standing = has_ended(held.current.access_token_expiry, now) ? std::nullopt : proof.standing();
    if (standing && *standing != held.standing) {
        held.standing = *standing;
        held.standing_at = *standing == Standing::good ? std::nullopt : std::optional(now);
    }
    if (!proof.account)
        return;
    const std::string account_before = held.current.service.admin_id;
    held.current.service = proof.service().completed_by(held.current.service);
    if (held.current.service.admin_id.empty())
        held.current.service.admin_id = account_before;
}

void note_answer(store::Transaction& transaction, const store::Tenant& tenant, HeldToken& held, const Proof& proof,
                 std::optional<Time> retry_at, Time now) {
    const std::string account_before = held.account();
    const Standing standing_before = held.standing;
    take_answer(held, proof, now);
    held.retry_at = retry_at;
    if (proof.account)
        update_service(transaction, held.current);
    update(transaction, held);
    // A line that says the same as before has not changed: calendars go by its time.
    if (held.standing != standing_before || held.account() != account_before)
        note_in_inventory(transaction, held, tenant, now);
}

}  // namespace mdm::dep
