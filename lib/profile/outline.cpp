// SPDX-License-Identifier: Apache-2.0
#include "profile/outline.hpp"

#include <algorithm>
#include <array>

namespace mdm::profile {
namespace {

constexpr std::string_view uuid_form = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

bool is_letter_or_digit(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

bool is_common_key(std::string_view key) {
    constexpr std::array<std::string_view, 7> keys{"PayloadIdentifier",  "PayloadUUID",        "PayloadType",
                                                   "PayloadVersion",     "PayloadDescription", "PayloadDisplayName",
                                                   "PayloadOrganization"};
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

std::string_view text_of(const plist::Value& dict, std::string_view key) {
    const plist::Value* value = dict.find(key);
    const auto* text = value != nullptr ? value->get_if<std::string>() : nullptr;
    return text != nullptr ? std::string_view(*text) : std::string_view();
}

Mark mark_of(const plist::Value& dict, std::string_view key, const Path& path) {
    const plist::Value* value = dict.find(key);
    if (value == nullptr || value->get_if<std::string>() == nullptr)
        return {};
    return {*value->get_if<std::string>(), where(Path{&path, key}, value->place)};
}

Outline outline_of(const plist::Value& profile) {
    const Path root;
    Outline outline{mark_of(profile, "PayloadIdentifier", root), mark_of(profile, "PayloadUUID", root), {}};
    const plist::Value* content = profile.find("PayloadContent");
    const auto* payloads = content != nullptr ? content->get_if<plist::Array>() : nullptr;
    if (payloads == nullptr)
        return outline;
    const Path path{&root, "PayloadContent"};
    for (std::size_t i = 0; i < payloads->size(); ++i) {
        const plist::Value& payload = (*payloads)[i];
        const Path here{&path, {}, i};
        if (payload.get_if<plist::Dict>() != nullptr)
            outline.payloads.push_back({std::string(text_of(payload, "PayloadType")),
                                        mark_of(payload, "PayloadIdentifier", here),
                                        mark_of(payload, "PayloadUUID", here), where(here, payload.place), &payload});
    }
    return outline;
}

bool is_uuid(std::string_view text) {
    if (text.size() != uuid_form.size())
        return false;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (uuid_form[i] == '-' ? text[i] != '-' : !is_letter_or_digit(text[i]))
            return false;
    return true;
}

std::size_t find_uuid(std::string_view text) {
    for (std::size_t i = 0; i + uuid_form.size() <= text.size(); ++i)
        if (is_uuid(text.substr(i, uuid_form.size())))
            return i;
    return std::string_view::npos;
}

}  // namespace mdm::profile
