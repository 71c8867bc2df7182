// SPDX-License-Identifier: Apache-2.0
#include "plist/value.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace mdm::plist {

const Value* Value::find(std::string_view key) const noexcept {
    const Dict* dict = get_if<Dict>();
    if (dict == nullptr)
        return nullptr;
    const auto found =
        std::find_if(dict->begin(), dict->end(), [key](const auto& entry) { return entry.first == key; });
    return found == dict->end() ? nullptr : &found->second;
}

std::string_view Value::type_name() const noexcept {
    // In the order of the variant.
    static constexpr std::array<std::string_view, 10> names{"boolean", "integer", "integer", "real",  "string",
                                                            "data",    "date",    "UID",     "array", "dictionary"};
    static_assert(names.size() == std::variant_size_v<decltype(content)>);
    return names[content.index()];
}

std::vector<std::size_t> repeated_keys(const Dict& dict) {
    // Sorted rather than hashed: no choice of keys makes it slow.
    std::vector<std::size_t> order(dict.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&dict](std::size_t a, std::size_t b) { return dict[a].first < dict[b].first; });
    std::vector<std::size_t> repeated;
    for (std::size_t i = 1; i < order.size(); ++i)
        if (dict[order[i]].first == dict[order[i - 1]].first)
            repeated.push_back(order[i]);
    std::sort(repeated.begin(), repeated.end());
    return repeated;
}

}  // namespace mdm::plist
