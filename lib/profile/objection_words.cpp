// SPDX-License-Identifier: Apache-2.0
#include "profile/objection_words.hpp"

#include "profile/finding_words.hpp"

#include <array>
#include <fmt/format.h>
#include <optional>

namespace mdm::profile {
namespace {

struct Wording {
    Objection objection;
    ErrorCode code;
    std::string_view what;  ///< behind "'allowCamera' "
    std::string_view hint;
};

// In the order in which they are listed.
constexpr std::array<Wording, 12> wordings{{
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

std::vector<SaidObjection> in_words(Objections objections, std::string_view what, const Availability& availability,
                                    const Target& target) {
    const Support& support = target.os ? availability[static_cast<std::size_t>(*target.os)] : availability.front();
    std::vector<SaidObjection> said;
    for (const Wording& one : wordings)
        if ((objections & one.objection) != 0)
            said.push_back({one.code, fmt::format("'{}' {}", shortened(what), filled_in(one.what, support, target)),
                            filled_in(one.hint, support, target)});
    return said;
}

}  // namespace mdm::profile
