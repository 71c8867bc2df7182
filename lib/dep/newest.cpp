// SPDX-License-Identifier: Apache-2.0
#include "dep/newest.hpp"

#include <algorithm>
#include <unordered_map>

namespace mdm::dep {
namespace {

/// Times of one form sort as they stand.
bool supersedes(const DeviceRecord& later, const DeviceRecord& earlier) {
    if (!later.op_date || !earlier.op_date)
        return true;
    if (*later.op_date != *earlier.op_date)
        return *later.op_date > *earlier.op_date;
    return later.op == Op::deleted || earlier.op != Op::deleted;
}

}  // namespace

std::vector<std::size_t> newest(const std::vector<DeviceRecord>& records) {
    std::unordered_map<std::string_view, std::size_t> winners;
    for (std::size_t i = 0; i < records.size(); ++i) {
        const auto [winner, is_first] = winners.try_emplace(records[i].serial, i);
        if (!is_first && supersedes(records[i], records[winner->second]))
            winner->second = i;
    }
    std::vector<std::size_t> places;
    places.reserve(winners.size());
    for (const auto& [serial, place] : winners)
        places.push_back(place);
    std::sort(places.begin(), places.end());
    return places;
}

}  // namespace mdm::dep
