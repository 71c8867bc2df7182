// SPDX-License-Identifier: Apache-2.0
#include "access/open_store.hpp"
#include "base/limits.hpp"
#include "rooms/every_room.hpp"
#include "tenant/commands.hpp"
#include "tenant/takeover.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace mdm::apps {
namespace {

struct Options {
    std::string name;
    std::string display_name;
    std::string external_id;
    cli::InputFile from;
    std::string files;
};

void judge_usage(const Options& o) {
    if (o.from.given() && !o.name.empty())
        throw Error{ErrorCode::bad_usage, "T and --from do not go together", "a list names its tenants itself"};
    if (!o.from.given() && o.name.empty())
        throw Error{ErrorCode::bad_usage, "missing: T", "mdmctl tenant add NAME, or --from FILE.csv for many"};
}

cli::Result add_one(cli::World& world, const Options& o) {
    store::Store store = access::open_store(world);
    store::Change change = store.change(world.clock.now());
    const store::Tenant tenant =
        store::add_tenant(change.transaction(),
                          {.name = o.name, .display_name = o.display_name, .external_id = o.external_id}, change.now());
    change.record({.tenant_id = tenant.id,
                   .tenant = tenant.name,
                   .command = "tenant add",
                   .object = fmt::format("tenant {}", tenant.name)});
    cli::Record record = tenant_record(change.transaction(), tenant);
    if (world.settings.dry_run) {
        world.say(fmt::format("'{}' can be added; nothing was changed", tenant.name));
        return record;
    }
    change.commit();
    world.say(fmt::format("added '{}'", tenant.name));
    world.next(fmt::format("mdmctl apns csr --tenant '{}' --out push.csr", tenant.name));
    return record;
}

std::vector<cli::Record> failures_of(const Takeover& takeover) {
    std::vector<cli::Record> failures;
    for (const Takeover::Failure& failure : takeover.failed())
        failures.push_back({{"row", failure.row},
                            {"tenant", failure.tenant},
                            {"code", name(failure.why.code())},
                            {"message", failure.why.message()}});
    return failures;
}

/// With one row the answer is that row's; with more it says how many failed.
void conclude(cli::Result& result, const Takeover& takeover, bool dry_run) {
    const auto& failed = takeover.failed();
    if (failed.empty())
        return;
    const std::int64_t done = takeover.added() + takeover.changed() + takeover.unchanged();
    const auto count = static_cast<std::int64_t>(failed.size());
    result.failure = done == 0 && count == 1
                         ? failed.front().why
                         : Error{ErrorCode::some_failed,
                                 fmt::format("{} of {} rows {}", count, done + count,
                                             dry_run ? "would fail" : "failed; the others are done"),
                                 dry_run ? "mend them in the list; nothing was changed"
                                         : "mend them in the list and run it again: what is done is left alone"};
    const int code = exit_code(result.failure->code());
    result.exit = [code] { return code; };
}

cli::Result add_many(cli::World& world, const Options& o) {
    const FileContent file = world.read(o.from, limits::list_file);
    const tenant::CustomerList list(file.bytes.reveal(), file.name);
    for (const std::string& column : list.unknown_columns())
        world.warn(fmt::format("the column '{}' means nothing here and is left alone", column));
    store::Store store = access::open_store(world, every_room());
    // What keeps every row from being taken is told before a file is opened: no store, no key, somebody else is at it.
    static_cast<void>(store.change(world.clock.now()));
    std::optional<DownloadFolder> files;
    if (!o.files.empty())
        files.emplace(world, o.files);

    Takeover takeover(world, store, list, files ? &*files : nullptr);
    takeover.run();
    const auto unused = files ? files->unused() : std::vector<std::string>{};
    world.say(world.settings.dry_run ? "nothing was changed; it would come to this:"
                                     : "every row stands for itself: run it again at any time");
    cli::Result result(cli::Record{{"added", takeover.added()},
                                   {"changed", takeover.changed()},
                                   {"unchanged", takeover.unchanged()},
                                   {"failed", failures_of(takeover)},
                                   {"unused_files", unused}});
    conclude(result, takeover, world.settings.dry_run);
    return result;
}

cli::Result run(cli::World& world, const Options& o) {
    judge_usage(o);
    return o.from.given() ? add_many(world, o) : add_one(world, o);
}

std::string details() {
    return fmt::format(
        "Names may have spaces and accents; they are 1 to 200 bytes of UTF-8 that can be shown as it is. A "
        "tenant that was removed keeps its name.\n\n"
        "--from takes over a whole list: a CSV with commas, semicolons or tabs, whose first row names its columns, "
        "in any order: {}. Only tenant is required; a push certificate needs apple_account, and without a file "
        "topic and not_after as well. Several contacts or labels in a cell are parted by semicolons. A certificate "
        "that comes with its key is held, any other tracked. A row names "
        "files inside --files, never out of it; those that no row names are matched by topic.\n\n"
        "Each row is a transaction of its own: added, completed where something was missing, or left alone; what is "
        "there is never overwritten. Killed at any moment, the rows so far are whole, and the same command goes on. "
        "Rows that fail are named, and the others are done: exit 1.",
        fmt::join(tenant::customer_columns(), ", "));
}

}  // namespace

cli::Command tenant_add_command() {
    return cli::command<Options>({
        .name = "add",
        .summary = "Add a tenant, an organisation with its own push certificate and tokens; or a whole list of them",
        .details = details(),
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                p.positional("T", o.name, "the tenant's name").optional();
                p.option("--display-name", "N", o.display_name, "what people call it").excludes({"--from"});
                p.option("--external-id", "ID", o.external_id, "what another system calls it").excludes({"--from"});
                p.option("--from", "FILE", o.from, "a CSV of tenants; - is standard input");
                p.option("--files", "DIR", o.files, "where the files are that the list names, and others")
                    .needs({"--from"});
            },
        .run = run,
        .examples = {{"mdmctl tenant add acme --display-name 'ACME Ltd.'", "A customer, by a short name"},
                     {"mdmctl tenant add --from customers.csv --files downloads --dry-run", "What would come of it?"},
                     {"mdmctl tenant add --from customers.csv --files downloads --output json | jq '.failed'",
                      "Take over, and see what is left to mend"}},
        .codes = {ErrorCode::tenant_exists, ErrorCode::bad_name, ErrorCode::malformed_csv, ErrorCode::row_repeated,
                  ErrorCode::some_failed, ErrorCode::no_store, ErrorCode::no_store_key, ErrorCode::locked,
                  ErrorCode::cannot_write},
    });
}

}  // namespace mdm::apps
