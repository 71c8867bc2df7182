// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "plist/value.hpp"
#include "profile/place.hpp"
#include "profile/targeted_schema.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace mdm::profile {

/// One walk through one dictionary, key by key and as deep as it goes. For payload_rules.cpp and payload_judge.cpp.
/// type       what the dictionary is called in messages: "a profile", "com.apple.wifi.managed"
/// findings   what is found is put behind these
class DictionaryJudge {
public:
    DictionaryJudge(const Target& target, const TargetedSchema& schema, Channel channel, std::string_view type,
                    std::vector<Finding>& findings)
        : target_(target), schema_(schema), channel_(channel), type_(type), findings_(findings) {}

    /// above   what was said already, of what the value is in
    void judge_value(const KeyRule& rule, const plist::Value& value, const Path& path, Objections above);
    void judge_missing(const plist::Value& dict, std::uint32_t list, const Path& path);
    void judge_availability(std::uint32_t availability, std::string_view name, const Path& path, plist::Place place,
                            Objections above);
    /// lists   where it was looked for, of which the name is proposed that may be meant
    void unknown_key(std::string_view key, const std::vector<std::uint32_t>& lists, const Path& path,
                     plist::Place place);

    const KeyList& list(std::uint32_t index) const { return schema_.schema().lists[index]; }
    Objections objections_to(std::uint32_t availability) const { return schema_.objections(availability, channel_); }

private:
    void judge_keys(const plist::Value& dict, std::uint32_t list, const Path& path, Objections above);
    void judge_array(const KeyRule& rule, const plist::Value& value, const Path& path, Objections above);
    void judge_count(const Bounds& bounds, const plist::Array& items, const Path& path, plist::Place place);
    void judge_scalar(const KeyRule& rule, const plist::Value& value, const Path& path);
    void add(ErrorCode code, std::string message, std::string hint, const Path& path, plist::Place place,
             Severity severity = Severity::error);

    const Target& target_;
    const TargetedSchema& schema_;
    Channel channel_;
    std::string_view type_;
    std::vector<Finding>& findings_;
};

/// PayloadEnabled is in no schema and on many a macOS profile.
inline bool is_tolerated(std::string_view key) { return key == "PayloadEnabled"; }

}  // namespace mdm::profile
