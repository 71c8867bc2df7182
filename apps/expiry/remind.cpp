// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "expiry/command_channel.hpp"
#include "expiry/commands.hpp"
#include "expiry/mail_channel.hpp"
#include "expiry/reminder_run.hpp"
#include "expiry/webhook_channel.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    access::TenantChoice tenants;
    std::optional<Time> at;
    MailOptions mail;
    WebhookOptions webhook;
    std::string command;
};

struct Unusable {
    std::string_view channel;
    Error why;
};

/// What can be set up; one that cannot does not stop the others.
/// throws  bad_usage: none was asked for; what keeps the only one from being set up
ReminderRun::Channels channels_of(const cli::World& world, const Options& o, std::vector<Unusable>& unusable) {
    ReminderRun::Channels channels;
    const auto add = [&](bool wanted, std::string_view name, const auto& make) {
        if (!wanted)
            return;
        try {
            channels.push_back(make());
        } catch (const Error& e) {
            if (e.code() == ErrorCode::bad_usage)
                throw;
            unusable.push_back({name, e});
        }
    };
    add(!o.mail.server.empty(), "mail", [&] { return mail_channel(world, o.mail); });
    add(o.webhook.url.given(), "webhook", [&] { return webhook_channel(world, o.webhook); });
    add(!o.command.empty(), "command", [&] { return command_channel(o.command); });
    if (channels.empty() && !unusable.empty())
        throw unusable.front().why;
    if (channels.empty())
        throw Error{ErrorCode::bad_usage, "there is no way for the reminders to go out",
                    "--smtp URL, --webhook-file FILE, --exec COMMAND, or several of them"};
    return channels;
}

void say_how_it_went(const cli::World& world, const ReminderRun& run) {
    if (run.unaddressed() > 0) {
        const std::string tenant =
            run.first_unaddressed().empty() ? "" : fmt::format(" --tenant {}", shell_quoted(run.first_unaddressed()));
        world.warn(fmt::format("{} {} due for a reminder, and nobody is told: mdmctl tenant contact add ADDRESS{}",
                               counted(run.unaddressed(), "thing"), run.unaddressed() == 1 ? "is" : "are", tenant));
    }
    if (world.settings.dry_run)
        world.say("nothing was sent, and nothing was changed");
    else if (run.sent() + run.failed() + run.unaddressed() == 0)
        world.say("nothing is due");
}

void conclude(cli::Result& result, const ReminderRun& run) {
    if (run.failed() == 0)
        return;
    result.failure = Error{ErrorCode::some_failed,
                           fmt::format("{} of {} failed{}", run.failed(), counted(run.sent() + run.failed(), "message"),
                                       run.first_failure() ? ": " + run.first_failure()->message() : ""),
                           run.first_failure() && !run.first_failure()->hint().empty()
                               ? run.first_failure()->hint()
                               : "what did not arrive is tried again by the next run"};
    result.exit = [] { return exit_code(ErrorCode::some_failed); };
}

cli::Result run(cli::World& world, const Options& o) {
    const Time now = o.at.value_or(world.clock.now());
    access::TenantChoice tenants = o.tenants;
    tenants.all |= world.settings.tenant.empty();
    std::vector<Unusable> unusable;
    ReminderRun reminders(world, tenants, channels_of(world, o, unusable), now);
    for (const auto& [channel, why] : unusable)
        reminders.note_unusable(channel, why);
    reminders.run();
    say_how_it_went(world, reminders);
    auto messages = reminders.take_messages();
    const auto count = static_cast<std::int64_t>(messages.size());
    cli::Rows rows = cli::Rows::of("messages", {"channel", "destination", "tenant", "event", "items", "state", "error"},
                                   std::move(messages));
    rows.behind = [now, count, items = reminders.lines(), sent = reminders.sent(), failed = reminders.failed()] {
        return cli::Record{
            {"checked_at", now},
            {"summary", cli::Record{{"messages", count}, {"items", items}, {"sent", sent}, {"failed", failed}}}};
    };
    cli::Result result(std::move(rows));
    conclude(result, reminders);
    return result;
}

}  // namespace

cli::Command expiry_remind_command() {
    return cli::command<Options>({
        .name = "remind",
        .summary = "Tell people and systems what ends soon, each step once",
        .details =
            "To be run by a timer, as often as you like and on several hosts: each reminder goes out once. Its steps "
            "are the reminder days in force (30, 15, 5, 3, 2 and 1 day before an end, unless a policy says otherwise), "
            "the end itself, and 7 and 21 days after it. After days on which nothing ran, one message tells the latest "
            "step. After a renewal all begins anew. What was acknowledged or snoozed is not told of until then; what "
            "was handed over never. mdmctl expiry explain shows who is told when, and what was sent.\n\n"
            "Mail goes to the contacts in force for each policy, and to --to: one message for each person, with all "
            "that is due, as text and HTML. Each thing stands there with what is lost when it has ended, for how many "
            "devices, the account that is needed, the first command, and the id of its item; a push certificate with "
            "its topic. TLS is required (STARTTLS with smtp://, at once with smtps://) and the server's certificate is "
            "verified; plain text is for a server on 127.0.0.1 or ::1 that takes no password. MDMCTL_CA_FILE names an "
            "authority of your own.\n\n"
            "The webhook and the command are told more, one message for each thing: of steps (event due, expired), of "
            "whatever else check finds wrong (finding), and when all is well again (resolved), always with the same "
            "item id. The webhook gets JSON: event, text, lost, and the item of check. With --template it gets that "
            "file, with a value in the place of each {{text}}, {{event}}, {{tenant}}, {{display_name}}, "
            "{{external_id}}, {{item_id}}, {{severity}}, {{state}}, {{service}}, {{name}}, {{policy}}, {{expires}}, "
            "{{days_left}}, {{devices}}, {{account}}, {{topic}}, {{lost}} and {{next_command}}. A header "
            "Idempotency-Key is the same when a message is sent again. HTTPS is required, but to 127.0.0.1 and ::1; "
            "MDMCTL_USER_AGENT, https_proxy and no_proxy are honoured, and --trace shows what the webhook is sent, and "
            "with which status and headers it answers.\n\n"
            "--exec runs COMMAND with /bin/sh once for each thing: the item of check as JSON on standard input, and "
            "MDMCTL_TENANT, MDMCTL_EXTERNAL_ID, MDMCTL_ITEM_ID, MDMCTL_EVENT, MDMCTL_SEVERITY, MDMCTL_SERVICE, "
            "MDMCTL_NAME, MDMCTL_EXPIRES, MDMCTL_DAYS_LEFT, MDMCTL_NEXT_COMMAND, MDMCTL_TEXT and MDMCTL_LOST (what is "
            "lost when it has ended) in its environment. Exit 0 says "
            "that it was delivered; after a minute it is ended. Another URL or another command line is a destination "
            "of its own, which is told of all that is due then.\n\n"
            "A way that fails does not stop the others: exit 1, status shows it, and the next run tries again. A run "
            "that is killed loses nothing: what it may have sent without learning so goes out again, word for word and "
            "with the same Message-ID and item ids, until it is taken or a month is over. A run that finds another one "
            "at work waits for a minute, then ends "
            "with exit 8. With --dry-run nothing is sent. With --at it is done as if it were then; what was sent at a "
            "time that is "
            "still to come does not count. "
            "No key is needed.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                declare_mail_options(p, o.mail);
                declare_webhook_options(p, o.webhook);
                p.option("--exec", "COMMAND", o.command, "a command line that is run for each thing");
                access::declare_tenant_choice(p, o.tenants);
                p.option("--at", "TIME", o.at, "as if it were then").shown_default("now");
            },
        .run = run,
        .examples = {{"mdmctl expiry remind --smtp smtp://mdm@mail.example.org --smtp-password-file mail.password",
                      "What the timer runs"},
                     {"mdmctl expiry remind --smtp smtp://localhost --dry-run", "Who would be told now?"},
                     {"mdmctl expiry remind --webhook-file chat.url", "Into a chat, or a ticket system"},
                     {"mdmctl expiry remind --exec ./open-ticket", "By a script of your own"}},
        .codes = {ErrorCode::some_failed, ErrorCode::mail_refused, ErrorCode::webhook_refused, ErrorCode::hook_failed,
                  ErrorCode::insecure_connection, ErrorCode::library_missing, ErrorCode::locked,
                  ErrorCode::no_such_tenant, ErrorCode::no_store},
        .asks_services = true,
    });
}

}  // namespace mdm::apps
