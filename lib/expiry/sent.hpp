// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "expiry/ladder.hpp"
#include "store/store.hpp"
#include "store/tenant_page.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

/// What was sent to whom: for each destination and line the latest of it, so that nothing is sent twice.
namespace mdm::expiry {

/// What one destination knows of one line.
struct SentBefore {
    std::optional<Time> term{};     ///< the end that `step` belongs to
    std::optional<Step> step{};     ///< the latest that was sent; nullopt: none
    std::set<std::string> codes{};  ///< findings that were sent, by name
    bool is_open = false;           ///< it was not told since that all is well again
    std::optional<Time> at{};       ///< when the latest went out; nullopt: nothing did
    bool operator==(const SentBefore&) const = default;
};
/// By what people or programs are called here: "mail:jo@acme.example", "webhook:3f9a...", "command:0c1b...".
using SentByDestination = std::map<std::string, SentBefore, std::less<>>;

/// A line, as it was when the latest went out; it may be gone.
struct SentOfLine {
    std::string service;
    std::string name;
    std::string tenant;  ///< the tenant's id; empty: it is the store's own
    SentByDestination to;

    bool is_open() const;  ///< to some destination
};
/// By the line's id.
using SentByLine = std::map<std::string, SentOfLine>;

SentByLine sent(store::Transaction& transaction, const store::TenantPage& page);
SentByLine sent_of_store(store::Transaction& transaction);
/// Of tenants that were removed, what was not told as being over.
SentByLine sent_of_removed(store::Transaction& transaction);
SentByDestination sent_of(store::Transaction& transaction, std::string_view line);
/// Of one line to one destination.
SentBefore sent_to(store::Transaction& transaction, std::string_view destination, std::string_view line);

/// "expiring shared_between_tenants", as it is kept, and back.
std::string joined(const std::set<std::string>& codes);
std::set<std::string> parted(std::string_view codes);

}  // namespace mdm::expiry
