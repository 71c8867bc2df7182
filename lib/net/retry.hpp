// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"
#include "net/http.hpp"

#include <chrono>
#include <functional>
#include <optional>

/// Asking again where that can help and cannot harm: connection errors, 429 and 5xx, of calls that are idempotent.
namespace mdm::net {

struct RetryPolicy {
    int attempts = 4;                                            ///< in all, the first one included
    std::chrono::milliseconds total = std::chrono::seconds{60};  ///< from the first attempt to the last wait
    std::chrono::milliseconds first_delay = std::chrono::milliseconds{500};  ///< doubled with every attempt
    std::chrono::milliseconds longest_delay = std::chrono::seconds{20};
    /// After a 429 that does not say when to come again, at least; doubled with every attempt, and up to half as much
    /// again by chance. Zero: as after any other failure.
    std::chrono::seconds rate_limited_delay{0};
};

/// What follows a failed attempt. Neither: it is over, and nobody said when to come again.
struct NextAttempt {
    std::optional<std::chrono::milliseconds> wait;  ///< before the next one
    std::optional<Time> retry_at;                   ///< the service said when, and that is later than the policy waits
};

/// Exponential backoff with full jitter: a random part of first_delay * 2^(attempts - 1), so that many who failed at
/// once do not come back at once. What the service asks for is the least that is waited.
/// attempts  made so far, at least 1
/// spent     since the first of them
/// asked     Retry-After, from now on
/// random    at least 0, below 1
NextAttempt next_attempt(const RetryPolicy& policy, int attempts, std::chrono::milliseconds spent,
                         std::optional<std::chrono::seconds> asked, double random, Time now);

/// 429 and 5xx: the request was not at fault.
bool is_worth_retrying(int status);

/// By its method, or by what its maker knows of it.
bool is_idempotent(const HttpRequest& request);

/// What waiting takes. The clock is the real one, in a rehearsal as well: the wait is.
struct RetryMeans {
    const Clock& clock;
    std::function<void(std::chrono::milliseconds)> sleep;
    std::function<double()> random;  ///< at least 0, below 1
};

void sleep_for(std::chrono::milliseconds time);
double random_fraction();

struct RetriedResponse {
    HttpResponse response;
    int attempts = 0;
    /// When the service wants to be asked again, where that is longer than this call was willing to wait: to be kept.
    std::optional<Time> retry_at;
};

/// Sends until there is an answer that stands, or the policy ends; then gives the last one, a 503 too.
/// throws  what send throws; unavailable and timed_out after the last attempt
RetriedResponse with_retries(HttpClient& http, const HttpRequest& request, const RetryPolicy& policy,
                             const RetryMeans& means);

/// The same with a request that is made anew for each attempt: one whose signature is good for once.
/// throws  what `make` throws as well, at once
RetriedResponse with_retries(HttpClient& http, const std::function<HttpRequest()>& make, const RetryPolicy& policy,
                             const RetryMeans& means);

}  // namespace mdm::net
