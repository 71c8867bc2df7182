// SPDX-License-Identifier: Apache-2.0
#include "dep/staging.hpp"

#include "store/bulk_append.hpp"
#include "store/dialect.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>

namespace mdm::dep {
namespace {

using store::Engine;
using store::Transaction;

constexpr std::string_view own_table = "dep_staging";

std::string annex_name(std::string_view token) { return fmt::format("fetch-{}", token); }

}  // namespace

void stage(Transaction& transaction, std::string_view table, std::string_view token, std::int64_t first_seq,
           const std::vector<DeviceRecord>& records, const std::vector<std::size_t>& places) {
    std::vector<std::string_view> columns{"token", "seq", "serial"};
    columns.insert(columns.end(), device_fields.begin(), device_fields.end());
    columns.insert(columns.end(), {"more", "op", "op_date"});
    store::BulkAppend append(transaction, table, columns);
    std::vector<std::optional<std::string_view>> values(columns.size());
    values[0] = token;
    for (const std::size_t place : places) {
        const DeviceRecord& record = records[place];
        const std::string seq = std::to_string(first_seq++);
        values[1] = seq;
        values[2] = record.serial;
        std::copy(record.fields.begin(), record.fields.end(), values.begin() + 3);
        auto rest = values.begin() + 3 + device_fields.size();
        *rest++ = record.more;
        *rest++ = record.op == Op::none ? std::nullopt : std::optional(name(record.op));
        *rest = record.op_date;
        append.add(values);
    }
    append.finish();
}

std::int64_t stage(Transaction& transaction, std::string_view table, std::string_view token, std::int64_t first_seq,
                   const std::vector<DeviceRecord>& records) {
    std::vector<std::size_t> places(records.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    stage(transaction, table, token, first_seq, records, places);
    return static_cast<std::int64_t>(places.size());
}

void empty_staging(Transaction& transaction, std::string_view token) {
    // All of it at once costs next to nothing; it has several tokens' where several are fetched at a time.
    if (transaction.row("select 1 as found from dep_syncs where token <> :token and phase <> 'synced' limit 1",
                        {{"token", token}}))
        transaction.run("delete from dep_staging where token = :token", {{"token", token}});
    else
        for (const std::string& sql : store::dialect::emptying(transaction.engine(), own_table))
            transaction.run(sql);
}

Staging::Staging(store::Store& store, std::string_view token)
    : token_(token), annex_(store, annex_name(token), own_table) {}

bool Staging::has_all(Transaction& transaction, std::int64_t rows) const {
    if (rows == 0)
        return true;
    // Of one token alone, and appended in order: the last row says how many there are.
    const auto last = transaction.row(fmt::format("select seq from {} where token = :token {} limit 1", table(),
                                                  transaction.engine() == Engine::sqlite ? "order by rowid desc" : ""),
                                      {{"token", token_}});
    return last && (transaction.engine() == Engine::postgresql || last->number("seq") == rows);
}

void Staging::empty(Transaction& transaction) const {
    if (transaction.engine() == Engine::postgresql)
        empty_staging(transaction, token_);
}

void Staging::discard() { annex_.discard(); }

void remove_leavings(const store::Store& store, std::string_view token) {
    store::remove_annex(store, annex_name(token));
}

}  // namespace mdm::dep
