// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "plist/value.hpp"
#include "profile/payload_schema.hpp"
#include "profile/place.hpp"
#include "profile/target.hpp"
#include "profile/targeted_schema.hpp"

#include <functional>
#include <mutex>
#include <optional>
#include <string_view>
#include <vector>

namespace mdm::profile {

/// Judges dictionaries by schemas. Made once for many files, and used by several threads at a time.
/// schemas    in the order in which they are asked for a type; they outlive this
/// fallback   gives one more, behind them, when a type is met that none of them has; called once at most
class PayloadRules {
public:
    PayloadRules(const std::vector<const Schema*>& schemas, const Target& target,
                 std::function<Schema()> fallback = {});
    PayloadRules(const PayloadRules&) = delete;
    PayloadRules& operator=(const PayloadRules&) = delete;

    /// Judges the outermost dictionary, all but what PayloadContent holds.
    void judge_top_level(const plist::Value& profile, std::vector<Finding>& findings) const;

    /// Judges one payload: its common keys and those of its type.
    /// channel   the target's, or what the profile says where the target does not
    void judge_payload(const plist::Value& payload, const Path& path, Channel channel,
                       std::vector<Finding>& findings) const;

    /// Of the parts of its type that a payload is about, those of which the target takes one payload alone; "" is the
    /// type that is described whole.
    std::vector<std::string_view> taken_once(std::string_view type, const plist::Value& payload) const;
    /// True where none of the schemas has the type for any system but macOS.
    bool is_for_macos_alone(std::string_view type) const;

    /// Of the first schema that has the type.
    TypesNamed types_named(std::string_view type) const;
    const Target& target() const noexcept { return target_; }

private:
    const TargetedSchema* fallen_back_to() const;

    std::vector<TargetedSchema> sources_;
    Target target_;
    std::function<Schema()> fallback_;
    mutable std::once_flag has_fallen_back_;
    mutable Schema fallback_schema_;
    mutable std::optional<TargetedSchema> fallback_source_;
};

}  // namespace mdm::profile
