// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dep/client.hpp"
#include "dep/device_events.hpp"
#include "dep/page_fetch.hpp"
#include "dep/records.hpp"
#include "dep/staging.hpp"
#include "dep/sync_outcome.hpp"
#include "dep/sync_state.hpp"
#include "store/store.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Getting the devices of a server token into the store, so that none is lost whenever it is killed.
namespace mdm::dep {

struct SyncOrder {
    const Clock& clock;
    bool full = false;              ///< the whole list, where not one is under way
    std::int64_t page_size = 1000;  ///< 1 to what the service gives
    std::string server_uuid{};      ///< of the service, as it said just now; empty: it did not
    std::string object{};           ///< for the audit: "server token 'default'"
    std::optional<EventOrder> events{};
    /// Behind each commit that may have put events into the outbox.
    std::function<void()> deliver = [] {};
    /// How many devices have come, in all.
    std::function<void(std::int64_t)> progress = [](std::int64_t) {};
};

/// One run. A page and its cursor are one transaction, and a list that is whole is merged in one with its audit event:
/// whenever it is killed, the next run goes on from there. Another run on the same token is kept away by an ObjectLock
/// of the caller's; if it is not, one of the two ends with changed_meanwhile.
class DeviceSync {
public:
    DeviceSync(store::Store& store, Client& client, store::Tenant tenant, const HeldToken& held, SyncOrder order);

    /// throws  cursor_stuck; bad_answer: a page is no page (see DevicePageReader), or no cursor is taken; and what
    ///         Client::call and the store throw. What came before is kept, and gone on from
    SyncOutcome run();

    /// --dry-run: asks for the page that run() would begin with, and writes nothing.
    SyncOutcome look();

private:
    void fetch_anew();
    void fetch();
    void merge();
    /// false: the service takes the cursor no longer, and only a whole list helps.
    bool take_changes();

    void note_page(const DevicePage& page);
    void refuse_cursor(std::string_view code);
    void keep_listed(const DevicePage& page);
    void keep_changes(const DevicePage& page);
    /// Merges a page of changes, and moves the cursor.
    void write_changes(store::Transaction& transaction, const DevicePage& page, SyncState& to, DeviceChanges& changes);
    void note_synced(store::Transaction& transaction, const SyncState& state);
    void record(store::Change& change);
    /// Opened outside any transaction.
    Staging& staging();
    bool has_all_staged();
    void forget_staging();
    SyncOutcome ended();

    store::Store& store_;
    Client& client_;
    store::Tenant tenant_;
    std::string token_;
    SyncOrder order_;
    std::optional<SyncState> state_;
    std::optional<Staging> staging_;
    bool began_anew_ = false;
    std::int64_t devices_ = 0;
    SyncOutcome outcome_;
};

}  // namespace mdm::dep
