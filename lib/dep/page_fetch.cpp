// SPDX-License-Identifier: Apache-2.0
#include "dep/page_fetch.hpp"

#include "base/json_object.hpp"

#include <fmt/format.h>
#include <utility>

namespace mdm::dep {

PageFetch::PageFetch(Client& client, std::string path, std::int64_t limit)
    : client_(client), path_(std::move(path)), limit_(limit) {}

// What is on its way is waited for: its thread has the client.
PageFetch::~PageFetch() = default;

void PageFetch::begin(std::optional<std::string_view> cursor) {
    Call call{.method = net::HttpMethod::post,
              .path = path_,
              .body = cursor ? fmt::format(R"({{"cursor":"{}","limit":{}}})", json_escaped(*cursor), limit_)
                             : fmt::format(R"({{"limit":{}}})", limit_),
              .idempotent = true,
              .expected = {"EXPIRED_CURSOR", "INVALID_CURSOR", cursor_exhausted, "CURSOR_REQUIRED"}};
    answer_ = std::async(std::launch::async, [&client = client_, call = std::move(call)] { return client.call(call); });
}

Answer PageFetch::take() { return answer_.get(); }

}  // namespace mdm::dep
