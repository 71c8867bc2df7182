// SPDX-License-Identifier: Apache-2.0
#include "store/facts.hpp"

namespace mdm::store {

std::optional<std::string> fact(Transaction& transaction, std::string_view name) {
    const auto row = transaction.row("select value from store_facts where name = :name", {{"name", name}});
    return row ? row->maybe_text("value") : std::nullopt;
}

void set_fact(Transaction& transaction, std::string_view name, std::string_view value) {
    transaction.run(
        "insert into store_facts (name, value) values (:name, :value) "
        "on conflict (name) do update set value = excluded.value",
        {{"name", name}, {"value", value}});
}

}  // namespace mdm::store
