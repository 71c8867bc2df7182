// SPDX-License-Identifier: Apache-2.0
#include "base/encoding.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "dep/with_store/commands.hpp"
#include "dep/with_store/device_marking.hpp"
#include "dep/with_store/device_record.hpp"
#include "dep/with_store/token_session.hpp"

#include <fmt/format.h>
#include <memory>

namespace mdm::apps {
namespace {

struct Options {
    std::string name;
    std::vector<std::string> serials;
    cli::InputFile from;
    std::optional<dep::EnrollmentStatus> status;
};

void judge_usage(const Options& o) {
    if (o.from.given() && !o.serials.empty())
        throw Error{ErrorCode::bad_usage, "SERIAL and --from do not go together", "a list names its devices itself"};
    if (!o.from.given() && o.serials.empty())
        throw Error{ErrorCode::bad_usage, "missing: SERIAL", "serial numbers, or --from FILE for many"};
    for (const std::string& serial : o.serials)
        judge_serial(serial);
}

/// What was typed, from the beginning each time.
Serials typed(const std::vector<std::string>& serials) {
    return [serials]() -> NextSerial {
        return [&serials, at = std::size_t{0}]() mutable -> std::optional<dep::ListedSerial> {
            if (at == serials.size())
                return std::nullopt;
            return dep::ListedSerial{.serial = serials[at++]};
        };
    };
}

/// The same of a list. throws  malformed_csv: there is none in it
Serials listed(const FileContent& file) {
    const auto text = std::make_shared<const std::string>(decode_text(file.bytes.reveal()).text);
    if (!dep::SerialReader(*text).next())
        throw Error{ErrorCode::malformed_csv, fmt::format("there is no serial number in '{}'", file.name),
                    "one a line, or a CSV with the column serial_number"};
    return [text]() -> NextSerial {
        return [text, reader = std::make_shared<dep::SerialReader>(*text)] { return reader->next(); };
    };
}

std::string summary(const DeviceMarking& marking, bool is_dry_run) {
    return fmt::format("{} {} {}, {} so already{}", counted(marking.changed(), "device"),
                       is_dry_run ? "would be marked as" : "marked as", name(marking.status()), marking.unchanged(),
                       is_dry_run ? "; nothing was changed" : "");
}

cli::Result run(cli::World& world, const Options& o) {
    judge_usage(o);
    store::Store store = open_dep_store(world);
    const auto marking = std::make_shared<DeviceMarking>(
        world, store, o.name, *o.status,
        o.from.given() ? listed(world.read(o.from, limits::list_file)) : typed(o.serials));
    marking->run();
    if (marking->total() == 1 && marking->failed() == 1)
        throw marking->only_failure();
    world.say(summary(*marking, world.settings.dry_run));
    cli::Result result(cli::Rows{.name = "failed",
                                 .columns = {"row", "serial_number", "code", "message"},
                                 .next = marking->failures(),
                                 .behind = [marking] {
                                     return cli::Record{{"status", name(marking->status())},
                                                        {"changed", marking->changed()},
                                                        {"unchanged", marking->unchanged()}};
                                 }});
    if (marking->failed() == 0)
        return result;
    result.failure =
        Error{ErrorCode::some_failed,
              fmt::format("{} of {} serial numbers {}", marking->failed(), marking->total(),
                          world.settings.dry_run ? "would not be marked" : "could not be marked; the others are"),
              "mend them in the list and run it again: what is marked is left alone"};
    result.exit = [] { return exit_code(ErrorCode::some_failed); };
    return result;
}

}  // namespace

cli::Command dep_devices_mark_command() {
    return cli::command<Options>({
        .name = "devices mark",
        .summary = "Note whether devices are enrolled: by serial number, or from a list of a million",
        .details =
            "For what another system knows: it is kept as enrollment_status, stays whatever mdmctl dep sync fetches, "
            "and "
            "is told to nobody. not_contacted takes it back.\n\n"
            "--from takes a CSV with commas, semicolons or tabs whose first row names the column serial_number, serial "
            "or Serial Number, else the first column, or serial numbers one a line; UTF-8 or UTF-16, with a byte order "
            "mark or without. Lower case will do, and one that is there twice is marked once. Rows that name no known "
            "device are in the answer, the others are done: exit 1.\n\n"
            "A thousand rows are one transaction with one event of the audit, which names each device with what it was "
            "before. Killed at any moment, the rows so far are marked, and the same command does the rest. What is "
            "marked so already is left alone.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                p.positional("SERIAL", o.serials, "serial numbers of devices").optional();
                p.choice("--status", o.status,
                         {{"enrolled", dep::EnrollmentStatus::enrolled},
                          {"removed", dep::EnrollmentStatus::removed},
                          {"not_contacted", dep::EnrollmentStatus::not_contacted}},
                         "what is true of them")
                    .required();
                p.option("--from", "FILE", o.from, "a list of serial numbers; - is standard input");
                declare_device_token(p, o.name);
            },
        .run = run,
        .examples = {{"mdmctl dep devices mark C02XK1JHJG5H --status enrolled", "One, by hand"},
                     {"mdmctl dep devices mark --from enrolled.csv --status enrolled --dry-run",
                      "Which of them are not known?"},
                     {"mdmctl dep devices mark --from enrolled.csv --status enrolled --output csv >unknown.csv",
                      "All that another system knows, and what is left over"}},
        .codes = {ErrorCode::some_failed, ErrorCode::no_such_device, ErrorCode::not_a_serial, ErrorCode::malformed_csv,
                  ErrorCode::no_such_token, ErrorCode::no_such_tenant, ErrorCode::tenant_not_named,
                  ErrorCode::handed_over, ErrorCode::no_store, ErrorCode::no_store_key, ErrorCode::locked},
    });
}

}  // namespace mdm::apps
