// SPDX-License-Identifier: Apache-2.0
#include "access/open_store.hpp"
#include "base/text.hpp"
#include "store/commands.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    std::string file;
};

/// A backup by a machine that has no key is worth having: then nothing is opened.
bool key_is_at_hand(cli::World& world, store::Store& store) {
    try {
        static_cast<void>(store.key());
        return true;
    } catch (const Error& e) {
        if (e.code() != ErrorCode::no_store_key)
            throw;
        world.warn(
            "the key of the store is not here, so the secrets were copied, but not opened to see that they are "
            "whole");
        return false;
    }
}

cli::Result run(cli::World& world, const Options& o) {
    store::Store store = access::open_store(world, every_room());
    const store::Location file = store::parse_location(o.file);
    if (file.engine != store::Engine::sqlite)
        throw Error{ErrorCode::bad_usage, "a backup is a file", "mdmctl store copy --to URL moves to another engine"};
    const store::Copied copied = store::copy_into(store, file, key_is_at_hand(world, store));
    world.say(fmt::format("backed up '{}' to '{}'; the key is not in it", store.location().shown, file.shown));
    return copy_record(store.location().shown, file.shown, copied);
}

}  // namespace

cli::Record copy_record(const std::string& from, const std::string& to, const store::Copied& copied) {
    std::int64_t rows = 0;
    for (const store::CopiedTable& table : copied.tables)
        rows += table.rows;
    return {{"from", from},
            {"to", to},
            {"tables", copied.tables.size()},
            {"rows", rows},
            {"secrets_opened", copied.secrets_opened}};
}

cli::Command store_backup_command() {
    return cli::command<Options>({
        .name = "backup",
        .summary = "Copy the store, as it is at this moment, to a SQLite file",
        .details = "Others may go on working meanwhile. The file is 0600, holds every row of every table, and its "
                   "secrets sealed as they are; each was opened in it where the key is at hand. The key itself is not "
                   "in it: keep both, in two places.\n\nFILE must not be a store yet. A run that was killed leaves "
                   "a file without a store in it, which the next one fills.",
        .options = [](cli::Parser& p, Options& o) { p.positional("FILE", o.file, "the file to make").required(); },
        .run = run,
        .examples = {{"mdmctl store backup /backup/mdmctl-2027-01-07.db", "Every night, from cron"}},
        .codes = {ErrorCode::store_not_empty, ErrorCode::not_a_store, ErrorCode::secret_damaged,
                  ErrorCode::cannot_write, ErrorCode::no_store},
    });
}

}  // namespace mdm::apps
