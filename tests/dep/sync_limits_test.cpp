// SPDX-License-Identifier: Apache-2.0
#include "dep/sync_limits.hpp"

#include "catch.hpp"

namespace {

using namespace mdm::dep;

std::int64_t size_for(std::vector<PermittedService> urls, std::int64_t wanted = 0) {
    Account account;
    account.urls = std::move(urls);
    return page_size(account, wanted);
}

PermittedService service(const char* uri, std::optional<std::int32_t> maximum) {
    return {.uri = uri, .http_methods = {}, .default_limit = 100, .maximum_limit = maximum};
}

}  // namespace

TEST_CASE("a page is as large as the account lets it be, and never above a thousand") {
    CHECK(size_for({}) == 1000);
    CHECK(size_for({service("/server/devices", 5000), service("/devices/sync", 5000)}) == 1000);
    CHECK(size_for({service("/server/devices", 500), service("/devices/sync", 200)}) == 200);
    CHECK(size_for({service("/server/devices", std::nullopt)}) == 1000);
    CHECK(size_for({service("/devices", 10)}) == 1000);
    CHECK(size_for({service("/server/devices", 0)}) == 1);
}

TEST_CASE("a page may be asked for smaller, and not larger") {
    CHECK(size_for({service("/server/devices", 500)}, 100) == 100);
    CHECK(size_for({service("/server/devices", 500)}, 800) == 500);
}
