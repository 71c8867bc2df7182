// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What is known of payload types: their keys, and on which systems and under which conditions these mean something.
/// Read from a checkout of Apple's repository (schema_reader.hpp), from our own table (built_in_types.hpp) or from a
/// cache (schema_cache.hpp); payloads are judged by it in payload_rules.hpp.
/// source  Apple, device-management repository, docs/schema.md
namespace mdm::profile {

enum class Os : std::uint8_t { ios, macos, tvos, visionos, watchos };
inline constexpr std::array<std::string_view, 5> os_names{"iOS", "macOS", "tvOS", "visionOS", "watchOS"};
inline std::string_view name(Os os) { return os_names[static_cast<std::size_t>(os)]; }

/// "17", "10.13.4". Compared part by part.
struct Version {
    std::array<std::uint16_t, 3> parts{};
    auto operator<=>(const Version&) const = default;
    std::string to_string() const;  ///< "17.0", "10.13.4"
};
/// One to three numbers parted by points; nullopt for anything else.
std::optional<Version> parse_version(std::string_view text);

/// A decimal number as YAML writes it; nullopt for anything else.
std::optional<double> parse_number(std::string_view text);

enum class Stated : std::uint8_t { nothing, no, yes };
/// Of user enrollment and Shared iPad.
enum class Mode : std::uint8_t { nothing, allowed, required, forbidden, ignored };

/// What is said of one operating system.
struct Support {
    Stated available = Stated::nothing;  ///< no: n/a
    std::optional<Version> introduced;
    std::optional<Version> deprecated;
    std::optional<Version> removed;
    Stated multiple = Stated::nothing;
    Stated supervised = Stated::nothing;
    Stated by_hand = Stated::nothing;
    Stated device_channel = Stated::nothing;
    Stated user_channel = Stated::nothing;
    Mode user_enrollment = Mode::nothing;
    Mode shared_ipad = Mode::nothing;
    bool operator==(const Support&) const = default;
};
using Availability = std::array<Support, os_names.size()>;

enum class Type : std::uint8_t { any, string, integer, real, boolean, date, data, array, dictionary };
inline constexpr std::array<std::string_view, 9> type_names{"any",  "string", "integer", "real",      "boolean",
                                                            "date", "data",   "array",   "dictionary"};
inline std::string_view name(Type type) { return type_names[static_cast<std::size_t>(type)]; }

struct Bounds {
    std::optional<double> min;
    std::optional<double> max;
    bool given() const noexcept { return min || max; }
};

inline constexpr std::string_view any_key = "ANY";  ///< the name of a rule that holds for keys of any name

/// One key of a dictionary or, where its list is an array's, every item.
struct KeyRule {
    std::string name;
    Type type = Type::any;
    bool required = false;             ///< where what it is in is there
    bool array_too = false;            ///< an array of the type is as good
    std::vector<std::string> allowed;  ///< the only values, where there are some; numbers as text
    std::vector<double> numbers{};     ///< the same for integers and reals; settle() fills it
    Bounds range;
    std::optional<double> max_on_macos{};  ///< where macOS takes more than range says; settle() fills it
    Bounds repetition;                     ///< how many items the array may have that this is the item of, or is
    std::string format;                    ///< a regular expression that is searched for; empty: none
    std::uint32_t availability = 0;
    std::uint32_t inside = 0;  ///< the list of what is in it, 0: nothing is said of that
};

/// The keys of a dictionary, or the one rule for the items of an array. Lists may contain one another in circles.
struct KeyList {
    std::vector<KeyRule> rules{};
    std::vector<std::uint32_t> by_name{};  ///< indices of rules
    const KeyRule* any = nullptr;          ///< the rule for keys that are not named

    const KeyRule* find(std::string_view name) const;
};

/// A payload type, or a part of one: a few types are described in several files, each for a purpose of its own.
struct PayloadType {
    std::string type;  ///< "com.apple.wifi.managed"
    std::string part;  ///< "Kerberos" of a type that has several; empty: the whole
    std::uint32_t availability = 0;
    std::uint32_t keys = 0;  ///< list
    bool complete = true;    ///< a key that is not listed is unknown; false: not all are listed
};

struct Schema {
    std::vector<Availability> availabilities;
    std::vector<KeyList> lists;         ///< the first is empty, and means that nothing is said
    std::vector<PayloadType> payloads;  ///< by type

    std::span<const PayloadType> of_type(std::string_view type) const;
    /// Puts what was filled in into order, and mends what is known to be wrong in Apple's: names in SCEP's
    /// SubjectAltName may be arrays (docs/errata.md), encrypted profiles have no PayloadContent, ConsentText has the
    /// texts themselves, macOS takes a maxInactivity of 60. Called once, by who fills a Schema; it is not copied behind
    /// that.
    void settle();

    Schema() = default;
    Schema(Schema&&) = default;
    Schema& operator=(Schema&&) = default;
    Schema(const Schema&) = delete;
    Schema& operator=(const Schema&) = delete;
};

inline constexpr std::string_view top_level_type = "TopLevel";
inline constexpr std::string_view common_keys_type = "CommonPayloadKeys";

}  // namespace mdm::profile
