// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace mdm {

/// Tells bytes from what an accident makes of them: one byte that is another is always seen. It is quick, and no
/// protection against who wants to deceive: a digest is (crypto/digest.hpp). Machines of another kind give another.
std::uint64_t checksum(std::string_view bytes);

}  // namespace mdm
