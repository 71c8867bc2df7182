// SPDX-License-Identifier: Apache-2.0
// Catch2 2 (Debian 12) and 3 (Debian 13) by one name.
#pragma once

#ifdef MDMCTL_CATCH2_V2
#include <catch2/catch.hpp>
namespace Catch::Matchers {
inline auto ContainsSubstring(const std::string& text) { return Contains(text); }
}  // namespace Catch::Matchers
#else
#include <catch2/catch_all.hpp>
#endif
