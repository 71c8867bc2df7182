// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "plist/reader.hpp"

#include <vector>

namespace mdm::profile {

/// The errors for which devices refuse a profile whatever its payloads are for: values that are none (base64, dates),
/// a key twice, no array of payloads, common keys that are missing or of the wrong type, a UUID or identifier twice.
/// A part of what lint finds, for who does not lint: no schema is needed.
std::vector<Finding> form_errors(const plist::Document& profile);

}  // namespace mdm::profile
