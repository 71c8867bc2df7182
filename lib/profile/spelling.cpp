// SPDX-License-Identifier: Apache-2.0
#include "profile/spelling.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <numeric>
#include <string>

namespace mdm::profile {
namespace {

std::string bare(std::string_view name) {
    std::string letters = lower_case(name);
    std::erase_if(letters, [](char c) { return c == ' ' || c == '-' || c == '_'; });
    return letters;
}

/// How many letters must be put in, left out or exchanged.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0]++;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t exchanged = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({exchanged, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

}  // namespace

std::optional<std::string_view> meant_name(std::string_view name, const std::vector<std::string_view>& known) {
    constexpr std::size_t longest = 100;
    constexpr std::size_t furthest = 2;
    if (name.size() < 4 || name.size() > longest)
        return std::nullopt;
    const std::string wanted = bare(name);
    std::optional<std::string_view> nearest;
    std::size_t least = furthest + 1;
    for (const std::string_view candidate : known) {
        const std::string other = bare(candidate);
        if (other == wanted)
            return candidate;
        const std::size_t sizes = std::max(other.size(), wanted.size()) - std::min(other.size(), wanted.size());
        if (sizes > furthest || candidate.size() < 4)
            continue;
        if (const std::size_t d = distance(wanted, other); d < least) {
            least = d;
            nearest = candidate;
        }
    }
    return nearest;
}

}  // namespace mdm::profile
