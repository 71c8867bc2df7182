// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "expiry/commands.hpp"
#include "expiry/folder_scan.hpp"
#include "store/policies.hpp"

#include <fmt/format.h>
#include <memory>

namespace mdm::apps {
namespace {

struct Options {
    std::string folder;
    std::optional<std::chrono::seconds> within;
    std::optional<Time> at;
};

std::string_view state_of(const expiry::Found& found, Time now) {
    if (!found.not_after)
        return "unknown";
    if (now > *found.not_after)
        return "expired";
    return days_between(now, *found.not_after) <= store::usual_remind_days.front() ? "expiring" : "valid";
}

cli::Record record_of(const expiry::Found& found, Time now) {
    const auto& end = found.not_after;
    return {{"file", found.file},
            {"kind", name(found.kind)},
            {"name", none_if_empty(found.name)},
            {"state", state_of(found, now)},
            {"expires", end},
            {"days_left", end ? std::optional(days_between(now, *end)) : std::nullopt},
            {"code", found.trouble ? cli::Value(name(found.trouble->code)) : cli::Value()},
            {"message", found.trouble ? cli::Value(found.trouble->message) : cli::Value()}};
}

class Scan {
public:
    Scan(const cli::World& world, const Options& o)
        : world_(world), now_(o.at.value_or(world.clock.now())), within_(o.within), folder_(o.folder) {}

    std::optional<cli::Record> next() {
        while (const auto found = folder_.next()) {
            failed_ = failed_ || found->kind == expiry::Found::Kind::unreadable;
            if (!within_ || !found->not_after || *found->not_after - now_ <= *within_) {
                ++shown_;
                return record_of(*found, now_);
            }
        }
        world_.say(
            fmt::format("{} looked into, {} shown", counted(static_cast<long long>(folder_.files()), "file"), shown_));
        return std::nullopt;
    }
    int exit() const { return failed_ ? 1 : 0; }

private:
    const cli::World& world_;
    Time now_;
    std::optional<std::chrono::seconds> within_;
    expiry::FolderScan folder_;
    std::size_t shown_ = 0;
    bool failed_ = false;
};

cli::Result run(cli::World& world, const Options& o) {
    const auto scan = std::make_shared<Scan>(world, o);
    return {cli::Rows{.name = "results",
                      .columns = {"state", "expires", "days_left", "kind", "name", "file", "code"},
                      .next = [scan] { return scan->next(); }},
            [scan] { return scan->exit(); }};
}

}  // namespace

cli::Command expiry_scan_command() {
    return cli::command<Options>({
        .name = "scan",
        .summary = "Find every certificate, token and PKCS#12 below a folder, and say when each ends",
        .details =
            "Each certificate of a file is a line of its own, in PEM or DER; so is an Apps and Books token. A PKCS#12 "
            "that has a passphrase and an encrypted message, as a server token, are unknown: nobody is asked for "
            "anything. What looks like a certificate and cannot be read is unknown as well, with its code. Symbolic "
            "links are not followed. No store is needed, and nothing is kept: mdmctl expiry add does that.\n\n"
            "The exit is 1 when a file or folder could not be opened.",
        .options =
            [](cli::Parser& p, Options& o) {
                p.positional("DIR", o.folder, "the folder").required().completed_by(cli::Argument::Takes::folder);
                p.option("--within", "LENGTH", o.within, "what ends so soon alone, and what is unknown: 60d, 8w");
                p.option("--at", "TIME", o.at, "as if it were then").shown_default("now");
            },
        .run = run,
        .examples = {{"mdmctl expiry scan /etc/ssl", "What on this machine ends, and when?"},
                     {"mdmctl expiry scan . --within 60d --output json", "For a script"}},
        .codes = {ErrorCode::no_such_file, ErrorCode::not_a_file, ErrorCode::cannot_read, ErrorCode::passphrase_needed,
                  ErrorCode::malformed_pem, ErrorCode::malformed_der},
    });
}

}  // namespace mdm::apps
