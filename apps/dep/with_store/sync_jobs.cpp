// SPDX-License-Identifier: Apache-2.0
#include "dep/with_store/sync_jobs.hpp"

#include <algorithm>
#include <atomic>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>

namespace mdm::apps {
namespace {

/// A passphrase of the store is asked for once, whoever needs it first.
std::function<store::KeySource(const std::string&)> asking_once(
    std::function<store::KeySource(const std::string&)> keys) {
    const auto known = std::make_shared<std::optional<Secret>>();
    return [keys = std::move(keys), known](const std::string& store_id) {
        store::KeySource source = keys(store_id);
        source.passphrase = [ask = std::move(source.passphrase), known]() -> std::optional<Secret> {
            if (!*known)
                *known = ask();
            return *known ? std::optional((*known)->copy()) : std::nullopt;
        };
        return source;
    };
}

/// One for each thread, opened with its key while there is one thread.
std::deque<store::Store> stores_for(const cli::World& world, std::size_t count) {
    std::deque<store::Store> stores;
    store::StoreOptions options = dep_store_options(world);
    const auto keys = asking_once(options.keys);
    for (std::size_t i = 0; i < count; ++i) {
        store::StoreOptions one = dep_store_options(world);
        one.keys = keys;
        stores.emplace_back(std::move(one)).key();
    }
    return stores;
}

}  // namespace

std::vector<SyncedToken> sync_side_by_side(const cli::World& world, const std::vector<SyncJob>& jobs,
                                           std::int64_t side_by_side, const SyncWay& way) {
    std::deque<store::Store> stores =
        stores_for(world, std::min<std::size_t>(static_cast<std::size_t>(side_by_side), jobs.size()));
    std::vector<SyncedToken> done(jobs.size());
    std::mutex one_at_a_time;
    SyncWay shared = way;
    shared.came = [&](std::int64_t devices) {
        const std::lock_guard<std::mutex> lock(one_at_a_time);
        way.came(devices);
    };
    std::atomic<std::size_t> next{0};
    std::exception_ptr broke;
    const auto work = [&](store::Store& store) {
        try {
            for (std::size_t i = next++; i < jobs.size(); i = next++)
                done[i] = sync_token(world, store, jobs[i].tenant, jobs[i].name, shared);
        } catch (...) {
            const std::lock_guard<std::mutex> lock(one_at_a_time);
            broke = std::current_exception();
        }
    };
    std::vector<std::thread> threads;
    for (store::Store& store : stores)
        threads.emplace_back(work, std::ref(store));
    for (std::thread& thread : threads)
        thread.join();
    if (broke)
        std::rethrow_exception(broke);
    return done;
}

}  // namespace mdm::apps
