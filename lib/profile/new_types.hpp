// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What `mdmctl profile new` can make: its payload types with their options, as one table in several files.
namespace mdm::profile {

class GivenOptions;
class ProfileDraft;

/// One option of a type: how it is given, and which key of the payload it becomes.
struct NewOption {
    enum class Kind : std::uint8_t {
        text,
        texts,   ///< may be repeated; an array
        number,  ///< an integer
        yes,     ///< a flag that writes true
        no,      ///< a flag that writes false
        one,     ///< a flag that writes the integer 1
        secret,  ///< a file whose first line is the value, a string
        file,
        files,  ///< may be repeated
    };

    /// What a value has to look like, beside being text in one line.
    enum class Form : std::uint8_t {
        text,
        web_url,    ///< http or https, with a host and without user information
        https_url,  ///< the same of https alone
        uri,        ///< of any scheme
        host,
        port,
        account,  ///< NAME@DOMAIN
    };

    std::string_view name;     ///< "--ssid"
    std::string_view value{};  ///< "NAME"; empty of a flag, and of one that takes words
    Kind kind = Kind::text;
    Form form = Form::text;
    bool is_required = false;
    std::string_view key{};  ///< "EAPClientConfiguration.UserName"; empty: the type makes something else of it
    std::string_view help;
    /// The only values, as they are typed, with what is written where that differs: "wpa2=WPA2|none=None".
    std::string_view words{};
    std::string_view preset{};  ///< what stands where it is not given, as it is typed

    bool is_flag() const noexcept { return kind == Kind::yes || kind == Kind::no || kind == Kind::one; }
    bool is_file() const noexcept { return kind == Kind::secret || kind == Kind::file || kind == Kind::files; }
    bool is_repeated() const noexcept { return kind == Kind::texts || kind == Kind::files; }
    std::vector<std::string> typed_words() const;      ///< "wpa2", "none"
    std::string written(std::string_view word) const;  ///< "WPA2"; the word itself where it has no other
};

struct NewType {
    std::string_view word;   ///< "wifi": as it is typed
    std::string_view type;   ///< "com.apple.wifi.managed"
    std::string_view title;  ///< "Wi-Fi": what devices show of its payload
    std::span<const NewOption> options;
    /// Adds its payloads to the draft. throws  bad_usage, and what says why a value will not do
    void (*make)(ProfileDraft& draft, const NewType& type);

    const NewOption& option(std::string_view name) const;
    /// What was typed for an option, else its preset.
    std::string_view typed(std::string_view name, const GivenOptions& given) const;
};

/// In the order in which their payloads stand in a profile: those that others refer to come first.
std::span<const NewType> new_types();

/// throws  bad_usage: there is no such type
const NewType& new_type_named(std::string_view word);

/// The types, each in the file of what it is about. For lib/profile/new_types.cpp alone.
NewType new_certificate();
NewType new_scep();
NewType new_acme();
NewType new_mdm();
NewType new_passcode();
NewType new_restrictions();
NewType new_wifi();
NewType new_vpn();
NewType new_mail();
NewType new_exchange();
NewType new_web_clip();
NewType new_home_screen();

}  // namespace mdm::profile
