// SPDX-License-Identifier: Apache-2.0
#include "sandbox/dep_service.hpp"

#include "sandbox/dep_endpoint.hpp"
#include "sandbox/dep_headers.hpp"
#include "sandbox/fault_effects.hpp"
#include "sandbox/refusal.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <utility>

namespace mdm::sandbox {
namespace {

/// throws  Refusal: 404 for a path, 405 for a method that there is not
const DepEndpoint& endpoint_of(const HttpRequest& request) {
    Refusal refusal{404, "NOT_FOUND"};
    for (const DepEndpoint& endpoint : dep_endpoints()) {
        if (endpoint.path != request.path())
            continue;
        if (endpoint.method == request.method)
            return endpoint;
        refusal.status = 405;
        refusal.code = "METHOD_NOT_ALLOWED";
        refusal.allow += fmt::format("{}{}", refusal.allow.empty() ? "" : ", ", endpoint.method);
    }
    throw refusal;
}

/// A credential in a URL ends up in every log on the way.
void judge_query(const HttpRequest& request) {
    const std::string_view query = request.query();
    if (request.path() == session_path ? !query.empty() : query.find("oauth_") != std::string_view::npos)
        throw Refusal{400, "MALFORMED_REQUEST_BODY"};
}

HttpAnswer answer_of(const Refusal& refusal) {
    HttpAnswer answer{.status = refusal.status,
                      .content_type = "text/plain;charset=UTF-8",
                      .body = refusal.is_quoted ? fmt::format("\"{}\"", refusal.code) : refusal.code};
    if (!refusal.allow.empty())
        answer.headers.push_back({"Allow", refusal.allow});
    return answer;
}

}  // namespace

DepService::DepService(std::string rehearsal_folder, const Clock& clock)
    : folder_(std::move(rehearsal_folder)), clock_(clock), faults_(folder_), fleet_(portal_folder()) {}

HttpAnswer DepService::open_session(const HttpRequest& request, Time now) {
    const BusinessState state = load_business_state(business_file(portal_folder()));
    const nlohmann::json session{{"auth_session_token", desk_.open(request, state, now)}};
    return {.content_type = std::string(dep_content_type), .body = session.dump()};
}

HttpAnswer DepService::right_answer(const HttpRequest& request, const std::vector<Fault>& faults, Time now) {
    const DepEndpoint& endpoint = endpoint_of(request);
    const DepHeaders headers = judge_dep_headers(request);
    judge_query(request);
    if (endpoint.path == session_path)
        return open_session(request, now);
    if (!request.values("Authorization").empty())
        throw Refusal{400, "MALFORMED_REQUEST_BODY"};
    const BusinessState state = load_business_state(business_file(portal_folder()));
    auto admission = desk_.admit(request, state, now);
    const auto answered = [&]() -> HttpAnswer {
        if (endpoint.answer == nullptr)
            return answer_of(Refusal{501, "NOT_IMPLEMENTED"});
        try {
            return endpoint.answer({request, admission.caller, fleet_.read(), faults, headers.protocol_version, now});
        } catch (const Refusal& refusal) {
            return answer_of(refusal);
        }
    };
    // A refusal brings the new session as well: the old one ends all the same.
    HttpAnswer answer = answered();
    if (admission.renewed)
        answer.headers.push_back({"X-ADM-Auth-Session", std::move(*admission.renewed)});
    return answer;
}

HttpAnswer DepService::answer(const HttpRequest& request) {
    const std::lock_guard lock(mutex_);
    const auto faults = faults_.take("dep", request.path());
    const Time now = shifted_clock(faults, clock_.now());
    HttpAnswer answer;
    if (auto instead = replacement(faults, request.path(), now)) {
        answer = std::move(*instead);
    } else {
        try {
            answer = right_answer(request, faults, now);
        } catch (const Refusal& refusal) {
            answer = answer_of(refusal);
        }
    }
    answer.headers.push_back({"Date", http_date(now)});
    return spoiled(std::move(answer), faults);
}

}  // namespace mdm::sandbox
