// SPDX-License-Identifier: Apache-2.0
#include "profile/payload_judge.hpp"

#include "profile/dictionary_judge.hpp"
#include "profile/finding_words.hpp"
#include "profile/payload_parts.hpp"

#include <fmt/format.h>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace mdm::profile {
namespace {

using plist::Value;

/// One payload: the keys that all payloads have, and those of its type, which several parts may describe.
class PayloadJudge {
public:
    PayloadJudge(const PayloadRules& rules, const Value& payload, const Path& path, Channel channel,
                 std::vector<Finding>& findings)
        : rules_(rules), payload_(payload), path_(path), channel_(channel), findings_(findings) {
        const Value* named = payload.find("PayloadType");
        type_ = named != nullptr ? named->get_if<std::string>() : nullptr;
        if (type_ != nullptr && *type_ != top_level_type && *type_ != common_keys_type)
            own_ = rules.types_named(*type_);
        common_ = rules.types_named(common_keys_type);
    }

    void judge() {
        const std::string_view shown = type_ != nullptr ? std::string_view(*type_) : "a payload";
        DictionaryJudge common(rules_.target(), *common_.source, Channel::unknown, shown, findings_);
        const std::uint32_t common_keys = common_.types.front().keys;
        DictionaryJudge own(rules_.target(), own_.source != nullptr ? *own_.source : *common_.source, channel_, shown,
                            findings_);
        judge_type(own);
        for (const auto& [key, value] : *payload_.get_if<plist::Dict>()) {
            const Path inside{&path_, key};
            const bool is_own = judge_own_key(key, value, inside, shown);
            // A type may say more of a common key than the common rules do: PayloadContent of a certificate.
            if (const KeyRule* rule = common.list(common_keys).find(key))
                common.judge_value(*rule, value, inside, ~Objections{0});
            else if (!is_own && is_complete_ && !is_tolerated(key))
                own.unknown_key(key, lists_, inside, value.place);
        }
        common.judge_missing(payload_, common_keys, path_);
        for (const PayloadType* part : parts_)
            own.judge_missing(payload_, part->keys, path_);
    }

private:
    void judge_type(DictionaryJudge& own) {
        if (own_.source == nullptr) {
            if (type_ != nullptr)
                findings_.push_back({Severity::warning, ErrorCode::unknown_payload_type,
                                     fmt::format("payload type '{}' is not known", shortened(*type_)),
                                     "macOS takes it for the settings of an app of that name; iOS ignores it",
                                     where(Path{&path_, "PayloadType"}, payload_.find("PayloadType")->place)});
            return;
        }
        parts_ = parts_for(own_, payload_);
        Objections said = 0;
        for (const PayloadType* part : parts_.empty() ? std::vector{&own_.types.front()} : parts_) {
            own.judge_availability(part->availability, *type_, path_, payload_.place, said);
            said |= own.objections_to(part->availability);
        }
        is_complete_ = true;
        for (const PayloadType& each : own_.types) {
            is_complete_ = is_complete_ && each.complete;
            lists_.push_back(each.keys);
        }
    }

    /// By the part that has least against it. False: no part has such a key.
    bool judge_own_key(std::string_view key, const Value& value, const Path& inside, std::string_view shown) {
        std::optional<std::vector<Finding>> least;
        for (const PayloadType* part : parts_) {
            const KeyList& keys = own_.source->schema().lists[part->keys];
            const KeyRule* rule = keys.find(key);
            if (rule == nullptr && !key.starts_with("Payload"))
                rule = keys.any;
            if (rule == nullptr)
                continue;
            std::vector<Finding> against;
            DictionaryJudge trial(rules_.target(), *own_.source, channel_, shown, against);
            trial.judge_value(*rule, value, inside, trial.objections_to(part->availability));
            if (!least || against.size() < least->size())
                least = std::move(against);
        }
        if (!least)
            return false;
        findings_.insert(findings_.end(), std::make_move_iterator(least->begin()),
                         std::make_move_iterator(least->end()));
        return true;
    }

    const PayloadRules& rules_;
    const Value& payload_;
    const Path& path_;
    Channel channel_;
    std::vector<Finding>& findings_;
    const std::string* type_ = nullptr;
    TypesNamed own_;
    TypesNamed common_;
    std::vector<const PayloadType*> parts_;
    std::vector<std::uint32_t> lists_;
    bool is_complete_ = false;
};

}  // namespace

void judge_payload(const PayloadRules& rules, const Value& payload, const Path& path, Channel channel,
                   std::vector<Finding>& findings) {
    PayloadJudge{rules, payload, path, channel, findings}.judge();
}

}  // namespace mdm::profile
