// SPDX-License-Identifier: Apache-2.0
#include "expiry/mail_channel.hpp"

#include "access/open_store.hpp"
#include "base/json_object.hpp"
#include "base/text.hpp"
#include "expiry/reminder_words.hpp"
#include "net/mail.hpp"
#include "net/retry.hpp"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <map>
#include <set>
#include <utility>

namespace mdm::apps {
namespace {

constexpr std::string_view prefix = "mail:";
/// About a megabyte; who is told of more gets several.
constexpr std::size_t lines_in_a_mail = 1000;
/// The reply to DATA: what was sent behind it may be the server's already.
constexpr int send_the_message = 354;
/// A server may look through a message for so long before it answers (RFC 5321, 4.5.3.2.6).
constexpr std::chrono::minutes time_for_a_message{10};
constexpr int service_closes = 421;
constexpr int refusals = 400;  ///< and above: for now, or for good

class MailChannel final : public ReminderChannel {
public:
    MailChannel(std::unique_ptr<net::MailTransport> transport, std::string place, const MailOptions& options,
                std::string from)
        : transport_(std::move(transport)),
          place_(std::move(place)),
          to_(options.to.begin(), options.to.end()),
          from_(std::move(from)) {}

    std::string_view name() const override { return "mail"; }
    expiry::Interest interest() const override { return expiry::Interest::ends; }
    std::size_t most_lines() const override { return lines_in_a_mail; }
    bool leads_to(std::string_view destination) const override { return destination.starts_with(prefix); }
    std::string where(std::string_view destination) const override {
        return std::string(destination.substr(prefix.size()));
    }
    std::string own_place() const override { return place_; }

    std::vector<std::string> destinations(const expiry::ServiceLine& line) const override {
        std::set<std::string> addresses = line.contacts;
        addresses.insert(to_.begin(), to_.end());
        std::vector<std::string> all;
        for (const std::string& address : addresses)
            all.push_back(fmt::format("{}{}", prefix, address));
        return all;
    }

    std::string content(const expiry::OutgoingMessage& message, const std::vector<expiry::Reminder>& reminders,
                        Time now) const override {
        const expiry::MailWords words = expiry::mail_words(reminders);
        return json_object({{"from", from_},
                            {"to", where(message.destination)},
                            {"subject", words.subject},
                            {"text", words.text},
                            {"html", words.html},
                            {"message_id", public_id(message)},
                            {"date", to_rfc3339(now)}});
    }

    std::string public_id(const expiry::OutgoingMessage& message) const override {
        if (auto parts = json_strings(message.content))
            return (*parts)["message_id"];
        return fmt::format("<{}@{}>", message.id, from_.substr(from_.find('@') + 1));
    }

    Delivery deliver(const expiry::OutgoingMessage& message) override {
        const net::MailMessage mail = mail_of(message);
        const net::RetryPolicy policy{.attempts = 3};
        const auto began = std::chrono::steady_clock::now();
        for (int attempts = 1;; ++attempts) {
            const net::MailOutcome outcome = transport_->send(mail);
            const auto spent =
                std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began);
            const auto next = net::next_attempt(policy, attempts, spent, std::nullopt, net::random_fraction(), Time());
            if (!has_lost_the_server(outcome) || was_lost_behind_it(outcome) || !next.wait)
                return delivery_of(outcome);
            net::sleep_for(*next.wait);
        }
    }

private:
    static net::MailMessage mail_of(const expiry::OutgoingMessage& message) {
        auto parts = json_strings(message.content).value_or(std::map<std::string, std::string>());
        return {.from = parts["from"],
                .to = parts["to"],
                .subject = parts["subject"],
                .text = parts["text"],
                .html = parts["html"],
                .message_id = parts["message_id"],
                .date = parse_time(parts["date"]).value_or(Time())};
    }

    /// It did not say no, it went away.
    static bool has_lost_the_server(const net::MailOutcome& outcome) {
        return outcome.reply < refusals && outcome.trouble &&
               (outcome.trouble->code() == ErrorCode::unavailable || outcome.trouble->code() == ErrorCode::timed_out);
    }
    static bool was_lost_behind_it(const net::MailOutcome& outcome) {
        return has_lost_the_server(outcome) && outcome.reply == send_the_message;
    }

    static bool is_about_us(const net::MailOutcome& outcome) {
        return outcome.trouble && (outcome.trouble->code() == ErrorCode::unauthorized ||
                                   outcome.trouble->code() == ErrorCode::insecure_connection);
    }

    /// Greylisting takes minutes: that is for the next run. What breaks while the server is talking is about that
    /// message, as far as anybody knows, unless the next one breaks as well.
    Delivery delivery_of(const net::MailOutcome& outcome) {
        const bool broke = has_lost_the_server(outcome) && outcome.reply > 0;
        const bool again = std::exchange(has_lost_one_, broke);
        if (outcome.status == net::MailStatus::accepted)
            return {};
        if (broke)
            return {was_lost_behind_it(outcome) ? Delivery::State::may_have_arrived : Delivery::State::refused,
                    outcome.trouble, again};
        const bool is_about_the_address =
            outcome.status == net::MailStatus::refused ||
            (outcome.reply >= refusals && outcome.reply != service_closes && !is_about_us(outcome));
        return {Delivery::State::refused, outcome.trouble, !is_about_the_address};
    }

    std::unique_ptr<net::MailTransport> transport_;
    std::string place_;
    std::set<std::string> to_;
    std::string from_;
    bool has_lost_one_ = false;
};

std::string sender(const cli::World& world, const MailOptions& options, const net::MailServer& server) {
    if (!options.from.empty())
        return options.from;
    if (server.user.find('@') != std::string::npos)
        return server.user;
    return fmt::format("mdmctl@{}", access::caller(world).host);
}

}  // namespace

void declare_mail_options(cli::Parser& p, MailOptions& options) {
    p.option("--smtp", "URL", options.server, "mail server: smtp[s]://[USER@]HOST[:PORT]");
    p.option("--smtp-password-file", "FILE", options.password, "its first line is USER's password").needs({"--smtp"});
    p.option("--from", "ADDRESS", options.from, "who the mail is from")
        .needs({"--smtp"})
        .shown_default("USER where that is an address, else mdmctl@ this host");
    p.option("--to", "ADDRESS", options.to, "told of everything, beside the contacts; may be given again")
        .needs({"--smtp"});
}

std::unique_ptr<ReminderChannel> mail_channel(const cli::World& world, const MailOptions& options) {
    net::MailServer server = net::parse_mail_server(options.server);
    if (server.user.empty() && options.password.given())
        throw Error{ErrorCode::bad_usage, "there is a password, and no user whose it is",
                    "the URL names the user: smtp://USER@HOST"};
    std::string place = fmt::format("{}:{}", server.host, server.port);
    server.ca_file = world.settings.ca_file;
    server.total_timeout = time_for_a_message;
    if (!server.user.empty()) {
        auto password = world.passphrase(options.password, fmt::format("'{}' at {}", server.user, place))();
        if (!password)
            throw Error{ErrorCode::bad_usage, fmt::format("there is no password for '{}' at {}", server.user, place),
                        "--smtp-password-file FILE"};
        server.password = std::move(*password);
    }
    std::string from = sender(world, options, server);
    for (const std::string& address : options.to)
        store::judge_address(address);
    store::judge_address(from);
    return std::make_unique<MailChannel>(net::curl_mail_transport(std::move(server)), std::move(place), options,
                                         std::move(from));
}

}  // namespace mdm::apps
