// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "base/secret.hpp"
#include "base/time.hpp"
#include "profile/given_options.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// Makes configuration profiles from options.
namespace mdm::profile {

/// What is said of the profile as a whole.
struct ProfileHead {
    std::string identifier;
    std::string name{};  ///< empty: the identifier
    std::string organization{};
    std::string description{};
    std::string uuid{};      ///< empty: derived
    std::string scope{};     ///< "System", "User"; empty: not said, but System of an enrollment
    std::string consent{};   ///< what the user has to agree to
    std::string identity{};  ///< the word of the type whose identity is used; empty: the only one
    bool removal_disallowed = false;
    const Secret* removal_password = nullptr;
    std::optional<Time> removal_date{};
    std::optional<std::chrono::seconds> removal_after{};
    std::int64_t device_type = 0;  ///< as Apple counts them; 0: any
};

struct MadePayload {
    std::string word;  ///< of NewType
    std::string type;
    std::string identifier;
    std::string uuid;
};

struct MadeProfile {
    Secret xml;
    std::string uuid;
    std::vector<MadePayload> payloads;
    bool holds_secrets = false;     ///< passwords, or a private key
    std::vector<Finding> findings;  ///< what was noticed of the files that went in
};

/// Makes a profile with payloads of these types, in the table's order.
/// words   as they were typed
/// throws  bad_usage: no type, one twice, one that is none, an option that is missing or of a type that is not asked
///         for; and what the types throw
MadeProfile make_profile(const ProfileHead& head, const std::vector<std::string>& words, const GivenOptions& given,
                         Time now);

/// The option behind a finding's place in a profile that was made, "--min-length" of "PayloadContent[0].minLength";
/// empty where there is none.
std::string_view option_behind(std::string_view where, const MadeProfile& made);

}  // namespace mdm::profile
