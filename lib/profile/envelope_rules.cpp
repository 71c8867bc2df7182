// SPDX-License-Identifier: Apache-2.0
#include "profile/envelope_rules.hpp"

#include "base/text.hpp"
#include "profile/file_form.hpp"
#include "profile/finding_words.hpp"
#include "profile/value_rules.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <optional>

namespace mdm::profile {
namespace {

using plist::Value;

void add(std::vector<Finding>& findings, Severity severity, ErrorCode code, std::string message, std::string hint,
         std::string where) {
    findings.push_back({severity, code, std::move(message), std::move(hint), std::move(where)});
}

bool is_true(const Value& profile, std::string_view key) {
    const Value* value = profile.find(key);
    const bool* flag = value != nullptr ? value->get_if<bool>() : nullptr;
    return flag != nullptr && *flag;
}

std::string place_of(const Value& profile, std::string_view key) {
    const Path root;
    return where(Path{&root, key}, profile.find(key)->place);
}

bool has_payload(const Outline& outline, std::string_view type) {
    return std::any_of(outline.payloads.begin(), outline.payloads.end(),
                       [type](const PayloadOutline& p) { return p.type == type; });
}

void judge_scope(const Value& profile, const Outline& outline, const PayloadRules& rules,
                 std::vector<Finding>& findings) {
    if (profile.find("PayloadScope") != nullptr || rules.target().channel != Channel::unknown)
        return;
    const auto& os = rules.target().os;
    const bool is_for_macos =
        os ? *os == Os::macos
           : !outline.payloads.empty() &&
                 std::all_of(outline.payloads.begin(), outline.payloads.end(),
                             [&rules](const PayloadOutline& p) { return rules.is_for_macos_alone(p.type); });
    if (is_for_macos)
        add(findings, Severity::warning, ErrorCode::no_scope,
            "PayloadScope is missing: whether macOS applies the profile to the device or to a user is left to who "
            "installs it",
            "add PayloadScope, System or User", where({}, profile.place));
}

void judge_consent(const Value& profile, std::vector<Finding>& findings) {
    const Value* consent = profile.find("ConsentText");
    if (consent != nullptr && consent->get_if<plist::Dict>() != nullptr && consent->find("default") == nullptr)
        add(findings, Severity::warning, ErrorCode::no_default_consent,
            "ConsentText has no text for languages that it does not name", "add the key 'default'",
            place_of(profile, "ConsentText"));
}

void judge_dates(const Value& profile, Time now, std::vector<Finding>& findings) {
    for (const std::string_view key : {"RemovalDate", "PayloadExpirationDate"}) {
        const Value* value = profile.find(key);
        const Time* time = value != nullptr ? value->get_if<Time>() : nullptr;
        if (time != nullptr && *time < now)
            add(findings, Severity::warning, ErrorCode::end_in_past,
                fmt::format("'{}' is in the past: {}", key, to_rfc3339(*time)), "", place_of(profile, key));
    }
}

void judge_removal(const Value& profile, const Outline& outline, std::vector<Finding>& findings) {
    const bool has_password = has_payload(outline, "com.apple.profileRemovalPassword");
    if (is_true(profile, "HasRemovalPasscode") && !has_password && profile.find("EncryptedPayloadContent") == nullptr)
        add(findings, Severity::warning, ErrorCode::no_removal_password,
            "HasRemovalPasscode is true, and no payload brings the password",
            "add a payload of type com.apple.profileRemovalPassword", place_of(profile, "HasRemovalPasscode"));
    if (has_password && !is_true(profile, "HasRemovalPasscode"))
        add(findings, Severity::warning, ErrorCode::no_removal_password,
            "a payload brings a removal password, and HasRemovalPasscode is not true", "add HasRemovalPasscode, true",
            where({}, profile.place));
}

void judge_duration(const Value& profile, std::vector<Finding>& findings) {
    const Value* value = profile.find("DurationUntilRemoval");
    const auto seconds = value != nullptr ? number_of(*value) : std::nullopt;
    if (seconds && *seconds < 0)
        add(findings, Severity::error, ErrorCode::out_of_range, fmt::format("'DurationUntilRemoval' is {}", *seconds),
            "allowed: 0 or more seconds", place_of(profile, "DurationUntilRemoval"));
}

/// source  Apple, device-management repository, com.apple.declarations.yaml: it can be installed by hand alone
void judge_sender(const Outline& outline, const PayloadRules& rules, std::vector<Finding>& findings) {
    // To other enrollments the schema objects.
    if (rules.target().enrollment != Target::Enrollment::device)
        return;
    for (const PayloadOutline& payload : outline.payloads)
        if (payload.type == "com.apple.declarations")
            add(findings, Severity::warning, ErrorCode::not_available,
                fmt::format("'{}' is installed by hand alone, and devices refuse it from a server", payload.type),
                "a server sends declarations themselves", payload.where);
}

/// The first place of each text, and a finding for every further one.
class FirstPlaces {
public:
    /// nullptr the first time; then where that was
    const std::string* seen(const Mark& mark) {
        if (mark.text.empty())
            return nullptr;
        const auto [place, is_new] = first_.try_emplace(lower_case(mark.text), mark.where);
        return is_new ? nullptr : &place->second;
    }

private:
    std::map<std::string, std::string> first_;
};

void judge_empty(const Mark& mark, std::string_view key, std::vector<Finding>& findings) {
    if (mark.text.empty() && !mark.where.empty())
        add(findings, Severity::error, ErrorCode::value_not_allowed, fmt::format("'{}' is empty", key), "", mark.where);
}

void judge_uuid(const Mark& uuid, FirstPlaces& places, std::vector<Finding>& findings) {
    judge_empty(uuid, "PayloadUUID", findings);
    if (uuid.text.empty())
        return;
    if (!is_uuid(uuid.text))
        add(findings, Severity::warning, ErrorCode::not_a_uuid, fmt::format("'{}' is no UUID", uuid.text),
            "uuidgen makes one", uuid.where);
    if (const std::string* first = places.seen(uuid))
        add(findings, Severity::error, ErrorCode::duplicate_uuid,
            fmt::format("PayloadUUID '{}' is there already: {}", uuid.text, *first),
            "give each payload and the profile one of its own: uuidgen", uuid.where);
}

}  // namespace

Channel channel_of(const Value& profile) {
    const std::string_view scope = text_of(profile, "PayloadScope");
    return scope == "System" ? Channel::device : scope == "User" ? Channel::user : Channel::unknown;
}

void judge_content(const Value& profile, std::vector<Finding>& findings) {
    const bool is_encrypted = profile.find("EncryptedPayloadContent") != nullptr;
    const bool is_service = text_of(profile, "PayloadType") == "Profile Service";
    const Value* content = profile.find("PayloadContent");
    const Path root;
    if (content == nullptr) {
        if (!is_encrypted && !is_true(profile, "IsEncrypted"))
            add(findings, Severity::error, ErrorCode::missing_key, "key 'PayloadContent' is missing",
                "a profile needs it: an array of payloads", where(root, profile.place));
        return;
    }
    const Path path{&root, "PayloadContent"};
    if (is_service) {
        if (content->get_if<plist::Dict>() == nullptr)
            add(findings, Severity::error, ErrorCode::wrong_type,
                fmt::format("'PayloadContent' of a Profile Service is {}, not a dictionary",
                            with_article(content->type_name())),
                "", where(path, content->place));
        return;
    }
    const auto* payloads = content->get_if<plist::Array>();
    if (payloads == nullptr) {
        add(findings, Severity::error, ErrorCode::wrong_type,
            fmt::format("'PayloadContent' is {}, not an array of payloads", with_article(content->type_name())), "",
            where(path, content->place));
        return;
    }
    for (std::size_t i = 0; i < payloads->size(); ++i)
        if (const Value& payload = (*payloads)[i]; payload.get_if<plist::Dict>() == nullptr)
            add(findings, Severity::error, ErrorCode::wrong_type,
                fmt::format("payload {} is {}, not a dictionary", i, with_article(payload.type_name())), "",
                where(Path{&path, {}, i}, payload.place));
}

void judge_encryption(const Value& profile, std::vector<Finding>& findings) {
    const Value* encrypted = profile.find("EncryptedPayloadContent");
    if (encrypted == nullptr) {
        if (is_true(profile, "IsEncrypted"))
            add(findings, Severity::error, ErrorCode::missing_key,
                "key 'EncryptedPayloadContent' is missing, and IsEncrypted is true", "", where({}, profile.place));
        return;
    }
    const std::string place = place_of(profile, "EncryptedPayloadContent");
    const auto* data = encrypted->get_if<plist::Data>();
    if (data != nullptr && file_form(data->bytes) == FileForm::encrypted)
        add(findings, Severity::info, ErrorCode::payloads_encrypted,
            "the payloads are encrypted: nothing is said of them", "", place);
    else if (data != nullptr)
        add(findings, Severity::error, ErrorCode::wrong_format, "'EncryptedPayloadContent' is nothing encrypted",
            "it takes CMS EnvelopedData in DER: openssl cms -encrypt -binary -outform DER", place);
    if (profile.find("PayloadContent") != nullptr)
        add(findings, Severity::warning, ErrorCode::value_not_allowed,
            "'EncryptedPayloadContent' is there beside 'PayloadContent', whose place it takes", "keep one of them",
            place);
}

void judge_envelope(const Value& profile, const Outline& outline, const PayloadRules& rules, Time now,
                    std::vector<Finding>& findings) {
    judge_scope(profile, outline, rules, findings);
    judge_consent(profile, findings);
    judge_removal(profile, outline, findings);
    judge_duration(profile, findings);
    judge_dates(profile, now, findings);
    judge_sender(outline, rules, findings);
}

void judge_identity(const Outline& outline, std::vector<Finding>& findings) {
    FirstPlaces uuids;
    judge_uuid(outline.uuid, uuids, findings);
    judge_empty(outline.identifier, "PayloadIdentifier", findings);
    if (const auto at = find_uuid(outline.identifier.text); at != std::string::npos)
        add(findings, Severity::warning, ErrorCode::identifier_with_uuid,
            fmt::format("PayloadIdentifier '{}' has a UUID in it", outline.identifier.text),
            "an update replaces a profile by its identifier: choose one that stays, and leave the UUID to PayloadUUID",
            outline.identifier.where);
    FirstPlaces identifiers;
    for (const PayloadOutline& payload : outline.payloads) {
        judge_uuid(payload.uuid, uuids, findings);
        judge_empty(payload.identifier, "PayloadIdentifier", findings);
        if (!payload.identifier.text.empty() && payload.identifier.text == outline.identifier.text)
            add(findings, Severity::warning, ErrorCode::duplicate_identifier,
                fmt::format("PayloadIdentifier '{}' is the profile's own", payload.identifier.text),
                "give each payload one of its own", payload.identifier.where);
        if (const std::string* first = identifiers.seen(payload.identifier))
            add(findings, Severity::error, ErrorCode::duplicate_identifier,
                fmt::format("PayloadIdentifier '{}' is another payload's already: {}", payload.identifier.text, *first),
                "give each payload one of its own", payload.identifier.where);
    }
}

std::vector<SinglePayload> judge_repeated_types(const Outline& outline, const PayloadRules& rules,
                                                std::vector<Finding>& findings) {
    std::vector<SinglePayload> single;
    // By type and part of it: settings of FileVault and of energy are both com.apple.MCX, and do not meet.
    std::map<std::pair<std::string_view, std::string_view>, const PayloadOutline*> first;
    for (const PayloadOutline& payload : outline.payloads) {
        if (payload.type == "com.apple.mdm") {
            const auto [place, is_new] = first.try_emplace({payload.type, ""}, &payload);
            if (!is_new)
                add(findings, Severity::error, ErrorCode::several_mdm_payloads,
                    fmt::format("a second com.apple.mdm payload: {} is the first", place->second->where),
                    "a device has one enrollment: keep one of them", payload.where);
            continue;
        }
        const PayloadOutline* before = nullptr;
        for (const std::string_view part : rules.taken_once(payload.type, *payload.value))
            if (const auto [place, is_new] = first.try_emplace({payload.type, part}, &payload); is_new)
                single.push_back({payload.type, std::string(part), payload.where});
            else
                before = place->second;
        if (before != nullptr)
            add(findings, Severity::error, ErrorCode::not_multiple,
                fmt::format("a second payload of type '{}': {} is the first, and a device takes one", payload.type,
                            before->where),
                "make one payload of both", payload.where);
    }
    return single;
}

}  // namespace mdm::profile
