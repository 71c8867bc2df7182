// SPDX-License-Identifier: Apache-2.0
#include "base/encoding.hpp"
#include "base/files.hpp"
#include "catch.hpp"
#include "fakes/errors.hpp"
#include "fakes/stores.hpp"
#include "store/facts.hpp"
#include "store/key_switch.hpp"
#include "store/rekey.hpp"

#include <csignal>
#include <sys/stat.h>

using namespace mdm;
using namespace mdm::store;
using namespace mdm::fakes;

namespace {

/// A store with one tenant and one secret of it.
struct WithSecret {
    explicit WithSecret(const Ground& ground) : store(founded(ground)) {
        change(store, [&](Change& c) {
            tenant = add_tenant(c.transaction(), {.name = "acme"}, some_day).id;
            secret = c.keep_secret(tenant, "private-key", Secret{std::string("hunter2\n")});
        });
    }

    Store store;
    std::string tenant;
    std::string secret;
};

std::string opened(Store& store, const std::string& id) {
    const StoreKey& key = store.key();
    Transaction transaction = store.read();
    return std::string(open_secret(transaction, key, id).reveal());
}

Secret copy_of_key(const Ground& ground) { return read_file(ground.key_path(), 4096).bytes.copy(); }

}  // namespace

TEST_CASE("a secret comes back as it was, and is nowhere in the database") {
    const Ground ground(GENERATE(from_range(engines())));
    WithSecret with(ground);
    Store store(options_of(ground));
    CHECK(opened(store, with.secret) == "hunter2\n");
    CHECK(code_of([&] { return opened(store, "nothing"); }) == "no_such_secret");
    if (ground.engine() == Engine::sqlite)
        CHECK_FALSE(ground.shop.run("grep -r hunter2 state"));
}

TEST_CASE("openssl alone gets from the key file to a secret") {
    const Ground ground(Engine::sqlite);
    const WithSecret with(ground);
    const std::string said = ground.shop.output_of(R"sh(
        hex() { printf %s "$1" | od -An -tx1 -v | tr -d ' \n'; }
        open_with() { openssl cms -decrypt -binary -inform PEM -secretkey "$1" -secretkeyid "$(hex "$2")"; }
        slot=$(sed -n 's/^slot: //p' keys/key)
        sqlite3 state/mdmctl.db "select wrapped from key_slots where id = '$slot'" |
            open_with "$(sed -n 's/^key: //p' keys/key)" "$slot" | sed '1,/^$/d' >store-key
        sqlite3 state/mdmctl.db "select sealed from secrets where kind = 'private-key'" |
            open_with "$(sed -n 2p store-key)" "$(sed -n 1p store-key)")sh");
    CHECK(said == "tenant: " + with.tenant + "\nkind: private-key\nid: " + with.secret + "\n\nhunter2\n");
}

TEST_CASE("a sealed secret that was moved to another row is refused") {
    const Ground ground(GENERATE(from_range(engines())));
    WithSecret with(ground);
    std::string other;
    change(with.store, [&](Change& c) {
        const std::string tenant = add_tenant(c.transaction(), {.name = "other"}, some_day).id;
        other = c.keep_secret(tenant, "private-key", Secret{std::string("theirs")});
    });
    ground.sql("update secrets set sealed = (select sealed from secrets where id = '" + with.secret +
               "') where id = '" + other + "'");
    const auto open_other = [&] { return opened(with.store, other); };
    CHECK(code_of(open_other) == "sealed_elsewhere");
    CHECK(message_of(open_other).find("tenant: " + with.tenant) != std::string::npos);
    CHECK(message_of(open_other).find("hunter2") == std::string::npos);
}

TEST_CASE("a secret whose row says another tenant or kind is refused") {
    const Ground ground(GENERATE(from_range(engines())));
    WithSecret with(ground);
    const std::string edit = GENERATE(std::string("kind = 'server-token'"), std::string("tenant = null"));
    ground.sql("update secrets set " + edit + " where id = '" + with.secret + "'");
    CHECK(code_of([&] { return opened(with.store, with.secret); }) == "sealed_elsewhere");
}

TEST_CASE("a damaged secret is named") {
    const Ground ground(GENERATE(from_range(engines())));
    WithSecret with(ground);
    ground.sql("update secrets set sealed = (select wrapped from key_slots) where id = '" + with.secret + "'");
    CHECK(code_of([&] { return opened(with.store, with.secret); }) == "secret_damaged");
}

TEST_CASE("a key that is missing, too open, cut, wrong or another store's: each is its own answer") {
    const Ground ground(GENERATE(from_range(engines())));
    WithSecret with(ground);
    const auto code = [&] {
        Store store(options_of(ground));
        return code_of([&] { return opened(store, with.secret); });
    };
    REQUIRE(code().empty());
    const Secret text = copy_of_key(ground);
    const std::string whole(text.reveal());
    const auto put = [&](const std::string& bytes) { write_file(ground.key_path(), bytes, Privacy::secret); };

    ::chmod(ground.key_path().c_str(), 0644);
    CHECK(code() == "others_can_read");
    ::chmod(ground.key_path().c_str(), 0620);
    CHECK(code() == "others_can_write");

    put(whole.substr(0, whole.size() - 20));
    CHECK(code() == "not_a_store_key");

    std::string wrong = whole;
    char& digit = wrong[wrong.find("key: ") + 10];
    digit = digit == '0' ? '1' : '0';
    put(wrong);
    CHECK(code() == "wrong_store_key");

    const Ground elsewhere(Engine::sqlite);
    founded(elsewhere);
    put(std::string(copy_of_key(elsewhere).reveal()));
    CHECK(code() == "key_of_other_store");

    ::unlink(ground.key_path().c_str());
    CHECK(code() == "no_store_key");
}

TEST_CASE("a passphrase opens the store as well, and a wrong one does not") {
    const Ground ground(GENERATE(from_range(engines())));
    WithSecret with(ground);
    change(with.store, [](Change& c) {
        add_passphrase_slot(c.transaction(), c.key(), Secret{std::string("correct horse")}, "emergency", some_day);
    });
    const auto open_with = [&](const std::string& passphrase) {
        StoreOptions options = options_of(ground);
        options.keys = [&](const std::string&) {
            return KeySource{.files = {}, .passphrase = [&] { return std::optional(Secret{std::string(passphrase)}); }};
        };
        Store store(std::move(options));
        return opened(store, with.secret);
    };
    CHECK(open_with("correct horse") == "hunter2\n");
    CHECK(code_of([&] { return open_with("wrong"); }) == "wrong_passphrase");
}

TEST_CASE("keys are added and removed, but never the last") {
    const Ground ground(GENERATE(from_range(engines())));
    WithSecret with(ground);
    KeyFile ci;
    change(with.store, [&](Change& c) {
        ci = add_key_file_slot(c.transaction(), c.key(), fact(c.transaction(), facts::id).value(), "ci", some_day);
    });
    std::vector<KeySlot> slots;
    change(with.store, [&](Change& c) { slots = key_slots(c.transaction()); });
    REQUIRE(slots.size() == 2);

    change(with.store, [&](Change& c) {
        CHECK(code_of([&] { return remove_key_slot(c.transaction(), "ffff").id; }) == "no_such_key");
        CHECK(code_of([&] { return remove_key_slot(c.transaction(), "").id; }) == "no_such_key");
        CHECK(remove_key_slot(c.transaction(), ci.slot_id.substr(0, 8)).label == "ci");
        CHECK(code_of([&] { return remove_key_slot(c.transaction(), key_slots(c.transaction())[0].id).id; }) ==
              "last_key_slot");
    });
    write_file(ground.key_path(), to_text(ci).reveal(), Privacy::secret);
    Store store(options_of(ground));
    CHECK(code_of([&] { return opened(store, with.secret); }) == "wrong_store_key");
}

TEST_CASE("a store with a new key opens with that one, and with none before it") {
    const Ground ground(GENERATE(from_range(engines())));
    WithSecret with(ground);
    const Secret old = copy_of_key(ground);
    const Rekeyed done = rekey(with.store, ground.key_path(), "second", some_day);
    CHECK(done.secrets == 3);  // the tenant's, and an audit key before and after
    CHECK(done.dropped.size() == 1);
    CHECK(opened(with.store, with.secret) == "hunter2\n");
    CHECK(copy_of_key(ground).reveal() != old.reveal());
    CHECK_FALSE(identity_of(next_key_path(ground.key_path())));
    CHECK(read_file(done.old_key_path, 4096).bytes.reveal() == old.reveal());
    {
        const StoreKey& key = with.store.key();
        Transaction transaction = with.store.read();
        for (const ChainVerdict& verdict : verify_audit(transaction, key))
            CHECK(verdict.broken.empty());
    }
    write_file(ground.key_path(), old.reveal(), Privacy::secret);
    Store store(options_of(ground));
    CHECK(code_of([&] { return opened(store, with.secret); }) == "wrong_store_key");
}

TEST_CASE("a new key replaces no file but a key of the same store") {
    const Ground ground(Engine::sqlite);
    WithSecret with(ground);
    const std::string other = ground.shop.path("letter");
    write_file(other, "dear Jo", Privacy::secret);
    CHECK(code_of([&] { return rekey(with.store, other, "", some_day).secrets; }) == "output_exists");
    CHECK(read_file(other, 100).bytes.reveal() == "dear Jo");
    CHECK(opened(with.store, with.secret) == "hunter2\n");
    CHECK(rekey(with.store, ground.shop.path("elsewhere"), "", some_day).old_key_path.empty());
}

TEST_CASE("a new key where one secret does not open changes nothing") {
    const Ground ground(GENERATE(from_range(engines())));
    WithSecret with(ground);
    const Secret before = copy_of_key(ground);
    std::string broken;
    change(with.store, [&](Change& c) { broken = c.keep_secret(with.tenant, "x", Secret{std::string("y")}); });
    ground.sql("update secrets set kind = 'z' where id = '" + broken + "'");
    CHECK(code_of([&] { return rekey(with.store, ground.key_path(), "second", some_day).secrets; }) ==
          "sealed_elsewhere");
    CHECK(copy_of_key(ground).reveal() == before.reveal());
    Store store(options_of(ground));
    CHECK(opened(store, with.secret) == "hunter2\n");
    CHECK_FALSE(identity_of(next_key_path(ground.key_path())));
}

TEST_CASE("killed around the commit of a new key, the store opens, and the next run finishes") {
    const Ground ground(GENERATE(from_range(engines())));
    WithSecret with(ground);
    const bool before_commit = GENERATE(true, false);
    in_another_process([&] {
        Store store(options_of(ground));
        Change c = store.change(some_day);
        const StoreKey new_key = StoreKey::generate();
        reseal_every_secret(c.transaction(), c.key(), new_key);
        c.transaction().run("delete from key_slots");
        set_fact(c.transaction(), facts::key_id, new_key.id);
        KeySwitch files(ground.key_path(), add_key_file_slot(c.transaction(), new_key,
                                                             fact(c.transaction(), facts::id).value(), "", some_day));
        files.about_to_commit();
        if (!before_commit)
            c.transaction().commit();
        ::raise(SIGKILL);
    });
    CHECK(identity_of(next_key_path(ground.key_path())));
    Store store(options_of(ground));
    CHECK(opened(store, with.secret) == "hunter2\n");
    rekey(store, ground.key_path(), "second", some_day);
    CHECK_FALSE(identity_of(next_key_path(ground.key_path())));
    Store again(options_of(ground));
    CHECK(opened(again, with.secret) == "hunter2\n");
}
