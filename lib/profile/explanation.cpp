// SPDX-License-Identifier: Apache-2.0
#include "profile/explanation.hpp"

#include "profile/key_teller.hpp"

#include <algorithm>
#include <array>

namespace mdm::profile {
namespace {

using plist::Value;

/// Those of a profile that are told elsewhere.
constexpr std::array<std::string_view, 8> told_elsewhere{
    "PayloadContent", "IsEncrypted",          "EncryptedPayloadContent", "PayloadRemovalDisallowed",
    "RemovalDate",    "DurationUntilRemoval", "HasRemovalPasscode",      "PayloadExpirationDate"};

bool is_told_elsewhere(std::string_view key) {
    return std::find(told_elsewhere.begin(), told_elsewhere.end(), key) != told_elsewhere.end();
}

/// The keys of a type that a schema has in one piece.
const PayloadType* known_type(const Schema& schema, std::string_view type) {
    const auto types = schema.of_type(type);
    return types.empty() ? nullptr : &types.front();
}

/// An enrollment of a person's own device: by account, or as it was until iOS 17, by profile.
bool is_user_enrollment(const Value& mdm) {
    const std::string_view mode = text_of(mdm, "EnrollmentMode");
    return mode == "BYOD" || (mode.empty() && mdm.find("ManagedAppleID") != nullptr);
}

PayloadExplanation explain_payload(const PayloadOutline& outline, const Sentences& sentences, const Schema& schema,
                                   KeyTeller& teller) {
    const Value& payload = *outline.value;
    PayloadExplanation told{.type = outline.type,
                            .kind = "",
                            .identifier = outline.identifier.text,
                            .uuid = outline.uuid.text,
                            .name = std::string(text_of(payload, "PayloadDisplayName")),
                            .organization = std::string(text_of(payload, "PayloadOrganization")),
                            .description = std::string(text_of(payload, "PayloadDescription")),
                            .purpose = "",
                            .removed = ""};
    KeyTeller::Lists lists;
    if (const TypeSentences* said = sentences.of_type(outline.type)) {
        told.kind = said->kind;
        told.purpose = said->purpose;
        told.removed = said->removed;
        lists.said = said->keys;
    }
    if (const PayloadType* known = known_type(schema, outline.type)) {
        told.conditions = conditions_of(schema.availabilities[known->availability]);
        lists.known = known->keys;
    }
    // Apple, Device Management, "MDM": AccessRights is ignored in User Enrollment.
    const bool no_rights = outline.type == "com.apple.mdm" && is_user_enrollment(payload);
    const auto is_told = [&](std::string_view key) {
        return is_common_key(key) || (no_rights && key == "AccessRights") ||
               (key == "PayloadEnabled" && payload.find(key)->get_if<bool>() != nullptr &&
                *payload.find(key)->get_if<bool>());
    };
    told.statements = teller.tell(payload, lists, is_told);
    if (no_rights && payload.find("AccessRights") != nullptr)
        told.statements.push_back(
            {"The rights that it lists mean nothing in a User Enrollment.", "AccessRights", Effect::unchanged});
    return told;
}

}  // namespace

bool needs_supervision_itself(const Statement& statement, const PayloadExplanation& payload) {
    return statement.conditions.needs_supervision() &&
           statement.conditions.supervised.size() > payload.conditions.supervised.size();
}

std::size_t PayloadExplanation::supervised_statements() const {
    return static_cast<std::size_t>(std::count_if(statements.begin(), statements.end(), [this](const Statement& s) {
        return needs_supervision_itself(s, *this);
    }));
}

Explanation explain(const Value& profile, const Schema& schema, const Sentences& sentences) {
    const Outline outline = outline_of(profile);
    Explanation told{.identifier = outline.identifier.text,
                     .uuid = outline.uuid.text,
                     .name = std::string(text_of(profile, "PayloadDisplayName")),
                     .organization = std::string(text_of(profile, "PayloadOrganization")),
                     .description = std::string(text_of(profile, "PayloadDescription")),
                     .scope = std::string(text_of(profile, "PayloadScope")),
                     .is_encrypted = profile.find("EncryptedPayloadContent") != nullptr,
                     .removal = removal_of(profile, outline)};
    const Context context(sentences, outline.payloads);
    KeyTeller teller(context, schema);
    const PayloadType* top = known_type(schema, top_level_type);
    told.statements = teller.tell(profile, {sentences.of_type(top_level_type)->keys, top != nullptr ? top->keys : 0},
                                  [](std::string_view key) { return is_common_key(key) || is_told_elsewhere(key); });
    for (const PayloadOutline& payload : outline.payloads)
        told.payloads.push_back(explain_payload(payload, sentences, schema, teller));
    told.left_out = teller.left_out();
    return told;
}

}  // namespace mdm::profile
