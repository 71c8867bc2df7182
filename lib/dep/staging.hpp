// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dep/device_page.hpp"
#include "store/annex.hpp"
#include "store/database.hpp"
#include "store/store.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The way of devices into the store: pages are appended here in order of arrival, and merged (device_merge.hpp) when
/// all have come.
namespace mdm::dep {

/// Appends the records of a page to a table of staging.
/// first_seq   of the first of them; they go on from there
/// places      of those that are meant
void stage(store::Transaction& transaction, std::string_view table, std::string_view token, std::int64_t first_seq,
           const std::vector<DeviceRecord>& records, const std::vector<std::size_t>& places);
/// All of the page. Gives how many.
std::int64_t stage(store::Transaction& transaction, std::string_view table, std::string_view token,
                   std::int64_t first_seq, const std::vector<DeviceRecord>& records);
/// Of the store's own table, which has what a page of changes passes through, and on a server listings as well.
void empty_staging(store::Transaction& transaction, std::string_view token);

/// What a listing of one token has brought so far: on SQLite in an annex of the store, on a server in its table.
class Staging {
public:
    Staging(store::Store& store, std::string_view token);

    /// "annex.dep_staging"
    const std::string& table() const noexcept { return annex_.table(); }

    /// rows  counted as they came. false: some are not here. A server that crashed has emptied its table, which it does
    ///       not log; see Annex for SQLite
    bool has_all(store::Transaction& transaction, std::int64_t rows) const;

    /// Two steps, for each engine can do one of them: within the transaction that makes it useless, and behind it.
    void empty(store::Transaction& transaction) const;
    void discard();

private:
    std::string token_;
    store::Annex annex_;
};

/// What a run that was killed left, where nothing is under way any more.
void remove_leavings(const store::Store& store, std::string_view token);

}  // namespace mdm::dep
