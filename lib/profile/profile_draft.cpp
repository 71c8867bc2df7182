// SPDX-License-Identifier: Apache-2.0
#include "profile/profile_draft.hpp"

#include "base/limits.hpp"
#include "base/text.hpp"
#include "crypto/digest.hpp"
#include "crypto/uuid.hpp"
#include "plist/writer.hpp"
#include "profile/new_values.hpp"
#include "profile/outline.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace mdm::profile {
namespace {

using plist::Array;
using plist::Dict;
using plist::Value;

/// Of the UUIDs that are derived. It stays: another one would make every profile another one.
constexpr std::string_view name_space = "04d7f0c8-4a5c-4797-8d9c-7ef1146aecf8";

/// In capitals, as Apple's tools write them.
std::string derived_uuid(const std::string& name) { return upper_case(crypto::name_based_uuid(name_space, name)); }

Value text(std::string_view text) { return {std::string(text)}; }
Value number(std::int64_t number) { return {number}; }

void put_at(Dict& dict, std::string_view key, Value value) {
    const auto dot = key.find('.');
    const std::string_view first = key.substr(0, dot);
    auto found = std::find_if(dict.begin(), dict.end(), [first](const auto& entry) { return entry.first == first; });
    if (found == dict.end()) {
        dict.emplace_back(first, Value{});
        found = dict.end() - 1;
    }
    if (dot == std::string_view::npos) {
        found->second = std::move(value);
        return;
    }
    if (found->second.get_if<Dict>() == nullptr)
        found->second.content = Dict{};
    put_at(std::get<Dict>(found->second.content), key.substr(dot + 1), std::move(value));
}

void sort_keys(Value& value) {
    if (auto* array = std::get_if<Array>(&value.content))
        std::for_each(array->begin(), array->end(), sort_keys);
    auto* dict = std::get_if<Dict>(&value.content);
    if (dict == nullptr)
        return;
    std::sort(dict->begin(), dict->end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [key, inside] : *dict)
        sort_keys(inside);
}

std::string sorted_xml(Dict dict) {
    Value value{std::move(dict)};
    sort_keys(value);
    return plist::to_xml(value);
}

std::int64_t whole_number(std::string_view text, std::string_view option) {
    std::int64_t value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc{} || end != text.data() + text.size())
        throw Error{ErrorCode::bad_usage, fmt::format("'{}' is no whole number, which {} takes", text, option)};
    return value;
}

/// A certificate is the same one in whatever file it comes.
Dict without_file_name(Dict keys) {
    std::erase_if(keys, [](const auto& entry) { return entry.first == "PayloadCertificateFileName"; });
    return keys;
}

bool is_identity(std::string_view type) {
    return type == "com.apple.security.pkcs12" || type == "com.apple.security.scep" ||
           type == "com.apple.security.acme";
}

bool is_certificate(std::string_view type) {
    return type == "com.apple.security.root" || type == "com.apple.security.pkcs1";
}

void check_identifier(std::string_view identifier) {
    const bool fits = !identifier.empty() && identifier.size() <= limits::name &&
                      std::all_of(identifier.begin(), identifier.end(), [](char c) {
                          return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                                 c == '.' || c == '-' || c == '_';
                      });
    if (!fits)
        throw Error{ErrorCode::bad_usage, fmt::format("'{}' is no identifier of a profile", identifier),
                    "write your domain backwards and a name: com.example.wifi"};
}

void check_end(const ProfileHead& head, Time now) {
    if (head.removal_date && *head.removal_date <= now)
        throw Error{ErrorCode::end_in_past,
                    fmt::format("--expires is {}, which is in the past", to_rfc3339(*head.removal_date)),
                    "devices would remove it at once"};
    if (head.removal_after && head.removal_after->count() <= 0)
        throw Error{ErrorCode::bad_usage, "--expires-after is 0, and the profile would be removed at once"};
}

}  // namespace

PayloadDraft::PayloadDraft(const NewType& of, const GivenOptions& given) : PayloadDraft(of) {
    for (const NewOption& option : of.options)
        if (!option.key.empty())
            put_option(option, given);
}

void PayloadDraft::put(std::string_view key, Value value) { put_at(keys_, key, std::move(value)); }

void PayloadDraft::put_option(const NewOption& option, const GivenOptions& given) {
    using Kind = NewOption::Kind;
    const bool is_given = given.has(option.name);
    if (!is_given && option.preset.empty())
        return;
    const std::string_view typed = is_given ? given.text(option.name) : option.preset;
    switch (option.kind) {
        case Kind::text:
            return put(option.key, text(option.written(typed)));
        case Kind::number:
            return put(option.key, number(whole_number(option.written(typed), option.name)));
        case Kind::texts: {
            Array list;
            for (const std::string& word : given.texts(option.name))
                list.push_back(text(option.written(word)));
            return put(option.key, {std::move(list)});
        }
        case Kind::yes:
            return put(option.key, {true});
        case Kind::no:
            return put(option.key, {false});
        case Kind::one:
            return put(option.key, number(1));
        case Kind::secret:
            return put_secret(option.key, *given.secret(option.name));
        case Kind::file:
        case Kind::files:
            return put(option.key, {plist::Data{std::string(given.files(option.name).back().bytes.reveal())}});
    }
}

bool PayloadDraft::holds_key() const { return type == "com.apple.security.pkcs12"; }

ProfileDraft::ProfileDraft(ProfileHead head, const GivenOptions& given, Time now)
    : head_(std::move(head)), given_(given), now_(now) {
    check_identifier(head_.identifier);
    check_text("--name", head_.name);
    check_text("--organization", head_.organization);
    check_text("--description", head_.description, Lines::several);
    check_text("--consent", head_.consent, Lines::several);
    if (head_.removal_password != nullptr)
        check_secret("--removal-password-file", *head_.removal_password);
    if (!head_.uuid.empty() && !is_uuid(head_.uuid))
        throw Error{ErrorCode::bad_usage, fmt::format("'{}' is no UUID", head_.uuid), "uuidgen makes one"};
    check_end(head_, now_);
}

void ProfileDraft::add(PayloadDraft payload) {
    MadePayload made{.word = payload.word_,
                     .type = payload.type,
                     .identifier = fmt::format("{}.{}{}{}", head_.identifier, payload.word_,
                                               payload.suffix.empty() ? "" : ".", payload.suffix),
                     .uuid = {}};
    std::string name = made.identifier;
    if (is_identity(payload.type) || is_certificate(payload.type))
        name += "\n" + sorted_xml(without_file_name(payload.keys_));
    made.uuid = derived_uuid(name);
    if (std::any_of(payloads_.begin(), payloads_.end(), [&made](const Placed& p) { return p.made.uuid == made.uuid; }))
        return;
    payloads_.push_back({std::move(payload), std::move(made)});
}

const ProfileDraft::Placed& ProfileDraft::identity_payload(std::string_view asker) const {
    const Placed* found = nullptr;
    for (const Placed& payload : payloads_) {
        const std::string_view word = payload.draft.word_;
        if (!is_identity(payload.made.type) || (!head_.identity.empty() && word != head_.identity))
            continue;
        if (found != nullptr)
            throw Error{ErrorCode::bad_usage,
                        fmt::format("the profile has several identities, and {} takes one", asker),
                        "--identity scep, acme or certificate names its type; of several PKCS#12 leave one"};
        found = &payload;
    }
    if (found == nullptr)
        throw Error{ErrorCode::bad_usage, fmt::format("{} needs an identity in the same profile", asker),
                    "add scep, acme, or certificate with a PKCS#12 to the types"};
    return *found;
}

Array ProfileDraft::certificates() const {
    Array uuids;
    for (const Placed& payload : payloads_)
        if (is_certificate(payload.made.type))
            uuids.push_back(text(payload.made.uuid));
    return uuids;
}

bool ProfileDraft::has(std::string_view type) const {
    return std::any_of(payloads_.begin(), payloads_.end(), [type](const Placed& p) { return p.made.type == type; });
}

Dict ProfileDraft::head() const {
    Dict dict{{"PayloadType", text("Configuration")},
              {"PayloadVersion", number(1)},
              {"PayloadIdentifier", text(head_.identifier)},
              {"PayloadDisplayName", text(head_.name.empty() ? head_.identifier : head_.name)}};
    const auto put_text = [&dict](std::string_view key, std::string_view value) {
        if (!value.empty())
            put_at(dict, key, text(value));
    };
    put_text("PayloadOrganization", head_.organization);
    put_text("PayloadDescription", head_.description);
    // The channel of a Mac's device: an enrollment has no other.
    put_text("PayloadScope", head_.scope.empty() && has("com.apple.mdm") ? "System" : head_.scope);
    put_text("ConsentText.default", head_.consent);
    if (head_.removal_disallowed)
        put_at(dict, "PayloadRemovalDisallowed", {true});
    if (head_.removal_password != nullptr)
        put_at(dict, "HasRemovalPasscode", {true});
    if (head_.removal_date)
        put_at(dict, "RemovalDate", {*head_.removal_date});
    if (head_.removal_after)
        put_at(dict, "DurationUntilRemoval", {static_cast<double>(head_.removal_after->count())});
    if (head_.device_type != 0)
        put_at(dict, "TargetDeviceType", number(head_.device_type));
    return dict;
}

Dict ProfileDraft::content(const Placed& payload) const {
    Dict dict = payload.draft.keys_;
    put_at(dict, "PayloadType", text(payload.made.type));
    put_at(dict, "PayloadVersion", number(1));
    put_at(dict, "PayloadIdentifier", text(payload.made.identifier));
    put_at(dict, "PayloadUUID", text(payload.made.uuid));
    put_at(dict, "PayloadDisplayName", text(payload.draft.name));
    return dict;
}

void ProfileDraft::judge_enrollment() {
    if (!has("com.apple.mdm"))
        return;
    if (head_.scope == "User")
        throw Error{ErrorCode::bad_usage, "an enrollment is for the Mac, and not for one user of it: --scope user",
                    "leave out --scope; --capability per-user-connections is for settings of users"};
    if (head_.removal_date || head_.removal_after)
        note({Severity::warning, ErrorCode::expiring,
              fmt::format("{} takes the enrollment away: management ends then, with its settings and apps",
                          head_.removal_date ? "--expires" : "--expires-after"),
              "leave it out, where devices are to stay managed", ""});
}

MadeProfile ProfileDraft::finish() {
    judge_enrollment();
    if (head_.removal_password != nullptr) {
        PayloadDraft password({.word = "removal-password",
                               .type = "com.apple.profileRemovalPassword",
                               .title = "Removal password",
                               .options = {},
                               .make = nullptr});
        password.put_secret("RemovalPassword", *head_.removal_password);
        add(std::move(password));
    }
    Dict profile = head();
    Array contents;
    MadeProfile made;
    for (const Placed& payload : payloads_) {
        contents.push_back({content(payload)});
        made.payloads.push_back(payload.made);
        made.holds_secrets = made.holds_secrets || !payload.draft.secrets_.empty() || payload.draft.holds_key();
    }
    profile.emplace_back("PayloadContent", Value{contents});
    made.uuid = head_.uuid.empty() ? derived_uuid(head_.identifier + "\n" + crypto::sha256_hex(sorted_xml(profile)))
                                   : head_.uuid;
    put_at(profile, "PayloadUUID", text(made.uuid));
    for (std::size_t i = 0; i < payloads_.size(); ++i)
        for (const auto& [key, secret] : payloads_[i].draft.secrets_)
            put_at(std::get<Dict>(contents[i].content), key, text(secret->reveal()));
    put_at(profile, "PayloadContent", {std::move(contents)});
    made.xml = Secret{sorted_xml(std::move(profile))};
    made.findings = std::move(findings_);
    return made;
}

}  // namespace mdm::profile
