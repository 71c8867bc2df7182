// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/record.hpp"
#include "cli/world.hpp"
#include "dep/with_store/event_sink.hpp"
#include "dep/with_store/token_question.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace mdm::apps {

/// How devices are to be fetched, whosever they are.
struct SyncWay {
    bool full = false;
    std::int64_t page_size = 0;  ///< 0: what the service gives at once
    EventSink* events = nullptr;
    std::function<void(std::int64_t devices)> came = [](std::int64_t) {};  ///< so many more devices
};

/// What became of one server token's devices.
struct SyncedToken {
    std::string tenant{};
    std::string name{};
    cli::Record record{};  ///< of one that failed: the same keys, null but for tenant, name and findings
    std::vector<Finding> findings{};
    std::optional<Error> failure{};
};

/// Fetches the devices of one server token. Nothing is thrown: why it failed is in there.
/// name    empty: the usual one
SyncedToken sync_token(const cli::World& world, store::Store& store, const std::string& tenant, const std::string& name,
                       const SyncWay& way);

}  // namespace mdm::apps
