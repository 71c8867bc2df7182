// SPDX-License-Identifier: Apache-2.0
// What tests of property lists ask, and how they show one.
#pragma once

#include "catch.hpp"
#include "plist/reader.hpp"
#include "plist/writer.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mdm::plist {

/// The error that reading ends with; its message is empty where it ends without one.
struct Refusal {
    std::optional<ErrorCode> code;
    std::string message;
};

inline Refusal refusal_of(std::string_view bytes) {
    try {
        read(bytes);
        return {};
    } catch (const Error& error) {
        return {error.code(), error.message()};
    }
}

inline std::vector<std::string> places(const Document& document) {
    std::vector<std::string> where;
    for (const Finding& finding : document.findings)
        where.push_back(finding.where);
    return where;
}

inline Time midnight(int year, unsigned month, unsigned day) {
    using namespace std::chrono;
    return sys_days{year_month_day{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}}};
}

}  // namespace mdm::plist

template <>
struct Catch::StringMaker<mdm::plist::Value> {
    static std::string convert(const mdm::plist::Value& value) {
        try {
            return mdm::plist::to_xml(value);
        } catch (const mdm::Error& error) {
            return std::string(value.type_name()) + ", " + error.message();
        }
    }
};
