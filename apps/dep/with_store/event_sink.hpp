// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/world.hpp"
#include "dep/device_events.hpp"
#include "dep/event_file.hpp"
#include "store/store.hpp"

#include <mutex>
#include <optional>
#include <string>

namespace mdm::apps {

/// Where the events of `dep sync --events` go, for all its threads.
class EventSink {
public:
    /// file    "-": standard output, which is the events' then
    /// throws  what EventFile throws
    EventSink(const cli::World& world, const cli::OutputFile& file);

    /// As the outbox knows it: the whole path.
    const std::string& destination() const noexcept { return destination_; }

    /// Writes what the outbox has for it: of a file, the events of every token; else those of this one.
    void deliver(store::Store& store, const std::string& token);

private:
    void write(std::string_view lines);

    const cli::World& world_;
    std::string destination_;
    std::optional<dep::EventFile> file_;
    bool has_looked_ = false;  ///< what an earlier run has written and not taken out is settled
    std::mutex mutex_;
};

}  // namespace mdm::apps
