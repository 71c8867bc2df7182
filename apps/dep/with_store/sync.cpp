// SPDX-License-Identifier: Apache-2.0
#include "access/tenant_choice.hpp"
#include "base/text.hpp"
#include "cli/progress.hpp"
#include "dep/holding.hpp"
#include "dep/sync_limits.hpp"
#include "dep/with_store/commands.hpp"
#include "dep/with_store/sync_jobs.hpp"
#include "dep/with_store/token_session.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <memory>

namespace mdm::apps {
namespace {

struct Options {
    std::string name;
    bool full = false;
    std::int64_t page_size = 0;
    cli::OutputFile events;
    access::TenantChoice tenants;
    std::int64_t jobs = 4;
};

constexpr std::int64_t most_jobs = 32;

void judge_usage(const Options& o) {
    if (o.page_size < 0 || o.page_size > dep::largest_page)
        throw Error{ErrorCode::bad_usage, fmt::format("--page-size is 1 to {}", dep::largest_page)};
    if (o.jobs < 1 || o.jobs > most_jobs)
        throw Error{ErrorCode::bad_usage, fmt::format("--jobs is 1 to {}", most_jobs)};
}

/// Tokens whose keys are held here, of the tenants that are chosen, in order of their names. One that was handed over
/// is another store's to ask with.
std::vector<SyncJob> jobs_of(store::Store& store, const cli::Settings& settings, const Options& o) {
    std::vector<SyncJob> jobs;
    store::Transaction transaction = store.read();
    store::TenantPages tenants = access::chosen_tenants(transaction, settings, o.tenants);
    for (store::TenantPage page = tenants.next(); !page.empty(); page = tenants.next())
        for (const dep::HeldToken& held : dep::held_tokens(transaction, page)) {
            const store::Tenant& tenant = page.by_id(held.tenant);
            if (!held.removed_at && held.current.is_held() && !tenant.handed_over_at &&
                (o.name.empty() || held.name == o.name))
                jobs.push_back({tenant.name, held.name});
        }
    return jobs;
}

cli::Result answer_of_one(SyncedToken done) {
    if (done.failure)
        throw Error(*done.failure);
    return cli::verdict(std::move(done.record), done.findings);
}

std::optional<Error> failure_of(const SyncedToken& done) {
    if (done.failure)
        return done.failure;
    if (first_error(done.findings) != nullptr)
        return Error::from_findings(done.findings);
    return std::nullopt;
}

cli::Result answer_of_all(std::vector<SyncedToken> all) {
    std::vector<cli::Record> records;
    std::optional<Error> failure;
    std::size_t failed = 0;
    for (SyncedToken& done : all) {
        const auto why = failure_of(done);
        if (why) {
            failure = why;
            ++failed;
        }
        done.record.add({"code", why ? cli::Value(name(why->code())) : cli::Value()});
        done.record.add({"message", why ? cli::Value(why->message()) : cli::Value()});
        records.push_back(std::move(done.record));
    }
    if (failed > 0 && all.size() > 1)
        failure = Error{ErrorCode::some_failed,
                        fmt::format("{} of {} were not synced", failed,
                                    counted(static_cast<long long>(all.size()), "server token")),
                        "each of them has its code in the answer"};
    cli::Result result = cli::Rows::of(
        "results", {"tenant", "name", "mode", "added", "modified", "deleted", "total", "code"}, std::move(records));
    result.exit = [exit = failure ? exit_code(failure->code()) : 0] { return exit; };
    result.failure = std::move(failure);
    return result;
}

cli::Result run(cli::World& world, const Options& o) {
    judge_usage(o);
    store::Store store = open_dep_store(world);
    std::unique_ptr<EventSink> events;
    if (o.events.given() && !world.settings.dry_run)
        events = std::make_unique<EventSink>(world, o.events);
    cli::Progress progress(world, "devices", 0);
    const SyncWay way{
        .full = o.full, .page_size = o.page_size, .events = events.get(), .came = [&](std::int64_t devices) {
            progress.advance(devices);
        }};
    if (!o.tenants.all) {
        SyncedToken done = sync_token(world, store, world.settings.tenant, o.name, way);
        progress.clear();
        for (const Finding& finding : done.findings)
            if (finding.severity == Severity::warning)
                world.warn(finding.message);
        return answer_of_one(std::move(done));
    }
    std::vector<SyncedToken> all = sync_side_by_side(world, jobs_of(store, world.settings, o), o.jobs, way);
    progress.clear();
    return answer_of_all(std::move(all));
}

}  // namespace

cli::Command dep_sync_command() {
    return cli::command<Options>({
        .name = "sync",
        .summary = "Fetch the devices that are assigned to a service, all of them or what has changed since",
        .details =
            "The first time, and whenever Apple no longer takes the place that was kept (after 6 days without a sync), "
            "the whole list is fetched: a device that is not in it is no longer assigned, and is kept as removed. "
            "After "
            "that, only what has changed since. Apple leaves some devices out of its changes; --full finds them, and "
            "does no harm once a week. What people said of a device (mdmctl dep devices mark) is never touched.\n\n"
            "Each page is kept with the place behind it, in one step: a run that ends in the middle, whatever ends it, "
            "is gone on with by the next one, and its devices are neither lost nor there twice. A whole list becomes "
            "visible at once, when it is complete; until then it waits beside an SQLite store, in a file of its own. "
            "Two "
            "runs on one token exclude one another (locked, exit 8).\n\n"
            "A record without a serial number that can be used, or one of a change that does not say what happened, is "
            "named in findings, with page and place, and the exit is 1; all others are kept, and such a list removes "
            "no device. An answer that is no page of "
            "devices is bad_answer (exit 6), and nothing of it is kept.\n\n"
            "--events writes a line of JSON for each device that was added, modified or deleted. To a file they are "
            "appended; each is there once, and what a killed run could not write any more the next run with --events "
            "writes first. To - they are the output, and the answer goes to standard error. With --all-tenants, --jobs "
            "tokens are fetched side by side.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                declare_token_name(p, o.name);
                p.flag("--full", o.full, "the whole list, though Apple would take the place that was kept");
                p.option("--page-size", "N", o.page_size, "devices of a page, fewer than the service gives")
                    .shown_default("what the service gives, 1000 at most");
                p.option("--events", "FILE", o.events,
                         "append an event a device to it, as JSON Lines; - writes them out");
                access::declare_tenant_choice(p, o.tenants);
                p.option("--jobs", "N", o.jobs, "tokens that are fetched side by side")
                    .shown_default("4")
                    .needs({"--all-tenants"});
            },
        .run = run,
        .examples = {{"mdmctl dep sync --tenant acme", "What has changed since; the first time, all"},
                     {"mdmctl dep sync --tenant acme --full", "The whole list, to find what the changes left out"},
                     {"mdmctl dep sync --all-tenants --output json | jq -r '.results[] | select(.code) | .tenant'",
                      "Every customer's, and whose failed"},
                     {"mdmctl dep sync --tenant acme --events - | jq -r 'select(.event == \"added\") | "
                      ".device.serial_number'",
                      "Which devices are new?"}},
        .codes = {ErrorCode::no_such_token,      ErrorCode::token_ambiguous,
                  ErrorCode::key_not_held,       ErrorCode::token_expired,
                  ErrorCode::token_superseded,   ErrorCode::token_rejected,
                  ErrorCode::terms_not_accepted, ErrorCode::clock_skew,
                  ErrorCode::access_denied,      ErrorCode::other_server,
                  ErrorCode::other_organization, ErrorCode::other_origin,
                  ErrorCode::rate_limited,       ErrorCode::unavailable,
                  ErrorCode::timed_out,          ErrorCode::tls_failed,
                  ErrorCode::bad_answer,         ErrorCode::cursor_stuck,
                  ErrorCode::unreadable_device,  ErrorCode::some_failed,
                  ErrorCode::changed_meanwhile,  ErrorCode::locked,
                  ErrorCode::no_such_tenant,     ErrorCode::tenant_not_named,
                  ErrorCode::handed_over,        ErrorCode::no_store,
                  ErrorCode::no_store_key,       ErrorCode::library_missing},
        .asks_services = true,
    });
}

}  // namespace mdm::apps
