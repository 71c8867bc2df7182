// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"
#include "sandbox/fault.hpp"
#include "sandbox/fleet.hpp"
#include "sandbox/http_message.hpp"
#include "sandbox/session_desk.hpp"

#include <array>
#include <span>
#include <string_view>
#include <vector>

/// What the pretend DEP service can be asked, one row a service of Apple's; /account lists the same rows. An endpoint
/// is a function in a file of its own, and a row in dep_endpoint.cpp.
namespace mdm::sandbox {

/// A call that has passed every door: headers, session, terms.
struct DepCall {
    const HttpRequest& request;
    DepCaller caller;
    const Fleet& fleet;
    const std::vector<Fault>& faults;  ///< those that spoil a page stand here for its endpoint
    int protocol_version;              ///< X-Server-Protocol-Version; 1 where it was not sent
    Time now;
};

struct DepEndpoint {
    std::string_view path;
    std::string_view method;
    int default_limit;  ///< of those that take devices, or give pages of them; 0: it does neither
    /// Null: Apple has it, and the pretend service does not yet, which it says with 501. /session has none, either: it
    /// is the one that is asked without a session.
    HttpAnswer (*answer)(const DepCall&);
};

inline constexpr std::string_view session_path = "/session";
/// Of devices in a request or a page.
inline constexpr int device_limit = 1000;

std::span<const DepEndpoint> dep_endpoints();

/// The type of every answer, and of every request.
inline constexpr std::string_view dep_content_type = "application/json;charset=UTF8";

HttpAnswer account_answer(const DepCall& call);
HttpAnswer fetch_devices_answer(const DepCall& call);
HttpAnswer sync_devices_answer(const DepCall& call);
HttpAnswer device_details_answer(const DepCall& call);

}  // namespace mdm::sandbox
