// SPDX-License-Identifier: Apache-2.0
#include "store/rekey.hpp"

#include "store/facts.hpp"
#include "store/key_switch.hpp"

#include <fmt/format.h>

namespace mdm::store {

Rekeyed rekey(Store& store, const std::string& key_path, std::string_view label, Time now) {
    Change change = store.change(now);
    Transaction& transaction = change.transaction();
    settle_key_file(transaction, key_path);
    const StoreKey new_key = StoreKey::generate();
    Rekeyed done{.key_path = key_path, .old_key_path = "", .secrets = 0, .dropped = key_slots(transaction)};
    renew_audit_key(transaction, change.key(), now);
    change.record({.tenant_id = "",
                   .tenant = "",
                   .command = "store rekey",
                   .object = "store key",
                   .before = fmt::format("{{\"key\":\"{}\"}}", change.key().id),
                   .after = fmt::format("{{\"key\":\"{}\"}}", new_key.id)});
    done.secrets = reseal_every_secret(transaction, change.key(), new_key);
    transaction.run("delete from key_slots");
    set_fact(transaction, facts::key_id, new_key.id);
    const std::string store_id = fact(transaction, facts::id).value_or("");
    KeySwitch files(key_path, add_key_file_slot(transaction, new_key, store_id, label, now));
    files.about_to_commit();
    change.commit();
    done.old_key_path = files.finish();
    store.forget_key();
    return done;
}

}  // namespace mdm::store
