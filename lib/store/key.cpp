// SPDX-License-Identifier: Apache-2.0
#include "store/key.hpp"

#include "base/encoding.hpp"
#include "base/error.hpp"
#include "base/files.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "crypto/cms_seal.hpp"
#include "crypto/random.hpp"

#include <fmt/format.h>

namespace mdm::store {
namespace {

constexpr std::string_view title = "mdmctl store key 1";

/// The value of "NAME: VALUE"; empty where there is no such line.
std::string_view line_value(std::string_view text, std::string_view name) {
    for (std::string_view line : split(text, '\n'))
        if (line.starts_with(name) && line.substr(name.size()).starts_with(": "))
            return trimmed(line.substr(name.size() + 2));
    return {};
}

void refuse_open(const FileContent& file) {
    if (file.others_can_write)
        throw Error{ErrorCode::others_can_write, fmt::format("other users can change the store key '{}'", file.name),
                    fmt::format("chmod 600 '{}'", file.name)};
    if (file.others_can_read)
        throw Error{ErrorCode::others_can_read, fmt::format("other users can read the store key '{}'", file.name),
                    fmt::format("chmod 600 '{}'; if somebody may have read it: mdmctl store rekey", file.name)};
}

}  // namespace

StoreKey StoreKey::generate() {
    return {crypto::random_uuid(), Secret{crypto::random_bytes(crypto::sealing_key_size)}};
}

Secret to_text(const KeyFile& file) {
    const Secret digits{to_hex(file.key.reveal())};
    std::string text;
    text.reserve(512);  // never moved while it grows: it holds the key
    text.append(title).append("\n");
    text.append("Opens every secret of this store. Keep it apart from the database, and a copy in a safe place.\n");
    text.append("store: ").append(file.store_id).append("\n");
    text.append("slot: ").append(file.slot_id).append("\n");
    text.append("key: ").append(digits.reveal()).append("\n");
    return Secret{std::move(text)};
}

Secret to_openssl_options(const StoreKey& key, std::string_view store_id) {
    const Secret digits{to_hex(key.bytes.reveal())};
    std::string text;
    text.reserve(1024);  // never moved while it grows: it holds the key
    text.append("# The store key of the store ").append(store_id).append(". Who reads it opens every secret:\n");
    text.append("# openssl cms -decrypt -binary -inform PEM -in SEALED $(grep -v '^#' THIS-FILE)\n");
    text.append("-secretkey ").append(digits.reveal()).append(" -secretkeyid ").append(to_hex(key.id)).append("\n");
    return Secret{std::move(text)};
}

KeyFile parse_key_file(std::string_view text, const std::string& name) {
    auto key = from_hex(line_value(text, "key"));
    KeyFile file{std::string(line_value(text, "store")), std::string(line_value(text, "slot")),
                 Secret{key ? std::move(*key) : std::string()}};
    if (!text.starts_with(title) || file.store_id.empty() || file.slot_id.empty() ||
        file.key.reveal().size() != crypto::sealing_key_size)
        throw Error{ErrorCode::not_a_store_key, fmt::format("'{}' is no store key, or is cut", name),
                    "name the file that mdmctl store init or key add wrote"};
    return file;
}

KeyFile read_key_file(const std::string& path) {
    if (!identity_of(path))
        throw Error{ErrorCode::no_store_key, fmt::format("the store key '{}' is not there", path),
                    "bring it back from its copy, or name another with MDMCTL_STORE_KEY_FILE"};
    const FileContent file = read_file(path, limits::passphrase_file);
    refuse_open(file);
    return parse_key_file(file.bytes.reveal(), file.name);
}

}  // namespace mdm::store
