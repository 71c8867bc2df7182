// SPDX-License-Identifier: Apache-2.0
#include "expiry/marks.hpp"

#include "base/given_name.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

namespace mdm::expiry {
namespace {

constexpr std::string_view columns = "m.item, m.tenant, m.kind, m.term, m.until, m.reason, m.noted_by, m.noted_at";

Mark mark_in(const store::Row& row) {
    const std::string& kind = row.text("kind");
    if (kind != name(Mark::Kind::acknowledged) && kind != name(Mark::Kind::snoozed))
        throw Error{ErrorCode::store_damaged, fmt::format("'{}' is nothing that can be said of an item", kind)};
    return {.item = row.text("item"),
            .tenant = row.value("tenant").value_or(""),
            .kind = kind == name(Mark::Kind::snoozed) ? Mark::Kind::snoozed : Mark::Kind::acknowledged,
            .term = row.maybe_time("term"),
            .until = row.time("until"),
            .reason = row.value("reason").value_or(""),
            .noted_by = row.text("noted_by"),
            .noted_at = row.time("noted_at")};
}

MarksByItem by_item(const std::vector<store::Row>& rows) {
    MarksByItem all;
    for (const store::Row& row : rows)
        all.emplace(row.text("item"), mark_in(row));
    return all;
}

}  // namespace

std::string_view name(Mark::Kind kind) { return kind == Mark::Kind::snoozed ? "snoozed" : "acknowledged"; }

std::optional<Time> quiet_until(const Mark& mark, std::optional<Time> not_after, Time now) {
    if (mark.term != not_after || now >= mark.until)
        return std::nullopt;
    return mark.until;
}

void put_mark(store::Transaction& transaction, const Mark& mark) {
    take_mark(transaction, mark.item);
    transaction.run(
        "insert into expiry_marks (item, tenant, kind, term, until, reason, noted_by, noted_at) values (:item, "
        ":tenant, :kind, :term, :until, :reason, :noted_by, :noted_at)",
        {{"item", mark.item},
         {"tenant", none_if_empty(mark.tenant)},
         {"kind", name(mark.kind)},
         {"term", mark.term},
         {"until", mark.until},
         {"reason", none_if_empty(mark.reason)},
         {"noted_by", mark.noted_by},
         {"noted_at", mark.noted_at}});
}

bool take_mark(store::Transaction& transaction, std::string_view item) {
    return transaction.run("delete from expiry_marks where item = :item", {{"item", item}}) > 0;
}

std::optional<Mark> mark_of(store::Transaction& transaction, std::string_view item) {
    const auto row =
        transaction.row(fmt::format("select {} from expiry_marks m where m.item = :item", columns), {{"item", item}});
    return row ? std::optional(mark_in(*row)) : std::nullopt;
}

MarksByItem marks(store::Transaction& transaction, const store::TenantPage& page) {
    return by_item(transaction.rows(fmt::format("select {} from tenants t join expiry_marks m on m.tenant = t.id "
                                                "where t.name between :first and :last",
                                                columns),
                                    page.bounds()));
}

MarksByItem marks_of_store(store::Transaction& transaction) {
    return by_item(transaction.rows(fmt::format("select {} from expiry_marks m where m.tenant is null", columns)));
}

std::vector<Finding> judge_arrived_marks(store::Transaction& transaction, std::string_view tenant) {
    for (const store::Row& row : transaction.rows(
             fmt::format("select {} from expiry_marks m where m.tenant = :tenant", columns), {{"tenant", tenant}})) {
        const Mark mark = mark_in(row);
        judge_note(mark.reason);
        judge_given_name(mark.noted_by, "who said it");
    }
    return {};
}

}  // namespace mdm::expiry
