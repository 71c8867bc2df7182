// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "base/time.hpp"
#include "plist/value.hpp"
#include "profile/outline.hpp"
#include "profile/payload_rules.hpp"

#include <string>
#include <vector>

/// What is right of a profile as a whole, beside what a schema can say.
namespace mdm::profile {

/// PayloadContent is what it must be: an array of dictionaries; a dictionary in the first phase of an over-the-air
/// enrollment ("Profile Service"); nothing, where EncryptedPayloadContent is there instead.
void judge_content(const plist::Value& profile, std::vector<Finding>& findings);

/// What is encrypted is CMS, is there where the profile says so, and takes the place of what is not. Of encrypted
/// payloads nothing else is said, which is a remark.
void judge_encryption(const plist::Value& profile, std::vector<Finding>& findings);

/// Scope, consent, removal, dates, and what no server may send.
void judge_envelope(const plist::Value& profile, const Outline& outline, const PayloadRules& rules, Time now,
                    std::vector<Finding>& findings);

/// Identifiers and UUIDs inside one profile: none twice, UUIDs in the form of one, and none in the identifier that
/// tells an update from a second profile.
void judge_identity(const Outline& outline, std::vector<Finding>& findings);

/// A payload of which a device takes one, whichever profile brings it.
struct SinglePayload {
    std::string type;
    std::string part;  ///< PayloadType::part
    std::string where;
};

/// Payloads of which a device takes one, and more than one enrollment. Given back is the first of each but
/// enrollments: what across-file rules look further for.
std::vector<SinglePayload> judge_repeated_types(const Outline& outline, const PayloadRules& rules,
                                                std::vector<Finding>& findings);

/// The channel that the profile itself asks for.
Channel channel_of(const plist::Value& profile);

}  // namespace mdm::profile
