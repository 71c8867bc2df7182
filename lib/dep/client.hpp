// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "base/secret.hpp"
#include "base/time.hpp"
#include "dep/server_token.hpp"
#include "net/http.hpp"
#include "net/retry.hpp"

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Asking Apple's Device Enrollment Program service with a server token.
/// source  Apple, Device Management, "Authenticating for Automated Device Enrollment", "Interpreting Automated Device
///         Enrollment error codes"
namespace mdm::dep {

inline constexpr std::string_view dep_origin = "https://mdmenrollment.apple.com";

/// 128 random bits.
std::string random_nonce();

struct ClientMeans {
    const Clock& clock;     ///< requests are signed by it, and the token's end is judged by it; may be moved
    net::RetryMeans retry;  ///< its clock is the real one
    /// A 429 without Retry-After is waited out: Apple publishes no quota.
    net::RetryPolicy policy{.rate_limited_delay = std::chrono::seconds{30}};
    std::function<std::string()> nonce = random_nonce;  ///< another one each time
};

/// One request behind the session.
struct Call {
    net::HttpMethod method = net::HttpMethod::get;
    std::string path;    ///< "/account", and its query
    std::string body{};  ///< JSON
    /// May be sent twice without harm: every call but POST /profile, where an answer that is lost leaves a profile.
    bool idempotent = false;
    /// Apple's codes that the caller takes as an answer: "EXHAUSTED_CURSOR".
    std::vector<std::string_view> expected{};
};

struct Answer {
    int status = 200;
    std::string code{};  ///< the one of Call::expected that came, whatever the status; else empty: it is 2xx
    std::string body{};  ///< JSON; may be empty
};

/// One server token at work. Its session is got when the first call needs it, kept, changed whenever the service
/// changes it, and got anew once where the service no longer takes it. For one thread: Apple may keep one session a
/// token.
class Client {
public:
    /// http    has the User-Agent, which the service judges. Outlives this
    /// origin  "https://mdmenrollment.apple.com"; the one that the token was imported for
    /// throws  bad_usage, insecure_connection: of the origin
    Client(net::HttpClient& http, std::string_view origin, ServerToken token, ClientMeans means);

    /// Asks, and again where that can help and cannot harm. What it throws names host and port, never a secret, and
    /// what Apple said where that is one of its codes.
    /// throws  token_expired: by its own date, and nothing was sent; or Apple says so
    ///         token_superseded: Apple ended it, by experience because somebody generated a newer one
    ///         token_rejected: it is not taken for another reason
    ///         clock_skew: it is taken when signed by Apple's clock; a finding beside another code where it is not
    ///         terms_not_accepted, access_denied: neither is about the token, which stays; the second as well where a
    ///         new session is not taken either
    ///         bad_setting: Apple does not take the User-Agent
    ///         rate_limited, unavailable, timed_out: after all attempts; see retry_at()
    ///         bad_answer: it is not Apple's (a web page, a redirect), or Apple refuses what was asked as wrong
    ///         and what HttpClient::send throws
    Answer call(const Call& call);

    /// After call() threw: when the service wants to be asked again, where that is later than was waited for. By the
    /// real clock.
    std::optional<Time> retry_at() const { return retry_at_; }

    /// Who is asked, for messages: "mdmenrollment.apple.com:443".
    const std::string& where() const noexcept { return where_; }

private:
    void refuse_expired() const;
    void begin_session();
    /// ahead  added to our clock
    net::HttpResponse ask_for_session(std::chrono::seconds ahead);
    net::HttpRequest session_request(std::chrono::seconds ahead) const;
    net::HttpRequest request_of(const Call& call) const;
    net::HttpResponse send(const std::function<net::HttpRequest()>& make);
    void take_session(net::HttpResponse response);
    Answer answer_to(const Call& call, net::HttpResponse response) const;

    net::HttpClient& http_;
    std::string origin_;
    std::string where_;  ///< "mdmenrollment.apple.com:443"
    ServerToken token_;
    ClientMeans means_;
    Secret session_;
    std::optional<Time> retry_at_;
};

}  // namespace mdm::dep
