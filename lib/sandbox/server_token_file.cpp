// SPDX-License-Identifier: Apache-2.0
#include "sandbox/server_token_file.hpp"

#include "base/encoding.hpp"
#include "crypto/cms_for_recipient.hpp"
#include "dep/server_token.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <string_view>

namespace mdm::sandbox {
namespace {

/// RFC 2045, 6.8.
constexpr std::size_t line_length = 76;

constexpr std::string_view headers =
    "Content-Type: application/pkcs7-mime; name=\"smime.p7m\"; smime-type=enveloped-data\r\n"
    "Content-Transfer-Encoding: base64\r\n"
    "Content-Disposition: attachment; filename=\"smime.p7m\"\r\n"
    "Content-Description: S/MIME Encrypted Message\r\n"
    "\r\n";

constexpr std::string_view inner_headers =
    "Content-Type: text/plain;charset=UTF-8\r\n"
    "Content-Transfer-Encoding: 7bit\r\n"
    "\r\n";

std::string in_lines(std::string_view base64) {
    std::string lines;
    for (; !base64.empty(); base64.remove_prefix(std::min(line_length, base64.size())))
        lines.append(base64.substr(0, line_length)).append("\r\n");
    return lines;
}

}  // namespace

std::string server_token_message(const dep::ServerToken& token) {
    const nlohmann::ordered_json json{{"consumer_key", token.consumer_key},
                                      {"consumer_secret", token.consumer_secret.reveal()},
                                      {"access_token", token.access_token.reveal()},
                                      {"access_secret", token.access_secret.reveal()},
                                      {"access_token_expiry", to_rfc3339(token.access_token_expiry)},
                                      {dep::sandbox_mark, "yes"}};
    return fmt::format("{}-----BEGIN MESSAGE-----\r\n{}\r\n-----END MESSAGE-----\r\n", inner_headers, json.dump());
}

std::string server_token_file(const dep::ServerToken& token, const crypto::Certificate& recipient) {
    const std::string cms = crypto::enveloped_for(recipient, server_token_message(token));
    return fmt::format("{}{}", headers, in_lines(to_base64(cms)));
}

}  // namespace mdm::sandbox
