// SPDX-License-Identifier: Apache-2.0
// The type mdm: the enrollment with a device management server.
#include "base/text.hpp"
#include "profile/outline.hpp"
#include "profile/profile_draft.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>

namespace mdm::profile {
namespace {

using Kind = NewOption::Kind;
using Form = NewOption::Form;

constexpr NewOption mdm_options[]{
    {.name = "--server-url",
     .value = "URL",
     .form = Form::https_url,
     .is_required = true,
     .key = "ServerURL",
     .help = "where devices ask for commands, https"},
    {.name = "--check-in-url",
     .value = "URL",
     .form = Form::https_url,
     .key = "CheckInURL",
     .help = "where they check in; the same where it is not given"},
    {.name = "--topic",
     .value = "TOPIC",
     .key = "Topic",
     .help = "the push topic, without the store: com.apple.mgmt.External. and a UUID"},
    {.name = "--access-rights",
     .value = "all|N|WORD,...",
     .help = "what the server may do: all (8191), the sum of Apple's numbers, or words: profiles, lock, erase, "
             "device-information, network-information, provisioning, apps, restrictions, security, settings, "
             "app-management; a later profile cannot add any, and byod has none",
     .preset = "all"},
    {.name = "--sign-message",
     .kind = Kind::yes,
     .key = "SignMessage",
     .help = "devices sign what they say with their identity (Mdm-Signature), for servers behind a proxy"},
    {.name = "--no-check-out",
     .kind = Kind::no,
     .help = "the device does not say when the enrollment is removed; else it says so once"},
    {.name = "--capability",
     .kind = Kind::texts,
     .key = "ServerCapabilities",
     .help = "what the server can: per-user-connections for users of Macs and Shared iPads, which no later profile can "
             "add; bootstrap-token; token",
     .words = "per-user-connections=com.apple.mdm.per-user-connections|bootstrap-token=com.apple.mdm.bootstraptoken|"
              "token=com.apple.mdm.token"},
    {.name = "--pin-certificates",
     .kind = Kind::yes,
     .help = "the server is believed by the certificates in the profile alone"},
    {.name = "--pinning-revocation-check",
     .kind = Kind::yes,
     .key = "PinningRevocationCheckRequired",
     .help = "and only where it is known that they were not revoked"},
    {.name = "--enrollment-mode",
     .key = "EnrollmentMode",
     .help = "account-driven enrollment: byod for a user's own device, adde for an organization's",
     .words = "byod=BYOD|adde=ADDE"},
    {.name = "--assigned-account",
     .value = "ACCOUNT",
     .form = Form::account,
     .key = "AssignedManagedAppleID",
     .help = "the Managed Apple Account that it is for; with --enrollment-mode"},
};

struct Right {
    std::string_view word;
    std::int64_t bits;
};
// To inspect is needed for each of those that install.
constexpr std::array<Right, 12> rights{{{"all", 8191},
                                        {"profiles", 1 + 2},
                                        {"lock", 4},
                                        {"erase", 8},
                                        {"device-information", 16},
                                        {"network-information", 32},
                                        {"provisioning", 64 + 128},
                                        {"apps", 256},
                                        {"restrictions", 512},
                                        {"security", 1024},
                                        {"settings", 2048},
                                        {"app-management", 4096}}};

std::int64_t right_named(std::string_view word) {
    const auto found = std::find_if(rights.begin(), rights.end(), [word](const Right& r) { return r.word == word; });
    if (found != rights.end())
        return found->bits;
    std::vector<std::string> known;
    known.reserve(rights.size());
    for (const Right& right : rights)
        known.emplace_back(right.word);
    throw Error{ErrorCode::bad_usage, fmt::format("'{}' is no access right", word), joined(known, ", ")};
}

/// What is wrong with a sum is for lint to say.
std::int64_t access_rights(std::string_view text) {
    std::int64_t sum = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), sum);
    if (failed == std::errc{} && end == text.data() + text.size())
        return sum;
    sum = 0;
    for (const std::string_view word : split(text, ','))
        sum |= right_named(trimmed(word));
    return sum;
}

/// One that the store holds was judged when its certificate came.
void check_typed_topic(const GivenOptions& given) {
    constexpr std::string_view external = "com.apple.mgmt.External.";
    const std::string_view topic = given.text("--topic");
    const std::string_view uuid = topic.substr(std::min(topic.size(), external.size()));
    const bool is_hexadecimal = uuid.find_first_not_of("0123456789abcdefABCDEF-") == std::string_view::npos;
    if (!given.has("--mdm") && (!topic.starts_with(external) || !is_uuid(uuid) || !is_hexadecimal))
        throw Error{
            ErrorCode::bad_usage, fmt::format("'{}' is no push topic of device management, which --topic takes", topic),
            "it is the UID in the push certificate's subject, com.apple.mgmt.External.<UUID>: mdmctl apns inspect"};
}

void make_mdm(ProfileDraft& draft, const NewType& type) {
    const GivenOptions& given = draft.given();
    if (!given.has("--topic"))
        throw Error{
            ErrorCode::bad_usage, "an enrollment needs the push topic",
            "--mdm takes it from the push certificate that the store holds; --topic TOPIC names it: mdmctl apns "
            "inspect shows it"};
    check_typed_topic(given);
    PayloadDraft payload(type, given);
    payload.put("IdentityCertificateUUID", {draft.identity("mdm")});
    // User Enrollment has rights of its own.
    if (given.text("--enrollment-mode") == "byod")
        given.refuse("--access-rights", "--enrollment-mode byod");
    else
        payload.put("AccessRights", {access_rights(type.typed("--access-rights", given))});
    payload.put("CheckOutWhenRemoved", {!given.has("--no-check-out")});
    if (given.has("--pinning-revocation-check"))
        given.demand("--pin-certificates", "--pinning-revocation-check");
    if (given.has("--pin-certificates")) {
        const plist::Array pins = draft.certificates();
        if (pins.empty())
            throw Error{ErrorCode::bad_usage, "--pin-certificates needs a certificate in the same profile",
                        "add certificate to the types, and --certificate FILE"};
        payload.put("ServerURLPinningCertificateUUIDs", {pins});
        payload.put("CheckInURLPinningCertificateUUIDs", {pins});
    }
    draft.add(std::move(payload));
}

}  // namespace

NewType new_mdm() {
    return {
        .word = "mdm", .type = "com.apple.mdm", .title = "Device management", .options = mdm_options, .make = make_mdm};
}

}  // namespace mdm::profile
