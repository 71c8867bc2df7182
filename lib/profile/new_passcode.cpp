// SPDX-License-Identifier: Apache-2.0
// The type passcode.
#include "profile/profile_draft.hpp"

namespace mdm::profile {
namespace {

using Kind = NewOption::Kind;

constexpr NewOption passcode_options[]{
    {.name = "--min-length", .value = "N", .kind = Kind::number, .key = "minLength", .help = "characters, at least"},
    {.name = "--alphanumeric",
     .kind = Kind::yes,
     .key = "requireAlphanumeric",
     .help = "letters and digits, and not digits alone"},
    {.name = "--min-complex",
     .value = "N",
     .kind = Kind::number,
     .key = "minComplexChars",
     .help = "characters that are neither letter nor digit, at least"},
    {.name = "--no-simple", .kind = Kind::no, .key = "allowSimple", .help = "not 1111, and not 1234"},
    {.name = "--max-failed-attempts",
     .value = "N",
     .kind = Kind::number,
     .key = "maxFailedAttempts",
     .help = "then an iPhone or iPad erases itself, and a Mac is locked"},
    {.name = "--failed-attempts-reset",
     .value = "MINUTES",
     .kind = Kind::number,
     .key = "minutesUntilFailedLoginReset",
     .help = "macOS: how long it is locked then"},
    {.name = "--max-inactivity",
     .value = "MINUTES",
     .kind = Kind::number,
     .key = "maxInactivity",
     .help = "the longest time that a user may choose until the screen locks"},
    {.name = "--max-grace-period",
     .value = "MINUTES",
     .kind = Kind::number,
     .key = "maxGracePeriod",
     .help = "the longest time after that without the passcode; 0 is none"},
    {.name = "--max-age",
     .value = "DAYS",
     .kind = Kind::number,
     .key = "maxPINAgeInDays",
     .help = "after which it has to be changed"},
    {.name = "--history",
     .value = "N",
     .kind = Kind::number,
     .key = "pinHistory",
     .help = "how many of the last ones are refused"},
    {.name = "--change-at-next-auth",
     .kind = Kind::yes,
     .key = "changeAtNextAuth",
     .help = "macOS: it has to be changed the next time"},
};

void make_passcode(ProfileDraft& draft, const NewType& type) {
    PayloadDraft payload(type, draft.given());
    payload.put("forcePIN", {true});  // without it all else is asked of who has a passcode already
    draft.add(std::move(payload));
}

}  // namespace

NewType new_passcode() {
    return {.word = "passcode",
            .type = "com.apple.mobiledevice.passwordpolicy",
            .title = "Passcode",
            .options = passcode_options,
            .make = make_passcode};
}

}  // namespace mdm::profile
