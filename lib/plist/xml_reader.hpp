// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plist/reader.hpp"

#include <string_view>

namespace mdm::plist {

/// The half of read() that is for XML; same promises.
Document read_xml(std::string_view bytes);

}  // namespace mdm::plist
