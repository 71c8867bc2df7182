// SPDX-License-Identifier: Apache-2.0
#include "rooms/dep_service.hpp"

#include "access/network.hpp"
#include "net/endpoint.hpp"
#include "store/facts.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace mdm::apps {
namespace {

bool is_loopback(const std::string& origin) { return net::http_endpoint(origin).is_loopback(); }

}  // namespace

std::string dep_endpoint(const cli::Settings& settings) {
    if (settings.dep_url.empty())
        return std::string(dep::dep_origin);
    return net::http_origin(settings.dep_url);
}

void judge_dep_origin(store::Transaction& transaction, const cli::Settings& settings, const std::string& stored,
                      const std::string& what) {
    const bool rehearsal = store::fact(transaction, store::facts::rehearsal).has_value();
    if (rehearsal && settings.dep_url.empty())
        throw Error{ErrorCode::unavailable, "this is a rehearsal, and nothing in it pretends to be Apple's DEP service",
                    "mdmctl sandbox run or mdmctl sandbox serve does, and sets MDMCTL_DEP_URL"};
    const std::string asked = dep_endpoint(settings);
    if (asked == stored || (rehearsal && is_loopback(asked) && is_loopback(stored)))
        return;
    throw Error{ErrorCode::other_origin,
                fmt::format("{} was imported for {}, and would be sent to {}", what, stored, asked),
                fmt::format("{}; mdmctl dep set --origin {} moves it",
                            stored == dep::dep_origin ? "unset MDMCTL_DEP_URL"
                                                      : fmt::format("MDMCTL_DEP_URL={} asks there", stored),
                            asked)};
}

DepService::DepService(const cli::Settings& settings, const Clock& clock, dep::ServerToken token)
    : http_(net::curl_http_client(access::http_options(settings))),
      real_clock_(std::make_unique<SystemClock>()),
      client_(std::make_unique<dep::Client>(
          *http_, dep_endpoint(settings), std::move(token),
          dep::ClientMeans{.clock = clock, .retry = {*real_clock_, net::sleep_for, net::random_fraction}})) {}

std::optional<Time> DepService::retry_at(const Clock& clock) const {
    const auto real = client_->retry_at();
    if (!real)
        return std::nullopt;
    // Whatever somebody in between says, tomorrow it is asked again.
    constexpr std::chrono::hours longest{24};
    return clock.now() + std::min<std::chrono::seconds>(*real - real_clock_->now(), longest);
}

}  // namespace mdm::apps
