// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"
#include "crypto/certificate.hpp"

#include <vector>

namespace mdm::crypto {

/// It signed itself: the end of a chain.
bool is_root(const Certificate& certificate);

/// Follows `leaf` to its root through `pool`, in whatever order that is: by issuer name and key identifier, then by
/// signature; where several fit (Apple has had more than one WWDR generation), one that is valid at `now` and ends
/// last. The result begins with `leaf` and ends where no issuer is found, or at limits::chain_length.
std::vector<Certificate> build_chain(const Certificate& leaf, const std::vector<Certificate>& pool, Time now);

}  // namespace mdm::crypto
