// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plist/reader.hpp"

#include <string_view>

namespace mdm::plist {

/// Whether the bytes claim to be a binary property list.
inline bool is_binary(std::string_view bytes) { return bytes.starts_with("bplist"); }

/// The half of read() that is for binary property lists; same promises.
Document read_binary(std::string_view bytes);

}  // namespace mdm::plist
