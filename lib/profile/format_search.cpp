// SPDX-License-Identifier: Apache-2.0
#include "profile/format_search.hpp"

namespace mdm::profile {

FormatSearch::~FormatSearch() {
    if (is_usable_)
        ::regfree(&compiled_);
}

bool FormatSearch::finds(std::string_view text) const {
    std::call_once(once_,
                   [this] { is_usable_ = ::regcomp(&compiled_, expression_.c_str(), REG_EXTENDED | REG_NOSUB) == 0; });
    if (!is_usable_)
        return true;
    // An expression is met by what stands before a NUL, which a text of a property list does not hold.
    return ::regexec(&compiled_, std::string(text).c_str(), 0, nullptr, 0) == 0;
}

}  // namespace mdm::profile
