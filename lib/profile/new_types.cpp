// SPDX-License-Identifier: Apache-2.0
#include "profile/new_types.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "profile/given_options.hpp"
#include "profile/spelling.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>
#include <utility>

namespace mdm::profile {
namespace {

/// "wpa2=WPA2" as both; a word that is written as it is typed is both.
std::pair<std::string_view, std::string_view> parts(std::string_view word) {
    const auto equals = word.find('=');
    return equals == std::string_view::npos ? std::pair{word, word}
                                            : std::pair{word.substr(0, equals), word.substr(equals + 1)};
}

}  // namespace

std::vector<std::string> NewOption::typed_words() const {
    std::vector<std::string> typed;
    if (!words.empty())
        for (const std::string_view word : split(words, '|'))
            typed.emplace_back(parts(word).first);
    return typed;
}

std::string NewOption::written(std::string_view word) const {
    for (const std::string_view known : split(words, '|'))
        if (parts(known).first == word)
            return std::string(parts(known).second);
    return std::string(word);
}

const NewOption& NewType::option(std::string_view name) const {
    const auto found =
        std::find_if(options.begin(), options.end(), [name](const NewOption& o) { return o.name == name; });
    if (found == options.end())
        throw Error{ErrorCode::internal_error, fmt::format("{} has no option {}", word, name)};
    return *found;
}

std::string_view NewType::typed(std::string_view name, const GivenOptions& given) const {
    return given.has(name) ? given.text(name) : option(name).preset;
}

std::span<const NewType> new_types() {
    static const std::array types{new_certificate(), new_scep(),         new_acme(),     new_mdm(),
                                  new_passcode(),    new_restrictions(), new_wifi(),     new_vpn(),
                                  new_mail(),        new_exchange(),     new_web_clip(), new_home_screen()};
    return types;
}

const NewType& new_type_named(std::string_view word) {
    const auto types = new_types();
    const auto found = std::find_if(types.begin(), types.end(), [word](const NewType& t) { return t.word == word; });
    if (found != types.end())
        return *found;
    std::vector<std::string> words;
    std::vector<std::string_view> known;
    for (const NewType& type : types) {
        words.emplace_back(type.word);
        known.push_back(type.word);
    }
    const auto meant = meant_name(word, known);
    throw Error{ErrorCode::bad_usage, fmt::format("'{}' is no type of payload: {}", word, joined(words, ", ")),
                meant ? fmt::format("did you mean '{}'?", *meant) : ""};
}

}  // namespace mdm::profile
