// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"
#include "store/database.hpp"
#include "store/key.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The ways to the store key. Each person and machine has one of their own; none of them is the store key itself.
namespace mdm::store {

struct KeySlot {
    std::string id;
    std::string kind;   ///< "key-file" or "passphrase"
    std::string label;  ///< "ci", "Jo's laptop": for people
    Time created_at;
};

/// By label: those that were made in the same second have no other order.
std::vector<KeySlot> key_slots(Transaction& transaction);

bool has_key_slot(Transaction& transaction, std::string_view id);

/// A slot for a new key file, which the caller writes: the file is there before the transaction commits, or the slot
/// leads nowhere.
KeyFile add_key_file_slot(Transaction& transaction, const StoreKey& key, std::string_view store_id,
                          std::string_view label, Time now);
/// Gives the slot's id. What opens it is scrypt of the passphrase (N = 2^16, r = 8, p = 1).
std::string add_passphrase_slot(Transaction& transaction, const StoreKey& key, const Secret& passphrase,
                                std::string_view label, Time now);
/// The id may be shortened to what tells it apart, 4 characters at least.
/// throws  no_such_key; last_key_slot: nothing would open the store any more
KeySlot remove_key_slot(Transaction& transaction, std::string_view id);

/// throws  key_of_other_store, naming both stores
///         wrong_store_key: the slot is not there any more, or the key does not open it
StoreKey unlock(Transaction& transaction, const KeyFile& file, const std::string& name);
/// Tries each passphrase slot. throws  wrong_passphrase; no_store_key: no slot has a passphrase
StoreKey unlock(Transaction& transaction, const Secret& passphrase);

/// Where the key may come from.
struct KeySource {
    /// In the order in which they are tried; the first that exists counts. Which environment
    /// variables and folders name them is the caller's to know.
    std::vector<std::string> files;
    std::function<std::optional<Secret>()> passphrase = [] { return std::nullopt; };
};

/// throws  no_store_key, with every place named that was tried; and what unlock() and read_key_file() throw
StoreKey unlock(Transaction& transaction, const KeySource& source);

/// While a key is changed the new file lies here until the store has taken it. A run that was killed between the two
/// leaves it; unlock() then finds that the one or the other opens.
std::string next_key_path(const std::string& path);

}  // namespace mdm::store
