// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mdm::profile {

/// Findings that were there before and are not to be told again: the JSON that an earlier lint answered.
class Baseline {
public:
    Baseline() = default;
    /// throws  not_a_baseline
    static Baseline parse(std::string_view json, std::string_view name);

    /// Takes out of a file's findings those that the baseline has, as often as it has them. A finding is known by file,
    /// code and path: lines may move, and messages may be worded anew. The file is known however it is spelled,
    /// relative to the working folder or from the root; it is asked for once. Returns how many were taken out.
    std::size_t take_out(std::string_view file, std::vector<Finding>& findings);

    /// How many of the files that were looked at were not met again: what was mended since.
    std::size_t left() const noexcept { return left_; }

private:
    using Counts = std::map<std::string, std::size_t, std::less<>>;  ///< by code and path

    std::map<std::string, Counts, std::less<>> files_;
    std::size_t left_ = 0;
};

}  // namespace mdm::profile
