// SPDX-License-Identifier: Apache-2.0
#include "profile/secret_keys.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace mdm::profile {

bool sounds_secret(std::string_view key) {
    constexpr std::array<std::string_view, 12> words{"password", "passwd",     "passphrase", "passcode",
                                                     "secret",   "token",      "challenge",  "credential",
                                                     "apikey",   "licensekey", "privatekey", "activationcode"};
    std::string plain = lower_case(key);
    std::erase_if(plain, [](char c) { return c == '_' || c == '-' || c == ' '; });
    return std::any_of(words.begin(), words.end(),
                       [&plain](std::string_view word) { return plain.find(word) != std::string::npos; });
}

bool is_password_attribute(std::string_view attribute) {
    return attribute == "1.2.840.113549.1.9.7" || attribute == "challengePassword";
}

bool is_placeholder(std::string_view text) {
    const auto between = [text](std::string_view open, std::string_view close) {
        return text.size() > open.size() + close.size() && text.starts_with(open) && text.ends_with(close);
    };
    if (between("%", "%") || between("{{", "}}") || between("${", "}"))
        return true;
    return text.size() > 1 && text.front() == '$' && std::all_of(text.begin() + 1, text.end(), [](char c) {
               return c == '_' || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
           });
}

}  // namespace mdm::profile
