// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/http_message.hpp"

namespace mdm::sandbox {

/// What every call to the DEP service says of itself.
struct DepHeaders {
    int protocol_version = 1;  ///< X-Server-Protocol-Version; 1 where it is not sent
};

/// Judges the headers that every call has, as Apple does, and stricter where nothing is known.
/// throws  Refusal: 400 USER_AGENT_MISSING, USER_AGENT_INVALID (parentheses, or the name of a library),
///         MALFORMED_REQUEST_BODY (the version is no number); 415: the Content-Type is not
///         application/json;charset=UTF8; 406: JSON is not wanted
DepHeaders judge_dep_headers(const HttpRequest& request);

}  // namespace mdm::sandbox
