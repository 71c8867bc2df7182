// SPDX-License-Identifier: Apache-2.0
#include "expiry/troubles.hpp"

#include "base/text.hpp"

namespace mdm::expiry {
namespace {

TroublesByItem by_item(const std::vector<store::Row>& rows) {
    TroublesByItem all;
    for (const store::Row& row : rows)
        all.emplace(row.text("item"), row.time("since"));
    return all;
}

}  // namespace

TroublesByItem troubles(store::Transaction& transaction, const store::TenantPage& page) {
    auto rows = transaction.rows(
        "select e.item, e.tenant, e.since from tenants t join expiry_troubles e "
        "on e.tenant = t.id where t.name between :first and :last",
        page.bounds());
    std::erase_if(rows, [&](const store::Row& row) { return page.find(row.text("tenant")) == nullptr; });
    return by_item(rows);
}

TroublesByItem troubles_of_store(store::Transaction& transaction) {
    return by_item(transaction.rows("select item, since from expiry_troubles where tenant is null"));
}

void note(store::Store& store, const SeenTroubles& seen, Time now) {
    store.note([&](store::Transaction& transaction) {
        auto begin = transaction.prepare(
            "insert into expiry_troubles (item, tenant, since) values (:item, :tenant, :now) "
            "on conflict (item) do nothing");
        for (const SeenTroubles::Item& item : seen.began)
            begin.run({{"item", item.id}, {"tenant", none_if_empty(item.tenant)}, {"now", now}});
        auto end = transaction.prepare("delete from expiry_troubles where item = :item");
        for (const std::string& item : seen.over)
            end.run({{"item", item}});
    });
}

}  // namespace mdm::expiry
