// SPDX-License-Identifier: Apache-2.0
#include "net/retry.hpp"

#include "base/error.hpp"
#include "net/http_date.hpp"

#include <algorithm>
#include <cstdint>
#include <random>
#include <thread>

namespace mdm::net {
namespace {

using std::chrono::milliseconds;

bool is_passing(ErrorCode code) { return code == ErrorCode::unavailable || code == ErrorCode::timed_out; }

milliseconds backoff(const RetryPolicy& policy, int attempts, double random) {
    milliseconds most = policy.first_delay;
    for (int i = 1; i < attempts && most < policy.longest_delay; ++i)
        most *= 2;
    most = std::min(most, policy.longest_delay);
    return milliseconds{static_cast<milliseconds::rep>(static_cast<double>(most.count()) * random)};
}

/// The attempts of one call, and the time that they took.
class Attempts {
public:
    Attempts(const RetryPolicy& policy, const RetryMeans& means)
        : policy_(policy), means_(means), began_(means.clock.now()) {}

    int made() const { return made_; }
    void begin() { ++made_; }

    /// Waits where there is a next attempt. The clock counts whole seconds, and may be set back: the waits count as
    /// well.
    NextAttempt wait(std::optional<std::chrono::seconds> asked) {
        const Time now = means_.clock.now();
        const auto spent = std::max<milliseconds>(now - began_, slept_);
        const NextAttempt next = next_attempt(policy_, made_, spent, asked, means_.random(), now);
        if (next.wait) {
            means_.sleep(*next.wait);
            slept_ += *next.wait;
        }
        return next;
    }

private:
    const RetryPolicy& policy_;
    const RetryMeans& means_;
    Time began_;
    milliseconds slept_{0};
    int made_ = 0;
};

std::optional<std::chrono::seconds> retry_after(const HttpResponse& response, Time now) {
    const auto value = response.header("Retry-After");
    const auto date = response.header("Date");
    // A date there is by the service's clock, which may differ from ours.
    const Time theirs = date ? parse_http_date(*date, now).value_or(now) : now;
    return value ? parse_retry_after(*value, theirs) : std::nullopt;
}

/// What the service asks for, or, where it says no more than that it was asked too often, what is reckoned to please
/// it.
std::optional<std::chrono::seconds> asked_wait(const HttpResponse& response, const RetryPolicy& policy, int attempts,
                                               const RetryMeans& means, Time now) {
    if (const auto said = retry_after(response, now))
        return said;
    constexpr int too_many_requests = 429;
    if (response.status != too_many_requests || policy.rate_limited_delay.count() == 0)
        return std::nullopt;
    const auto least = policy.rate_limited_delay * (1LL << std::min(attempts - 1, 16));
    return least +
           std::chrono::seconds{static_cast<std::int64_t>(static_cast<double>(least.count()) * means.random() / 2)};
}

std::optional<Time> later(std::optional<std::chrono::seconds> asked, Time now) {
    if (!asked)
        return std::nullopt;
    return now + *asked;
}

/// next_request  gives the request of each attempt
template <class Next>
RetriedResponse retried(HttpClient& http, const Next& next_request, const RetryPolicy& policy,
                        const RetryMeans& means) {
    Attempts attempts(policy, means);
    for (;;) {
        const HttpRequest& request = next_request();
        const bool may_repeat = is_idempotent(request);
        attempts.begin();
        try {
            HttpResponse response = http.send(request);
            if (!is_worth_retrying(response.status))
                return {.response = std::move(response), .attempts = attempts.made(), .retry_at = std::nullopt};
            const Time now = means.clock.now();
            const auto asked = asked_wait(response, policy, attempts.made(), means, now);
            const NextAttempt next = may_repeat ? attempts.wait(asked) : NextAttempt{std::nullopt, later(asked, now)};
            if (!next.wait)
                return {.response = std::move(response), .attempts = attempts.made(), .retry_at = next.retry_at};
        } catch (const Error& error) {
            if (!may_repeat || !is_passing(error.code()) || !attempts.wait(std::nullopt).wait)
                throw;
        }
    }
}

}  // namespace

NextAttempt next_attempt(const RetryPolicy& policy, int attempts, milliseconds spent,
                         std::optional<std::chrono::seconds> asked, double random, Time now) {
    const milliseconds least = asked.value_or(std::chrono::seconds{0});
    const milliseconds wait = std::max(backoff(policy, attempts, random), least);
    if (attempts >= policy.attempts || spent + wait > policy.total)
        return {.wait = std::nullopt, .retry_at = later(asked, now)};
    return {.wait = wait, .retry_at = std::nullopt};
}

bool is_worth_retrying(int status) { return status == 429 || (status >= 500 && status <= 599); }

bool is_idempotent(const HttpRequest& request) {
    return request.idempotent || (request.method != HttpMethod::post && request.method != HttpMethod::patch);
}

void sleep_for(milliseconds time) { std::this_thread::sleep_for(time); }

double random_fraction() {
    std::random_device source;
    return std::uniform_real_distribution<double>(0.0, 1.0)(source);
}

RetriedResponse with_retries(HttpClient& http, const std::function<HttpRequest()>& make, const RetryPolicy& policy,
                             const RetryMeans& means) {
    HttpRequest made;
    return retried(
        http,
        [&]() -> const HttpRequest& {
            made = make();
            return made;
        },
        policy, means);
}

RetriedResponse with_retries(HttpClient& http, const HttpRequest& request, const RetryPolicy& policy,
                             const RetryMeans& means) {
    return retried(
        http, [&]() -> const HttpRequest& { return request; }, policy, means);
}

}  // namespace mdm::net
