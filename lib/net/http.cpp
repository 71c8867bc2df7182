// SPDX-License-Identifier: Apache-2.0
#include "net/http.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "net/endpoint.hpp"

#include <fmt/format.h>

namespace mdm::net {
namespace {

constexpr std::string_view token_characters =
    "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

}  // namespace

std::string_view method_name(HttpMethod method) {
    switch (method) {
        case HttpMethod::get:
            return "GET";
        case HttpMethod::head:
            return "HEAD";
        case HttpMethod::post:
            return "POST";
        case HttpMethod::put:
            return "PUT";
        case HttpMethod::patch:
            return "PATCH";
        case HttpMethod::del:
            break;
    }
    return "DELETE";
}

std::optional<std::string_view> HttpResponse::header(std::string_view name) const {
    const std::string wanted = lower_case(name);
    for (const HttpHeader& candidate : headers)
        if (lower_case(candidate.name) == wanted)
            return candidate.value;
    return std::nullopt;
}

void judge_http_url(std::string_view url) { static_cast<void>(http_endpoint(url)); }

void judge_header(std::string_view name, std::string_view value) {
    if (name.empty() || name.find_first_not_of(token_characters) != std::string_view::npos)
        throw Error{ErrorCode::bad_usage, fmt::format("'{}' is not a header's name", name)};
    // The value may be a secret.
    if (value.find_first_of(std::string_view("\r\n\0", 3)) != std::string_view::npos)
        throw Error{ErrorCode::bad_usage, fmt::format("the value of header '{}' holds a line end or NUL", name)};
}

}  // namespace mdm::net
