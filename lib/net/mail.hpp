// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "base/secret.hpp"
#include "base/time.hpp"
#include "net/http.hpp"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Handing a message to a mail server by SMTP (RFC 5321), as a program that submits mail does (RFC 6409).
namespace mdm::net {

/// Which server, and how it is reached. TLS is always verified.
struct MailServer {
    enum class Tls {
        starttls,  ///< smtp://: required, but not on a literal loopback address where there is no password to send
        implicit,  ///< smtps://: from the first byte
    };

    Tls tls = Tls::starttls;
    std::string host{};        ///< "mail.example", "[::1]"
    std::uint16_t port = 587;  ///< 587 for smtp, 465 for smtps where the URL names none (RFC 8314)
    std::string user{};        ///< empty: no login
    Secret password{};         ///< for SASL PLAIN or LOGIN; sent over TLS alone
    std::string ca_file{};     ///< PEM, trusted beside the system's folder of authorities
    std::chrono::milliseconds connect_timeout = std::chrono::seconds{10};
    std::chrono::milliseconds total_timeout = std::chrono::seconds{60};
};

/// Reads smtp[s]://[user@]host[:port]. The password has a place of its own.
/// throws  bad_usage: anything else; a password, which no message repeats
MailServer parse_mail_server(std::string_view url);

struct MailMessage {
    std::string from;        ///< an address: "mdmctl@example.org"
    std::string to;          ///< one address
    std::string subject;     ///< UTF-8, one line
    std::string text;        ///< UTF-8, lines ended by LF
    std::string html{};      ///< the same for those who see it rather; empty: none
    std::string message_id;  ///< "<7f3a@example.org>". Who sends again sends the same, so that doubles can be told
    Time date;
    std::vector<HttpHeader> extra_headers{};  ///< not those that are made of the members above
};

/// throws  bad_usage: an address without exactly one @, longer than 254 bytes, or with what would change who gets it; a
///         header with a line end; what is empty and must not be
void judge_message(const MailMessage& message);

enum class MailStatus {
    accepted,  ///< the server answered 2xx to the whole message: it is the server's now
    refused,   ///< 5xx: for good, this message to this address
    deferred,  ///< 4xx, login, connection, TLS, timeout: to be tried again later
};

struct MailOutcome {
    MailStatus status = MailStatus::deferred;
    int reply = 0;                 ///< the server's last code; 0: it said nothing
    std::optional<Error> trouble;  ///< what to show or keep, with the server's words; none when accepted
};

/// Codes of `trouble`: mail_refused (with status refused); deferred have
///   unavailable, timed_out   try again. Where the connection broke behind the message, it may be delivered already
///   unauthorized             the server does not take user and password, or wants some
///   insecure_connection      the server offers no TLS
///   tls_failed, bad_setting  its certificate; the CA file
///   bad_answer               what answers is no mail server
class MailTransport {
public:
    virtual ~MailTransport() = default;

    /// throws  bad_usage, of the message; library_missing. What server and network do is an outcome
    virtual MailOutcome send(const MailMessage& message) = 0;
};

/// By libcurl; a connection for each message. For one thread at a time.
/// throws  bad_usage: a host that is none, a user without password or a password without user
std::unique_ptr<MailTransport> curl_mail_transport(MailServer server);

}  // namespace mdm::net
