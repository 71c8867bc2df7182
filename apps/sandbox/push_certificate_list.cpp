// SPDX-License-Identifier: Apache-2.0
#include "sandbox/commands.hpp"
#include "sandbox/download.hpp"

namespace mdm::apps {
namespace {

struct Options {
    std::string apple_account;
};

cli::Result run(cli::World& world, const Options& o) {
    const Time now = world.clock.now();
    const sandbox::Portal portal = open_portal(world, sandbox::Visit::look);
    std::vector<cli::Record> rows;
    const auto account = o.apple_account.empty() ? std::nullopt : std::optional{o.apple_account};
    for (const auto& row : portal.list(account))
        rows.push_back({
            {"topic", row.topic},
            {"status", now <= row.certificate.not_after() ? "active" : "expired"},
            {"not_after", row.certificate.not_after()},
            {"days_left", days_between(now, row.certificate.not_after())},
            {"serial", row.certificate.serial()},
            {"apple_account", row.apple_account},
            {"notes", row.notes},
        });
    return cli::Rows::of("certificates",
                         {"topic", "status", "not_after", "days_left", "serial", "apple_account", "notes"},
                         std::move(rows));
}

}  // namespace

cli::Command push_certificate_list_command() {
    return cli::command<Options>({
        .name = "portal push-certificate list",
        .summary = "List the rows of the pretend portal",
        .details = "Shows what \"Certificates for Third-Party Servers\" shows: a row a topic, with its current "
                   "certificate. Nothing is changed.",
        .options =
            [](cli::Parser& p, Options& o) {
                p.option("--apple-account", "ACCOUNT", o.apple_account, "only the rows that this account sees");
            },
        .run = run,
        .examples = {{"mdmctl sandbox portal push-certificate list", "Every row there is"}},
        .codes = {ErrorCode::damaged_state},
    });
}

}  // namespace mdm::apps
