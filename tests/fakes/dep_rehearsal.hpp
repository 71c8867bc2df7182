// SPDX-License-Identifier: Apache-2.0
// A rehearsal's pretend portal for organisations and its DEP service, with a clock that can be moved.
#pragma once

#include "base/encoding.hpp"
#include "crypto/hmac.hpp"
#include "fakes/certificates.hpp"
#include "fakes/folder.hpp"
#include "sandbox/business_portal.hpp"
#include "sandbox/dep_service.hpp"
#include "sandbox/oauth_authorization.hpp"

#include <fmt/format.h>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mdm::fakes {

class MovableClock final : public Clock {
public:
    explicit MovableClock(Time begin) : t(begin) {}
    Time now() const override { return t; }

    Time t;
};

/// What was asked, and how much of it is as it should be.
struct DepSigning {
    std::string nonce{};
    std::chrono::seconds off{0};
};

class DepRehearsal {
public:
    Folder folder;
    MovableClock clock{at("2026-06-01T12:00:00Z")};
    sandbox::DepService service{folder.path(), clock};

    sandbox::BusinessPortal portal(sandbox::Visit visit = sandbox::Visit::change) const {
        return {folder.path("portal"), clock.now(), visit};
    }

    crypto::Certificate certificate(const std::string& key = "dep") const {
        return crypto::self_sign({.subject = subject({{"CN", "mdmctl acme"}}),
                                  .serial = "5ec7e7",
                                  .not_before = clock.now() - std::chrono::days{1},
                                  .not_after = clock.now() + std::chrono::days{400}},
                                 rsa_key(key));
    }

    sandbox::TokenRequest request(const std::string& out = "token.p7m") const {
        return {.organization = "Acme",
                .server = "MDM",
                .apple_account = "admin@example.org",
                .certificate = certificate(),
                .download = {out, ""}};
    }

    /// Made, and downloaded.
    sandbox::TokenDownload download() const {
        auto open = portal();
        auto asked = request();
        if (!open.list(std::nullopt).empty())
            asked.certificate.reset();
        const auto made = open.server_token(asked);
        open.mark_downloaded(*made);
        return *made;
    }

    sandbox::HttpAnswer session(const sandbox::TokenDownload& token, DepSigning signing = {}) {
        const std::string nonce = signing.nonce.empty() ? std::to_string(++nonce_) : signing.nonce;
        const auto seconds = (clock.now() + signing.off).time_since_epoch().count();
        const std::string head = fmt::format(
            R"(OAuth oauth_consumer_key="{}", oauth_token="{}", oauth_signature_method="HMAC-SHA1", oauth_timestamp="{}", )"
            R"(oauth_nonce="{}", oauth_version="1.0", oauth_signature=)",
            token.service.consumer.key, token.token().access.key, seconds, nonce);
        const std::string base = sandbox::signature_base_string("GET", "http://127.0.0.1/session",
                                                                sandbox::read_oauth_authorization(head + "\"x\""));
        const std::string key = fmt::format("{}&{}", token.service.consumer.secret, token.token().access.secret);
        return ask(
            "GET", "/session",
            {{"Authorization", fmt::format("{}\"{}\"", head, encoded(to_base64(crypto::hmac_sha1(key, base))))}});
    }

    /// With the headers that every call has; those given stand in their place, an empty one for none.
    sandbox::HttpAnswer ask(const std::string& method, const std::string& target,
                            const std::vector<sandbox::HttpHeader>& given = {}, const std::string& body = "") {
        std::vector<sandbox::HttpHeader> headers = given;
        for (const auto& [name, value] :
             {std::pair{"Host", "127.0.0.1:80"}, std::pair{"User-Agent", "test/1.0"},
              std::pair{"Content-Type", "application/json;charset=UTF8"}, std::pair{"X-Server-Protocol-Version", "10"}})
            if (std::none_of(given.begin(), given.end(), [name = name](const auto& h) { return h.name == name; }))
                headers.push_back({name, value});
        std::erase_if(headers, [](const auto& header) { return header.value.empty(); });
        return service.answer({method, target, headers, body});
    }

    sandbox::HttpAnswer account(const std::string& session) {
        return ask("GET", "/account", {{"X-ADM-Auth-Session", session}});
    }

private:
    static std::string encoded(std::string_view base64) {
        std::string out;
        for (const char c : base64)
            out += c == '+' ? "%2B" : c == '/' ? "%2F" : c == '=' ? "%3D" : std::string(1, c);
        return out;
    }

    int nonce_ = 0;
};

/// "401 token_rejected": status and body, quotes taken off.
inline std::string said(const sandbox::HttpAnswer& answer) {
    std::string body = answer.body;
    std::erase(body, '"');
    return fmt::format("{} {}", answer.status, body);
}

inline std::optional<std::string> header_of(const sandbox::HttpAnswer& answer, std::string_view name) {
    for (const auto& header : answer.headers)
        if (header.name == name)
            return header.value;
    return std::nullopt;
}

/// The session token of an answer that has one.
inline std::string session_in(const sandbox::HttpAnswer& answer) {
    const std::string text = answer.body;
    const std::string begin = R"({"auth_session_token":")";
    return text.starts_with(begin) ? text.substr(begin.size(), text.size() - begin.size() - 2) : "";
}

}  // namespace mdm::fakes
