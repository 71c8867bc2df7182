// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"
#include "sandbox/business_state.hpp"
#include "sandbox/http_message.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

namespace mdm::sandbox {

/// Whose call it is: pointers into the state that it was judged by.
struct DepCaller {
    const Organization* organization = nullptr;
    const ManagementService* service = nullptr;
};

/// Where a server token is traded for a session, and where sessions are judged: what is remembered of them lives in the
/// service's memory, and ends with it.
class SessionDesk {
public:
    /// GET /session: a new session for who signs with a server token that works.
    /// throws  Refusal: 400 of oauth_authorization.hpp; 401 consumer_key_unknown, token_rejected (it is unknown, or has
    ///         ended), token_expired, signature_invalid, timestamp_refused (300 s apart), nonce_used;
    ///         403 T_C_NOT_SIGNED
    std::string open(const HttpRequest& request, const BusinessState& state, Time now);

    struct Admission {
        DepCaller caller;
        /// A new session token, which takes the old one's place: now and then, as at Apple's.
        std::optional<std::string> renewed{};
    };
    /// Whose session the header X-ADM-Auth-Session names.
    /// throws  Refusal: 401 UNAUTHORIZED (there is none, or it ended by time), 403 FORBIDDEN (it is unknown, or was
    /// given
    ///         up for a newer one, or its server token has ended), T_C_NOT_SIGNED
    Admission admit(const HttpRequest& request, const BusinessState& state, Time now);

private:
    struct Session {
        std::string access_token;
        Time opened;
        int calls = 0;
        bool is_replaced = false;
        int calls_left = 0;  ///< of one that was replaced
    };

    void judge_nonce(const std::string& consumer_key, const std::string& token, std::int64_t timestamp,
                     const std::string& nonce, Time now);
    std::string add_session(const std::string& access_token, Time now);
    std::optional<std::string> count_call(Session& session, Time now);

    std::map<std::string, Session, std::less<>> sessions_;
    /// timestamp, consumer key, token, nonce: what RFC 5849, 3.3 wants to be unique.
    std::set<std::tuple<std::int64_t, std::string, std::string, std::string>> nonces_;
};

}  // namespace mdm::sandbox
