// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"
#include "store/database.hpp"
#include "store/policies.hpp"

#include <array>
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mdm::store {

struct Tenant {
    std::string id;
    std::string name;          ///< unique, removed tenants included
    std::string display_name;  ///< empty: none was given
    std::string external_id;   ///< what another system calls it; empty: none was given
    std::string note{};
    std::string mdm{};                ///< the kind of its MDM server, as it was told; empty: unknown
    std::vector<std::string> uses{};  ///< services that it means to use: "apns", "dep"; empty: nobody said
    Time created_at{};
    std::optional<Time> removed_at{};
    std::optional<Time> purged_at{};       ///< its secrets were destroyed: there is no way back
    std::optional<Time> handed_over_at{};  ///< another store looks after it
    std::string handed_over_to{};          ///< for whom, as the export was told

    /// active, handed_over, removed, purged: the last of them that happened.
    std::string_view state() const;
};

/// What a tenant can say that it uses: `check` asks for what it uses and has not.
inline constexpr std::array<std::string_view, 5> known_services{"apns", "dep", "maid", "google", "vpp"};
/// "apns,dep", or "none". throws  bad_usage: no such service
std::vector<std::string> parse_services(std::string_view text);

/// Gives it another name. throws  tenant_exists, bad_name
void rename_tenant(Transaction& transaction, Tenant& tenant, const std::string& name);

/// "K=V" of a label. throws  bad_usage: there is no "="; bad_name
struct Label {
    std::string key;
    std::string value;  ///< empty: takes the label away
    static Label parse(std::string_view text);
};

struct NewTenant {
    std::string name;
    std::string display_name{};
    std::string external_id{};
};
/// Adds a tenant by a given name (base/given_name.hpp), and its root policy below the store's. throws  tenant_exists,
/// bad_name
Tenant add_tenant(Transaction& transaction, const NewTenant& tenant, Time now);

/// Writes all of it that may change, which is all but id and created_at.
void update(Transaction& transaction, const Tenant& tenant);

std::vector<Label> labels(Transaction& transaction, std::string_view tenant_id);
/// Of a page of tenants, by their ids.
std::map<std::string, std::vector<Label>> labels(Transaction& transaction, const TenantPage& page);
void set_label(Transaction& transaction, std::string_view tenant_id, const Label& label);

/// `included` is for restore and history.
enum class Removed { left_out, included };
struct TenantFilter {
    Removed removed = Removed::left_out;
    std::vector<Label> labels{};  ///< all of which it has
    std::string behind{};         ///< those whose names come after this one
    std::size_t limit = 0;        ///< as many of them at most; 0: all
};
/// Each in turn, by name.
void each_tenant(Transaction& transaction, const TenantFilter& filter, const std::function<void(const Tenant&)>& take);
std::vector<Tenant> tenants(Transaction& transaction, const TenantFilter& filter = {});
std::optional<Tenant> tenant_named(Transaction& transaction, std::string_view name);
std::optional<Tenant> tenant_by_id(Transaction& transaction, std::string_view id);

/// The tenant that a command is about.
/// name     empty: the only one there is
/// throws   no_such_tenant: none of that name, or it was removed, or there is none at all; tenant_not_named
Tenant tenant_meant(Transaction& transaction, std::string_view name);
/// throws  handed_over: another store looks after it, so that nothing of it is changed here
void refuse_handed_over(const Tenant& tenant);
/// The same as tenant_meant() for what changes it. throws  handed_over
Tenant tenant_to_change(Transaction& transaction, std::string_view name);

/// Any that was not removed.
bool has_tenants(Transaction& transaction);
/// What cannot be undone asks for --tenant by name then.
bool has_several_tenants(Transaction& transaction);

}  // namespace mdm::store
