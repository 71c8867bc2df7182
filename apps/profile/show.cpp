// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "profile/commands.hpp"
#include "profile/told_profile.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

cli::Value value_of(const profile::Setting& setting) {
    if (const bool* flag = std::get_if<bool>(&setting.value))
        return *flag;
    if (const auto* number = std::get_if<std::int64_t>(&setting.value))
        return *number;
    if (const auto* text = std::get_if<std::string>(&setting.value))
        return *text;
    return {};
}

/// Settings are listed up to a limit, and that there are more is said.
void warn_of_more(const cli::World& world, const ToldProfile& told) {
    std::size_t listed = 0;
    for (const auto& settings : told.settings)
        listed += settings.size();
    if (listed == profile::most_settings)
        world.warn(fmt::format("'{}' has many settings: those beyond {} are not listed", told.file, listed));
}

std::vector<cli::Record> records_of(const std::vector<profile::Setting>& settings) {
    std::vector<cli::Record> records;
    records.reserve(settings.size());
    for (const profile::Setting& setting : settings)
        records.push_back({{"path", setting.path},
                           {"type", setting.type},
                           {"value", value_of(setting)},
                           {"secret", setting.is_secret},
                           {"bytes", setting.type == "data" ? cli::Value(setting.bytes) : cli::Value()}});
    return records;
}

std::vector<std::string> needs_of(const profile::PayloadExplanation& payload) {
    std::vector<std::string> needs = profile::needs_of(payload.conditions);
    if (const std::size_t some = payload.supervised_statements(); some > 0)
        needs.push_back(fmt::format("supervision for {} of {} settings", some, payload.statements.size()));
    return needs;
}

/// In a table the payload is a line, and its settings have no place there.
cli::Record payload_record(const profile::PayloadExplanation& payload, const std::vector<profile::Setting>& settings,
                           bool is_table) {
    cli::Record record{{"type", payload.type},
                       {"name", none_if_empty(payload.name)},
                       {"identifier", none_if_empty(payload.identifier)},
                       {"needs", needs_of(payload)}};
    if (is_table)
        return record;
    for (cli::Field& field : cli::Record{{"kind", none_if_empty(payload.kind)},
                                         {"uuid", none_if_empty(payload.uuid)},
                                         {"organization", none_if_empty(payload.organization)},
                                         {"description", none_if_empty(payload.description)},
                                         {"systems", payload.conditions.since},
                                         {"deprecated", payload.conditions.deprecated},
                                         {"removed", payload.conditions.removed},
                                         {"settings", records_of(settings)}}
                                 .fields)
        record.add(std::move(field));
    return record;
}

/// Why a device would not show it as Verified.
std::vector<std::string> reasons_of(const profile::Verification& signature) {
    std::vector<std::string> reasons;
    for (const Finding& finding : signature.findings)
        if (finding.severity == Severity::error && finding.code != ErrorCode::not_signed)
            reasons.push_back(finding.message);
    return reasons;
}

cli::Result run(cli::World& world, const TellingOptions& o) {
    const ToldProfile told = tell(world, o);
    const profile::Removal& removal = told.explanation.removal;
    const bool is_table = world.settings.output == cli::Output::table;
    std::vector<cli::Record> payloads;
    for (std::size_t i = 0; i < told.explanation.payloads.size(); ++i)
        payloads.push_back(payload_record(told.explanation.payloads[i], told.settings[i], is_table));
    cli::Record record = identity_record(told);
    const std::vector<std::string> reasons = reasons_of(told.signature);
    record.add({"reasons", is_table && reasons.empty() ? cli::Value() : cli::Value(reasons)});
    record.add({"encrypted", told.explanation.is_encrypted});
    record.add({"removal_disallowed", removal.is_disallowed});
    record.add({"removal_password", removal.asks_password});
    record.add({"removal_date", removal.at});
    record.add({"removal_after_seconds", removal.after});
    record.add({"expiration_date", removal.update_offered_from});
    record.add({"ends_management", removal.ends_management});
    record.add({"payloads", std::move(payloads)});
    if (told.errors > 0)
        world.warn(fmt::format("'{}' has {}: {}", told.file, counted(static_cast<long long>(told.errors), "error"),
                               lint_command(told)));
    if (!is_table)
        warn_of_more(world, told);
    return record;
}

}  // namespace

cli::Command profile_show_command() {
    return cli::command<TellingOptions>({
        .name = "show",
        .summary = "Show what a configuration profile is: who signed it, how it comes off, its payloads",
        .details =
            "Reads a profile as it is: XML or binary, signed or not. Shown are identifier, UUID, organization and "
            "scope; verdict, the word that a device would show of its signature, with the reasons against it, as "
            "mdmctl profile verify gives them; how it is removed; and a line for each payload with what it needs of a "
            "device. ends management: it enrolls the device, and its removal takes all managed settings, apps and "
            "accounts along. errors and warnings count what mdmctl profile lint finds.\n\n"
            "JSON has each payload's settings as well, one by one with their paths, up to 5000. Passwords and other "
            "secrets are never shown, nor a text that holds one; data is told by its size, and a URL loses what it has "
            "before its @ and the values behind its ?.\n\n"
            "A profile with errors is shown all the same, and exit is 0: lint and verify judge. Nothing is written "
            "and no store is needed.",
        .options = declare_telling,
        .run = run,
        .examples = {{"mdmctl profile show wifi.mobileconfig", "What is in it, and who signed it?"},
                     {"mdmctl profile show wifi.mobileconfig --output json | jq -r '.payloads[].settings[] | "
                      "\"\\(.path): \\(.value)\"'",
                      "Each of its settings, for a script"}},
        .codes = telling_codes(),
    });
}

}  // namespace mdm::apps
