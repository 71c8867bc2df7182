// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dep/records.hpp"
#include "store/policies.hpp"
#include "store/tenants.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The server tokens that the store holds: which one is meant, and how it stands.
namespace mdm::dep {

inline constexpr std::string_view usual_name = "default";
inline constexpr std::string_view service_name = "dep";

/// removed, expired, superseded, rejected, terms_not_accepted, expiring (from the first reminder day on), valid.
/// first_day   before the end, on which anybody is reminded
std::string_view state_at(const HeldToken& held, std::int64_t first_day, Time now);
/// tree   of its tenant
std::string_view state_of(const store::PolicyTree& tree, const HeldToken& held, Time now);
/// What to do about it, in words; empty: nothing.
std::string todo_of(const HeldToken& held, std::string_view state);
/// What is typed first about it, without --tenant.
std::string first_command(const HeldToken& held);
/// " --name 'warehouse'"; empty for the usual one.
std::string name_option(std::string_view name);
/// What ends a server token before its date. Source: Apple Business user guide, "Link to an external device management
/// service".
const std::vector<std::string>& ends_sooner();

/// For messages: "the server token of 'acme'", with its name where that is not the usual one.
std::string called(const HeldToken& held, std::string_view tenant_name);
std::string called(std::string_view name, std::string_view tenant_name);

/// What a command on one token is about.
/// name     empty: the usual one, else the only one
/// removed  included: one that was removed counts
/// throws   no_such_token, token_ambiguous
HeldToken token_meant(store::Transaction& transaction, const store::Tenant& tenant, std::string_view name,
                      store::Removed removed = store::Removed::left_out);
/// The same; nullopt where there is none.
std::optional<HeldToken> find_token(store::Transaction& transaction, const store::Tenant& tenant, std::string_view name,
                                    store::Removed removed = store::Removed::left_out);

/// The name of what a command is about that may come before its token: what was given, else that of the token that
/// token_meant() would take, else the usual one. throws  token_ambiguous
std::string name_meant(store::Transaction& transaction, const store::Tenant& tenant, const std::string& name);

/// Writes the line of the inventory, or takes it away from there when the token was removed.
void note_in_inventory(store::Transaction& transaction, const HeldToken& held, const store::Tenant& tenant, Time now);

/// Gives it another name, here, to its keys and in the inventory; update() writes its row. throws  token_exists: the
/// tenant has one of that name, current or removed
void rename(store::Transaction& transaction, const store::Tenant& tenant, HeldToken& held, const std::string& new_name);

}  // namespace mdm::dep
