// SPDX-License-Identifier: Apache-2.0
#include "dep/told_end.hpp"

#include "base/text.hpp"

#include <algorithm>
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

std::optional<Finding> other_recipient(const EncryptedToken& file, const crypto::Certificate& certificate,
                                       const std::string& name) {
    const auto& recipients = file.message.recipients();
    if (std::any_of(recipients.begin(), recipients.end(),
                    [&](const crypto::Recipient& recipient) { return recipient.is(certificate); }))
        return std::nullopt;
    std::vector<std::string> names;
    for (const crypto::Recipient& recipient : recipients)
        names.push_back(recipient.to_string());
    return Finding{
        Severity::error, ErrorCode::not_for_this_server,
        fmt::format("'{}' was made for {}, not for {}, serial {}", name, joined(names, "; "),
                    certificate.subject().to_string(), certificate.serial()),
        "it was downloaded for another service, whose token is dead by now; download the one of this service",
        "recipient"};
}

}  // namespace mdm::dep
