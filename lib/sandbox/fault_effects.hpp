// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"
#include "sandbox/fault.hpp"
#include "sandbox/http_message.hpp"

#include <optional>
#include <string_view>
#include <vector>

/// What faults do to a request and its answer.
namespace mdm::sandbox {

/// The service's clock, shifted by every skew among them.
Time shifted_clock(const std::vector<Fault>& faults, Time now);

/// The answer of the fault that replaces the right one, before anything is judged; nullopt: there is none.
std::optional<HttpAnswer> replacement(const std::vector<Fault>& faults, std::string_view path, Time now);

/// An answer, with what faults do to it and to its delivery.
HttpAnswer spoiled(HttpAnswer answer, const std::vector<Fault>& faults);

}  // namespace mdm::sandbox
