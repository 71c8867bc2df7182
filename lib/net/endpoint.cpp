// SPDX-License-Identifier: Apache-2.0
#include "net/endpoint.hpp"

#include "base/error.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "net/curl_library.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <charconv>
#include <fmt/format.h>
#include <netinet/in.h>
#include <new>

namespace mdm::net {
namespace {

UrlHandle parsed(std::string_view text) {
    if (text.size() > limits::url)
        throw Error{ErrorCode::bad_usage, fmt::format("the URL is longer than {} bytes", limits::url)};
    if (text.find('\0') != std::string_view::npos)
        throw Error{ErrorCode::bad_usage, "the URL holds a NUL byte"};
    UrlHandle url{curl().url()};
    if (!url)
        throw std::bad_alloc();
    const CURLUcode code =
        curl().url_set(url.get(), CURLUPART_URL, std::string(text).c_str(), CURLU_NON_SUPPORT_SCHEME);
    if (code != CURLUE_OK)
        throw Error{ErrorCode::bad_usage, fmt::format("the URL cannot be read: {}", curl().url_strerror(code)),
                    "a URL begins with its scheme and host: https://host.example"};
    return url;
}

std::optional<std::string> part(const UrlHandle& url, CURLUPart which, unsigned flags = 0) {
    char* text = nullptr;
    const CURLUcode code = curl().url_get(url.get(), which, &text, flags);
    const CurlText owned{text};
    if (code == CURLUE_URLDECODE)
        throw Error{ErrorCode::bad_usage, "the URL holds a control character"};
    if (code != CURLUE_OK)
        return std::nullopt;
    return std::string(text);
}

std::uint16_t port_of(const UrlHandle& url) {
    const std::string digits = part(url, CURLUPART_PORT, CURLU_DEFAULT_PORT).value_or("");
    std::uint16_t port = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), port);
    if (port == 0)
        throw Error{ErrorCode::bad_usage, "the URL has no port that can be used"};
    return port;
}

void judge_user(const UrlHandle& url, const std::string& where) {
    if (part(url, CURLUPART_PASSWORD))
        throw Error{ErrorCode::bad_usage, fmt::format("the URL for '{}' holds a password", where),
                    "leave it out there, and give it in a file of its own"};
    if (part(url, CURLUPART_OPTIONS))
        throw Error{ErrorCode::bad_usage, fmt::format("the URL for '{}' holds login options", where)};
}

}  // namespace

std::string Endpoint::name() const { return fmt::format("{}:{}", host, port); }

bool Endpoint::is_loopback() const {
    in_addr four{};
    if (::inet_pton(AF_INET, host.c_str(), &four) == 1)
        return (ntohl(four.s_addr) >> 24U) == 127;
    in6_addr six{};
    return host.size() > 2 && host.front() == '[' &&
           ::inet_pton(AF_INET6, host.substr(1, host.size() - 2).c_str(), &six) == 1 && IN6_IS_ADDR_LOOPBACK(&six);
}

Endpoint parse_endpoint(std::string_view text, const std::vector<std::string>& schemes) {
    const UrlHandle url = parsed(text);
    Endpoint endpoint;
    endpoint.scheme = lower_case(part(url, CURLUPART_SCHEME).value_or(""));
    if (std::find(schemes.begin(), schemes.end(), endpoint.scheme) == schemes.end())
        throw Error{ErrorCode::bad_usage,
                    fmt::format("the URL's scheme is '{}', not {}", endpoint.scheme, joined(schemes, " or "))};
    endpoint.host = part(url, CURLUPART_HOST).value_or("");
    judge_user(url, endpoint.host);
    endpoint.port = port_of(url);
    endpoint.names_port = part(url, CURLUPART_PORT).has_value();
    endpoint.user = part(url, CURLUPART_USER, CURLU_URLDECODE);
    endpoint.has_path =
        part(url, CURLUPART_PATH).value_or("/") != "/" || part(url, CURLUPART_QUERY) || part(url, CURLUPART_FRAGMENT);
    return endpoint;
}

Endpoint http_endpoint(std::string_view url) {
    Endpoint endpoint = parse_endpoint(url, {"https", "http"});
    if (endpoint.user)
        throw Error{ErrorCode::bad_usage, fmt::format("the URL for '{}' holds a user name", endpoint.host)};
    if (endpoint.scheme == "http" && !endpoint.is_loopback())
        throw Error{ErrorCode::insecure_connection,
                    fmt::format("'{}' would be asked over plain http, without verifying who answers", endpoint.name()),
                    "begin the URL with https://; http is for 127.0.0.1 and [::1] alone"};
    return endpoint;
}

std::string http_origin(std::string_view url) {
    const Endpoint endpoint = http_endpoint(url);
    if (endpoint.has_path)
        throw Error{ErrorCode::bad_usage, fmt::format("the origin on {} is to have no path", endpoint.name()),
                    "leave out what stands behind the host: https://host.example"};
    const std::uint16_t usual = endpoint.scheme == "https" ? 443 : 80;
    const std::string host = lower_case(endpoint.host);
    return endpoint.port == usual ? fmt::format("{}://{}", endpoint.scheme, host)
                                  : fmt::format("{}://{}:{}", endpoint.scheme, host, endpoint.port);
}

}  // namespace mdm::net
