// SPDX-License-Identifier: Apache-2.0
#include "profile/payload_parts.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace mdm::profile {
namespace {

using plist::Value;

constexpr std::string_view kerberos_extension = "com.apple.AppSSOKerberos.KerberosExtension";

bool is_of_kerberos(const PayloadType& type) { return lower_case(type.part) == "kerberos"; }

/// A part, and its keys that the payload has, by name.
struct MetPart {
    const PayloadType* part;
    std::vector<std::string_view> keys;

    /// The other has all of these keys and more: what is said of them there is enough.
    bool is_within(const MetPart& other) const {
        return keys.size() < other.keys.size() &&
               std::includes(other.keys.begin(), other.keys.end(), keys.begin(), keys.end());
    }
};

MetPart met(const PayloadType& part, const KeyList& list, const Value& payload) {
    MetPart met{&part, {}};
    for (const std::uint32_t rule : list.by_name)
        if (payload.find(list.rules[rule].name) != nullptr)
            met.keys.push_back(list.rules[rule].name);
    return met;
}

}  // namespace

std::vector<const PayloadType*> parts_for(const TypesNamed& types, const Value& payload) {
    if (types.types.size() == 1)
        return {&types.types.front()};
    const Value* extension = payload.find("ExtensionIdentifier");
    const auto* identifier = extension != nullptr ? extension->get_if<std::string>() : nullptr;
    const bool is_kerberos = identifier != nullptr && *identifier == kerberos_extension;
    std::vector<MetPart> all;
    for (const PayloadType& type : types.types) {
        const bool is_whole = type.part.empty();
        if (is_of_kerberos(type) ? !is_kerberos : is_whole && is_kerberos)
            continue;
        MetPart part = met(type, types.source->schema().lists[type.keys], payload);
        if (is_whole || is_of_kerberos(type) || !part.keys.empty())
            all.push_back(std::move(part));
    }
    std::vector<const PayloadType*> parts;
    for (const MetPart& part : all)
        if (std::none_of(all.begin(), all.end(), [&](const MetPart& other) { return part.is_within(other); }))
            parts.push_back(part.part);
    return parts;
}

}  // namespace mdm::profile
