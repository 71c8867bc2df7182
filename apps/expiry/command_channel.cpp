// SPDX-License-Identifier: Apache-2.0
#include "expiry/command_channel.hpp"

#include "base/hook.hpp"
#include "base/json_object.hpp"
#include "base/text.hpp"
#include "cli/json_text.hpp"
#include "crypto/digest.hpp"
#include "expiry/reminder_words.hpp"
#include "expiry/service_record.hpp"

#include <fmt/format.h>
#include <map>
#include <utility>

namespace mdm::apps {
namespace {

constexpr std::string_view input_key = "input";
/// What a shell ends with that does not find the command, or may not run it.
constexpr int not_runnable = 126;
constexpr int not_found = 127;

std::string item_of(const expiry::ServiceLine& line) {
    std::string out;
    cli::append_json(out, service_record(line), cli::JsonLayout::compact);
    return out + "\n";
}

Error failure_of(const HookEnded& ended) {
    const std::string how = ended.timed_out     ? "was ended after a minute"
                            : ended.signal != 0 ? fmt::format("was ended by signal {}", ended.signal)
                                                : fmt::format("ended with {}", ended.exit);
    const std::string_view said = trimmed(ended.said);
    const std::string_view last = said.substr(said.rfind('\n') + 1);
    return {ErrorCode::hook_failed,
            last.empty() ? fmt::format("the command {}", how)
                         : fmt::format("the command {}: {}", how, printable(last.substr(0, 200))),
            "exit 0 says that the message was delivered; the next run tries again"};
}

class CommandChannel final : public ReminderChannel {
public:
    explicit CommandChannel(std::string command)
        : command_(std::move(command)), key_(crypto::sha256_hex(command_).substr(0, 16)) {}

    std::string_view name() const override { return "command"; }
    expiry::Interest interest() const override { return expiry::Interest::everything; }
    std::size_t most_lines() const override { return 1; }
    std::vector<std::string> destinations(const expiry::ServiceLine&) const override {
        return {fmt::format("command:{}", key_)};
    }
    bool leads_to(std::string_view destination) const override {
        return destination == fmt::format("command:{}", key_);
    }
    // The command line itself may hold a secret, although it should not.
    std::string where(std::string_view) const override { return own_place(); }
    std::string own_place() const override { return fmt::format("command {}", key_.substr(0, 8)); }

    std::string content(const expiry::OutgoingMessage&, const std::vector<expiry::Reminder>& reminders,
                        Time) const override {
        const auto& [line, news] = reminders.front();
        return json_object({{"MDMCTL_TENANT", line.tenant ? line.tenant->name : ""},
                            {"MDMCTL_EXTERNAL_ID", line.tenant ? line.tenant->external_id : ""},
                            {"MDMCTL_ITEM_ID", line.id},
                            {"MDMCTL_EVENT", std::string(expiry::name(news.event))},
                            {"MDMCTL_SEVERITY", std::string(expiry::name(line.health))},
                            {"MDMCTL_SERVICE", line.service},
                            {"MDMCTL_NAME", line.name},
                            {"MDMCTL_EXPIRES", line.not_after ? to_rfc3339(*line.not_after) : ""},
                            {"MDMCTL_DAYS_LEFT", line.days_left ? std::to_string(*line.days_left) : ""},
                            {"MDMCTL_TEXT", expiry::one_line(reminders.front())},
                            {"MDMCTL_LOST", line.not_after ? expiry::loss_in(line) : ""},
                            {"MDMCTL_NEXT_COMMAND", line.first_command()},
                            {input_key, item_of(line)}});
    }

    Delivery deliver(const expiry::OutgoingMessage& message) override {
        HookCall call{.command = command_};
        for (auto& [key, value] : json_strings(message.content).value_or(std::map<std::string, std::string>()))
            if (key == input_key)
                call.input = std::move(value);
            else
                call.variables.emplace_back(key, std::move(value));
        const HookEnded ended = run_hook(call);
        if (ended.went_well())
            return {};
        return {Delivery::State::refused, failure_of(ended),
                ended.exit == not_found || ended.exit == not_runnable || ended.timed_out};
    }

private:
    std::string command_;
    std::string key_;
};

}  // namespace

std::unique_ptr<ReminderChannel> command_channel(std::string command) {
    return std::make_unique<CommandChannel>(std::move(command));
}

}  // namespace mdm::apps
