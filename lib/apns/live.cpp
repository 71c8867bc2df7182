// SPDX-License-Identifier: Apache-2.0
#include "apns/live.hpp"

#include "base/error.hpp"
#include "base/json_object.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <utility>

namespace mdm::apns {
namespace {

constexpr std::string_view nowhere = "/3/device/";

std::string reason_in(const net::HttpResponse& response) {
    const auto members = json_strings(response.body);
    const auto reason = members ? members->find("reason") : decltype(members->find("reason")){};
    return members && reason != members->end() ? reason->second : "";
}

ApnsAnswer opinion_of(const net::HttpResponse& response, std::string_view where) {
    const std::string reason = reason_in(response);
    constexpr std::array<std::string_view, 3> refusals{"BadCertificate", "BadCertificateEnvironment",
                                                       "MissingProviderToken"};
    if (std::find(refusals.begin(), refusals.end(), reason) != refusals.end())
        return {ApnsOpinion::refused, fmt::format("{} does not take it: {}", where, reason), ErrorCode::unauthorized};
    if (reason.empty() || response.status >= 500 || response.status == 429)
        return {ApnsOpinion::unknown,
                fmt::format("{} answers with {}{}{}", where, response.status, reason.empty() ? "" : " ", reason),
                response.status >= 500 || response.status == 429 ? ErrorCode::unavailable : ErrorCode::bad_answer};
    return {ApnsOpinion::accepted};
}

bool says_how_it_stands(ErrorCode code) {
    return code == ErrorCode::unavailable || code == ErrorCode::timed_out || code == ErrorCode::tls_failed ||
           code == ErrorCode::bad_answer || code == ErrorCode::unauthorized || code == ErrorCode::bad_setting;
}

}  // namespace

ApnsAnswer ask_apns(std::string_view origin, net::HttpOptions options, const crypto::Certificate& certificate,
                    const crypto::PrivateKey& key) {
    options.client_certificate = net::ClientCertificate{certificate.to_pem(), key.to_pem()};
    options.http2_only = true;
    const std::string url = fmt::format("{}{}", origin, nowhere);
    try {
        const auto http = net::curl_http_client(std::move(options));
        return opinion_of(http->send({.url = url}), origin);
    } catch (const Error& e) {
        if (!says_how_it_stands(e.code()))
            throw;
        return {e.code() == ErrorCode::unauthorized ? ApnsOpinion::refused : ApnsOpinion::unknown, e.message(),
                e.code()};
    }
}

}  // namespace mdm::apns
