// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/search_text.hpp"
#include "base/time.hpp"
#include "store/tenant_page.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Looking for something of which a person knows a word. Each room of a service looks through what it keeps itself;
/// here is what they have in common, and the search through what is known of tenants.
namespace mdm::store {

/// One thing that has the text in it. What does not apply is empty.
struct Found {
    std::string tenant{};  ///< by id; empty: the store's own, which all tenants use
    std::string service;   ///< "tenant", "apns", "apns-vendor"
    std::string name{};    ///< of the thing: a push certificate's, a policy's
    std::string matched;   ///< which field has it: "topic", "serial", "label"
    std::string value;     ///< of that field, whole
    std::string role{};    ///< current, earlier, staged
    std::optional<Time> not_after{};
    std::string state;
};

/// "removed", "purged", "handed_over" of a tenant that is no longer looked after here: then all that is its own is so.
std::string state_within(const Tenant& tenant, std::string_view own_state);

/// Names, notes, labels and contacts of tenants.
std::vector<Found> find_tenants(Transaction& transaction, const SearchText& text, const TenantPage& page);
/// What ends then of services that have no search of their own: a server token that was told of, say.
/// searched   those that have: "apns"
std::vector<Found> find_in_inventory(Transaction& transaction, const SearchText& text, const TenantPage& page,
                                     const std::vector<std::string_view>& searched, Time now);
/// Contacts of the store's root policy.
std::vector<Found> find_in_store(Transaction& transaction, const SearchText& text);

}  // namespace mdm::store
