// SPDX-License-Identifier: Apache-2.0
#include "profile/finding_words.hpp"

#include <fmt/format.h>

namespace mdm::profile {

std::string with_article(std::string_view noun) {
    const bool vowel = std::string_view("aeiou").find(noun.front()) != std::string_view::npos;
    return fmt::format("{} {}", vowel ? "an" : "a", noun);
}

std::string shortened(std::string_view text) {
    constexpr std::size_t longest = 80;
    return text.size() <= longest ? std::string(text) : fmt::format("{}...", text.substr(0, longest));
}

std::string in_words(const Bounds& bounds) {
    if (bounds.min && bounds.max)
        return *bounds.min == *bounds.max ? fmt::format("{}", *bounds.min)
                                          : fmt::format("{} to {}", *bounds.min, *bounds.max);
    return bounds.min ? fmt::format("{} or more", *bounds.min) : fmt::format("at most {}", bounds.max.value_or(0));
}

}  // namespace mdm::profile
