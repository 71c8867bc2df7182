// SPDX-License-Identifier: Apache-2.0
#include "expiry/webhook_channel.hpp"

#include "access/network.hpp"
#include "base/text.hpp"
#include "cli/json_text.hpp"
#include "crypto/digest.hpp"
#include "expiry/reminder_template.hpp"
#include "expiry/reminder_words.hpp"
#include "expiry/service_record.hpp"
#include "net/endpoint.hpp"
#include "net/header_line.hpp"
#include "net/retry.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>
#include <utility>

namespace mdm::apps {
namespace {

/// Where to, and what is sent along; all of it secret, for who knows the URL may send.
struct Webhook {
    std::string url;
    std::vector<net::SecretHeader> headers;
};

constexpr std::string_view form = "its first line is the URL, further ones are headers: \"Authorization: Bearer ...\"";

/// What makes a request of it is ours to say.
void refuse_ours(std::string_view header, const std::string& file) {
    constexpr std::array<std::string_view, 6> ours{
        "host", "content-length", "content-type", "idempotency-key", "transfer-encoding", "connection"};
    if (std::find(ours.begin(), ours.end(), lower_case(header)) != ours.end())
        throw Error{ErrorCode::bad_setting, fmt::format("'{}' sets the header {}, which mdmctl sets", file, header),
                    "leave it out"};
}

Webhook read_webhook(const FileContent& file) {
    Webhook webhook;
    std::string_view rest = file.bytes.reveal();
    while (!rest.empty()) {
        const auto end = rest.find('\n');
        const std::string_view line = trimmed(rest.substr(0, end));
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        if (line.empty())
            continue;
        if (webhook.url.empty()) {
            webhook.url = line;
            continue;
        }
        auto header = net::parse_header_line(line);
        if (!header)
            throw Error{ErrorCode::bad_setting, fmt::format("'{}' has a line that is no header", file.name),
                        std::string(form)};
        net::judge_header(header->name, header->value);
        refuse_ours(header->name, file.name);
        webhook.headers.push_back({std::move(header->name), Secret(std::move(header->value))});
    }
    if (webhook.url.empty())
        throw Error{ErrorCode::bad_setting, fmt::format("'{}' has no URL", file.name), std::string(form)};
    net::judge_http_url(webhook.url);
    return webhook;
}

expiry::TemplateValues values_of(const expiry::Reminder& reminder) {
    const expiry::ServiceLine& line = reminder.line;
    return {{"event", std::string(name(reminder.news.event))},
            {"text", expiry::one_line(reminder)},
            {"tenant", line.tenant ? line.tenant->name : ""},
            {"display_name", line.tenant ? line.tenant->display_name : ""},
            {"external_id", line.tenant ? line.tenant->external_id : ""},
            {"item_id", line.id},
            {"severity", std::string(name(line.health))},
            {"state", line.state},
            {"service", line.service},
            {"name", line.name},
            {"policy", line.policy},
            {"expires", line.not_after ? to_rfc3339(*line.not_after) : ""},
            {"days_left", line.days_left ? std::to_string(*line.days_left) : ""},
            {"devices", line.devices ? std::to_string(*line.devices) : ""},
            {"account", line.account},
            {"topic", line.topic},
            {"lost", line.not_after ? expiry::loss_in(line) : ""},
            {"next_command", line.first_command()}};
}

/// `text` alone makes a message in Slack, Mattermost, Rocket.Chat and Teams.
std::string usual_body(const expiry::Reminder& reminder) {
    const expiry::ServiceLine& line = reminder.line;
    cli::Record body{{"event", name(reminder.news.event)},
                     {"text", expiry::one_line(reminder)},
                     {"lost", line.not_after ? cli::Value(expiry::loss_in(line)) : cli::Value()}};
    for (cli::Field& field : service_record(line).fields)
        body.add(std::move(field));
    std::string out;
    cli::append_json(out, body, cli::JsonLayout::compact);
    return out;
}

class WebhookChannel final : public ReminderChannel {
public:
    WebhookChannel(std::unique_ptr<net::HttpClient> http, Webhook webhook, std::optional<std::string> body)
        : http_(std::move(http)),
          webhook_(std::move(webhook)),
          template_(std::move(body)),
          destination_(fmt::format("webhook:{}", crypto::sha256_hex(webhook_.url).substr(0, 16))) {}

    std::string_view name() const override { return "webhook"; }
    expiry::Interest interest() const override { return expiry::Interest::everything; }
    std::size_t most_lines() const override { return 1; }
    std::vector<std::string> destinations(const expiry::ServiceLine&) const override { return {destination_}; }
    bool leads_to(std::string_view destination) const override { return destination == destination_; }
    std::string where(std::string_view) const override { return own_place(); }
    /// With what tells two webhooks of one host apart.
    std::string own_place() const override {
        return fmt::format("{} ({})", net::http_endpoint(webhook_.url).name(),
                           destination_.substr(destination_.find(':') + 1, 8));
    }

    std::string content(const expiry::OutgoingMessage&, const std::vector<expiry::Reminder>& reminders,
                        Time) const override {
        const expiry::Reminder& reminder = reminders.front();
        return template_ ? expiry::filled(*template_, values_of(reminder)) : usual_body(reminder);
    }

    Delivery deliver(const expiry::OutgoingMessage& message) override {
        net::HttpRequest request{.method = net::HttpMethod::post,
                                 .url = webhook_.url,
                                 .headers = {{"Content-Type", "application/json"}, {"Idempotency-Key", message.id}},
                                 .body = message.content,
                                 .idempotent = true,  // by its key, and by the item that it names
                                 .url_is_secret = true,
                                 .answer_is_secret = true};  // some repeat what they were asked
        for (const net::SecretHeader& header : webhook_.headers)
            request.secret_headers.push_back({header.name, header.value.copy()});
        static_cast<void>(http_->take_unanswered());
        Delivery delivery = answer_to(request);
        if (delivery.state == Delivery::State::refused && http_->take_unanswered())
            delivery.state = Delivery::State::may_have_arrived;
        // As far as anybody knows that was about this message, unless the next one fails as well.
        const bool again = std::exchange(has_failed_, delivery.ends_channel);
        delivery.ends_channel &= again;
        return delivery;
    }

private:
    Delivery answer_to(const net::HttpRequest& request) {
        const SystemClock real_time;
        try {
            return delivery_of(
                net::with_retries(*http_, request, {.attempts = 3}, {real_time, &net::sleep_for, &net::random_fraction})
                    .response.status);
        } catch (const Error& e) {
            return {Delivery::State::refused, e, true};
        }
    }

    Delivery delivery_of(int status) const {
        if (status >= 200 && status < 300)
            return {};
        const bool is_login = status == 401 || status == 403;
        const bool comes_back = net::is_worth_retrying(status);
        const ErrorCode code = is_login     ? ErrorCode::unauthorized
                               : comes_back ? ErrorCode::unavailable
                                            : ErrorCode::webhook_refused;
        const std::string message = fmt::format("{} answers with {}", own_place(), status);
        const std::string hint = comes_back ? "the next run tries again"
                                 : status >= 300 && status < 400
                                     ? "redirects are not followed: name the URL that it leads to"
                                     : "look at its URL and headers, and at what body it takes: --template";
        // A gateway says so of who is behind it, and who may have taken it.
        const bool is_gateway = status == 502 || status == 504;
        return {is_gateway ? Delivery::State::may_have_arrived : Delivery::State::refused, Error{code, message, hint},
                is_login || comes_back};
    }

    std::unique_ptr<net::HttpClient> http_;
    Webhook webhook_;
    std::optional<std::string> template_;
    std::string destination_;
    bool has_failed_ = false;
};

/// A template that cannot be filled is known before anything is due.
void try_template(const std::string& text) {
    static_cast<void>(expiry::filled(text, values_of({.line = {}, .news = {}})));
}

}  // namespace

void declare_webhook_options(cli::Parser& p, WebhookOptions& options) {
    p.option("--webhook-file", "FILE", options.url,
             "its first line is the URL that JSON is sent to, further ones headers");
    p.option("--template", "FILE", options.body, "the JSON that is sent, with {{text}} and the like in it")
        .needs({"--webhook-file"});
}

std::unique_ptr<ReminderChannel> webhook_channel(const cli::World& world, const WebhookOptions& options) {
    Webhook webhook = read_webhook(world.read_secret(options.url, limits::passphrase_file));
    std::optional<std::string> body;
    if (options.body.given()) {
        body = std::string(world.read(options.body, limits::config_file).bytes.reveal());
        try_template(*body);
    }
    return std::make_unique<WebhookChannel>(net::curl_http_client(access::http_options(world.settings)),
                                            std::move(webhook), std::move(body));
}

}  // namespace mdm::apps
