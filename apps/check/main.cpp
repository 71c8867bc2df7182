// SPDX-License-Identifier: Apache-2.0
#include "access/tenant_choice.hpp"
#include "base/text.hpp"
#include "cli/command.hpp"
#include "expiry/asked.hpp"
#include "expiry/live.hpp"
#include "expiry/round.hpp"
#include "expiry/service_record.hpp"
#include "rooms/live_services.hpp"

#include <memory>
#include <utility>
#include <vector>

namespace mdm::apps {
namespace {

struct Options {
    access::TenantChoice tenants;
    std::optional<Time> at;
    bool live = false;
};

/// The lines of a round, and with --live what the services themselves say of them: some lines at a time.
class Lines {
public:
    Lines(const cli::World& world, const Options& o)
        : round_(world, o.tenants, o.at), services_(o.live ? live_services(world) : Services{}) {
        tally_.tenants = round_.tally().tenants;
    }

    std::optional<expiry::ServiceLine> next() {
        if (at_ == some_.size() && !read_some())
            return std::nullopt;
        tally_.count(some_[at_].health);
        return std::move(some_[at_++]);
    }

    /// When all lines were given.
    void note_what_was_seen() {
        round_.note_what_was_seen();
        if (answered_.empty() || !round_.is_present())
            return;
        try {
            expiry::note_asked(round_.store(), answered_, round_.checked_at());
        } catch (const Error&) {
            // Who may only read the store judges all the same.
        }
    }

    cli::Record behind() {
        tally_.tenants = round_.tally().tenants;
        return round_.behind(tally_);
    }
    int exit() const { return expiry::monitoring_exit(tally_.worst()); }

private:
    using Services = std::vector<expiry::LiveService>;

    bool read_some() {
        constexpr std::size_t at_a_time = 64;
        some_.clear();
        at_ = 0;
        while (some_.size() < at_a_time) {
            auto line = round_.next();
            if (!line)
                break;
            some_.push_back(std::move(*line));
        }
        const auto answered =
            expiry::ask_live(services_, round_.store(), round_.transaction(), some_, round_.checked_at());
        answered_.insert(answered_.end(), answered.begin(), answered.end());
        if (some_.size() < at_a_time)
            round_.store().forget_key();  // these were the last
        return !some_.empty();
    }

    Round round_;
    Services services_;
    std::vector<expiry::ServiceLine> some_;
    std::size_t at_ = 0;
    expiry::Tally tally_;
    std::vector<expiry::AnsweredLine> answered_;
};

/// What a person needs of it: what stands well and has nothing to be said of it is no line at all.
std::optional<cli::Record> shown_of(const expiry::ServiceLine& line) {
    if (line.findings.empty() && line.health == expiry::Health::ok)
        return std::nullopt;
    return cli::Record{{"severity", name(line.health)},
                       {"tenant", line.tenant ? cli::Value(line.tenant->name) : cli::Value()},
                       {"service", line.service},
                       {"name", none_if_empty(line.name)},
                       {"state", line.state},
                       {"expires", line.not_after},
                       {"days_left", line.days_left},
                       {"devices", line.devices},
                       {"next", none_if_empty(line.next_command)},
                       {"findings", line.findings}};
}

cli::Result run(cli::World& world, const Options& o) {
    const auto lines = std::make_shared<Lines>(world, o);
    const bool as_table = world.settings.output == cli::Output::table;
    const auto next = [lines, as_table]() -> std::optional<cli::Record> {
        while (const auto line = lines->next())
            if (auto record = as_table ? shown_of(*line) : service_record(*line))
                return record;
        lines->note_what_was_seen();
        return std::nullopt;
    };
    return {cli::Rows{.name = "services",
                      .columns = {"severity", "tenant", "service", "name", "state", "expires", "days_left", "findings"},
                      .next = next,
                      .layout = cli::Rows::Layout::blocks,
                      .behind = [lines] { return lines->behind(); }},
            [lines] { return lines->exit(); }};
}

cli::Command check_command() {
    return cli::command<Options>({
        .name = "",
        .summary = "Check every date, rule and finding over all services: one command for the night",
        .details =
            "A line is what a tenant has of a service, or lacks. It is CRITICAL where it has ended or ends within the "
            "critical days in force (7, unless a policy says otherwise), and where a tenant uses a service (tenant set "
            "--uses) and has nothing of it; WARNING within the warning days (30), and where something breaks a rule. "
            "What a tenant that never said what it uses has not is a line that is ok. What was handed over is shown, "
            "and nothing is asked of it.\n\n"
            "Findings: a topic, certificate or key that two tenants share (Apple asks for a push certificate of its "
            "own for each organisation), an Apple Account that looks like a person's own, a policy that carries what "
            "it would inherit; and as remarks, which leave a line as it is, that nobody is told before something ends "
            "and that a tenant has no note.\n\n"
            "--live also asks the services themselves, eight at a time: APNs, whether it takes each push certificate "
            "whose key is held here (it connects with the certificate and sends no push); Apple's DEP service, for the "
            "account of each server token whose key is held here, and keeps what it says. What a service does not take "
            "is CRITICAL and invalid; where nobody answers, that is a WARNING. It needs the store key, and without one "
            "says so as a remark; MDMCTL_APNS_URL and MDMCTL_DEP_URL name other places to ask, MDMCTL_CA_FILE, "
            "MDMCTL_USER_AGENT and "
            "https_proxy are honoured. last_checked_at is when a service last gave an answer.\n\n"
            "The exit is the monitoring plugins': the worst of all lines, and 3, UNKNOWN, for whatever keeps it from "
            "judging, wrong usage included. A table shows what is to be looked at; JSON, CSV and JSON Lines have every "
            "line. Without --live no key is needed. Nothing is changed but what was seen: first_seen_at is the first "
            "check that saw a "
            "line otherwise than ok, and is noted where the store can be written.",
        .options =
            [](cli::Parser& p, Options& o) {
                access::declare_tenant_choice(p, o.tenants);
                p.flag("--live", o.live, "ask the services themselves as well").excludes({"--at"});
                p.option("--at", "TIME", o.at, "judge as if it were then").shown_default("now");
            },
        .run = run,
        .examples = {{"mdmctl check --all-tenants", "Every customer, as the nightly job asks it"},
                     {"mdmctl check --all-tenants --output json | jq '.services[] | select(.severity != \"ok\")'",
                      "What a ticket system is told"},
                     {"mdmctl check --all-tenants --live", "Does Apple take every push certificate?"},
                     {"mdmctl check --all-tenants --at 2027-01-01", "What will be wrong on New Year's Day?"}},
        .codes = {ErrorCode::expired, ErrorCode::expiring, ErrorCode::not_connected, ErrorCode::shared_between_tenants,
                  ErrorCode::personal_account, ErrorCode::redundant_assignment, ErrorCode::no_contact,
                  ErrorCode::no_note, ErrorCode::not_asked, ErrorCode::unauthorized, ErrorCode::unavailable,
                  ErrorCode::no_such_tenant, ErrorCode::tenant_not_named, ErrorCode::no_store},
        .is_monitor = true,
        .asks_services = true,
    });
}

}  // namespace
}  // namespace mdm::apps

int main(int argc, char** argv) {
    return mdm::cli::run(argc, argv,
                         {.service = "check",
                          .summary = "Check every date, rule and finding over all services",
                          .commands = {mdm::apps::check_command()}});
}
