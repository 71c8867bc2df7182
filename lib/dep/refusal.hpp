// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "base/time.hpp"
#include "net/http.hpp"

#include <optional>
#include <string>
#include <string_view>

/// What the Device Enrollment Program service means when it refuses.
/// source  Apple, Device Management, "Interpreting Automated Device Enrollment error codes"; the words of a 401 are
/// those
///         of OAuth's problem reporting extension, which Apple uses and does not document
namespace mdm::dep {

/// Apple's code in the body of a refusal: bare, in quotes, or the member "code" or "error" of a JSON object. Empty: it
/// is none. A code is capitals, digits and underscores, 64 at most.
std::string refusal_code(std::string_view body);

/// OAuth's word in the body of a 401, "token_rejected", anywhere and in whatever case; empty: there is none.
std::string_view oauth_problem(std::string_view body);

/// A web page, which Apple's service never answers with: it comes from a portal or a proxy in between.
bool is_web_page(std::string_view body);

/// The session is over, or never was: a new one may help.
bool refuses_session(const net::HttpResponse& response);

/// A refusal in words, for people who have the token and the portal. What came is repeated where it is a code or one of
/// OAuth's words, and never otherwise.
/// response  its status is not 2xx
/// where     "mdmenrollment.apple.com:443"
/// retry_at  when it wants to be asked again, where it said so
Error refusal(const net::HttpResponse& response, std::string_view where, std::optional<Time> retry_at = {});

/// The service gave a session for the token and does not take it, which says nothing against the token: another program
/// may have begun a session of its own in between. What a refusal says of the token in OAuth's words is heeded first.
Error session_refusal(const net::HttpResponse& response, std::string_view where);

/// What is no answer of the service: not JSON, or not the JSON that it was asked for.
/// what  "answers /session without a session"
Error no_answer(std::string_view body, std::string_view where, std::string_view what);

}  // namespace mdm::dep
