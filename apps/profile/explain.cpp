// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "profile/commands.hpp"
#include "profile/explanation_text.hpp"
#include "profile/overview.hpp"
#include "profile/told_profile.hpp"

#include <algorithm>

namespace mdm::apps {
namespace {

std::vector<std::string> names_of(const std::vector<profile::Os>& systems) {
    std::vector<std::string> names(systems.size());
    std::transform(systems.begin(), systems.end(), names.begin(), [](profile::Os os) { return std::string(name(os)); });
    return names;
}

cli::Record payload_record(const profile::PayloadExplanation& payload) {
    std::vector<cli::Record> statements;
    for (const profile::Statement& statement : payload.statements)
        statements.push_back({{"path", statement.path},
                              {"text", statement.text},
                              {"effect", name(statement.effect)},
                              {"systems", statement.conditions.since},
                              {"needs_supervision", names_of(statement.conditions.supervised)},
                              {"deprecated", statement.conditions.deprecated},
                              {"removed", statement.conditions.removed}});
    return {{"type", payload.type},
            {"kind", none_if_empty(payload.kind)},
            {"name", none_if_empty(payload.name)},
            {"identifier", none_if_empty(payload.identifier)},
            {"uuid", none_if_empty(payload.uuid)},
            {"about", overview_of(payload)},
            {"when_removed", none_if_empty(payload.removed)},
            {"needs_supervision", names_of(payload.conditions.supervised)},
            {"statements", std::move(statements)}};
}

cli::Record record_of(const ToldProfile& told, Time now) {
    cli::Record record = identity_record(told);
    std::vector<cli::Record> payloads;
    for (const profile::PayloadExplanation& payload : told.explanation.payloads)
        payloads.push_back(payload_record(payload));
    record.add({"about", overview_of(told.explanation)});
    record.add({"signature", sentences_on_signature(told.signature, told.trusted)});
    record.add({"removal", sentences_of(told.explanation.removal, now)});
    record.add({"ends_management", told.explanation.removal.ends_management});
    record.add({"payloads", std::move(payloads)});
    return record;
}

cli::Result run(cli::World& world, const TellingOptions& o) {
    const ToldProfile told = tell(world, o);
    const Time now = world.clock.now();
    const auto width = world.terminal.output_is_terminal() ? static_cast<std::size_t>(world.terminal.columns()) : 0;
    return cli::Text{explanation_text(told, now, width, world.terminal.color()), record_of(told, now)};
}

}  // namespace

cli::Command profile_explain_command() {
    return cli::command<TellingOptions>({
        .name = "explain",
        .summary = "Tell in plain language what a configuration profile does to a device",
        .details =
            "For who has to decide on a profile, or to answer for it, and does not know its keys: who signed it and "
            "what a device shows of that, whether users may remove it and what goes with it, and payload by payload "
            "what it does, what users may no longer do, what needs a supervised device, and what Apple advises "
            "against. What a profile says that would be so anyway stands apart. Of an enrollment: what the server may "
            "do from then on, and that its removal takes all managed settings, apps and accounts along.\n\n"
            "Reads a profile as it is: XML or binary, signed or not. A key without words of its own is told by name "
            "and value, and a payload of an unknown type says that it is. Passwords and other secrets are never shown, "
            "and certificates are told by their names. JSON has each sentence with the key that it is about.\n\n"
            "The sentences are our own words. What Apple says of a key, its documentation tells; what is wrong with a "
            "profile, mdmctl profile lint. A profile with errors is explained all the same, says so, and exit is 0. "
            "Nothing is written and no store is needed.",
        .options = declare_telling,
        .run = run,
        .examples = {{"mdmctl profile explain baseline.mobileconfig", "What happens to a device that installs it?"},
                     {"mdmctl profile explain enroll.mobileconfig --output json | jq -r '.removal[]'",
                      "What goes when it is removed?"}},
        .codes = telling_codes(),
    });
}

}  // namespace mdm::apps
