// SPDX-License-Identifier: Apache-2.0
#include "store/tenant_page.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <cstddef>

namespace mdm::store {
namespace {

constexpr std::size_t page_size = 200;

}  // namespace

const Tenant* TenantPage::find(std::string_view id) const {
    const auto found = std::find_if(tenants_.begin(), tenants_.end(), [&](const Tenant& t) { return t.id == id; });
    return found == tenants_.end() ? nullptr : &*found;
}

const Tenant& TenantPage::by_id(std::string_view id) const {
    if (const Tenant* tenant = find(id))
        return *tenant;
    throw Error{ErrorCode::internal_error, "a tenant that is looked for is not among those that were read"};
}

Parameters TenantPage::bounds() const { return {{"first", tenants_.front().name}, {"last", tenants_.back().name}}; }

TenantPage TenantPages::next() {
    if (transaction_ == nullptr)
        return std::exchange(only_, std::nullopt).value_or(TenantPage{});
    filter_.limit = page_size;
    TenantPage page(tenants(*transaction_, filter_));
    if (!page.empty())
        filter_.behind = page.tenants().back().name;
    return page;
}

}  // namespace mdm::store
