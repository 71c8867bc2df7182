// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "store/inventory.hpp"
#include "store/tenant_page.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mdm::expiry {

/// What a person said of an item, so that nobody is reminded of it for a while. What `check` says of it stays as it is.
struct Mark {
    enum class Kind {
        acknowledged,  ///< "I look after it": quiet until the end; what is over is told all the same
        snoozed,       ///< quiet until a day
    };
    std::string item;    ///< its id in the inventory
    std::string tenant;  ///< the tenant's id; empty: it is the store's own
    Kind kind = Kind::acknowledged;
    std::optional<Time> term{};  ///< the end that it was said of; another one, after a renewal, is told of again
    Time until;
    std::string reason{};  ///< empty: none was given
    std::string noted_by;  ///< who says to have done so
    Time noted_at;
};
std::string_view name(Mark::Kind kind);

/// Until when nobody is reminded of an item that ends so; nullopt: the mark is none of this end, or over.
std::optional<Time> quiet_until(const Mark& mark, std::optional<Time> not_after, Time now);

/// Puts it in the place of what was said of the item before.
void put_mark(store::Transaction& transaction, const Mark& mark);
/// false: there was none.
bool take_mark(store::Transaction& transaction, std::string_view item);
std::optional<Mark> mark_of(store::Transaction& transaction, std::string_view item);

using MarksByItem = std::map<std::string, Mark>;
MarksByItem marks(store::Transaction& transaction, const store::TenantPage& page);
MarksByItem marks_of_store(store::Transaction& transaction);

/// What no command would have written of a tenant that came from another store. throws  store_damaged, bad_usage
std::vector<Finding> judge_arrived_marks(store::Transaction& transaction, std::string_view tenant);

}  // namespace mdm::expiry
