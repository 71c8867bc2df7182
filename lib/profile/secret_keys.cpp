// SPDX-License-Identifier: Apache-2.0
#include "profile/secret_keys.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace mdm::profile {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

/// Of "WEPKey1" and "wep_key" "key", of "UserPIN" "pin"; of "hotkey" all of it.
std::string last_word(std::string_view key) {
    while (!key.empty() && !is_upper(key.back()) && !is_lower(key.back()))
        key.remove_suffix(1);
    std::size_t begin = key.size();
    while (begin > 0 && is_lower(key[begin - 1]))
        --begin;
    if (begin == key.size())
        while (begin > 0 && is_upper(key[begin - 1]))
            --begin;
    else if (begin > 0 && is_upper(key[begin - 1]))
        --begin;
    return lower_case(key.substr(begin));
}

}  // namespace

bool sounds_secret(std::string_view key) {
    constexpr std::array<std::string_view, 20> words{
        "password",       "passwd",  "passphrase",    "passcode", "secret",     "token",    "challenge",
        "credential",     "apikey",  "licensekey",    "private",  "presharedk", "tlsauth",  "tlscrypt",
        "activationcode", "authkey", "authorization", "cookie",   "onboarding", "recoveryk"};
    constexpr std::array<std::string_view, 10> last_words{"key", "keys", "pin",  "pins", "psk",
                                                          "pwd", "pass", "auth", "otp",  "ccid"};
    std::string plain = lower_case(key);
    std::erase_if(plain, [](char c) { return c == '_' || c == '-' || c == ' '; });
    if (std::any_of(words.begin(), words.end(),
                    [&plain](std::string_view word) { return plain.find(word) != std::string::npos; }))
        return true;
    return plain.find("public") == std::string::npos &&
           std::find(last_words.begin(), last_words.end(), last_word(key)) != last_words.end();
}

bool is_password_attribute(std::string_view attribute) {
    return attribute == "1.2.840.113549.1.9.7" || attribute == "challengePassword";
}

bool is_placeholder(std::string_view text) {
    const auto between = [text](std::string_view open, std::string_view close) {
        return text.size() > open.size() + close.size() && text.starts_with(open) && text.ends_with(close) &&
               text.find_first_of("%{}", open.size()) == text.size() - close.size();
    };
    if (between("%", "%") || between("{{", "}}") || between("${", "}"))
        return true;
    // A name, $USERNAME or $USERNAME$: a password may begin with $ as well.
    std::string_view name = text;
    if (!name.starts_with('$'))
        return false;
    name.remove_prefix(1);
    if (name.ends_with('$'))
        name.remove_suffix(1);
    return !name.empty() && name.front() >= 'A' && name.front() <= 'Z' &&
           std::all_of(name.begin(), name.end(),
                       [](char c) { return c == '_' || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}

}  // namespace mdm::profile
