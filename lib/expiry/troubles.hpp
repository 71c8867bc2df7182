// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store.hpp"
#include "store/tenant_page.hpp"

#include <map>
#include <string>
#include <vector>

/// Since when something is not as it should be with a line: what `check` saw, and when it saw it first.
namespace mdm::expiry {

/// By the line's id.
using TroublesByItem = std::map<std::string, Time>;
TroublesByItem troubles(store::Transaction& transaction, const store::TenantPage& page);
TroublesByItem troubles_of_store(store::Transaction& transaction);

/// What a round of `check` saw that is not written down yet.
struct SeenTroubles {
    struct Item {
        std::string id;
        std::string tenant;  ///< the tenant's id; empty: it is the store's own
    };
    std::vector<Item> began;
    std::vector<std::string> over;  ///< by id

    bool empty() const noexcept { return began.empty() && over.empty(); }
};

/// Writes it down, without an event of the audit: nothing of the tenant's was changed. What another round wrote
/// meanwhile stays. throws  what Transaction throws where the store cannot be written
void note(store::Store& store, const SeenTroubles& seen, Time now);

}  // namespace mdm::expiry
