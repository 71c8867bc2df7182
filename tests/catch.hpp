// SPDX-License-Identifier: Apache-2.0
// Catch2 2 (Debian 12) and 3 (Debian 13) by one name.
#pragma once

#ifdef MDMCTL_CATCH2_V2
#include <catch2/catch.hpp>
#else
#include <catch2/catch_all.hpp>

// Catch2 3 left these names to Catch::Matchers, and Contains to ranges.
namespace Catch {
using Matchers::EndsWith;
using Matchers::StartsWith;
using Matchers::VectorContains;
inline auto Contains(const std::string& text) { return Matchers::ContainsSubstring(text); }
}  // namespace Catch
#endif
