// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dep/account.hpp"

#include <cstdint>

namespace mdm::dep {

/// Devices of a page at most, whatever an account says.
inline constexpr std::int64_t largest_page = 1000;

/// How many devices a page is asked for: what the account gives for lists and changes, at most largest_page.
/// wanted   fewer than that; 0: as many as it gives
std::int64_t page_size(const Account& account, std::int64_t wanted);

}  // namespace mdm::dep
