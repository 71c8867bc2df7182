// SPDX-License-Identifier: Apache-2.0
#include "dep/with_store/event_sink.hpp"

#include <filesystem>

namespace mdm::apps {

EventSink::EventSink(const cli::World& world, const cli::OutputFile& file) : world_(world) {
    if (file.path == dep::standard_output) {
        destination_ = file.path;
        world.output_taken = true;
        return;
    }
    file_.emplace(file.path);
    destination_ = std::filesystem::canonical(file.path).string();
}

void EventSink::deliver(store::Store& store, const std::string& token) {
    const std::lock_guard<std::mutex> one(mutex_);
    const bool stays = file_ && file_->is_file();
    const dep::Outbox outbox{.destination = destination_, .token = stays ? "" : token};
    std::int64_t written = 0;
    if (stays && !has_looked_)
        written = dep::already_written(store, outbox, file_->last_line());
    has_looked_ = true;
    dep::deliver_events(store, outbox, written, [this](std::string_view lines) { write(lines); });
}

void EventSink::write(std::string_view lines) {
    if (file_)
        file_->append(lines);
    else
        world_.terminal.out(lines);
}

}  // namespace mdm::apps
