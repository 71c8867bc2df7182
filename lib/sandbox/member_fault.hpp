// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/fault.hpp"

#include <string>

namespace mdm::sandbox {

/// Changes a member of a JSON text as a fault "field-..." says. Its NAME is "cursor", "devices[0].serial_number" for
/// one of a list, or "devices[].serial_number" for each. A text without that member, or that is no JSON, stays as it
/// is.
void change_member(std::string& body, const Fault& fault);

}  // namespace mdm::sandbox
