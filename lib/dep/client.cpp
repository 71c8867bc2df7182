// SPDX-License-Identifier: Apache-2.0
#include "dep/client.hpp"

#include "base/encoding.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "crypto/random.hpp"
#include "dep/refusal.hpp"
#include "net/endpoint.hpp"
#include "net/http_date.hpp"
#include "net/oauth1.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <utility>

namespace mdm::dep {
namespace {

using std::chrono::seconds;

constexpr std::string_view session_header = "X-ADM-Auth-Session";
constexpr std::string_view session_path = "/session";
/// Apple's own spelling of the character set; "UTF-8" is not what its clients send.
constexpr std::string_view json_type = "application/json;charset=UTF8";
/// The one that says most of devices (imei, replacements, migration deadlines).
constexpr std::string_view protocol_version = "10";
/// A clock that is wrong by less is not what a refusal is about.
constexpr seconds tolerated_skew{60};

std::vector<net::HttpHeader> usual_headers() {
    return {{"X-Server-Protocol-Version", std::string(protocol_version)},
            {"Content-Type", std::string(json_type)},
            {"Accept", std::string(json_type)}};
}

/// What can be sent back in a header.
bool is_session(const Secret& given) {
    const std::string_view text = given.reveal();
    return !text.empty() && text.size() <= limits::dep_session &&
           std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7F'; });
}

/// Sees every answer, those behind which it is tried again as well: any of them may carry another session.
class SessionKeeper final : public net::HttpClient {
public:
    SessionKeeper(net::HttpClient& http, Secret& session) : http_(http), session_(session) {}

    net::HttpResponse send(const net::HttpRequest& request) override {
        net::HttpResponse response = http_.send(request);
        const std::string name = lower_case(session_header);
        for (net::HttpHeader& header : response.headers)
            if (lower_case(header.name) == name)
                keep(Secret{std::move(header.value)});
        return response;
    }
    bool take_unanswered() override { return http_.take_unanswered(); }

private:
    void keep(Secret given) {
        if (is_session(given))
            session_ = std::move(given);
    }

    net::HttpClient& http_;
    Secret& session_;
};

/// {"auth_session_token":"..."}; empty where it is not there. The body is wiped.
Secret session_in(std::string&& body) {
    Secret session;
    const Secret text{std::move(body)};
    if (auto object = nlohmann::json::parse(text.reveal(), nullptr, false); object.is_object())
        for (auto& [key, value] : object.items())
            if (auto* token = value.get_ptr<std::string*>(); token != nullptr && key == "auth_session_token")
                session = Secret{std::move(*token)};
    wipe_leavings();  // the JSON library read it in pieces
    return is_session(session) ? std::move(session) : Secret{};
}

/// How far the service's clock is ahead of ours; nullopt: it says no time, or that is not far.
std::optional<seconds> skew_of(const net::HttpResponse& response, Time now) {
    const auto date = response.header("Date");
    const auto theirs = date ? net::parse_http_date(*date, now) : std::nullopt;
    if (!theirs || std::chrono::abs(*theirs - now) <= tolerated_skew)
        return std::nullopt;
    return *theirs - now;
}

Finding skew_finding(seconds ahead, std::string_view where, std::string_view consequence) {
    return {Severity::warning, ErrorCode::clock_skew,
            fmt::format("this host's clock is {} seconds {} that of {}{}", std::chrono::abs(ahead).count(),
                        ahead.count() > 0 ? "behind" : "ahead of", where, consequence),
            "set this host's clock, best by NTP (timedatectl set-ntp true), or take away MDMCTL_NOW; then run the same "
            "again",
            ""};
}

/// The refusal of a request that was signed by the service's own clock, and what is to be said of ours beside it.
Error beside_skew(const Error& refused, Finding skew) {
    return Error::from_findings(
        {{Severity::error, refused.code(), refused.message(), refused.hint(), ""}, std::move(skew)});
}

bool is_taken(const net::HttpResponse& response) { return response.status >= 200 && response.status < 300; }

}  // namespace

std::string random_nonce() { return to_hex(crypto::random_bytes(16)); }

Client::Client(net::HttpClient& http, std::string_view origin, ServerToken token, ClientMeans means)
    : http_(http),
      origin_(net::http_origin(origin)),
      where_(net::http_endpoint(origin_).name()),
      token_(std::move(token)),
      means_(std::move(means)) {}

Answer Client::call(const Call& call) {
    retry_at_.reset();
    refuse_expired();
    if (session_.empty())
        begin_session();
    const auto make = [&] { return request_of(call); };
    net::HttpResponse response = send(make);
    if (refuses_session(response)) {
        begin_session();
        response = send(make);
    }
    if (refuses_session(response)) {
        session_.clear();
        throw session_refusal(response, where_);
    }
    return answer_to(call, std::move(response));
}

void Client::refuse_expired() const {
    const Time end = token_.access_token_expiry;
    if (has_ended(end, means_.clock.now()))
        throw Error{ErrorCode::token_expired, fmt::format("the server token ended at {}", to_rfc3339(end)),
                    "download a new token for this service in Apple Business or School Manager"};
}

void Client::begin_session() {
    session_.clear();
    net::HttpResponse response = ask_for_session(seconds{0});
    const auto ahead = response.status == 401 ? skew_of(response, means_.clock.now()) : std::nullopt;
    if (!ahead)
        return take_session(std::move(response));
    // A 401 is final but for this one reason, which is tried before it is claimed.
    response = ask_for_session(*ahead);
    session_.clear();
    if (!is_taken(response))
        throw beside_skew(refusal(response, where_, retry_at_), skew_finding(*ahead, where_, ""));
    const Finding skew = skew_finding(*ahead, where_, ", which does not take what is signed by it");
    throw Error{skew.code, skew.message, skew.hint};
}

net::HttpResponse Client::ask_for_session(seconds ahead) {
    return send([&] { return session_request(ahead); });
}

net::HttpRequest Client::session_request(seconds ahead) const {
    net::HttpRequest request{.url = fmt::format("{}{}", origin_, session_path),
                             .headers = usual_headers(),
                             .answer_is_secret = true,
                             .secret_answer_headers = {std::string(session_header)}};
    const net::OAuth1Credentials credentials{token_.consumer_key, token_.consumer_secret.copy(),
                                             token_.access_token.copy(), token_.access_secret.copy()};
    request.secret_headers.push_back(
        {"Authorization", net::oauth1_authorization(credentials, {means_.clock.now() + ahead, means_.nonce()},
                                                    request.method, request.url, "ADM")});
    return request;
}

net::HttpRequest Client::request_of(const Call& call) const {
    net::HttpRequest request{.method = call.method,
                             .url = origin_ + call.path,
                             .headers = usual_headers(),
                             .body = call.body,
                             .idempotent = call.idempotent};
    request.secret_headers.push_back({std::string(session_header), session_.copy()});
    return request;
}

net::HttpResponse Client::send(const std::function<net::HttpRequest()>& make) {
    SessionKeeper keeper(http_, session_);
    net::RetriedResponse sent = net::with_retries(keeper, make, means_.policy, means_.retry);
    retry_at_ = sent.retry_at;
    return std::move(sent.response);
}

void Client::take_session(net::HttpResponse response) {
    if (!is_taken(response)) {
        session_.clear();
        throw refusal(response, where_, retry_at_);
    }
    const bool is_page = is_web_page(response.body);
    Secret session = session_in(std::move(response.body));
    if (session.empty())
        throw no_answer(is_page ? "<" : "", where_, "answers /session without a session");
    // One in the header came with the same answer, and is the one to go on with.
    if (session_.empty())
        session_ = std::move(session);
}

Answer Client::answer_to(const Call& call, net::HttpResponse response) const {
    const std::string code = is_taken(response) ? "" : refusal_code(response.body);
    const bool expected = std::find(call.expected.begin(), call.expected.end(), code) != call.expected.end();
    if (!is_taken(response) && !expected)
        throw refusal(response, where_, retry_at_);
    if (is_web_page(response.body))
        throw no_answer(response.body, where_,
                        fmt::format("does not answer {}", call.path.substr(0, call.path.find('?'))));
    return {response.status, code, std::move(response.body)};
}

}  // namespace mdm::dep
