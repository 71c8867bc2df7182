// SPDX-License-Identifier: Apache-2.0
#include "profile/targeted_schema.hpp"

#include "profile/format_search.hpp"

namespace mdm::profile {
namespace {

/// Nobody spoke of macOS: PayloadScope means nothing elsewhere, and there stands nothing against a thing for its sake.
Objections beside_scope(Objections found, const Availability& availability, const Target& target) {
    const bool is_for_macos =
        target.os || target.channel != Channel::unknown || systems(availability) == std::vector{Os::macos};
    return is_for_macos ? found : found & ~(not_on_device_channel | not_on_user_channel);
}

}  // namespace

TargetedSchema::TargetedSchema(const Schema& schema, const Target& target) : schema_(&schema) {
    for (std::size_t channel = 0; channel < objections_.size(); ++channel) {
        Target here = target;
        here.channel = static_cast<Channel>(channel);
        for (const Availability& availability : schema.availabilities)
            objections_[channel].push_back(beside_scope(profile::objections(availability, here), availability, target));
    }
    for (const KeyList& list : schema.lists)
        for (const KeyRule& rule : list.rules)
            if (!rule.format.empty() && !formats_.contains(rule.format))
                formats_.emplace(rule.format, std::make_unique<FormatSearch>(rule.format));
}

TargetedSchema::TargetedSchema(TargetedSchema&&) noexcept = default;
TargetedSchema& TargetedSchema::operator=(TargetedSchema&&) noexcept = default;
TargetedSchema::~TargetedSchema() = default;

bool TargetedSchema::has_form(const KeyRule& rule, std::string_view text) const {
    const auto format = formats_.find(rule.format);
    return format == formats_.end() || format->second->finds(text);
}

}  // namespace mdm::profile
