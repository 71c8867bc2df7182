// SPDX-License-Identifier: Apache-2.0
// libcurl against mail servers that take, refuse, break off and keep silent; Python reads what they took.
#include "base/error.hpp"
#include "catch.hpp"
#include "net/mail.hpp"
#include "net/server.hpp"

#include <nlohmann/json.hpp>

namespace {

using namespace mdm;
using namespace mdm::net;
using namespace std::chrono_literals;
using Arguments = std::vector<std::string>;

const Certificates& certificates() {
    static const Certificates made;
    return made;
}

std::string python() {
    static const std::string found = python_with("aiosmtpd");
    if (found.empty())
        WARN("SKIPPED: Python has no aiosmtpd (python3-aiosmtpd), so that no mail was sent");
    return found;
}

Arguments with_tls(Arguments more = {}, const std::string& certificate = "server.pem") {
    more.insert(more.begin(), {"--certificate", certificates().path(certificate)});
    return more;
}

MailServer server_at(const Server& server, const std::string& scheme = "smtp") {
    MailServer at = parse_mail_server(scheme + "://127.0.0.1:" + server.port());
    at.ca_file = certificates().ca();
    return at;
}

MailServer with_login(MailServer server, std::string password = "correct horse") {
    server.user = "postman";
    server.password = Secret{std::move(password)};
    return server;
}

MailMessage message() {
    return {.from = "mdmctl@example.org",
            .to = "jo@example.org",
            .subject =
                "Zertifikat f\xC3\xBCr \xE2\x80\x9E"
                "acme\xE2\x80\x9C endet in 7 Tagen, und danach ist nichts mehr zu retten",
            .text =
                "Gr\xC3\xBC\xC3\x9F"
                "e.\n.\n.a line with a dot\n" +
                std::string(300, 'x') + "\n",
            .html =
                "<p>Gr\xC3\xBC\xC3\x9F"
                "e &amp; so on</p>\n",
            .message_id = "<7f3a@example.org>",
            .date = *parse_time("2026-11-22T08:05:09Z"),
            .extra_headers = {{"X-Mdmctl-Tenant", "acme"}}};
}

MailOutcome send(MailServer server, const MailMessage& what = message()) {
    return curl_mail_transport(std::move(server))->send(what);
}

/// "deferred unavailable 451"
std::string told(const MailOutcome& outcome) {
    const std::string status = outcome.status == MailStatus::accepted  ? "accepted"
                               : outcome.status == MailStatus::refused ? "refused"
                                                                       : "deferred";
    return status + (outcome.trouble ? " " + std::string(name(outcome.trouble->code())) : "") +
           (outcome.reply != 0 ? " " + std::to_string(outcome.reply) : "");
}

std::string words(const MailOutcome& outcome, const Server& server) {
    std::string text = outcome.trouble.value().message();
    if (const auto at = text.find(server.port()); at != std::string::npos)
        text.replace(at, server.port().size(), "PORT");
    return text;
}

}  // namespace

TEST_CASE("a message arrives as another program reads it") {
    if (python().empty())
        return;
    Server server(python(), "mail-server", with_tls());
    REQUIRE(told(send(server_at(server))) == "accepted 250");

    const auto seen = nlohmann::json::parse(server.line());
    CHECK(seen["from"] == "mdmctl@example.org");
    CHECK(seen["to"] == nlohmann::json::array({"jo@example.org"}));
    CHECK(seen["tls"] == true);
    CHECK(seen["user"].is_null());
    CHECK(seen["type"] == "multipart/alternative");
    CHECK(seen["defects"].empty());
    CHECK(seen["longest_line"] <= 90);  // that of libcurl's boundary; ours have 78
    const auto& headers = seen["headers"];
    CHECK(headers["From"] == "mdmctl@example.org");
    CHECK(headers["To"] == "jo@example.org");
    CHECK(headers["Subject"] == message().subject);
    CHECK(headers["Date"] == "Sun, 22 Nov 2026 08:05:09 +0000");
    CHECK(headers["Message-ID"] == "<7f3a@example.org>");
    CHECK(headers["Auto-Submitted"] == "auto-generated");
    CHECK(headers["MIME-Version"] == "1.0");
    CHECK(headers["X-Mdmctl-Tenant"] == "acme");
    REQUIRE(seen["parts"].size() == 2);
    CHECK(seen["parts"][0] == nlohmann::json{{"type", "text/plain"}, {"charset", "utf-8"}, {"text", message().text}});
    CHECK(seen["parts"][1] == nlohmann::json{{"type", "text/html"}, {"charset", "utf-8"}, {"text", message().html}});
}

TEST_CASE("mail goes by STARTTLS and by TLS, with PLAIN and LOGIN") {
    if (python().empty())
        return;
    for (const char* mechanism : {"PLAIN", "LOGIN"}) {
        Server starttls(python(), "mail-server", with_tls({"--auth", mechanism}));
        CHECK(told(send(with_login(server_at(starttls)))) == "accepted 250");
        Server implicit(python(), "mail-server", with_tls({"--implicit", "--auth", mechanism}));
        CHECK(told(send(with_login(server_at(implicit, "smtps")))) == "accepted 250");
        for (Server* server : {&starttls, &implicit}) {
            const auto seen = nlohmann::json::parse(server->line());
            CHECK(seen["tls"] == true);
            CHECK(seen["user"] == "postman");
        }
    }
}

TEST_CASE("a login that is not taken, or is wanted, is not the message's fault") {
    if (python().empty())
        return;
    const Server server(python(), "mail-server", with_tls({"--auth", "PLAIN"}));
    const MailOutcome wrong = send(with_login(server_at(server), "hunter2"));
    CHECK(told(wrong) == "deferred unauthorized 535");
    CHECK(words(wrong, server).starts_with("mail server 127.0.0.1:PORT does not let 'postman' in: 535 "));
    CHECK(words(wrong, server).find("hunter2") == std::string::npos);
    CHECK(told(send(server_at(server))) == "deferred unauthorized 530");
}

TEST_CASE("without TLS nothing leaves this machine, and no password leaves this program") {
    if (python().empty())
        return;
    Server plain(python(), "mail-server", {});
    CHECK(told(send(server_at(plain))) == "accepted 250");
    CHECK(nlohmann::json::parse(plain.line())["tls"] == false);

    const Server wants_login(python(), "mail-server", {"--auth", "PLAIN"});
    const MailOutcome outcome = send(with_login(server_at(wants_login)));
    CHECK(outcome.status == MailStatus::deferred);
    CHECK(outcome.trouble.value().code() == ErrorCode::insecure_connection);

    MailServer by_name = server_at(plain);
    by_name.host = "localhost";
    CHECK(send(std::move(by_name)).trouble.value().code() == ErrorCode::insecure_connection);
}

TEST_CASE("a mail server's certificate is verified") {
    if (python().empty())
        return;
    const Server good(python(), "mail-server", with_tls());
    MailServer stranger = server_at(good);
    stranger.ca_file.clear();
    CHECK(send(std::move(stranger)).trouble.value().code() == ErrorCode::tls_failed);
    const Server other(python(), "mail-server", with_tls({}, "other.pem"));
    CHECK(send(server_at(other)).trouble.value().code() == ErrorCode::tls_failed);
    const Server implicit(python(), "mail-server", with_tls({"--implicit"}, "other.pem"));
    CHECK(send(server_at(implicit, "smtps")).trouble.value().code() == ErrorCode::tls_failed);
}

TEST_CASE("refused for good and refused for now are told apart, in the server's words") {
    if (python().empty())
        return;
    const Server refuses(python(), "mail-server", with_tls({"--behaviour", "refuse"}));
    const MailOutcome refused = send(server_at(refuses));
    CHECK(told(refused) == "refused mail_refused 550");
    CHECK(words(refused, refuses) ==
          "mail server 127.0.0.1:PORT refused the message: 550 5.1.1 no such user \\x1b[31mhere");

    const Server refuses_all(python(), "mail-server", with_tls({"--behaviour", "refuse-content"}));
    CHECK(told(send(server_at(refuses_all))) == "refused mail_refused 554");

    const Server defers(python(), "mail-server", with_tls({"--behaviour", "defer"}));
    const MailOutcome deferred = send(server_at(defers));
    CHECK(told(deferred) == "deferred unavailable 451");
    CHECK(words(deferred, defers) ==
          "mail server 127.0.0.1:PORT does not take the message now: 451 4.7.1 greylisted, come back later");
}

TEST_CASE("what breaks, keeps silent, is no mail server or is not there, is for later") {
    if (python().empty())
        return;
    const Server drops(python(), "mail-server", with_tls({"--behaviour", "drop"}));
    CHECK(told(send(server_at(drops))) == "deferred unavailable 354");

    const Server silent(python(), "mail-server", {"--behaviour", "silent"});
    MailServer hurried = server_at(silent);
    hurried.total_timeout = 300ms;
    CHECK(told(send(std::move(hurried))) == "deferred timed_out");

    const Server turns_away(python(), "mail-server", {"--behaviour", "turn-away"});
    CHECK(told(send(server_at(turns_away))) == "deferred unavailable 554");

    const Server not_mail(python(), "mail-server", {"--behaviour", "not-mail"});
    CHECK(send(server_at(not_mail)).status == MailStatus::deferred);

    std::string port;
    {
        const Server gone(python(), "mail-server", {});
        port = gone.port();
    }
    const MailOutcome outcome = send(parse_mail_server("smtp://127.0.0.1:" + port));
    CHECK(told(outcome) == "deferred unavailable");
    CHECK(outcome.trouble.value().message() == "cannot reach 127.0.0.1:" + port + ": connection refused");
}
