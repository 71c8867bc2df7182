// SPDX-License-Identifier: Apache-2.0
#include "cli/suggestion.hpp"

#include <algorithm>
#include <cstddef>

namespace mdm::cli {
namespace {

/// Names are short; what is longer than this is no slip of a finger, and costs the square of its length.
constexpr std::size_t longest_word = 64;

/// Optimal string alignment distance, by rows of the usual table: insertion, deletion, change, swap of neighbours.
std::size_t slips(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before_last(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({changed, last[j] + 1, row[j - 1] + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
        before_last.swap(last);
        last.swap(row);
    }
    return last[b.size()];
}

}  // namespace

std::string closest(std::string_view word, const std::vector<std::string>& known) {
    if (word.empty() || word.size() > longest_word)
        return {};
    std::string best;
    std::size_t fewest = std::max<std::size_t>(1, word.size() / 3) + 1;
    for (const std::string& candidate : known) {
        const bool begun = word.size() >= 2 && candidate.compare(0, word.size(), word) == 0;
        const std::size_t distance = begun ? 1 : slips(word, candidate);
        if (distance < fewest && candidate.size() > distance) {
            fewest = distance;
            best = candidate;
        }
    }
    return best;
}

}  // namespace mdm::cli
