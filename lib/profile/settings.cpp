// SPDX-License-Identifier: Apache-2.0
#include "profile/settings.hpp"

#include "profile/outline.hpp"
#include "profile/secret_keys.hpp"
#include "profile/secret_text.hpp"
#include "profile/value_words.hpp"

#include <fmt/format.h>

namespace mdm::profile {
namespace {

using plist::Value;

class Lister {
public:
    explicit Lister(const Schema& schema) : schema_(schema) {}

    std::vector<Setting> list(const PayloadOutline& payload) {
        listed_.clear();
        const auto types = schema_.of_type(payload.type);
        add_keys(*payload.value, Path{}, types.empty() ? 0 : types.front().keys, true, false);
        return std::move(listed_);
    }

private:
    void add_keys(const Value& dict, const Path& path, std::uint32_t known, bool is_top, bool is_hidden) {
        const KeyList& list = schema_.lists[known];
        for (const auto& [key, value] : *dict.get_if<plist::Dict>()) {
            if (is_top && is_common_key(key))
                continue;
            const KeyRule* rule = list.find(key);
            const bool hides = is_hidden || is_secret_key(key) || (rule == nullptr && sounds_secret(key));
            add(value, Path{&path, key}, rule != nullptr ? rule->inside : 0, hides);
        }
    }

    void add(const Value& value, const Path& path, std::uint32_t known, bool is_hidden) {
        const auto* dict = value.get_if<plist::Dict>();
        if (dict != nullptr && !dict->empty())
            return add_keys(value, path, known, false, is_hidden);
        const auto* array = value.get_if<plist::Array>();
        if (array == nullptr || array->empty())
            return add_one(value, path, is_hidden);
        const KeyList& items = schema_.lists[known];
        const std::uint32_t inside = items.rules.size() == 1 ? items.rules.front().inside : 0;
        const auto* first = array->front().get_if<std::string>();
        const bool hides = is_hidden || (first != nullptr && is_password_attribute(*first));
        for (std::size_t i = 0; i < array->size(); ++i)
            add((*array)[i], Path{&path, {}, i}, inside, hides);
    }

    void add_one(const Value& value, const Path& path, bool is_hidden) {
        if (count_ == most_settings)
            return;
        ++count_;
        Setting setting{path.to_string(), value.type_name()};
        if (const auto* data = value.get_if<plist::Data>())
            setting.bytes = data->bytes.size();
        else if (const bool* flag = value.get_if<bool>())
            setting.value = *flag;
        else if (const auto* text = value.get_if<std::string>(); is_hidden || (text != nullptr && holds_secret(*text)))
            setting.is_secret = true;
        else if (const auto* number = value.get_if<std::int64_t>())
            setting.value = *number;
        else if (text != nullptr)
            setting.value = without_url_secrets(*text);
        else if (const auto words = in_words(value); words && value.get_if<plist::Array>() == nullptr)
            setting.value = *words;
        listed_.push_back(std::move(setting));
    }

    const Schema& schema_;
    std::vector<Setting> listed_;
    std::size_t count_ = 0;
};

}  // namespace

std::vector<std::vector<Setting>> settings_of(const Value& profile, const Schema& schema) {
    Lister lister(schema);
    std::vector<std::vector<Setting>> all;
    for (const PayloadOutline& payload : outline_of(profile).payloads)
        all.push_back(lister.list(payload));
    return all;
}

}  // namespace mdm::profile
