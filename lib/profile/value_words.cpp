// SPDX-License-Identifier: Apache-2.0
#include "profile/value_words.hpp"

#include "base/text.hpp"
#include "profile/secret_keys.hpp"
#include "profile/secret_text.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace mdm::profile {
namespace {

using plist::Value;

constexpr std::size_t longest_text = 300;

/// Of an array that holds no other, and no dictionary.
std::string listed_values(const plist::Array& values) {
    const std::size_t told = std::min(values.size(), most_listed);
    std::vector<std::string> all;
    for (std::size_t i = 0; i < told; ++i)
        all.push_back(in_words(values[i]).value_or(""));
    return all.empty() ? "nothing" : listed(all, values.size() - told);
}

std::string size_in_words(std::size_t bytes) {
    constexpr std::size_t kibi = 1024;
    return bytes < kibi ? counted(static_cast<long long>(bytes), "byte") : fmt::format("{} KiB", (bytes + 512) / kibi);
}

}  // namespace

std::string span_in_words(std::int64_t seconds) {
    struct Unit {
        std::int64_t seconds;
        std::string_view name;
    };
    constexpr std::array<Unit, 3> units{{{86'400, "day"}, {3600, "hour"}, {60, "minute"}}};
    for (const Unit& unit : units)
        if (seconds != 0 && seconds % unit.seconds == 0)
            return counted(seconds / unit.seconds, unit.name);
    return counted(seconds, "second");
}

std::string listed(const std::vector<std::string>& words, std::size_t more) {
    const std::size_t told = std::min(words.size(), most_listed);
    more += words.size() - told;
    std::string all;
    for (std::size_t i = 0; i < told; ++i)
        all += (i == 0 ? "" : i + 1 == told && more == 0 ? " and " : ", ") + words[i];
    return more == 0 ? all : fmt::format("{} and {} more", all, more);
}

std::string shown_text(std::string_view text) { return holds_secret(text) ? "..." : cut_short(text); }

std::string cut_short(std::string_view text) {
    std::string shown = without_url_secrets(text);
    if (shown.size() <= longest_text)
        return shown;
    std::size_t cut = 0;
    for (CodePoint c = next_code_point(shown); c.width > 0 && cut + c.width <= longest_text;
         c = next_code_point(std::string_view(shown).substr(cut)))
        cut += c.width;
    return fmt::format("{}... ({} in all)", shown.substr(0, cut), size_in_words(shown.size()));
}

std::optional<std::string> in_words(const Value& value) {
    if (const auto* flag = value.get_if<bool>())
        return *flag ? "yes" : "no";
    if (const auto* number = value.get_if<std::uint64_t>())
        return fmt::format("{}", *number);
    if (const auto* text = value.get_if<std::string>())
        return fmt::format("'{}'", shown_text(*text));
    if (const auto* time = value.get_if<Time>())
        return to_rfc3339(*time);
    if (const auto* data = value.get_if<plist::Data>())
        return fmt::format("{} of data", size_in_words(data->bytes.size()));
    if (const auto* uid = value.get_if<plist::Uid>())
        return fmt::format("{}", uid->value);
    if (value.get_if<plist::Dict>() != nullptr)
        return std::nullopt;
    if (const auto* array = value.get_if<plist::Array>()) {
        const bool is_flat = std::all_of(array->begin(), array->end(), [](const Value& item) {
            return item.get_if<plist::Array>() == nullptr && item.get_if<plist::Dict>() == nullptr;
        });
        return is_flat ? std::optional(listed_values(*array)) : std::nullopt;
    }
    const auto* real = value.get_if<double>();
    return real != nullptr ? fmt::format("{}", *real) : fmt::format("{}", *value.get_if<std::int64_t>());
}

bool hides_value(std::string_view key, const Value& value, bool is_described) {
    const auto* text = value.get_if<std::string>();
    return (text != nullptr && holds_secret(*text)) ||
           ((is_secret_key(key) || (!is_described && sounds_secret(key))) && can_be_secret(value));
}

bool can_be_secret(const Value& value) {
    return value.get_if<bool>() == nullptr && value.get_if<Time>() == nullptr &&
           value.get_if<plist::Data>() == nullptr && value.get_if<plist::Dict>() == nullptr;
}

}  // namespace mdm::profile
