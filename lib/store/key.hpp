// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/secret.hpp"

#include <string>
#include <string_view>

namespace mdm::store {

/// The key that every secret of a store is sealed under. It is never written anywhere but wrapped, in a key slot.
struct StoreKey {
    std::string id;  ///< a UUID, the key identifier of every CMS that it seals; not secret
    Secret bytes;    ///< 32

    static StoreKey generate();
};

/// What a key file holds: not the store key, but what opens one slot.
struct KeyFile {
    std::string store_id;
    std::string slot_id;
    Secret key;  ///< 32 bytes
};

/// Text of five lines: what it is, whose, and the key as hexadecimal digits.
Secret to_text(const KeyFile& file);

/// The store key itself, as a line of options for `openssl cms -decrypt`, below remarks (#) that say what it is. It
/// opens every secret without us.
Secret to_openssl_options(const StoreKey& key, std::string_view store_id);

/// name    for messages
/// throws  not_a_store_key
KeyFile parse_key_file(std::string_view text, const std::string& name);

/// throws  no_store_key: there is no such file; others_can_read, others_can_write; not_a_store_key; cannot_read
KeyFile read_key_file(const std::string& path);

}  // namespace mdm::store
