// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store.hpp"
#include "store/tenant_page.hpp"

#include <functional>
#include <map>
#include <string>
#include <vector>

/// When a service itself was last asked how a line stands: `check --live` writes it down.
namespace mdm::expiry {

/// By the line's id.
using AskedByLine = std::map<std::string, Time>;
AskedByLine asked(store::Transaction& transaction, const store::TenantPage& page);
AskedByLine asked_of_store(store::Transaction& transaction);

/// What a service's room keeps of an answer, in the transaction that notes that it was asked.
using Keep = std::function<void(store::Transaction&)>;

/// A line whose service was asked.
struct AnsweredLine {
    std::string id;
    std::string tenant;  ///< the tenant's id; empty: it is the store's own
    bool was_answered = true;
    Keep keep{};  ///< null: nothing
};
/// Without an event of the audit: nothing of the tenant's was changed.
/// throws  what Transaction throws where the store cannot be written
void note_asked(store::Store& store, const std::vector<AnsweredLine>& lines, Time now);

}  // namespace mdm::expiry
