// SPDX-License-Identifier: Apache-2.0
#include "store/intents.hpp"

#include "base/error.hpp"
#include "crypto/random.hpp"
#include "store/store.hpp"

#include <fmt/format.h>

namespace mdm::store {
namespace {

Unresolved unresolved_named(const std::string& word) {
    for (const Unresolved what : {Unresolved::ask, Unresolved::repeat, Unresolved::report})
        if (name(what) == word)
            return what;
    return Unresolved::report;  // of a newer mdmctl: the word that does nothing by itself
}

Intent intent_of(const Row& row) {
    return {.id = row.text("id"),
            .tenant = row.maybe_text("tenant").value_or(""),
            .verb = row.text("verb"),
            .object = row.text("object"),
            .detail = row.text("detail"),
            .unresolved = unresolved_named(row.text("unresolved")),
            .attempts = row.number("attempts"),
            .not_before = row.maybe_time("not_before"),
            .created_at = row.time("created_at")};
}

}  // namespace

std::string_view name(Unresolved what) {
    switch (what) {
        case Unresolved::ask:
            return "ask";
        case Unresolved::repeat:
            return "repeat";
        case Unresolved::report:
            return "report";
    }
    return "report";
}

std::string begin_intent(Transaction& transaction, const Intent& intent, Time now) {
    std::string id = intent.id.empty() ? crypto::random_uuid() : intent.id;
    transaction.run(
        "insert into intents (id, tenant, verb, object, detail, unresolved, attempts, not_before, created_at) "
        "values (:id, :tenant, :verb, :object, :detail, :unresolved, 0, :not_before, :now)",
        {{"id", id},
         {"tenant", intent.tenant.empty() ? Value() : Value(intent.tenant)},
         {"verb", intent.verb},
         {"object", intent.object},
         {"detail", intent.detail},
         {"unresolved", name(intent.unresolved)},
         {"not_before", intent.not_before},
         {"now", now}});
    return id;
}

void close_intent(Transaction& transaction, std::string_view id, std::string_view outcome, const Value& result,
                  Time now) {
    const auto closed = transaction.run(
        "update intents set outcome = :outcome, result = :result, closed_at = :now where id = :id and closed_at is "
        "null",
        {{"outcome", outcome}, {"result", result}, {"now", now}, {"id", id}});
    if (closed != 1)
        throw Error{ErrorCode::changed_meanwhile, fmt::format("another run has finished the intent '{}'", id)};
}

void close_intent(Store& store, std::string_view id, std::string_view outcome, Time now) {
    store.note([&](Transaction& transaction) { close_intent(transaction, id, outcome, std::nullopt, now); });
}

void postpone_intent(Transaction& transaction, std::string_view id, std::optional<Time> not_before) {
    transaction.run("update intents set attempts = attempts + 1, not_before = :not_before where id = :id",
                    {{"not_before", not_before}, {"id", id}});
}

void forget_intent(Transaction& transaction, std::string_view id) {
    transaction.run("delete from intents where id = :id", {{"id", id}});
}

std::vector<Intent> open_intents(Transaction& transaction, std::string_view tenant, std::string_view verb, Time now) {
    std::string sql =
        "select id, tenant, verb, object, detail, unresolved, attempts, not_before, created_at from intents "
        "where closed_at is null and (not_before is null or not_before <= :now)";
    Parameters parameters{{"now", now}};
    if (!tenant.empty()) {
        sql += " and tenant = :tenant";
        parameters.emplace_back("tenant", tenant);
    }
    if (!verb.empty()) {
        sql += " and verb = :verb";
        parameters.emplace_back("verb", verb);
    }
    std::vector<Intent> open;
    for (const Row& row : transaction.rows(sql + " order by created_at, id", parameters))
        open.push_back(intent_of(row));
    return open;
}

}  // namespace mdm::store
