// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace mdm {

/// Jobs of a number, done on several threads, whose results are pulled in the order of the jobs. No more than a few are
/// begun ahead of what was pulled, so that memory does not grow with their number. Who pulls is one of the threads: it
/// does jobs while the result that it waits for is not there.
template <class T>
class OrderedJobs {
public:
    /// threads   the one that pulls included
    /// job       is called with each of 0 to count - 1, once, from several threads at a time
    /// behind    is called in each thread when it has no more to do
    OrderedJobs(
        std::size_t count, std::size_t threads, std::function<T(std::size_t)> job, std::function<void()> behind = [] {})
        : count_(count), ahead_(threads * jobs_ahead), job_(std::move(job)), behind_(std::move(behind)) {
        for (std::size_t i = 1; i < std::min(threads, count); ++i)
            threads_.emplace_back([this] { work(); });
    }
    OrderedJobs(const OrderedJobs&) = delete;
    OrderedJobs& operator=(const OrderedJobs&) = delete;
    /// What has not begun is not done any more.
    ~OrderedJobs() {
        {
            const std::lock_guard lock(mutex_);
            count_ = begun_;
        }
        room_.notify_all();
        for (std::thread& thread : threads_)
            thread.join();
    }

    /// The next result, when it is there; nullopt: that was the last. throws  what the job threw
    std::optional<T> next() {
        std::unique_lock lock(mutex_);
        while (pulled_ < count_ && (results_.empty() || !results_.front().is_there())) {
            if (has_room())
                do_one(lock);
            else
                done_.wait(lock);
        }
        if (pulled_ == count_) {
            lock.unlock();
            behind_();
            return std::nullopt;
        }
        Outcome outcome = std::move(results_.front());
        results_.pop_front();
        ++pulled_;
        lock.unlock();
        room_.notify_one();
        if (outcome.failure)
            std::rethrow_exception(outcome.failure);
        return std::move(outcome.result);
    }

private:
    static constexpr std::size_t jobs_ahead = 16;

    struct Outcome {
        std::optional<T> result{};
        std::exception_ptr failure{};
        bool is_there() const { return result || failure; }
    };

    bool has_room() const { return begun_ < count_ && results_.size() < ahead_; }

    void work() {
        std::unique_lock lock(mutex_);
        for (;;) {
            room_.wait(lock, [this] { return begun_ >= count_ || has_room(); });
            if (begun_ >= count_)
                break;
            do_one(lock);
        }
        lock.unlock();
        behind_();
    }

    /// Begins a job, for which there is room, and does it without the lock.
    void do_one(std::unique_lock<std::mutex>& lock) {
        const std::size_t number = begun_++;
        results_.emplace_back();
        lock.unlock();
        Outcome outcome;
        try {
            outcome.result = job_(number);
        } catch (...) {
            outcome.failure = std::current_exception();
        }
        lock.lock();
        results_[number - pulled_] = std::move(outcome);
        if (number == pulled_)
            done_.notify_one();
    }

    std::size_t count_;
    const std::size_t ahead_;
    const std::function<T(std::size_t)> job_;
    const std::function<void()> behind_;
    std::mutex mutex_;
    std::condition_variable done_;
    std::condition_variable room_;
    std::size_t begun_ = 0;
    std::size_t pulled_ = 0;
    std::deque<Outcome> results_;  ///< of the jobs from pulled_ to begun_
    std::vector<std::thread> threads_;
};

}  // namespace mdm
