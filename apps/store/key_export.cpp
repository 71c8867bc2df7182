// SPDX-License-Identifier: Apache-2.0
#include "access/open_store.hpp"
#include "store/commands.hpp"
#include "store/facts.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    cli::OutputFile out;
};

cli::Result run(cli::World& world, const Options& o) {
    store::Store store = access::open_store(world, every_room());
    store::Change change = store.change(world.clock.now());
    const std::string id = change.key().id;
    refuse_to_replace(o.out);
    const std::string store_id = store::fact(change.transaction(), store::facts::id).value_or("");
    const Secret text = store::to_openssl_options(change.key(), store_id);
    change.record(
        {.tenant_id = "", .tenant = "", .command = "store key export", .object = fmt::format("store key {}", id)});
    if (world.settings.dry_run) {
        world.say("the store key can be exported; nothing was written");
    } else {
        world.write_with(o.out, text.reveal(), Privacy::secret, {}, [&] { change.commit(); });
        world.say(fmt::format("exported the store key: who reads '{}' opens every secret of '{}'", o.out.path,
                              store.location().shown));
        world.next("mdmctl store rekey, when the file has served its purpose: it ends what was exported");
    }
    return cli::Record{{"id", id}, {"out", o.out.path}};
}

}  // namespace

cli::Command store_key_export_command() {
    return cli::command<Options>({
        .name = "key export",
        .summary = "Write the store key itself, for openssl: a way to the secrets without mdmctl",
        .details =
            "FILE (0600, it replaces nothing) holds the options with which openssl opens every secret of the store, "
            "and what is still sealed under this key in backups. A secret is the column sealed of the table "
            "secrets; what comes out begins with the lines tenant:, kind: and id:, which say where it belongs.\n\n"
            "    openssl cms -decrypt -binary -inform PEM -in SEALED $(grep -v '^#' FILE)\n\n"
            "The key is among the arguments of openssl then, where everybody on that machine can see it: use one that "
            "is yours alone. The store is not opened by this file; that is what key add is for.\n\n"
            "That the key left is an event of the audit, and it is written before the file: killed in between, "
            "the event is there without the file, never the file without the event.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                p.option("--out", "FILE", o.out, "where the key goes; - is standard output").required();
            },
        .run = run,
        .examples = {{"mdmctl store key export --out store.key", "For a disaster in which there is no mdmctl"}},
        .codes = {ErrorCode::output_exists, ErrorCode::symlink_target, ErrorCode::no_store_key, ErrorCode::no_store,
                  ErrorCode::locked, ErrorCode::cannot_write},
    });
}

}  // namespace mdm::apps
