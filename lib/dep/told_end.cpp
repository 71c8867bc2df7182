// SPDX-License-Identifier: Apache-2.0
#include "dep/told_end.hpp"

#include "dep/encrypted_token.hpp"

#include <fmt/format.h>

namespace mdm::dep {
namespace {

Time a_year_after(Time time) {
    using namespace std::chrono;
    const auto day = floor<days>(time);
    year_month_day date{day};
    date += years{1};
    if (!date.ok())
        date = date.year() / date.month() / last;  // 29 February
    return sys_days{date} + (time - day);
}

}  // namespace

ToldEnd told_end(const std::string& path, std::optional<Time> told, Time now) {
    if (told)
        return {*told};
    const auto made = time_in_name(path);
    if (!made)
        throw Error{
            ErrorCode::bad_usage, fmt::format("there is no time in the name '{}', and no --expires", path),
            "the portal names its files NAME_Token_2026-11-23T08-15-30Z_smime.p7m; --expires DATE says the end"};
    if (*made > now + std::chrono::days{2})
        throw Error{ErrorCode::bad_usage,
                    fmt::format("the time in the name '{}' is in the future: {}", path, to_rfc3339(*made)),
                    "--expires DATE says the end"};
    const Time end = a_year_after(*made);
    return {end,
            Finding{Severity::info, ErrorCode::expiry_estimated,
                    fmt::format("it ends on {}, reckoned as a year after the time in the name of '{}'", to_rfc3339(end),
                                path),
                    "--expires DATE says it, where the server that holds the key shows it", "access_token_expiry"}};
}

}  // namespace mdm::dep
