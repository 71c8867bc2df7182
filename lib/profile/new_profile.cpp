// SPDX-License-Identifier: Apache-2.0
#include "profile/new_profile.hpp"

#include "base/text.hpp"
#include "profile/new_values.hpp"
#include "profile/place.hpp"
#include "profile/profile_draft.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace mdm::profile {
namespace {

void check_words(const std::vector<std::string>& words) {
    if (words.empty())
        throw Error{ErrorCode::bad_usage, "missing: TYPE", "mdmctl profile new --help lists what can be made"};
    for (auto word = words.begin(); word != words.end(); ++word) {
        static_cast<void>(new_type_named(*word));
        if (std::find(words.begin(), word, *word) != word)
            throw Error{ErrorCode::bad_usage, fmt::format("the type '{}' is there twice", *word),
                        "a second one goes into a profile of its own"};
    }
}

bool is_asked_for(const NewType& type, const std::vector<std::string>& words) {
    return std::find(words.begin(), words.end(), type.word) != words.end();
}

void check_strays(const NewType& type, const GivenOptions& given, const std::vector<std::string>& words) {
    for (const NewOption& option : type.options)
        if (given.has(option.name))
            throw Error{ErrorCode::bad_usage,
                        fmt::format("{} belongs to {}, which is not among the types", option.name, type.word),
                        fmt::format("mdmctl profile new {} {} ...", joined(words, " "), type.word)};
}

std::string heading(const NewOption& option) {
    return fmt::format("{} {}", option.name,
                       option.words.empty() ? std::string(option.value) : joined(option.typed_words(), "|"));
}

void check_missing(const NewType& type, const GivenOptions& given) {
    std::vector<std::string> missing;
    for (const NewOption& option : type.options)
        if (option.is_required && !given.has(option.name))
            missing.push_back(heading(option));
    if (!missing.empty())
        throw Error{ErrorCode::bad_usage, fmt::format("missing for {}: {}", type.word, joined(missing, ", "))};
}

}  // namespace

MadeProfile make_profile(const ProfileHead& head, const std::vector<std::string>& words, const GivenOptions& given,
                         Time now) {
    check_words(words);
    for (const NewType& type : new_types())
        is_asked_for(type, words) ? check_missing(type, given) : check_strays(type, given, words);
    for (const NewType& type : new_types())
        check_values(type, given);
    ProfileDraft draft(head, given, now);
    for (const NewType& type : new_types())
        if (is_asked_for(type, words))
            type.make(draft, type);
    return draft.finish();
}

std::string_view option_behind(std::string_view where, const MadeProfile& made) {
    constexpr std::string_view content = "PayloadContent[";
    std::string_view path = path_of(where);
    std::size_t number = 0;
    if (!path.starts_with(content))
        return {};
    path.remove_prefix(content.size());
    const auto [end, failed] = std::from_chars(path.data(), path.data() + path.size(), number);
    path.remove_prefix(static_cast<std::size_t>(end - path.data()));
    if (failed != std::errc{} || number >= made.payloads.size() || !path.starts_with("]."))
        return {};
    path.remove_prefix(2);
    for (const NewType& type : new_types())
        for (const NewOption& option : type.options)
            if (type.word == made.payloads[number].word && option.key == path.substr(0, path.find('[')))
                return option.name;
    return {};
}

}  // namespace mdm::profile
