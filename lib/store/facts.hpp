// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/database.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace mdm::store {

/// What is true of the store as a whole.
namespace facts {
inline constexpr std::string_view id = "id";                  ///< a UUID; a copy has it too, for its key is the same
inline constexpr std::string_view created_at = "created_at";  ///< RFC 3339
inline constexpr std::string_view rehearsal = "rehearsal";    ///< "yes": takes what the pretend services issue
inline constexpr std::string_view key_id = "key_id";          ///< of the store key that everything is sealed under
inline constexpr std::string_view audit_key = "audit_key";    ///< the secret that new audit events are signed with
inline constexpr std::string_view founding = "founding";      ///< the id to be, while a store is being made
inline constexpr std::string_view moved_to = "moved_to";      ///< where `store copy` went: this one is for reading
}  // namespace facts

std::optional<std::string> fact(Transaction& transaction, std::string_view name);
void set_fact(Transaction& transaction, std::string_view name, std::string_view value);

}  // namespace mdm::store
