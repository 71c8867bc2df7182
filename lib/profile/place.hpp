// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plist/value.hpp"

#include <cstddef>
#include <string>
#include <string_view>

/// Where something is in a profile: a chain of keys and indices, made on the stack while the tree is walked, and
/// written down only where there is a finding.
namespace mdm::profile {

struct Path {
    const Path* up = nullptr;
    std::string_view key{};  ///< of a dictionary; empty: `index` of an array
    std::size_t index = 0;

    /// "PayloadContent[0].minLength"; empty for the root.
    std::string to_string() const;
};

/// As plist::Document has it: "PayloadContent[0].minLength, line 12, column 7".
std::string where(const Path& path, plist::Place place);

/// The path of such a place, without line and column: what stays when lines move.
std::string_view path_of(std::string_view where);

}  // namespace mdm::profile
