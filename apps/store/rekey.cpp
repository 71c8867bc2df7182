// SPDX-License-Identifier: Apache-2.0
#include "store/rekey.hpp"

#include "access/open_store.hpp"
#include "base/text.hpp"
#include "store/commands.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    std::string new_key_file;
    std::string label = "first key";
};

cli::Result run(cli::World& world, const Options& o) {
    store::Store store = access::open_store(world, every_room());
    const std::string path = o.new_key_file.empty() ? access::key_path(world, store.info().id) : o.new_key_file;
    if (world.settings.dry_run) {
        const store::StoreKey& key = store.key();
        store::Transaction transaction = store.read();
        const std::int64_t secrets = store::open_every_secret(transaction, key);
        world.say(fmt::format("{} open and would be sealed again; nothing was changed", counted(secrets, "secret")));
        return cli::Record{{"key_file", path},
                           {"old_key_file", nullptr},
                           {"secrets", secrets},
                           {"dropped", std::vector<std::string>{}}};
    }
    const store::Rekeyed done = store::rekey(store, path, o.label, world.clock.now());
    std::vector<std::string> dropped;
    for (const store::KeySlot& slot : done.dropped)
        dropped.push_back(slot.label);
    world.say(fmt::format("sealed {} again; the new key is '{}'", counted(done.secrets, "secret"), path));
    world.say(fmt::format("these keys open nothing any more: {}", joined(dropped, ", ")));
    const auto old_key = done.old_key_path.empty() ? std::nullopt : std::optional(done.old_key_path);
    if (old_key)
        world.say(fmt::format("the old one is '{}': backups made until now need it", *old_key));
    return cli::Record{{"key_file", path}, {"old_key_file", old_key}, {"secrets", done.secrets}, {"dropped", dropped}};
}

}  // namespace

cli::Command store_rekey_command() {
    return cli::command<Options>({
        .name = "rekey",
        .summary = "Give the store a new key, so that the old ones open nothing",
        .details =
            "When somebody leaves, or a key may have been seen. Every secret is opened with the old key and sealed "
            "with the new in one transaction; at the first that does not open nothing is changed. All keys are "
            "dropped, other people's and passphrases included, for who has a copy is to have nothing from now on: "
            "mdmctl store key add makes new ones.\n\n"
            "The new key file is written beside the old one before the change and takes its place behind it: killed "
            "at any moment, the one or the other opens, and running it again finishes. The old "
            "file is kept beside it, under another name: backups made before need it.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                p.option("--new-key-file", "FILE", o.new_key_file,
                         "where the new key goes; the place of the old one unless it is given");
                p.option("--label", "TEXT", o.label, "whose key it is, for people").shown_default("first key");
            },
        .run = run,
        .examples = {{"mdmctl store rekey", "Every other key is to be made anew behind it"}},
        .codes = {ErrorCode::secret_damaged, ErrorCode::sealed_elsewhere, ErrorCode::no_store_key,
                  ErrorCode::wrong_store_key, ErrorCode::locked, ErrorCode::cannot_write},
    });
}

}  // namespace mdm::apps
