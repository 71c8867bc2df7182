// SPDX-License-Identifier: Apache-2.0
#include "rooms/live_services.hpp"

#include "rooms/live_apns.hpp"
#include "rooms/live_dep.hpp"
#include "rooms/live_question.hpp"

#include <fmt/format.h>

namespace mdm::apps {

expiry::LiveQuestion not_asked(std::string_view who, const std::string& why, const std::string& hint) {
    return [who = std::string(who), why, hint] {
        return expiry::LiveAnswer{
            {{Severity::info, ErrorCode::not_asked, fmt::format("{} was not asked: {}", who, why), hint, ""}}, false};
    };
}

std::vector<expiry::LiveService> live_services(const cli::World& world) { return {live_apns(world), live_dep(world)}; }

}  // namespace mdm::apps
