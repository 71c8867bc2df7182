// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "expiry/live.hpp"

#include <atomic>
#include <memory>
#include <string>
#include <string_view>

/// What the questions to all services share.
namespace mdm::apps {

/// An answer without asking. who   "APNs"
expiry::LiveQuestion not_asked(std::string_view who, const std::string& why, const std::string& hint);

/// How often in a row nobody answered, over all threads: who waited so many times asks no more.
class Patience {
public:
    bool is_over() const { return *silence_ >= limit; }
    void answered() const { *silence_ = 0; }
    void silent() const { ++*silence_; }

private:
    static constexpr int limit = 8;
    std::shared_ptr<std::atomic<int>> silence_ = std::make_shared<std::atomic<int>>(0);
};

}  // namespace mdm::apps
