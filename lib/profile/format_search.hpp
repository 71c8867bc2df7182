// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <mutex>
#include <regex.h>
#include <string>
#include <string_view>
#include <utility>

namespace mdm::profile {

/// A schema's regular expression, looked for in text. By the system's regcomp: an extended expression of POSIX is what
/// the expressions in Apple's schema are, and no choice of text makes the search slow or deep, as the standard
/// library's does. It is compiled when it is first used. May be used by several threads.
class FormatSearch {
public:
    explicit FormatSearch(std::string expression) : expression_(std::move(expression)) {}
    FormatSearch(const FormatSearch&) = delete;
    FormatSearch& operator=(const FormatSearch&) = delete;
    ~FormatSearch();

    /// True as well where the expression is none that POSIX has: what cannot be judged is not refused.
    bool finds(std::string_view text) const;

private:
    std::string expression_;
    mutable std::once_flag once_;
    mutable regex_t compiled_{};
    mutable bool is_usable_ = false;
};

}  // namespace mdm::profile
