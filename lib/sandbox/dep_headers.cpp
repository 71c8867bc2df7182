// SPDX-License-Identifier: Apache-2.0
#include "sandbox/dep_headers.hpp"

#include "base/text.hpp"
#include "sandbox/refusal.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace mdm::sandbox {
namespace {

/// Apple's own list is unpublished; the first is known to be on it.
constexpr auto libraries =
    std::to_array<std::string_view>({"python-requests", "python-urllib", "curl", "wget", "go-http-client", "godep",
                                     "okhttp", "libwww-perl", "java/", "axios", "node-fetch", "httpie", "postman"});

void judge_user_agent(const HttpRequest& request) {
    const auto agents = request.values("User-Agent");
    if (agents.empty() || agents.front().empty())
        throw Refusal{400, "USER_AGENT_MISSING"};
    const std::string agent = lower_case(agents.front());
    const bool names_library = std::any_of(libraries.begin(), libraries.end(), [&](std::string_view library) {
        return agent.find(library) != std::string::npos;
    });
    if (agents.size() > 1 || names_library || agent.find_first_of("()") != std::string::npos)
        throw Refusal{400, "USER_AGENT_INVALID"};
}

void judge_content_type(const HttpRequest& request) {
    const auto types = request.values("Content-Type");
    std::string type = types.size() == 1 ? lower_case(types.front()) : "";
    if (const auto space = type.find("; "); space != std::string::npos)
        type.erase(space + 1, 1);
    if (type != "application/json;charset=utf8")
        throw Refusal{415, "UNSUPPORTED_MEDIA_TYPE"};
}

void judge_accept(const HttpRequest& request) {
    for (const std::string_view accepted : request.values("Accept")) {
        const std::string types = lower_case(accepted);
        if (types.find("*/*") == std::string::npos && types.find("application/json") == std::string::npos)
            throw Refusal{406, "NOT_ACCEPTABLE"};
    }
}

int protocol_version(const HttpRequest& request) {
    const auto versions = request.values("X-Server-Protocol-Version");
    if (versions.empty())
        return 1;
    constexpr int most = 99;
    const std::string_view text = versions.front();
    int version = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), version);
    if (versions.size() > 1 || failed != std::errc{} || end != text.data() + text.size() || version < 1 ||
        version > most)
        throw Refusal{400, "MALFORMED_REQUEST_BODY"};
    return version;
}

}  // namespace

DepHeaders judge_dep_headers(const HttpRequest& request) {
    judge_user_agent(request);
    judge_content_type(request);
    judge_accept(request);
    return {protocol_version(request)};
}

}  // namespace mdm::sandbox
