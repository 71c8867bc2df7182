// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "expiry/asked.hpp"
#include "expiry/marks.hpp"
#include "expiry/service_line.hpp"
#include "expiry/troubles.hpp"
#include "store/room.hpp"
#include "store/tenant_page.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mdm::expiry {

/// How many lines stand how, and whose they are.
struct Tally {
    std::int64_t tenants = 0;
    std::int64_t ok = 0;
    std::int64_t warning = 0;
    std::int64_t critical = 0;
    std::int64_t unknown = 0;

    void count(Health health);
    Health worst() const;
};

/// Everything that the store knows of, line by line: what it keeps for all tenants first, then tenant by tenant, in
/// the order of the services. Read in pages, so that the memory does not grow with the number of tenants.
class Watch {
public:
    enum class What {
        everything,  ///< with what tenants lack, and every finding
        ends,        ///< what the inventory has, with its date alone
    };
    struct Options {
        What what = What::everything;
        std::optional<std::int64_t> warn_days{};      ///< nullopt: what is in force for each policy
        std::optional<std::int64_t> critical_days{};  ///< the same
        /// With who is to be reminded of each line, and what was sent of it; what was sent of a line that is gone, and
        /// not told as being over, is a line of the state "removed".
        bool for_reminders = false;
    };

    /// rooms     whose findings are asked for
    /// tenants   which of them; removed ones are never among them
    Watch(store::Transaction& transaction, const store::Rooms& rooms, store::TenantPages tenants, Time now,
          Options options);
    Watch(store::Transaction& transaction, const store::Rooms& rooms, store::TenantPages tenants, Time now)
        : Watch(transaction, rooms, std::move(tenants), now, Options()) {}

    /// nullopt: there are no more.
    std::optional<ServiceLine> next();
    /// Of all that next() gave so far; no tenant in there: none was chosen.
    const Tally& tally() const noexcept { return tally_; }
    /// No tenant, and nothing that is kept for all of them either. Asked before next().
    bool has_nothing() const noexcept { return tally_.tenants == 0 && waiting_.empty(); }
    /// What of that no round has written down yet; nothing where only ends are looked at.
    const SeenTroubles& seen() const noexcept { return seen_; }

private:
    using LinesByTenant = std::map<std::string, std::vector<ServiceLine>>;
    /// With the service whose room found it.
    using FindingsByTenant = std::map<std::string, std::vector<std::pair<std::string_view, store::TenantFinding>>>;

    ServiceLine line_of(const store::InventoryItem& item, const store::Tenant* tenant, store::SettingsInForce settings,
                        const MarksByItem& marks) const;
    void take_store();
    void add_what_was_sent(std::vector<ServiceLine>& lines, SentByLine sent, const store::TenantPage* page);
    LinesByTenant lines_of(const store::TenantPage& page);
    FindingsByTenant findings_of(const store::TenantPage& page);
    void add_what_rooms_find(const store::TenantPage& page, LinesByTenant& lines);
    void take(const store::TenantPage& page);
    void compare(std::vector<ServiceLine>& lines, TroublesByItem known, const AskedByLine& asked);

    store::Transaction& transaction_;
    const store::Rooms& rooms_;
    store::TenantPages tenants_;
    Time now_;
    Options options_;
    store::Policy store_root_;
    std::set<std::string> store_contacts_;
    std::vector<ServiceLine> waiting_;
    std::size_t at_ = 0;
    Tally tally_;
    SeenTroubles seen_;
};

/// Of tenants that were removed: what was sent, and not told as being over. For reminders.
std::vector<ServiceLine> lines_of_removed_tenants(store::Transaction& transaction);

}  // namespace mdm::expiry
