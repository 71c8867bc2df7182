// SPDX-License-Identifier: Apache-2.0
#include "expiry/asked.hpp"

#include "base/text.hpp"

namespace mdm::expiry {
namespace {

AskedByLine by_line(const std::vector<store::Row>& rows) {
    AskedByLine all;
    for (const store::Row& row : rows)
        all.emplace(row.text("line"), row.time("asked_at"));
    return all;
}

}  // namespace

AskedByLine asked(store::Transaction& transaction, const store::TenantPage& page) {
    return by_line(
        transaction.rows("select a.line, a.asked_at from tenants t join expiry_asked a on a.tenant = t.id "
                         "where t.name between :first and :last",
                         page.bounds()));
}

AskedByLine asked_of_store(store::Transaction& transaction) {
    return by_line(transaction.rows("select line, asked_at from expiry_asked where tenant is null"));
}

void note_asked(store::Store& store, const std::vector<AnsweredLine>& lines, Time now) {
    store.note([&](store::Transaction& transaction) {
        auto put = transaction.prepare(
            "insert into expiry_asked (line, tenant, asked_at) values (:line, :tenant, :now) "
            "on conflict (line) do update set asked_at = excluded.asked_at");
        for (const AnsweredLine& line : lines)
            if (line.was_answered)
                put.run({{"line", line.id}, {"tenant", none_if_empty(line.tenant)}, {"now", now}});
        for (const AnsweredLine& line : lines)
            if (line.keep)
                line.keep(transaction);
    });
}

}  // namespace mdm::expiry
