// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/tenants.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mdm::store {

/// Tenants that are looked at together, one behind the other by name: a few questions for all of them, where one for
/// each would be slow over a network, and all of them at once too many for the memory.
class TenantPage {
public:
    TenantPage() = default;
    explicit TenantPage(std::vector<Tenant> tenants) : tenants_(std::move(tenants)) {}

    const std::vector<Tenant>& tenants() const noexcept { return tenants_; }
    bool empty() const noexcept { return tenants_.empty(); }
    /// nullptr: it is not of this page. What `bounds` finds may be so, for a page can leave out names between its own.
    const Tenant* find(std::string_view id) const;
    /// Where the page leaves out none, so that one that is not there is a bug.
    const Tenant& by_id(std::string_view id) const;
    /// :first and :last of `t.name between :first and :last`
    Parameters bounds() const;

private:
    std::vector<Tenant> tenants_;
};

/// Page by page, by name.
class TenantPages {
public:
    /// filter   without `behind` and `limit`
    TenantPages(Transaction& transaction, TenantFilter filter)
        : transaction_(&transaction), filter_(std::move(filter)) {}
    /// One page, of one tenant.
    explicit TenantPages(Tenant only) : only_(std::vector{std::move(only)}) {}

    /// An empty page: there are no more.
    TenantPage next();

private:
    Transaction* transaction_ = nullptr;
    TenantFilter filter_{};
    std::optional<TenantPage> only_{};
};

}  // namespace mdm::store
