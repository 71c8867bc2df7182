// SPDX-License-Identifier: Apache-2.0
#include "profile/payload_rules.hpp"

#include "profile/dictionary_judge.hpp"
#include "profile/payload_judge.hpp"
#include "profile/payload_parts.hpp"

#include <algorithm>
#include <utility>

namespace mdm::profile {

using plist::Value;

PayloadRules::PayloadRules(const std::vector<const Schema*>& schemas, const Target& target,
                           std::function<Schema()> fallback)
    : target_(target), fallback_(std::move(fallback)) {
    for (const Schema* schema : schemas)
        sources_.emplace_back(*schema, target);
}

const TargetedSchema* PayloadRules::fallen_back_to() const {
    std::call_once(has_fallen_back_, [this] {
        if (!fallback_)
            return;
        fallback_schema_ = fallback_();
        fallback_source_.emplace(fallback_schema_, target_);
    });
    return fallback_source_ ? &*fallback_source_ : nullptr;
}

TypesNamed PayloadRules::types_named(std::string_view type) const {
    for (const TargetedSchema& source : sources_)
        if (const auto types = source.schema().of_type(type); !types.empty())
            return {&source, types};
    if (const TargetedSchema* source = fallen_back_to())
        if (const auto types = source->schema().of_type(type); !types.empty())
            return {source, types};
    return {};
}

void PayloadRules::judge_top_level(const Value& profile, std::vector<Finding>& findings) const {
    const TypesNamed top = types_named(top_level_type);
    if (top.source == nullptr)
        return;
    DictionaryJudge judge(target_, *top.source, target_.channel, "a profile", findings);
    const Path root;
    const std::uint32_t keys = top.types.front().keys;
    for (const auto& [key, value] : *profile.get_if<plist::Dict>()) {
        const Path path{&root, key};
        if (key == "PayloadContent")  // judged payload by payload
            continue;
        if (const KeyRule* rule = judge.list(keys).find(key))
            judge.judge_value(*rule, value, path, judge.objections_to(top.types.front().availability));
        else if (!is_tolerated(key))
            judge.unknown_key(key, {keys}, path, value.place);
    }
    judge.judge_missing(profile, keys, root);
}

void PayloadRules::judge_payload(const Value& payload, const Path& path, Channel channel,
                                 std::vector<Finding>& findings) const {
    profile::judge_payload(*this, payload, path, target_.channel != Channel::unknown ? target_.channel : channel,
                           findings);
}

std::vector<std::string_view> PayloadRules::taken_once(std::string_view type, const Value& payload) const {
    const TypesNamed found = types_named(type);
    std::vector<std::string_view> once;
    if (found.source != nullptr)
        for (const PayloadType* part : parts_for(found, payload))
            if (refuses_several(found.source->schema().availabilities[part->availability], target_))
                once.push_back(part->part);
    return once;
}

bool PayloadRules::is_for_macos_alone(std::string_view type) const {
    const TypesNamed found = types_named(type);
    return found.source != nullptr &&
           systems(found.source->schema().availabilities[found.types.front().availability]) == std::vector{Os::macos};
}

}  // namespace mdm::profile
