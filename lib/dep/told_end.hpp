// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "base/time.hpp"

#include <optional>
#include <string>

/// When a server token ends that another server holds.
namespace mdm::dep {

struct ToldEnd {
    Time expiry;
    std::optional<Finding> estimated{};  ///< expiry_estimated, where nobody told it
};

/// When a token ends: what was told, else a year after the time in its file's name, for so long Apple makes them.
/// throws  bad_usage: neither
ToldEnd told_end(const std::string& path, std::optional<Time> told, Time now);

}  // namespace mdm::dep
