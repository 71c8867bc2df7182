// SPDX-License-Identifier: Apache-2.0
#include "base/error.hpp"
#include "base/text.hpp"
#include "net/curl_transfer.hpp"
#include "net/endpoint.hpp"
#include "net/mail.hpp"
#include "net/mail_headers.hpp"
#include "net/mail_reply.hpp"

#include <fmt/format.h>
#include <new>
#include <utility>

namespace mdm::net {
namespace {

/// libcurl gives the lines of a mail server to what reads headers.
std::size_t on_reply(const char* bytes, std::size_t, std::size_t size, void* reply) noexcept {
    static_cast<MailReply*>(reply)->add({bytes, size});
    return size;
}

void add_part(curl_mime* mime, std::string_view text, const char* type) {
    curl_mimepart* part = curl().mime_addpart(mime);
    const std::string body = with_mail_line_ends(text);
    if (part == nullptr || curl().mime_data(part, body.data(), body.size()) != CURLE_OK ||
        curl().mime_type(part, type) != CURLE_OK || curl().mime_encoder(part, "quoted-printable") != CURLE_OK)
        throw std::bad_alloc();
}

Mime body_of(const MailMessage& message, const Transfer& transfer) {
    Mime mime{curl().mime_init(transfer.get())};
    if (!mime)
        throw std::bad_alloc();
    // The better one last (RFC 2046, 5.1.4).
    add_part(mime.get(), message.text, "text/plain; charset=utf-8");
    if (!message.html.empty())
        add_part(mime.get(), message.html, "text/html; charset=utf-8");
    return mime;
}

/// What the server says of user and password (RFC 4954, 6), and not of the message.
bool is_about_login(int reply) { return reply == 530 || reply == 534 || reply == 535 || reply == 538; }

bool is_temporary(int reply) { return reply >= 400 && reply < 500; }
bool is_permanent(int reply) { return reply >= 500 && reply < 600; }

/// What a refusing reply ends with; a timeout or a broken connection behind an old reply is none.
bool is_refusal(CURLcode code) {
    return code == CURLE_SEND_ERROR || code == CURLE_WEIRD_SERVER_REPLY || code == CURLE_LOGIN_DENIED;
}

class CurlMailTransport final : public MailTransport {
public:
    explicit CurlMailTransport(MailServer server)
        : server_(std::move(server)), endpoint_(parse_endpoint(url(), {"smtp", "smtps"})) {
        if (server_.user.empty() != server_.password.empty())
            throw Error{ErrorCode::bad_usage,
                        fmt::format("the login at mail server {} has {}", endpoint_.name(),
                                    server_.user.empty() ? "a password and no user" : "a user and no password")};
        if (server_.password.reveal().find('\0') != std::string_view::npos)
            throw Error{ErrorCode::bad_usage, "the mail server's password holds a NUL byte"};
    }

    MailOutcome send(const MailMessage& message) override {
        judge_message(message);
        // A handle for each message: libcurl copies user and password into it and into its connection, and frees both
        // without wiping them. So they are there while a message is sent; freed heap is overwritten by M_PERTURB, which
        // our programs set, and not by libcurl.
        MailReply reply;
        Lines headers;
        Lines recipient;
        Transfer transfer;  // behind what it points to
        begin(transfer, reply);
        for (const std::string& line : header_lines(message))
            headers.add(line);
        headers.add("Content-Type: multipart/alternative");  // libcurl adds the boundary
        recipient.add(fmt::format("<{}>", message.to));
        const Mime body = body_of(message, transfer);
        transfer.set(CURLOPT_MAIL_FROM, fmt::format("<{}>", message.from).c_str());
        transfer.set(CURLOPT_MAIL_RCPT, recipient.get());
        transfer.set(CURLOPT_HTTPHEADER, headers.get());
        transfer.set(CURLOPT_MIMEPOST, body.get());
        return outcome(transfer.perform(), transfer, reply);
    }

private:
    std::string scheme() const { return server_.tls == MailServer::Tls::implicit ? "smtps" : "smtp"; }
    std::string url() const { return fmt::format("{}://{}:{}", scheme(), server_.host, server_.port); }
    bool has_login() const { return !server_.user.empty(); }

    void begin(Transfer& transfer, MailReply& reply) const {
        transfer.begin({.connect_timeout = server_.connect_timeout,
                        .total_timeout = server_.total_timeout,
                        .ca_file = server_.ca_file,
                        .proxy = {},
                        .no_proxy = {}},
                       scheme().c_str());
        transfer.set(CURLOPT_URL, url().c_str());
        // "Try" would log in without TLS where none is offered.
        const bool may_do_without = endpoint_.is_loopback() && !has_login();
        transfer.set(CURLOPT_USE_SSL, static_cast<long>(may_do_without ? CURLUSESSL_TRY : CURLUSESSL_ALL));
        transfer.set(CURLOPT_HEADERFUNCTION, &on_reply);
        transfer.set(CURLOPT_HEADERDATA, &reply);
        if (has_login())
            set_login(transfer);
    }

    void set_login(Transfer& transfer) const {
        // No mechanism that takes more than these two: NTLM and Kerberos would use what else the machine has.
        transfer.set(CURLOPT_LOGIN_OPTIONS, "AUTH=PLAIN;AUTH=LOGIN");
        transfer.set(CURLOPT_USERNAME, server_.user.c_str());
        std::string password(server_.password.reveal());
        transfer.set(CURLOPT_PASSWORD, password.c_str());
        wipe(password.data(), password.size());
    }

    MailOutcome outcome(CURLcode code, const Transfer& transfer, const MailReply& reply) const {
        if (code == CURLE_OK)
            return {.status = MailStatus::accepted, .reply = reply.code(), .trouble = std::nullopt};
        const bool is_about_message =
            code != CURLE_LOGIN_DENIED && !is_about_login(reply.code()) && !reply.is_greeting();
        if (is_refusal(code) && is_permanent(reply.code()) && is_about_message)
            return {.status = MailStatus::refused, .reply = reply.code(), .trouble = refusal(reply)};
        return {.status = MailStatus::deferred, .reply = reply.code(), .trouble = obstacle(code, transfer, reply)};
    }

    /// Why it is for later.
    Error obstacle(CURLcode code, const Transfer& transfer, const MailReply& reply) const {
        if (code == CURLE_USE_SSL_FAILED)
            return no_tls_error();
        if (is_refusal(code) && is_temporary(reply.code()))
            return deferral(reply);
        if (code == CURLE_LOGIN_DENIED || (is_refusal(code) && is_about_login(reply.code())))
            return login_error(reply);
        if (is_refusal(code) && is_permanent(reply.code()))
            return deferral(reply);  // turned away at the door: the message was not seen
        return transfer.error(code, endpoint_.name());
    }

    Error no_tls_error() const {
        return {ErrorCode::insecure_connection,
                fmt::format("mail server {} offers no TLS, so nothing was sent{}", endpoint_.name(),
                            has_login() ? ", least of all the password" : ""),
                "use the server's port for submission, 587, or smtps:// with 465"};
    }

    Error login_error(const MailReply& reply) const {
        const std::string words = reply.code() >= 400 ? reply.words() : "it offers neither PLAIN nor LOGIN";
        if (!has_login())
            return {ErrorCode::unauthorized, fmt::format("mail server {} wants a login: {}", endpoint_.name(), words),
                    "give its user and password"};
        return {ErrorCode::unauthorized,
                fmt::format("mail server {} does not let '{}' in: {}", endpoint_.name(), server_.user, words),
                "look at user and password; some services want a password made for programs"};
    }

    Error refusal(const MailReply& reply) const {
        return {ErrorCode::mail_refused,
                fmt::format("mail server {} refused the message: {}", endpoint_.name(), reply.words()),
                "look at the addresses of sender and recipient"};
    }

    Error deferral(const MailReply& reply) const {
        return {ErrorCode::unavailable,
                fmt::format("mail server {} does not take the message now: {}", endpoint_.name(), reply.words()),
                "try again later"};
    }

    MailServer server_;
    Endpoint endpoint_;
};

}  // namespace

std::unique_ptr<MailTransport> curl_mail_transport(MailServer server) {
    return std::make_unique<CurlMailTransport>(std::move(server));
}

}  // namespace mdm::net
