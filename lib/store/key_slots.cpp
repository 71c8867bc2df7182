// SPDX-License-Identifier: Apache-2.0
#include "store/key_slots.hpp"

#include "base/encoding.hpp"
#include "base/error.hpp"
#include "base/files.hpp"
#include "base/text.hpp"
#include "crypto/cms_seal.hpp"
#include "crypto/kdf.hpp"
#include "crypto/random.hpp"
#include "store/facts.hpp"
#include "store/sealed_secret.hpp"

#include <fmt/format.h>

namespace mdm::store {
namespace {

constexpr std::string_view file_kind = "key-file";
constexpr std::string_view passphrase_kind = "passphrase";
constexpr std::string_view scrypt_cost = "scrypt 65536 8 1";

/// The store key in a slot is sealed as secrets are, bound to the slot; the slot's own key seals it. Inside are its id
/// and its hexadecimal digits, a line each: what `openssl cms -decrypt` asks for.
Place slot_place(std::string_view slot_id) { return {"", "store-key", std::string(slot_id)}; }

struct NewSlot {
    std::string id = crypto::random_uuid();
    std::string_view kind;
    std::string_view label;
    Value salt{};
    Value cost{};
};

void insert(Transaction& transaction, const NewSlot& slot, const StoreKey& key, const Secret& slot_key, Time now) {
    const StoreKey wrapping{slot.id, slot_key.copy()};
    const Secret digits{to_hex(key.bytes.reveal())};
    const Secret named{fmt::format("{}\n{}\n", key.id, digits.reveal())};
    transaction.run(
        "insert into key_slots (id, kind, label, wrapped, salt, cost, created_at) "
        "values (:id, :kind, :label, :wrapped, :salt, :cost, :created_at)",
        {{"id", slot.id},
         {"kind", slot.kind},
         {"label", slot.label},
         {"wrapped", seal_in_place(named, slot_place(slot.id), wrapping)},
         {"salt", slot.salt},
         {"cost", slot.cost},
         {"created_at", now}});
}

/// nullopt: this is not what the slot was wrapped under.
std::optional<StoreKey> unwrapped(const Row& slot, const Secret& slot_key) {
    const StoreKey wrapping{slot.text("id"), slot_key.copy()};
    try {
        const Secret named = open_in_place(slot.text("wrapped"), slot_place(wrapping.id), wrapping);
        const auto lines = split(named.reveal(), '\n');
        auto bytes = from_hex(lines.size() > 1 ? lines[1] : "");
        if (!bytes || bytes->size() != crypto::sealing_key_size)
            return std::nullopt;
        return StoreKey{std::string(lines[0]), Secret{std::move(*bytes)}};
    } catch (const Error& e) {
        if (e.code() != ErrorCode::secret_damaged)
            throw;
        return std::nullopt;
    }
}

Secret passphrase_key(const Secret& passphrase, std::string_view salt) { return crypto::scrypt(passphrase, salt, {}); }

KeySlot slot_of(const Row& row) {
    return {row.text("id"), row.text("kind"), row.text("label"), row.time("created_at")};
}

Error wrong_key(Transaction& transaction, const std::string& name, std::string_view why) {
    return {ErrorCode::wrong_store_key,
            fmt::format("the store key '{}' does not open '{}': {}", name, transaction.shown(), why),
            "mdmctl store key list shows what does; who still has one can add another: mdmctl store key add"};
}

/// The file, or the one beside it that a killed run left, whichever the store knows.
StoreKey unlock_path(Transaction& transaction, const std::string& path) {
    const std::string next = next_key_path(path);
    if (identity_of(next)) {
        const KeyFile file = read_key_file(next);
        if (has_key_slot(transaction, file.slot_id))
            return unlock(transaction, file, next);
    }
    return unlock(transaction, read_key_file(path), path);
}

}  // namespace

std::string next_key_path(const std::string& path) { return path + ".next"; }

std::vector<KeySlot> key_slots(Transaction& transaction) {
    std::vector<KeySlot> slots;
    for (const Row& row :
         transaction.rows("select id, kind, label, created_at from key_slots order by label, created_at, id"))
        slots.push_back(slot_of(row));
    return slots;
}

bool has_key_slot(Transaction& transaction, std::string_view id) {
    return transaction.row("select id from key_slots where id = :id", {{"id", id}}).has_value();
}

KeyFile add_key_file_slot(Transaction& transaction, const StoreKey& key, std::string_view store_id,
                          std::string_view label, Time now) {
    const NewSlot slot{.kind = file_kind, .label = label};
    KeyFile file{std::string(store_id), slot.id, Secret{crypto::random_bytes(crypto::sealing_key_size)}};
    insert(transaction, slot, key, file.key, now);
    return file;
}

std::string add_passphrase_slot(Transaction& transaction, const StoreKey& key, const Secret& passphrase,
                                std::string_view label, Time now) {
    const std::string salt = crypto::random_bytes(16);
    const NewSlot slot{.kind = passphrase_kind, .label = label, .salt = to_hex(salt), .cost = std::string(scrypt_cost)};
    insert(transaction, slot, key, passphrase_key(passphrase, salt), now);
    return slot.id;
}

KeySlot remove_key_slot(Transaction& transaction, std::string_view id) {
    const std::vector<KeySlot> slots = key_slots(transaction);
    std::vector<KeySlot> meant;
    for (const KeySlot& slot : slots)
        if (slot.id == id || (id.size() >= 4 && slot.id.starts_with(id)))
            meant.push_back(slot);
    if (meant.size() != 1)
        throw Error{ErrorCode::no_such_key,
                    fmt::format("the store has {} key '{}'", meant.empty() ? "no" : "more than one", id),
                    "mdmctl store key list"};
    if (slots.size() == 1)
        throw Error{ErrorCode::last_key_slot,
                    fmt::format("'{}' is the last key: without it no secret of the store could be opened again",
                                meant.front().label),
                    "mdmctl store key add makes another first"};
    transaction.run("delete from key_slots where id = :id", {{"id", meant.front().id}});
    return meant.front();
}

StoreKey unlock(Transaction& transaction, const KeyFile& file, const std::string& name) {
    const std::string store_id = fact(transaction, facts::id).value_or("");
    if (file.store_id != store_id)
        throw Error{ErrorCode::key_of_other_store,
                    fmt::format("the store key '{}' belongs to the store {}, and '{}' is {}", name, file.store_id,
                                transaction.shown(), store_id),
                    "name the key of this store with MDMCTL_STORE_KEY_FILE, or its database with --store"};
    const auto slot = transaction.row("select id, wrapped from key_slots where id = :id and kind = :kind",
                                      {{"id", file.slot_id}, {"kind", file_kind}});
    if (!slot)
        throw wrong_key(transaction, name, "it was removed, or the store has a new key since");
    auto key = unwrapped(*slot, file.key);
    if (!key)
        throw wrong_key(transaction, name, "its digits were changed");
    return std::move(*key);
}

StoreKey unlock(Transaction& transaction, const Secret& passphrase) {
    const auto slots =
        transaction.rows("select id, wrapped, salt from key_slots where kind = :kind", {{"kind", passphrase_kind}});
    for (const Row& slot : slots) {
        const auto salt = from_hex(slot.text("salt"));
        if (auto key = unwrapped(slot, passphrase_key(passphrase, salt.value_or(""))))
            return std::move(*key);
    }
    if (slots.empty())
        throw Error{ErrorCode::no_store_key, fmt::format("'{}' has no key with a passphrase", transaction.shown()),
                    "mdmctl store key add --passphrase-file F makes one"};
    throw Error{ErrorCode::wrong_passphrase, fmt::format("the passphrase does not open '{}'", transaction.shown())};
}

StoreKey unlock(Transaction& transaction, const KeySource& source) {
    for (const std::string& path : source.files)
        if (identity_of(path) || identity_of(next_key_path(path)))
            return unlock_path(transaction, path);
    const auto with_passphrase =
        transaction.row("select count(*) as n from key_slots where kind = :kind", {{"kind", passphrase_kind}});
    if (with_passphrase->number("n") > 0)
        if (const auto passphrase = source.passphrase())
            return unlock(transaction, *passphrase);
    throw Error{ErrorCode::no_store_key,
                fmt::format("the key of the store '{}' is not there: {}", transaction.shown(),
                            source.files.empty() ? "no file was named" : joined(source.files, ", ")),
                "bring it back from its copy, or name it with MDMCTL_STORE_KEY_FILE"};
}

}  // namespace mdm::store
