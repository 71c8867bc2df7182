// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"

#include <optional>
#include <string>

namespace mdm::store {

/// Something that a person's account at Apple or Google holds: each service tells of its own.
struct AccountHolding {
    std::string tenant;   ///< by id
    std::string account;  ///< as it was written down
    std::string kind;     ///< managed, shared, personal; empty: nobody said
    std::string service;  ///< "apns"
    std::string name;     ///< of the thing, among those of its tenant
    std::string state;
    std::optional<Time> not_after{};
    std::optional<Time> renewable_until{};
    std::string consequence;  ///< what happens without the account, as a sentence without its full stop
};

}  // namespace mdm::store
