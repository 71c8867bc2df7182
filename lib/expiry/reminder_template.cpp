// SPDX-License-Identifier: Apache-2.0
#include "expiry/reminder_template.hpp"

#include "base/error.hpp"
#include "base/json_object.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::expiry {
namespace {

constexpr std::string_view opening = "{{";
constexpr std::string_view closing = "}}";

const std::string& value_of(std::string_view name, const TemplateValues& values) {
    const auto found = std::find_if(values.begin(), values.end(), [&](const auto& v) { return v.first == name; });
    if (found != values.end())
        return found->second;
    std::string known;
    for (const auto& value : values)
        known += fmt::format("{}{}", known.empty() ? "" : ", ", value.first);
    throw Error{ErrorCode::bad_setting,
                fmt::format("the template has '{{{{{}}}}}', which is no value", printable(name)),
                fmt::format("the values are: {}", known)};
}

}  // namespace

std::string filled(std::string_view text, const TemplateValues& values) {
    std::string out;
    for (auto begin = text.find(opening); begin != std::string_view::npos; begin = text.find(opening)) {
        const auto end = text.find(closing, begin);
        if (end == std::string_view::npos)
            throw Error{ErrorCode::bad_setting, "the template has a '{{' without '}}' behind it"};
        out += text.substr(0, begin);
        const auto name = text.substr(begin + opening.size(), end - begin - opening.size());
        out += json_escaped(value_of(trimmed(name), values));
        text.remove_prefix(end + closing.size());
    }
    out += text;
    if (!json_strings(out))
        throw Error{ErrorCode::bad_setting, "the template, filled in, is no JSON object",
                    "a value goes between quotes: {\"text\": \"{{text}}\"}"};
    return out;
}

}  // namespace mdm::expiry
