// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

/// What a pretend service is told to do wrong: "dep:503/5@/account", in the words of `mdmctl sandbox fault`; with
/// "dep:cut/1@/server/devices#3" the third page is cut.
namespace mdm::sandbox {

/// Which calls a fault meets that names no path.
enum class FaultScope {
    every_call,
    session,      ///< GET /session alone: what is judged there and nowhere else
    other_calls,  ///< all but that: what a session can end with
};

/// What becomes of the right answer.
enum class FaultEffect {
    replaces,  ///< there is none: the fault's own takes its place
    spoils,    ///< it is changed, where there is one
    shifts,    ///< clock or delivery, of whatever answer there is
};

struct FaultKind {
    std::string_view word;
    std::string_view value;  ///< what stands behind an equals sign: "NAME", or in brackets where it may; empty: nothing
    FaultEffect effect;
    FaultScope scope;
    std::string_view meaning;
};

/// All there are; "503" stands for every status from 400 to 599.
std::span<const FaultKind> fault_kinds();

struct Fault {
    std::string service;  ///< "dep"
    std::string word;     ///< of its kind; a status is written out
    std::string value{};
    std::string retry_after{};  ///< seconds, or "date:" and seconds, for a header that says a date
    std::optional<int> left{};  ///< how many requests it still meets; nullopt: all
    std::string path{};         ///< empty: what its kind says
    int first = 1;              ///< of the requests that it is for, the one that it meets first

    bool is_status() const;
    FaultEffect effect() const;
    /// Whether it is for a request to a service for a path.
    bool is_for(std::string_view to_service, std::string_view to_path) const;
};

/// throws  bad_usage, with the list of what there is
Fault parse_fault(std::string_view text);
std::string to_string(const Fault& fault);

}  // namespace mdm::sandbox
