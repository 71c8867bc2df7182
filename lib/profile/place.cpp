// SPDX-License-Identifier: Apache-2.0
#include "profile/place.hpp"

#include <fmt/format.h>

namespace mdm::profile {

std::string Path::to_string() const {
    if (up == nullptr)
        return "";
    std::string text = up->to_string();
    if (key.empty())
        return text + fmt::format("[{}]", index);
    if (!text.empty())
        text += '.';
    constexpr std::size_t longest = 80;  // as the reader of property lists cuts it
    return text.append(key.size() > longest ? fmt::format("{}...", key.substr(0, longest)) : std::string(key));
}

std::string where(const Path& path, plist::Place place) {
    std::string text = path.to_string();
    if (place.line == 0)
        return text;
    return fmt::format("{}{}line {}, column {}", text, text.empty() ? "" : ", ", place.line, place.column);
}

std::string_view path_of(std::string_view where) {
    if (where.starts_with("line "))
        return {};
    const auto line = where.rfind(", line ");
    return line == std::string_view::npos ? where : where.substr(0, line);
}

}  // namespace mdm::profile
