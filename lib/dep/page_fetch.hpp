// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dep/client.hpp"
#include "dep/device_page.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <future>
#include <optional>
#include <string>
#include <string_view>

namespace mdm::dep {

/// Apple's codes for a cursor that it does not take.
inline constexpr std::string_view cursor_exhausted = "EXHAUSTED_CURSOR";

struct FetchedPage {
    std::string refused{};  ///< EXPIRED_CURSOR, INVALID_CURSOR, EXHAUSTED_CURSOR, CURSOR_REQUIRED; empty: it is a page
    /// As DevicePageReader::begin() gives it; its devices are there behind finish(), until the page behind the next one
    /// is begun. Null: the cursor was refused.
    const DevicePage* page = nullptr;
};

/// Asks for pages of devices and reads them, each in a thread of its own. As soon as one says where the next begins,
/// that can be begun: it is on its way while the devices of this one are read, and written. The client is used by
/// nobody else from begin() until take() has returned, or this is gone.
class PageFetch {
public:
    /// kind     the whole list, /server/devices, or what has changed, /devices/sync
    /// limit    devices of a page, 1 to 1000
    /// before   pages that this run has had already: findings have the numbers behind it
    PageFetch(Client& client, PageKind kind, std::int64_t limit, std::int64_t before);
    PageFetch(const PageFetch&) = delete;
    PageFetch& operator=(const PageFetch&) = delete;
    ~PageFetch();

    /// cursor   nullopt: from the beginning
    void begin(std::optional<std::string_view> cursor);

    /// Waits for what begin() asked.
    /// throws  bad_answer: it is no page, see DevicePageReader; and what Client::call throws
    FetchedPage take();

    /// Waits until the devices of the page that was taken are read.
    void finish();

private:
    Call call_for(std::optional<std::string_view> cursor) const;
    FetchedPage fetched(const Call& call, std::int64_t number, DevicePageReader& reader) const;

    Client& client_;
    PageKind kind_;
    std::int64_t limit_;
    std::int64_t number_;  ///< of the page that was begun last
    /// One has the page that is worked on, the other the one that is on its way.
    std::array<DevicePageReader, 2> readers_;
    std::future<FetchedPage> begun_;
    std::future<void> work_on_begun_;
    std::future<void> work_on_taken_;
};

}  // namespace mdm::dep
