// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace mdm::net {

/// The last thing that a mail server said (RFC 5321, 4.2) before its goodbye: one reply, of one or more lines.
class MailReply {
public:
    /// A line as it came: "550-5.1.1 no such user\r\n". What is no line of a reply is passed over.
    void add(std::string_view line);

    bool is_greeting() const { return replies_ == 1; }  ///< nothing came but the first
    int code() const { return code_; }                  ///< 0 before the first
    const std::string& words() const {
        return words_;
    }  ///< "550 5.1.1 no such user", cut at 500 bytes, fit to be shown

private:
    int replies_ = 0;
    int code_ = 0;
    bool goes_on_ = false;
    std::string words_;
};

}  // namespace mdm::net
