// SPDX-License-Identifier: Apache-2.0
#include "base/limits.hpp"
#include "base/text.hpp"
#include "net/mail.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace mdm::net {
namespace {

constexpr std::array<std::string_view, 9> made_here = {"from",           "to", "subject", "date",        "message-id",
                                                       "auto-submitted", "cc", "bcc",     "mime-version"};

[[noreturn]] void refuse(std::string message) { throw Error{ErrorCode::bad_usage, std::move(message)}; }

/// Beside what cannot be shown, what has a meaning in a header (RFC 5322, 3.2.3): "a,b@c" would be two people.
void judge_address(std::string_view address) {
    const auto at = address.find('@');
    if (address.size() > limits::mail_address)
        refuse(fmt::format("an address of mail is longer than {} bytes", limits::mail_address));
    const bool has_both_parts = at != std::string_view::npos && at != 0 && at + 1 != address.size();
    if (!has_both_parts || address.find('@', at + 1) != std::string_view::npos || !is_printable(address) ||
        address.find_first_of(" ()<>[]:;,\\\"") != std::string_view::npos)
        refuse(fmt::format("'{}' is not an address of mail", address));
}

void judge_message_id(std::string_view id) {
    const bool is_ascii = std::all_of(id.begin(), id.end(), [](char c) { return c > ' ' && c <= '~'; });
    if (!is_ascii || id.size() < 5 || id.size() > limits::mail_address || !id.starts_with('<') || !id.ends_with('>') ||
        std::count(id.begin(), id.end(), '@') != 1 || id.find_first_of("<>", 1) != id.size() - 1)
        refuse(fmt::format("'{}' is not a Message-ID", id));
}

void judge_text(std::string_view name, std::string_view value) {
    judge_header(name, value);
    if (name.size() > limits::mail_header_name)
        refuse(fmt::format("a header's name is longer than {} bytes", limits::mail_header_name));
    if (value.empty())
        refuse(fmt::format("the message's {} is empty", name));
    if (value.size() > limits::mail_header)
        refuse(fmt::format("the message's {} is longer than {} bytes", name, limits::mail_header));
    if (!is_printable(value))
        refuse(fmt::format("the message's {} holds what cannot be shown", name));
}

}  // namespace

void judge_message(const MailMessage& message) {
    judge_address(message.from);
    judge_address(message.to);
    judge_text("Subject", message.subject);
    judge_message_id(message.message_id);
    if (message.text.empty())
        refuse("the message has no text");
    for (const auto& [name, value] : message.extra_headers) {
        judge_text(name, value);
        const std::string lower = lower_case(name);
        if (std::find(made_here.begin(), made_here.end(), lower) != made_here.end() || lower.starts_with("content-"))
            refuse(fmt::format("the header '{}' is made of the message itself", name));
    }
}

}  // namespace mdm::net
