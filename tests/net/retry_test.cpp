// SPDX-License-Identifier: Apache-2.0
#include "net/retry.hpp"

#include "catch.hpp"
#include "fakes/errors.hpp"
#include "fakes/scripted_http.hpp"

namespace {

using namespace mdm;
using namespace mdm::net;
using namespace std::chrono_literals;
using fakes::code_of;
using fakes::ScriptedHttp;

const Time noon = *parse_time("2026-11-22T12:00:00Z");

/// A world where waiting takes no time, and chance is what is written down.
struct World {
    class Moved final : public Clock {
    public:
        Time now() const override { return noon + std::chrono::floor<std::chrono::seconds>(passed); }
        std::chrono::milliseconds passed{0};
    };

    Moved clock;
    std::vector<std::chrono::milliseconds> waits;
    RetryMeans means{clock,
                     [this](std::chrono::milliseconds time) {
                         waits.push_back(time);
                         clock.passed += time;
                     },
                     [] { return 0.5; }};
};
using Waits = std::vector<std::chrono::milliseconds>;

HttpResponse answer(int status, const std::string& retry_after = "") {
    HttpResponse response{.status = status};
    if (!retry_after.empty())
        response.headers.push_back({"retry-after", retry_after});
    return response;
}

Error no_connection() { return {ErrorCode::unavailable, "cannot reach a.example:443: connection refused"}; }

const HttpRequest get_it{.url = "https://a.example/x"};
const HttpRequest post_it{.method = HttpMethod::post, .url = "https://a.example/x"};

}  // namespace

TEST_CASE("what stands is not asked for again") {
    for (const int status : {200, 204, 302, 400, 401, 403, 404, 409}) {
        World world;
        ScriptedHttp http({answer(status)});
        const RetriedResponse got = with_retries(http, get_it, {}, world.means);
        CHECK(got.response.status == status);
        CHECK(got.attempts == 1);
        CHECK(world.waits.empty());
    }
}

TEST_CASE("connection errors, 429 and 5xx are asked for again, after waits that grow") {
    World world;
    ScriptedHttp http({no_connection(), answer(503), answer(429), answer(200)});
    const RetriedResponse got = with_retries(http, get_it, {}, world.means);
    CHECK(got.response.status == 200);
    CHECK(got.attempts == 4);
    CHECK(world.waits == Waits{250ms, 500ms, 1000ms});
}

TEST_CASE("the last answer is given when the attempts are used up, and the last error thrown") {
    World world;
    ScriptedHttp busy({answer(500), answer(502), answer(503)});
    const RetriedResponse got = with_retries(busy, get_it, {.attempts = 3}, world.means);
    CHECK(got.response.status == 503);
    CHECK(got.attempts == 3);
    CHECK_FALSE(got.retry_at);

    ScriptedHttp gone({no_connection(), no_connection()});
    CHECK(code_of([&] { return with_retries(gone, get_it, {.attempts = 2}, world.means); }) == "unavailable");
    CHECK(gone.left() == 0);
}

TEST_CASE("what waiting does not mend is thrown at once") {
    World world;
    ScriptedHttp http({Error{ErrorCode::tls_failed, "cannot verify who answers"}, answer(200)});
    CHECK(code_of([&] { return with_retries(http, get_it, {}, world.means); }) == "tls_failed");
    CHECK(http.left() == 1);
}

TEST_CASE("a call that may have done something is not repeated, unless its maker says so") {
    World world;
    ScriptedHttp http({answer(503, "7"), no_connection(), answer(503), answer(201)});
    const RetriedResponse got = with_retries(http, post_it, {}, world.means);
    CHECK(got.response.status == 503);
    CHECK(got.retry_at == noon + 7s);
    CHECK(code_of([&] { return with_retries(http, post_it, {}, world.means); }) == "unavailable");
    CHECK(world.waits.empty());

    const HttpRequest again{.method = HttpMethod::post, .url = "https://a.example/x", .idempotent = true};
    CHECK(with_retries(http, again, {}, world.means).response.status == 201);
}

TEST_CASE("Retry-After is waited for, in seconds and as a date") {
    World world;
    ScriptedHttp http(
        {answer(429, "3"), answer(503, "Sun, 22 Nov 2026 12:00:10 GMT"), answer(503, "soon"), answer(200)});
    CHECK(with_retries(http, get_it, {}, world.means).response.status == 200);
    CHECK(world.waits == Waits{3000ms, 7000ms, 1000ms});
}

TEST_CASE("what must wait longer than the call is given back with its time") {
    World world;
    ScriptedHttp http({answer(429, "3600")});
    const RetriedResponse got = with_retries(http, get_it, {}, world.means);
    CHECK(got.response.status == 429);
    CHECK(got.retry_at == noon + 1h);
    CHECK(world.waits.empty());
}

TEST_CASE("a 429 that does not say when is waited out, where the policy says how long") {
    const RetryPolicy policy{.total = 180s, .rate_limited_delay = 30s};
    World world;
    ScriptedHttp http({answer(429), answer(429), answer(503), answer(200)});
    CHECK(with_retries(http, get_it, policy, world.means).response.status == 200);
    CHECK(world.waits == Waits{37s, 75s, 1s});

    World short_of_time;
    ScriptedHttp busy({answer(429), answer(429)});
    const RetriedResponse got = with_retries(busy, get_it, {.rate_limited_delay = 30s}, short_of_time.means);
    CHECK(got.response.status == 429);
    CHECK(short_of_time.waits == Waits{37s});
    CHECK(got.retry_at == noon + 37s + 75s);
}

TEST_CASE("waits are bounded one by one and in all") {
    const RetryPolicy policy{.attempts = 100, .total = 60s, .first_delay = 1s, .longest_delay = 20s};
    CHECK(next_attempt(policy, 1, 0ms, {}, 0.0, noon).wait == 0ms);
    CHECK(next_attempt(policy, 1, 0ms, {}, 0.999, noon).wait == 999ms);
    CHECK(next_attempt(policy, 4, 0ms, {}, 0.5, noon).wait == 4000ms);
    CHECK(next_attempt(policy, 90, 0ms, {}, 0.5, noon).wait == 10000ms);
    CHECK(next_attempt(policy, 90, 50s, {}, 0.5, noon).wait == 10000ms);
    CHECK_FALSE(next_attempt(policy, 90, 51s, {}, 0.5, noon).wait);
    CHECK_FALSE(next_attempt(policy, 100, 0ms, {}, 0.5, noon).wait);
}
