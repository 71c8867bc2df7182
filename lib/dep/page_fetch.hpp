// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dep/client.hpp"

#include <cstdint>
#include <future>
#include <optional>
#include <string>
#include <string_view>

namespace mdm::dep {

/// Apple's codes for a cursor that it does not take.
inline constexpr std::string_view cursor_exhausted = "EXHAUSTED_CURSOR";

/// Asks for pages of devices, each on its way while the one before it is worked on. The client is used by nobody else
/// from begin() until take() has returned, or this is gone.
class PageFetch {
public:
    /// path    "/server/devices" or "/devices/sync"
    /// limit   devices of a page, 1 to 1000
    PageFetch(Client& client, std::string path, std::int64_t limit);
    PageFetch(const PageFetch&) = delete;
    PageFetch& operator=(const PageFetch&) = delete;
    ~PageFetch();

    /// cursor   nullopt: from the beginning
    void begin(std::optional<std::string_view> cursor);

    /// Waits for what begin() asked. Its code is empty, or one that says that the cursor is not taken: EXPIRED_CURSOR,
    /// INVALID_CURSOR, EXHAUSTED_CURSOR, CURSOR_REQUIRED.
    /// throws  what Client::call throws
    Answer take();

private:
    Client& client_;
    std::string path_;
    std::int64_t limit_;
    std::future<Answer> answer_;
};

}  // namespace mdm::dep
