// SPDX-License-Identifier: Apache-2.0
// remove, restore
#include "base/text.hpp"
#include "dep/succession.hpp"
#include "dep/with_store/commands.hpp"
#include "dep/with_store/token_session.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    std::string name;
};

/// What goes along.
std::string kept_with(store::Transaction& transaction, const dep::HeldToken& held) {
    long long keys = 0;
    for (const dep::TokenKey& key : dep::token_keys(transaction, held.tenant))
        keys += key.name == held.name && key.key_secret ? 1 : 0;
    const auto tokens = static_cast<long long>(dep::versions(transaction, held.id).size());
    return fmt::format("{}, {}", counted(tokens, "server token"), counted(keys, "private key"));
}

cli::Record record_of(Changing& run, const dep::HeldToken& held, bool changed) {
    cli::Record record = token_record(run.transaction(), run.tenant(), held, run.now());
    record.add({"changed", changed});
    return record;
}

cli::Result remove(cli::World& world, const Options& o) {
    store::Store store = open_dep_store(world);
    return changing_token(world, store, "dep remove", [&](Changing& run) -> cli::Result {
        auto held = dep::token_meant(run.transaction(), run.tenant(), o.name, store::Removed::included);
        run.about(token_object(held.name));
        if (held.removed_at) {
            world.say(fmt::format("{} was removed on {}", dep::called(held, run.tenant().name),
                                  to_rfc3339(*held.removed_at)));
            return record_of(run, held, false);
        }
        const std::string before = token_value(held);
        dep::remove(run.change(), run.tenant(), held);
        const cli::Record record = record_of(run, held, true);
        const std::string along = kept_with(run.transaction(), held);
        run.finish(before, std::nullopt);
        world.say(fmt::format("{} {}: {}; nothing of it is destroyed, and Apple goes on taking it",
                              run.is_dry_run() ? "would remove" : "removed", dep::called(held, run.tenant().name),
                              along));
        return record;
    });
}

cli::Result restore(cli::World& world, const Options& o) {
    store::Store store = open_dep_store(world);
    return changing_token(world, store, "dep restore", [&](Changing& run) -> cli::Result {
        auto held = dep::token_meant(run.transaction(), run.tenant(), o.name, store::Removed::included);
        run.about(token_object(held.name));
        if (!held.removed_at) {
            world.say(fmt::format("{} is there", dep::called(held, run.tenant().name)));
            return record_of(run, held, false);
        }
        dep::bring_back(run.change(), run.tenant(), held);
        const cli::Record record = record_of(run, held, true);
        const std::string along = kept_with(run.transaction(), held);
        run.finish(std::nullopt, token_value(held));
        world.say(fmt::format("{} {}: {}", run.is_dry_run() ? "would bring back" : "brought back",
                              dep::called(held, run.tenant().name), along));
        return record;
    });
}

std::vector<ErrorCode> codes_of_removing() {
    return {ErrorCode::no_such_token,    ErrorCode::token_ambiguous, ErrorCode::no_such_tenant,
            ErrorCode::tenant_not_named, ErrorCode::handed_over,     ErrorCode::no_store,
            ErrorCode::no_store_key,     ErrorCode::locked};
}

}  // namespace

cli::Command dep_remove_command() {
    return cli::command<Options>({
        .name = "remove",
        .summary = "Take a server token out of use, with its keys",
        .details = "It is watched and offered no longer, and nothing of it is destroyed: dep restore brings it back, "
                   "with its keys and its history. Until then its name is taken. Apple is told nothing: to end the "
                   "token, remove the service in the portal. Run again, it changes nothing more.",
        .effect = cli::Effect::changes,
        .options = [](cli::Parser& p, Options& o) { declare_token_name(p, o.name); },
        .run = remove,
        .examples = {{"mdmctl dep remove --name warehouse --tenant acme --dry-run", "What would go along?"}},
        .codes = codes_of_removing(),
    });
}

cli::Command dep_restore_command() {
    return cli::command<Options>({
        .name = "restore",
        .summary = "Undo the removal of a server token",
        .details = "It is current again as it was, with its keys and its history. Run again, it changes nothing more.",
        .effect = cli::Effect::changes,
        .options = [](cli::Parser& p, Options& o) { declare_token_name(p, o.name); },
        .run = restore,
        .examples = {{"mdmctl dep restore --name warehouse --tenant acme", "It was a mistake"}},
        .codes = codes_of_removing(),
    });
}

}  // namespace mdm::apps
