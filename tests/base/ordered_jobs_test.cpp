// SPDX-License-Identifier: Apache-2.0
#include "base/ordered_jobs.hpp"

#include "catch.hpp"

#include <atomic>
#include <chrono>
#include <stdexcept>

using namespace mdm;

TEST_CASE("results come in the order of the jobs, each once, whatever the number of threads") {
    const std::size_t threads = GENERATE(std::size_t{1}, std::size_t{2}, std::size_t{7});
    const std::size_t count = GENERATE(std::size_t{0}, std::size_t{1}, std::size_t{500});
    std::atomic<int> calls = 0;
    OrderedJobs<std::size_t> jobs(count, threads, [&](std::size_t number) {
        ++calls;
        if (number % 7 == 0)
            std::this_thread::sleep_for(std::chrono::microseconds(200));
        return number;
    });
    std::size_t expected = 0;
    while (const auto result = jobs.next())
        REQUIRE(*result == expected++);
    CHECK(expected == count);
    CHECK(calls == static_cast<int>(count));
    CHECK_FALSE(jobs.next());
}

TEST_CASE("few are begun ahead of what was pulled, and none when nobody pulls any more") {
    std::atomic<int> calls = 0;
    {
        OrderedJobs<int> jobs(100'000, 2, [&](std::size_t) { return ++calls; });
        jobs.next();
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        CHECK(calls <= 40);
    }
    CHECK(calls <= 40);
}

TEST_CASE("what a job throws is thrown in its place") {
    const std::size_t threads = GENERATE(std::size_t{1}, std::size_t{3});
    OrderedJobs<int> jobs(3, threads, [](std::size_t number) -> int {
        if (number == 1)
            throw std::runtime_error("the second");
        return static_cast<int>(number);
    });
    CHECK(jobs.next() == 0);
    CHECK_THROWS_AS(jobs.next(), std::runtime_error);
    CHECK(jobs.next() == 2);
    CHECK_FALSE(jobs.next());
}
