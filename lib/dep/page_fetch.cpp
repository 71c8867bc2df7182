// SPDX-License-Identifier: Apache-2.0
#include "dep/page_fetch.hpp"

#include "base/json_object.hpp"

#include <fmt/format.h>
#include <utility>

namespace mdm::dep {

PageFetch::PageFetch(Client& client, PageKind kind, std::int64_t limit, std::int64_t before)
    : client_(client), kind_(kind), limit_(limit), number_(before) {}

// What is on its way is waited for: its thread has the client.
PageFetch::~PageFetch() = default;

void PageFetch::begin(std::optional<std::string_view> cursor) {
    DevicePageReader& reader = readers_.at(static_cast<std::size_t>(++number_) % readers_.size());
    std::promise<FetchedPage> promise;
    begun_ = promise.get_future();
    work_on_begun_ = std::async(std::launch::async, [this, &reader, number = number_, call = call_for(cursor),
                                                     promise = std::move(promise)]() mutable {
        FetchedPage page;
        try {
            page = fetched(call, number, reader);
        } catch (...) {
            promise.set_exception(std::current_exception());
            return;
        }
        const bool is_page = page.page != nullptr;
        promise.set_value(std::move(page));
        if (is_page)
            reader.finish();
    });
}

FetchedPage PageFetch::take() {
    FetchedPage page = begun_.get();
    work_on_taken_ = std::move(work_on_begun_);
    return page;
}

void PageFetch::finish() { work_on_taken_.get(); }

Call PageFetch::call_for(std::optional<std::string_view> cursor) const {
    return {.method = net::HttpMethod::post,
            .path = kind_ == PageKind::listing ? "/server/devices" : "/devices/sync",
            .body = cursor ? fmt::format(R"({{"cursor":"{}","limit":{}}})", json_escaped(*cursor), limit_)
                           : fmt::format(R"({{"limit":{}}})", limit_),
            .idempotent = true,
            .expected = {"EXPIRED_CURSOR", "INVALID_CURSOR", cursor_exhausted, "CURSOR_REQUIRED"}};
}

FetchedPage PageFetch::fetched(const Call& call, std::int64_t number, DevicePageReader& reader) const {
    Answer answer = client_.call(call);
    if (!answer.code.empty())
        return {.refused = std::move(answer.code)};
    try {
        return {.page = &reader.begin(std::move(answer.body), number, kind_)};
    } catch (const Error& e) {
        throw Error{e.code(), fmt::format("page {} of {} is none: {}", number, client_.where(), e.message()), e.hint()};
    }
}

}  // namespace mdm::dep
