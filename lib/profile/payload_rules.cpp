// SPDX-License-Identifier: Apache-2.0
#include "profile/payload_rules.hpp"

#include "base/text.hpp"
#include "profile/format_search.hpp"
#include "profile/secret_keys.hpp"
#include "profile/spelling.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace mdm::profile {
namespace {

using plist::Value;

constexpr std::string_view kerberos_extension = "com.apple.AppSSOKerberos.KerberosExtension";

bool is_of(const Value& value, Type type) {
    switch (type) {
        case Type::any:
            return true;
        case Type::string:
            return value.get_if<std::string>() != nullptr;
        case Type::integer:
            return value.get_if<std::int64_t>() != nullptr || value.get_if<std::uint64_t>() != nullptr;
        case Type::real:  // a whole number may be written as an integer: readers make one number of both
            return value.get_if<double>() != nullptr || is_of(value, Type::integer);
        case Type::boolean:
            return value.get_if<bool>() != nullptr;
        case Type::date:
            return value.get_if<Time>() != nullptr;
        case Type::data:
            return value.get_if<plist::Data>() != nullptr;
        case Type::array:
            return value.get_if<plist::Array>() != nullptr;
        case Type::dictionary:
            return value.get_if<plist::Dict>() != nullptr;
    }
    return true;
}

std::optional<double> number_of(const Value& value) {
    if (const auto* real = value.get_if<double>())
        return *real;
    if (const auto* integer = value.get_if<std::int64_t>())
        return static_cast<double>(*integer);
    if (const auto* large = value.get_if<std::uint64_t>())
        return static_cast<double>(*large);
    return std::nullopt;
}

/// "an integer"
std::string with_article(std::string_view noun) {
    const bool vowel = std::string_view("aeiou").find(noun.front()) != std::string_view::npos;
    return fmt::format("{} {}", vowel ? "an" : "a", noun);
}

std::string shortened(std::string_view text) {
    constexpr std::size_t longest = 80;
    return text.size() <= longest ? std::string(text) : fmt::format("{}...", text.substr(0, longest));
}

std::string in_words(const Bounds& bounds) {
    if (bounds.min && bounds.max)
        return *bounds.min == *bounds.max ? fmt::format("{}", *bounds.min)
                                          : fmt::format("{} to {}", *bounds.min, *bounds.max);
    return bounds.min ? fmt::format("{} or more", *bounds.min) : fmt::format("at most {}", bounds.max.value_or(0));
}

bool is_outside(const Bounds& bounds, double number) {
    return (bounds.min && number < *bounds.min) || (bounds.max && number > *bounds.max);
}

/// True as well where nothing is listed, or the value is of a type that is not.
bool is_among(const KeyRule& rule, const std::string* text, const std::optional<double>& number) {
    const auto has = [](const auto& list, const auto& value) {
        return std::find(list.begin(), list.end(), value) != list.end();
    };
    if (rule.allowed.empty())
        return true;
    return text != nullptr ? has(rule.allowed, *text) : !number || has(rule.numbers, *number);
}

struct Said {
    Objection objection;
    ErrorCode code;
    std::string_view what;  ///< behind "'allowCamera' "
    std::string_view hint;
};

// In the order in which they are listed.
constexpr std::array<Said, 12> said{{
    {not_available, ErrorCode::not_available, "means nothing on {system}", ""},
    {introduced_later, ErrorCode::introduced_later, "came with {introduced}, later than {target}", ""},
    {removed_by_then, ErrorCode::removed, "went with {removed}", "{target} ignores or refuses it"},
    {deprecated_by_then, ErrorCode::deprecated, "is deprecated since {deprecated}", ""},
    {needs_supervision, ErrorCode::supervised_only, "needs a supervised device",
     "devices that are not supervised ignore it"},
    {not_in_user_enrollment, ErrorCode::not_in_user_enrollment, "is not for User Enrollment", ""},
    {only_in_user_enrollment, ErrorCode::user_enrollment_only, "is for User Enrollment alone", ""},
    {not_on_shared_ipad, ErrorCode::not_on_shared_ipad, "is not for Shared iPad", ""},
    {only_on_shared_ipad, ErrorCode::shared_ipad_only, "is for Shared iPad alone", ""},
    {not_by_hand, ErrorCode::not_by_hand, "cannot be installed by hand", "a device management service must send it"},
    {not_on_device_channel, ErrorCode::wrong_channel, "is not for the device channel",
     "send it on the user channel, or with PayloadScope User"},
    {not_on_user_channel, ErrorCode::wrong_channel, "is not for the user channel",
     "send it on the device channel, with PayloadScope System"},
}};

std::string system_in_words(const Target& target) {
    if (!target.os)
        return "any system";
    return target.version ? fmt::format("{} {}", name(*target.os), target.version->to_string())
                          : std::string(name(*target.os));
}

/// Fills in what a message says of the target.
std::string filled_in(std::string_view text, const Support& support, const Target& target) {
    const auto version = [&](const std::optional<Version>& v) {
        return fmt::format("{} {}", target.os ? name(*target.os) : "", v ? v->to_string() : "");
    };
    return fmt::format(fmt::runtime(text), fmt::arg("system", system_in_words(target)),
                       fmt::arg("target", system_in_words(target)), fmt::arg("introduced", version(support.introduced)),
                       fmt::arg("removed", version(support.removed)),
                       fmt::arg("deprecated", version(support.deprecated)));
}

}  // namespace

/// One walk through one dictionary.
class Judge {
public:
    using Source = PayloadRules::Source;

    Judge(const PayloadRules& rules, const Source& source, Channel channel, std::string_view type,
          std::vector<Finding>& findings)
        : rules_(rules), source_(source), channel_(channel), type_(type), findings_(findings) {}

    void judge_keys(const Value& dict, std::uint32_t list, bool is_complete, const Path& path, Objections above);
    void judge_value(const KeyRule& rule, const Value& value, const Path& path, Objections above);
    void judge_missing(const Value& dict, std::uint32_t list, const Path& path);
    void judge_availability(std::uint32_t availability, std::string_view name, const Path& path, plist::Place place,
                            Objections above);
    void unknown_key(std::string_view key, const std::vector<std::uint32_t>& lists, const Path& path,
                     plist::Place place);

    const KeyList& list(std::uint32_t index) const { return source_.schema->lists[index]; }
    Objections objections_to(std::uint32_t availability) const {
        return source_.objections[static_cast<std::size_t>(channel_)][availability];
    }

private:
    void judge_scalar(const KeyRule& rule, const Value& value, const Path& path);
    void judge_array(const KeyRule& rule, const Value& value, const Path& path, Objections above);
    void judge_count(const Bounds& bounds, const plist::Array& items, const Path& path, plist::Place place);
    void add(ErrorCode code, std::string message, std::string hint, const Path& path, plist::Place place,
             Severity severity = Severity::error);

    const PayloadRules& rules_;
    const Source& source_;
    Channel channel_;
    std::string_view type_;
    std::vector<Finding>& findings_;
};

void Judge::add(ErrorCode code, std::string message, std::string hint, const Path& path, plist::Place place,
                Severity severity) {
    findings_.push_back({severity, code, std::move(message), std::move(hint), where(path, place)});
}

void Judge::judge_keys(const Value& dict, std::uint32_t index, bool is_complete, const Path& path, Objections above) {
    const KeyList& keys = list(index);
    for (const auto& [key, value] : *dict.get_if<plist::Dict>()) {
        const Path inside{&path, key};
        const KeyRule* rule = keys.find(key);
        if (rule == nullptr)
            rule = keys.any;
        if (rule != nullptr)
            judge_value(*rule, value, inside, above);
        else if (is_complete)
            unknown_key(key, {index}, inside, value.place);
    }
    judge_missing(dict, index, path);
}

void Judge::judge_missing(const Value& dict, std::uint32_t index, const Path& path) {
    for (const KeyRule& rule : list(index).rules)
        if (rule.required && rule.name != any_key && dict.find(rule.name) == nullptr)
            add(ErrorCode::missing_key, fmt::format("key '{}' is missing", rule.name),
                fmt::format("{} needs it{}", type_,
                            rule.type == Type::any ? "" : fmt::format(": {}", with_article(name(rule.type)))),
                path, dict.place);
}

void Judge::unknown_key(std::string_view key, const std::vector<std::uint32_t>& lists, const Path& path,
                        plist::Place place) {
    std::vector<std::string_view> known;
    for (const std::uint32_t index : lists)
        for (const KeyRule& rule : list(index).rules)
            known.push_back(rule.name);
    const auto meant = meant_name(key, known);
    add(ErrorCode::unknown_payload_key, fmt::format("key '{}' is not known in {}", shortened(key), type_),
        meant ? fmt::format("'{}' is meant?", *meant) : "", path, place, Severity::warning);
}

void Judge::judge_availability(std::uint32_t availability, std::string_view what, const Path& path, plist::Place place,
                               Objections above) {
    const Objections found = objections_to(availability) & ~above;
    if (found == 0)
        return;
    const Target& target = rules_.target();
    const Availability& stated = source_.schema->availabilities[availability];
    const Support& support = target.os ? stated[static_cast<std::size_t>(*target.os)] : stated.front();
    for (const Said& one : said)
        if ((found & one.objection) != 0)
            add(one.code, fmt::format("'{}' {}", shortened(what), filled_in(one.what, support, target)),
                filled_in(one.hint, support, target), path, place, Severity::warning);
}

void Judge::judge_value(const KeyRule& rule, const Value& value, const Path& path, Objections above) {
    if (!path.key.empty())
        judge_availability(rule.availability, path.key, path, value.place, above);
    const Objections said_already = above | objections_to(rule.availability);
    if (rule.array_too && value.get_if<plist::Array>() != nullptr) {
        KeyRule item = rule;
        item.array_too = false;
        const auto& items = *value.get_if<plist::Array>();
        for (std::size_t i = 0; i < items.size(); ++i)
            judge_value(item, items[i], Path{&path, {}, i}, said_already);
        return;
    }
    if (!is_of(value, rule.type)) {
        add(ErrorCode::wrong_type,
            fmt::format("'{}' is {}, not {}", path.to_string(), with_article(value.type_name()),
                        with_article(name(rule.type))),
            "", path, value.place);
        return;
    }
    switch (rule.type) {
        case Type::dictionary:
            if (!list(rule.inside).rules.empty())
                judge_keys(value, rule.inside, true, path, said_already);
            return;
        case Type::array:
            return judge_array(rule, value, path, said_already);
        default:
            return judge_scalar(rule, value, path);
    }
}

void Judge::judge_array(const KeyRule& rule, const Value& value, const Path& path, Objections above) {
    const auto& items = *value.get_if<plist::Array>();
    judge_count(rule.repetition, items, path, value.place);
    const auto& rules = list(rule.inside).rules;
    if (rules.empty())
        return;
    judge_count(rules.front().repetition, items, path, value.place);
    for (std::size_t i = 0; i < items.size(); ++i)
        judge_value(rules.front(), items[i], Path{&path, {}, i}, above);
}

void Judge::judge_count(const Bounds& bounds, const plist::Array& items, const Path& path, plist::Place place) {
    if (is_outside(bounds, static_cast<double>(items.size())))
        add(ErrorCode::wrong_count,
            fmt::format("'{}' has {}, not {}", path.to_string(), counted(static_cast<long long>(items.size()), "item"),
                        in_words(bounds)),
            "", path, place);
}

void Judge::judge_scalar(const KeyRule& rule, const Value& value, const Path& path) {
    const auto* text = value.get_if<std::string>();
    const auto number = number_of(value);
    const std::string shown = text != nullptr
                                  ? is_secret_key(rule.name) ? "a secret" : fmt::format("'{}'", shortened(*text))
                              : number ? fmt::format("{}", *number)
                                       : "";
    const bool is_listed = is_among(rule, text, number);
    // With both, the list adds to the range: 1 to 180 minutes, or 0 for never.
    if (number && rule.range.given()) {
        const std::string more = rule.allowed.empty() ? "" : fmt::format(", or {}", joined(rule.allowed, ", "));
        if (is_outside(rule.range, *number) && (rule.allowed.empty() || !is_listed))
            add(ErrorCode::out_of_range, fmt::format("'{}' is {}", path.to_string(), shown),
                fmt::format("allowed: {}{}", in_words(rule.range), more), path, value.place);
    } else if (!is_listed) {
        add(ErrorCode::value_not_allowed, fmt::format("'{}' is {}", path.to_string(), shown),
            fmt::format("allowed: {}", joined(rule.allowed, ", ")), path, value.place);
    }
    if (text == nullptr || rule.format.empty())
        return;
    const auto format = source_.formats.find(rule.format);
    if (format != source_.formats.end() && !format->second->finds(*text))
        add(ErrorCode::wrong_format,
            fmt::format("'{}' is {}, which is not of the form {}", path.to_string(), shown, rule.format), "", path,
            value.place);
}

namespace {

/// Of the parts of a type, those that are about this payload. A type that is described whole is one part.
std::vector<const PayloadType*> parts_for(std::span<const PayloadType> types, const Schema& schema,
                                          const Value& payload) {
    std::vector<const PayloadType*> parts;
    if (types.size() == 1)
        return {&types.front()};
    const Value* extension = payload.find("ExtensionIdentifier");
    const auto* identifier = extension != nullptr ? extension->get_if<std::string>() : nullptr;
    const bool is_kerberos = identifier != nullptr && *identifier == kerberos_extension;
    for (const PayloadType& type : types) {
        if (lower_case(type.part) == "kerberos" ? !is_kerberos : type.part.empty() && is_kerberos)
            continue;
        const auto& rules = schema.lists[type.keys].rules;
        if (type.part.empty() || lower_case(type.part) == "kerberos" ||
            std::any_of(rules.begin(), rules.end(), [&](const KeyRule& r) { return payload.find(r.name) != nullptr; }))
            parts.push_back(&type);
    }
    return parts;
}

/// PayloadEnabled is in no schema and on many a macOS profile.
bool is_tolerated(std::string_view key) { return key == "PayloadEnabled"; }

}  // namespace

PayloadRules::PayloadRules(std::vector<const Schema*> schemas, const Target& target) : target_(target) {
    for (const Schema* schema : schemas) {
        Source source{schema, {}, {}};
        for (std::size_t channel = 0; channel < source.objections.size(); ++channel) {
            Target here = target;
            here.channel = static_cast<Channel>(channel);
            for (const Availability& availability : schema->availabilities)
                source.objections[channel].push_back(profile::objections(availability, here));
        }
        for (const KeyList& list : schema->lists)
            for (const KeyRule& rule : list.rules)
                if (!rule.format.empty() && !source.formats.contains(rule.format))
                    source.formats.emplace(rule.format, std::make_unique<FormatSearch>(rule.format));
        sources_.push_back(std::move(source));
    }
}

PayloadRules::~PayloadRules() = default;

PayloadRules::Types PayloadRules::types_named(std::string_view type) const {
    for (const Source& source : sources_)
        if (const auto types = source.schema->of_type(type); !types.empty())
            return {&source, types};
    return {};
}

void PayloadRules::judge_top_level(const Value& profile, std::vector<Finding>& findings) const {
    const Types top = types_named(top_level_type);
    if (top.source == nullptr)
        return;
    Judge judge(*this, *top.source, target_.channel, "a profile", findings);
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
        Judge common(rules_, *common_.source, Channel::unknown, shown, findings_);
        const std::uint32_t common_keys = common_.types.front().keys;
        Judge own(rules_, own_.source != nullptr ? *own_.source : *common_.source, channel_, shown, findings_);
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
    void judge_type(Judge& own) {
        if (own_.source == nullptr) {
            if (type_ != nullptr)
                findings_.push_back({Severity::warning, ErrorCode::unknown_payload_type,
                                     fmt::format("payload type '{}' is not known", shortened(*type_)),
                                     "macOS takes it for the settings of an app of that name; iOS ignores it",
                                     where(Path{&path_, "PayloadType"}, payload_.find("PayloadType")->place)});
            return;
        }
        parts_ = parts_for(own_.types, *own_.source->schema, payload_);
        own.judge_availability(own_.types.front().availability, *type_, path_, payload_.place, 0);
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
            const KeyList& keys = own_.source->schema->lists[part->keys];
            const KeyRule* rule = keys.find(key);
            if (rule == nullptr && !key.starts_with("Payload"))
                rule = keys.any;
            if (rule == nullptr)
                continue;
            std::vector<Finding> against;
            Judge trial(rules_, *own_.source, channel_, shown, against);
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
    PayloadRules::Types own_;
    PayloadRules::Types common_;
    std::vector<const PayloadType*> parts_;
    std::vector<std::uint32_t> lists_;
    bool is_complete_ = false;
};

void PayloadRules::judge_payload(const Value& payload, const Path& path, Channel channel,
                                 std::vector<Finding>& findings) const {
    PayloadJudge{*this, payload, path, target_.channel != Channel::unknown ? target_.channel : channel, findings}
        .judge();
}

bool PayloadRules::refuses_several(std::string_view type) const {
    const Types found = types_named(type);
    return found.source != nullptr && std::all_of(found.types.begin(), found.types.end(), [&](const PayloadType& t) {
               return profile::refuses_several(found.source->schema->availabilities[t.availability], target_);
           });
}

bool PayloadRules::is_for_macos_alone(std::string_view type) const {
    const Types found = types_named(type);
    return found.source != nullptr &&
           systems(found.source->schema->availabilities[found.types.front().availability]) == std::vector{Os::macos};
}

}  // namespace mdm::profile
