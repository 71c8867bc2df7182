// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profile/explanation.hpp"
#include "profile/verification.hpp"

#include <string>
#include <string_view>
#include <vector>

/// What is to be said of a profile before its settings are told one by one, in sentences.
namespace mdm::profile {

/// What it is about: its payloads, whom it holds for, what needs supervision.
std::vector<std::string> overview_of(const Explanation& profile);

/// The same of one payload: what such a payload is for, and what it needs.
std::vector<std::string> overview_of(const PayloadExplanation& payload);

/// Who signed it, and what a device shows of that.
/// trusted   what the roots are called that were believed: "the roots of this machine"
std::vector<std::string> sentences_on_signature(const Verification& signature, std::string_view trusted);

}  // namespace mdm::profile
