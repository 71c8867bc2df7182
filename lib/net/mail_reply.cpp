// SPDX-License-Identifier: Apache-2.0
#include "net/mail_reply.hpp"

#include "base/text.hpp"

#include <charconv>

namespace mdm::net {
namespace {

constexpr std::size_t longest = 500;
// The answer to QUIT alone. libcurl takes its leave before it says how it went, and what came before is what counts.
constexpr int goodbye = 221;

/// At most `room` bytes of what is fit to be shown, cut between characters.
std::string_view cut(std::string_view text, std::size_t room) {
    if (text.size() <= room)
        return text;
    while (room > 0 && (static_cast<unsigned char>(text[room]) & 0xC0U) == 0x80U)
        --room;
    return text.substr(0, room);
}

}  // namespace

void MailReply::add(std::string_view line) {
    int code = 0;
    const bool has_code =
        line.size() >= 3 && line.substr(0, 3).find_first_not_of("0123456789") == std::string_view::npos;
    if (!has_code || (line.size() > 3 && line[3] != '-' && line[3] != ' ' && line[3] != '\r' && line[3] != '\n'))
        return;
    std::from_chars(line.data(), line.data() + 3, code);
    if (code == goodbye)
        return;
    if (!goes_on_ || code != code_) {
        ++replies_;
        words_ = line.substr(0, 3);
    }
    code_ = code;
    goes_on_ = line.size() > 3 && line[3] == '-';
    const std::string shown = printable(trimmed(line.substr(std::min<std::size_t>(line.size(), 4))));
    if (!shown.empty() && words_.size() + 1 < longest)
        words_ += " " + std::string(cut(shown, longest - words_.size() - 1));
}

}  // namespace mdm::net
