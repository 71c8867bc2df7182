// SPDX-License-Identifier: Apache-2.0
#include "cli/progress.hpp"

#include <fmt/format.h>

namespace mdm::cli {
namespace {

/// A short job shows nothing, and a long one does not flicker.
constexpr std::chrono::milliseconds first_after{500};
constexpr std::chrono::milliseconds then_every{100};

}  // namespace

Progress::Progress(const World& world, std::string what, std::int64_t total)
    : terminal_(world.terminal),
      what_(std::move(what)),
      total_(total),
      shown_at_all_(terminal_.errors_are_terminal() && !world.settings.quiet),
      next_(std::chrono::steady_clock::now() + first_after) {}

Progress::~Progress() {
    try {
        clear();
    } catch (const std::exception&) {
        // A terminal that is gone needs no cleaning.
    }
}

void Progress::advance(std::int64_t count) {
    done_ += count;
    if (!shown_at_all_)
        return;
    const auto now = std::chrono::steady_clock::now();
    if (now < next_)
        return;
    next_ = now + then_every;
    const std::string end = total_ > 0 ? fmt::format(" of {}", total_) : "";
    terminal_.err(fmt::format("\r{}{} {}\x1b[K", done_, end, what_));
    on_screen_ = true;
}

void Progress::clear() {
    if (!on_screen_)
        return;
    on_screen_ = false;
    terminal_.err("\r\x1b[K");
}

}  // namespace mdm::cli
