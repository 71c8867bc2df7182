// SPDX-License-Identifier: Apache-2.0
#include "net/mail.hpp"

#include "base/text.hpp"
#include "catch.hpp"
#include "fakes/errors.hpp"
#include "net/mail_headers.hpp"
#include "net/mail_reply.hpp"

#include <fmt/format.h>

namespace {

using namespace mdm;
using namespace mdm::net;
using fakes::code_of;
using fakes::message_of;

MailMessage message() {
    return {.from = "mdmctl@example.org",
            .to = "jo@example.org",
            .subject = "push certificate of acme ends in 7 days",
            .text = "Renew it.\n",
            .message_id = "<7f3a@example.org>",
            .date = *parse_time("2026-11-22T08:05:09Z")};
}

std::string judged(const MailMessage& m) {
    return code_of([&] {
        judge_message(m);
        return 0;
    });
}

std::string judged_recipient(const std::string& address) {
    MailMessage m = message();
    m.to = address;
    return judged(m);
}

/// "starttls jo@mail.example:587"
std::string server(const std::string& url) {
    const MailServer s = parse_mail_server(url);
    return fmt::format("{} {}@{}:{}", s.tls == MailServer::Tls::implicit ? "tls" : "starttls", s.user, s.host, s.port);
}

}  // namespace

TEST_CASE("a mail server is a scheme, a host, and what is said beside") {
    CHECK(server("smtp://mail.example") == "starttls @mail.example:587");
    CHECK(server("smtp://mail.example:25") == "starttls @mail.example:25");
    CHECK(server("smtps://mail.example/") == "tls @mail.example:465");
    CHECK(server("smtps://jo@mail.example:2465") == "tls jo@mail.example:2465");
    CHECK(server("smtp://jo%40example.org@mail.example") == "starttls jo@example.org@mail.example:587");
    CHECK(server("SMTP://[::1]:2525") == "starttls @[::1]:2525");
}

TEST_CASE("what is no mail server is refused, and no password is repeated") {
    for (const char* url :
         {"", "mail.example", "https://mail.example", "smtp://", "smtp://mail.example/x", "smtp://mail.example?x",
          "smtp://mail.example:0", "smtp://mail.example:70000", "smtp://jo:hunter2@mail.example",
          "smtp://:hunter2@mail.example", "smtp://@mail.example", "smtp://jo;AUTH=hunter2@mail.example",
          "smtp://jo%0d%0a@mail.example", "smtp://mail.example\r\nRCPT"}) {
        INFO(url);
        CHECK(code_of([&] { return parse_mail_server(url); }) == "bad_usage");
        CHECK(message_of([&] { return parse_mail_server(url); }).find("hunter2") == std::string::npos);
    }
}

TEST_CASE("a login is a user and a password") {
    MailServer lonely = parse_mail_server("smtp://jo@mail.example");
    CHECK(code_of([&] { return curl_mail_transport(std::move(lonely)); }) == "bad_usage");
    MailServer nameless = parse_mail_server("smtp://mail.example");
    nameless.password = Secret{"hunter2"};
    CHECK(code_of([&] { return curl_mail_transport(std::move(nameless)); }) == "bad_usage");
}

TEST_CASE("an address is one address") {
    for (const char* address : {"a@b", "jo.doe+mdm@mail.example.org", "j\xC3\xB6@example.org", "o'brien@example.org"})
        CHECK(judged_recipient(address).empty());
    for (const char* address :
         {"", "jo", "@example.org", "jo@", "jo@a@b", "jo doe@example.org", "jo@example.org\r\nBcc: x@y",
          "<jo@example.org>", "Jo <jo@example.org>", "a@b,c@d", "a@b;", "\"a b\"@c", "jo\n@example.org",
          "jo\xE2\x80\xAE@example.org", "jo\xFF@example.org"}) {
        INFO(address);
        CHECK(judged_recipient(address) == "bad_usage");
    }
    CHECK(judged_recipient(std::string(242, 'x') + "@example.org").empty());
    CHECK(judged_recipient(std::string(243, 'x') + "@example.org") == "bad_usage");
}

TEST_CASE("no header is more than one header") {
    const auto with = [](const auto& change) {
        MailMessage m = message();
        change(m);
        return judged(m);
    };
    CHECK(judged(message()).empty());
    CHECK(with([](auto& m) { m.extra_headers = {{"X-Mdmctl-Tenant", "acme"}}; }).empty());
    CHECK(with([](auto& m) { m.subject = "a\r\nBcc: x@y"; }) == "bad_usage");
    CHECK(with([](auto& m) { m.subject = ""; }) == "bad_usage");
    CHECK(with([](auto& m) { m.subject = std::string(3000, 'x'); }) == "bad_usage");
    CHECK(with([](auto& m) { m.text = ""; }) == "bad_usage");
    for (const char* id : {"", "7f3a@example.org", "<7f3a>", "<a@b>\r\nX: y", "<a b@c>", "<a@b@c>", "<a@b><c@d>"})
        CHECK(with([&](auto& m) { m.message_id = id; }) == "bad_usage");
    CHECK(with([](auto& m) { m.extra_headers = {{"bcc", "x@y"}}; }) == "bad_usage");
    CHECK(with([](auto& m) { m.extra_headers = {{"Content-Type", "text/html"}}; }) == "bad_usage");
    CHECK(with([](auto& m) { m.extra_headers = {{"X Y", "z"}}; }) == "bad_usage");
    CHECK(with([](auto& m) { m.extra_headers = {{"X", "a\nb"}}; }) == "bad_usage");
}

TEST_CASE("a header that is not short ASCII becomes encoded words") {
    CHECK(header_line("Subject", "ends in 7 days") == "Subject: ends in 7 days");
    // "grüße" by Python: email.header.Header("grüße", "utf-8").encode()
    CHECK(header_line("Subject",
                      "gr\xC3\xBC\xC3\x9F"
                      "e") == "Subject: =?UTF-8?B?Z3LDvMOfZQ==?=");
    CHECK(header_line("Subject", "a =?UTF-8?Q?b?=").find("=?UTF-8?B?") != std::string::npos);
    std::string wide;
    for (int i = 0; i < 50; ++i)
        wide += "\xE6\xBC\xA2\xF0\x9F\x98\x80x";
    const std::string line = header_line("Subject", wide);
    for (const std::string_view part : mdm::split(line, '\n'))
        CHECK(part.size() <= 78);
}

TEST_CASE("dates and line ends are those of mail") {
    CHECK(mail_date(*parse_time("1994-11-06T08:49:37Z")) == "Sun, 06 Nov 1994 08:49:37 +0000");
    CHECK(with_mail_line_ends("a\nb\r\nc\rd\n\n") == "a\r\nb\r\nc\r\nd\r\n\r\n");
}

TEST_CASE("of what a mail server says the last reply counts") {
    MailReply reply;
    CHECK(reply.code() == 0);
    reply.add("220 mail.example ESMTP\r\n");
    reply.add("250-mail.example\r\n");
    reply.add("250-SIZE 1000\r\n");
    reply.add("250 STARTTLS\r\n");
    CHECK(reply.code() == 250);
    CHECK_FALSE(reply.is_greeting());
    CHECK(reply.words() == "250 mail.example SIZE 1000 STARTTLS");
    reply.add("550-5.1.1 no such\r\n");
    reply.add("550 5.1.1 user \x1b[31m\r\n");
    CHECK(reply.words() == "550 5.1.1 no such 5.1.1 user \\x1b[31m");
    for (const char* line : {"", "55", "HTTP/1.1 400\r\n", "5500 x\r\n", "\r\n"})
        reply.add(line);
    CHECK(reply.code() == 550);
    reply.add("221 bye\r\n");
    CHECK(reply.code() == 550);
    reply.add("354\r\n");
    CHECK(reply.words() == "354");
    reply.add("554 " + std::string(900, 'x') + "\r\n");
    CHECK(reply.words().size() == 500);
}
