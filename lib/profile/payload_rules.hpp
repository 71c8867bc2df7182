// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "plist/value.hpp"
#include "profile/payload_schema.hpp"
#include "profile/place.hpp"
#include "profile/target.hpp"

#include <array>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mdm::profile {

class FormatSearch;

/// Judges dictionaries by schemas. Made once for many files, and used by several threads at a time.
/// schemas   in the order in which they are asked for a type; they outlive this
class PayloadRules {
public:
    PayloadRules(std::vector<const Schema*> schemas, const Target& target);
    ~PayloadRules();
    PayloadRules(const PayloadRules&) = delete;
    PayloadRules& operator=(const PayloadRules&) = delete;

    /// Judges the outermost dictionary, all but what PayloadContent holds.
    void judge_top_level(const plist::Value& profile, std::vector<Finding>& findings) const;

    /// Judges one payload: its common keys and those of its type.
    /// channel   the target's, or what the profile says where the target does not
    void judge_payload(const plist::Value& payload, const Path& path, Channel channel,
                       std::vector<Finding>& findings) const;

    /// Whether the target refuses two payloads of a type.
    bool refuses_several(std::string_view type) const;
    /// True where none of the schemas has the type for any system but macOS.
    bool is_for_macos_alone(std::string_view type) const;

    const Target& target() const noexcept { return target_; }

private:
    /// One schema, with what was worked out of it for the target.
    struct Source {
        const Schema* schema;
        std::array<std::vector<Objections>, 3> objections;  ///< by Channel and index of availability
        std::map<std::string, std::unique_ptr<FormatSearch>, std::less<>> formats;
    };
    struct Types {
        const Source* source = nullptr;
        std::span<const PayloadType> types;
    };
    friend class Judge;
    friend class PayloadJudge;

    Types types_named(std::string_view type) const;

    std::vector<Source> sources_;
    Target target_;
};

}  // namespace mdm::profile
