// SPDX-License-Identifier: Apache-2.0
#include "sandbox/session_desk.hpp"

#include "base/encoding.hpp"
#include "base/text.hpp"
#include "crypto/random.hpp"
#include "sandbox/oauth_authorization.hpp"
#include "sandbox/refusal.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace mdm::sandbox {
namespace {

constexpr std::chrono::seconds clock_window{300};
/// Apple says none; what keeps one for a day has to notice that it ended.
constexpr std::chrono::minutes session_life{30};
/// So few that every client meets it.
constexpr int calls_of_a_session = 5;
constexpr int calls_after_replacement = 1;

Refusal terms_not_signed() { return {403, "T_C_NOT_SIGNED", true}; }

/// The parts of a URL that are signed (RFC 5849, 3.4.1.2), as the client knows them: of the Host header.
std::string signed_url(const HttpRequest& request) {
    const auto hosts = request.values("Host");
    if (hosts.size() != 1)
        throw Refusal{400, "MALFORMED_REQUEST_BODY"};
    std::string host = lower_case(hosts.front());
    if (host.ends_with(":80"))
        host.resize(host.size() - 3);
    return fmt::format("http://{}{}", host, request.path());
}

DepCaller service_with(const BusinessState& state, std::string_view consumer_key) {
    for (const Organization& organization : state.organizations)
        for (const ManagementService& service : organization.services)
            if (service.consumer.key == consumer_key)
                return {&organization, &service};
    throw Refusal{401, "consumer_key_unknown"};
}

const PortalToken& working_token(const ManagementService& service, std::string_view access_token, Time now) {
    const PortalToken* current = service.current_token();
    if (current == nullptr || current->access.key != access_token)
        throw Refusal{401, "token_rejected"};
    if (now > current->expiry)
        throw Refusal{401, "token_expired"};
    return *current;
}

OAuthAuthorization authorization_of(const HttpRequest& request) {
    const auto headers = request.values("Authorization");
    if (headers.empty())
        throw Refusal{401, "parameter_absent"};
    if (headers.size() > 1)
        throw Refusal{400, "parameter_rejected"};
    return read_oauth_authorization(headers.front());
}

/// Whose token it is, as long as that works.
std::optional<DepCaller> caller_with(const BusinessState& state, std::string_view access_token, Time now) {
    for (const Organization& organization : state.organizations)
        for (const ManagementService& service : organization.services)
            if (const PortalToken* current = service.current_token();
                current != nullptr && current->access.key == access_token && now <= current->expiry)
                return DepCaller{&organization, &service};
    return std::nullopt;
}

}  // namespace

void SessionDesk::judge_nonce(const std::string& consumer_key, const std::string& token, std::int64_t timestamp,
                              const std::string& nonce, Time now) {
    const std::int64_t seconds = now.time_since_epoch().count();
    if (timestamp < seconds - clock_window.count() || timestamp > seconds + clock_window.count())
        throw Refusal{401, "timestamp_refused"};
    // Those that would be refused for their age alone; the clock of a rehearsal may go back, so twice as long.
    nonces_.erase(nonces_.begin(), nonces_.lower_bound({seconds - 2 * clock_window.count(), "", "", ""}));
    if (!nonces_.emplace(timestamp, consumer_key, token, nonce).second)
        throw Refusal{401, "nonce_used"};
}

std::string SessionDesk::add_session(const std::string& access_token, Time now) {
    std::string name = to_base64(crypto::random_bytes(96));
    sessions_.emplace(name, Session{access_token, now});
    return name;
}

std::string SessionDesk::open(const HttpRequest& request, const BusinessState& state, Time now) {
    const OAuthAuthorization said = authorization_of(request);
    const DepCaller caller = service_with(state, said.consumer_key);
    const PortalToken& token = working_token(*caller.service, said.token, now);
    const std::string base = signature_base_string(request.method, signed_url(request), said);
    if (!is_signed_with(said, base, caller.service->consumer.secret, token.access.secret))
        throw Refusal{401, "signature_invalid"};
    judge_nonce(said.consumer_key, said.token, said.timestamp, said.nonce, now);
    if (!caller.organization->terms_accepted)
        throw terms_not_signed();
    return add_session(said.token, now);
}

std::optional<std::string> SessionDesk::count_call(Session& session, Time now) {
    if (session.is_replaced) {
        --session.calls_left;
        return std::nullopt;
    }
    if (++session.calls < calls_of_a_session)
        return std::nullopt;
    session.is_replaced = true;
    session.calls_left = calls_after_replacement;
    return add_session(session.access_token, now);
}

SessionDesk::Admission SessionDesk::admit(const HttpRequest& request, const BusinessState& state, Time now) {
    const auto named = request.values("X-ADM-Auth-Session");
    if (named.empty() || named.front().empty())
        throw Refusal{401, "UNAUTHORIZED"};
    const auto found = named.size() == 1 ? sessions_.find(named.front()) : sessions_.end();
    if (found == sessions_.end() || (found->second.is_replaced && found->second.calls_left == 0))
        throw Refusal{403, "FORBIDDEN"};
    Session& session = found->second;
    if (now > session.opened + session_life)
        throw Refusal{401, "UNAUTHORIZED"};
    const auto caller = caller_with(state, session.access_token, now);
    if (!caller)
        throw Refusal{403, "FORBIDDEN"};
    if (!caller->organization->terms_accepted)
        throw terms_not_signed();
    return {*caller, count_call(session, now)};
}

}  // namespace mdm::sandbox
