// SPDX-License-Identifier: Apache-2.0
#include "apns/accounts.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace mdm::apns {
namespace {

/// Where people have mailboxes of their own; organisations have none there.
constexpr auto mailboxes_of_persons = std::to_array<std::string_view>(
    {"icloud.com", "me.com",      "mac.com",   "gmail.com", "googlemail.com", "outlook.com", "hotmail.com",
     "live.com",   "msn.com",     "yahoo.com", "aol.com",   "gmx.de",         "gmx.net",     "gmx.com",
     "web.de",     "t-online.de", "orange.fr", "free.fr",   "laposte.net",    "proton.me",   "protonmail.com",
     "qq.com",     "163.com",     "mail.ru",   "yandex.ru"});

bool is_at_a_persons_mailbox(std::string_view account) {
    const auto at = account.rfind('@');
    if (at == std::string_view::npos)
        return false;
    const std::string domain = lower_case(account.substr(at + 1));
    return std::find(mailboxes_of_persons.begin(), mailboxes_of_persons.end(), domain) != mailboxes_of_persons.end();
}

}  // namespace

std::optional<Finding> account_finding(std::string_view apple_account, AccountKind kind) {
    const bool personal =
        kind == AccountKind::personal || (kind == AccountKind::unknown && is_at_a_persons_mailbox(apple_account));
    if (!personal)
        return std::nullopt;
    return Finding{Severity::warning, ErrorCode::personal_account,
                   fmt::format("the Apple Account {} looks like a person's own: who leaves takes the push certificate "
                               "along, and no other account can renew it",
                               apple_account),
                   "best is a Managed Apple Account of the organisation, good a shared mailbox; Apple Support can move "
                   "a certificate to another account",
                   "apple_account"};
}

}  // namespace mdm::apns
