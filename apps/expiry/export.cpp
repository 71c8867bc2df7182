// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "cli/render.hpp"
#include "expiry/calendar.hpp"
#include "expiry/commands.hpp"
#include "expiry/prometheus.hpp"
#include "expiry/round.hpp"
#include "expiry/service_record.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace mdm::apps {
namespace {

enum class Format { none, prometheus, ics, csv, json };

struct Options {
    Format format = Format::none;
    cli::OutputFile out;
    access::TenantChoice tenants;
    std::optional<Time> at;
};

std::string_view word_of(Format format) {
    constexpr std::array<std::string_view, 5> words{"", "prometheus", "ics", "csv", "json"};
    return words.at(static_cast<std::size_t>(format));
}

/// One reading for each metric, for the format wants its samples together and they are too many to be kept.
std::int64_t write_prometheus(Round& round, cli::Batch& batch) {
    std::int64_t items = 0;
    for (const expiry::Metric& metric : expiry::line_metrics()) {
        round.again();
        expiry::append_heading(batch.text(), metric);
        for (items = 0; const auto line = round.next(); ++items) {
            expiry::append_sample(batch.text(), metric, *line);
            batch.row_done();
        }
    }
    expiry::append_totals(batch.text(), round.tally(), round.checked_at());
    return items;
}

std::int64_t write_calendar(Round& round, cli::Batch& batch) {
    std::int64_t events = 0;
    expiry::append_calendar_start(batch.text());
    while (const auto line = round.next()) {
        expiry::append_event(batch.text(), *line);
        events += line->not_after ? 1 : 0;
        batch.row_done();
    }
    expiry::append_calendar_end(batch.text());
    return events;
}

/// CSV and JSON are the answer of check, by the renderer of all answers.
std::int64_t write_records(Round& round, cli::Output output, const cli::Page& page) {
    std::int64_t items = 0;
    const auto next = [&]() -> std::optional<cli::Record> {
        const auto line = round.next();
        if (!line)
            return std::nullopt;
        ++items;
        return service_record(*line);
    };
    cli::render(
        cli::Rows{
            .name = "services",
            .columns = {"id",       "tenant",  "external_id", "policy",        "service",         "name",
                        "severity", "state",   "expires",     "days_left",     "devices",         "apple_account",
                        "topic",    "key",     "deployed",    "first_seen_at", "last_checked_at", "acknowledged_until",
                        "action",   "findings"},
            .next = next,
            .behind = [&] { return round.behind(); }},
        output, {}, page);
    return items;
}

std::int64_t write_as(Format format, Round& round, const cli::Page& page) {
    if (format == Format::csv || format == Format::json)
        return write_records(round, format == Format::csv ? cli::Output::csv : cli::Output::json, page);
    cli::Batch batch{page};
    const std::int64_t items =
        format == Format::prometheus ? write_prometheus(round, batch) : write_calendar(round, batch);
    batch.pass_on();
    return items;
}

/// What an earlier run wrote is replaced, and nothing else: a store, its key, a certificate.
void refuse_other_files(const cli::OutputFile& out) {
    constexpr std::array<std::string_view, 4> beginnings{"# HELP mdmctl_",
                                                         "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//mdmctl",
                                                         "id,tenant,external_id,", "{\n  \"services\": ["};
    constexpr std::size_t longest = 64;
    const auto there = out.path == "-" ? std::nullopt : first_bytes(out.path, longest);
    if (there && std::none_of(beginnings.begin(), beginnings.end(), [&](auto b) { return there->starts_with(b); }))
        throw Error{ErrorCode::output_exists, fmt::format("'{}' is there, and no export wrote it", out.path),
                    "name another file; this one stays as it was"};
}

cli::Result run(cli::World& world, const Options& o) {
    refuse_other_files(o.out);
    Round round(world, o.tenants, o.at);
    std::int64_t items = 0;
    world.write_pieces(o.out, Privacy::open, [&](const cli::World::Pieces& put) {
        items = write_as(o.format, round, cli::Page{.put = put});
    });
    if (!world.output_taken)
        world.say(fmt::format("exported {} to '{}'; the store is as it was", counted(items, "item"), o.out.path));
    return cli::Record{{"out", o.out.path}, {"format", word_of(o.format)}, {"items", items}, {"changed", true}};
}

}  // namespace

cli::Command expiry_export_command() {
    return cli::command<Options>({
        .name = "export",
        .summary = "Write what ends when for Prometheus, a calendar, a spreadsheet or a script",
        .details =
            "prometheus is the text format that node_exporter's textfile collector reads: "
            "mdmctl_expiry_timestamp_seconds is when something ends, mdmctl_severity how it stands (0 ok, 1 warning, 2 "
            "critical, 3 unknown, as check judges), mdmctl_devices how many devices hang on it, each with the labels "
            "id, tenant, policy, service and name; mdmctl_services counts by severity, and "
            "mdmctl_check_timestamp_seconds is when all this was judged. Times are seconds since 1970, never days "
            "left, so that they stay true however old the file is. What has no end has no sample of it.\n\n"
            "Rules to alert by: `mdmctl_expiry_timestamp_seconds - time() < 14 * 86400` (it ends within 14 days), "
            "`mdmctl_severity >= 2` (what check says is CRITICAL or UNKNOWN), and `time() - "
            "mdmctl_check_timestamp_seconds > 2 * 86400` (the job that writes the file died).\n\n"
            "ics is a calendar (RFC 5545): an event on the day, by UTC, on which something ends, with an alarm for "
            "each reminder day in force. An event keeps its UID through renewals: read again, the calendar moves it. "
            "Its text says when exactly, what to do, with which account, and the first command. What lacks has no "
            "event.\n\n"
            "csv and json are every line of check: json the very object of check --output json, csv without `next`.\n\n"
            "The file appears whole or not at all and replaces an earlier export, and no other file; where the command "
            "fails, that one stays. Others may read it, as far as the umask lets them. With - the data go to standard "
            "output. No key is needed; the store is not changed.",
        .options =
            [](cli::Parser& p, Options& o) {
                p.choice("--format", o.format,
                         {{"prometheus", Format::prometheus},
                          {"ics", Format::ics},
                          {"csv", Format::csv},
                          {"json", Format::json}},
                         "what to write")
                    .required();
                p.option("--out", "FILE", o.out, "where to; - is standard output").required();
                access::declare_tenant_choice(p, o.tenants);
                p.option("--at", "TIME", o.at, "judge as if it were then").shown_default("now");
            },
        .run = run,
        .examples = {{"mdmctl expiry export --format prometheus --all-tenants --out "
                      "/var/lib/prometheus/node-exporter/mdmctl.prom",
                      "What cron writes every hour"},
                     {"mdmctl expiry export --format ics --all-tenants --out mdm.ics",
                      "What ends, in the team's calendar"},
                     {"mdmctl expiry export --format csv --tenant acme --out acme.csv",
                      "A customer's list, to be sent"}},
        .codes = {ErrorCode::output_exists, ErrorCode::no_such_tenant, ErrorCode::tenant_not_named,
                  ErrorCode::no_store},
    });
}

}  // namespace mdm::apps
