// SPDX-License-Identifier: Apache-2.0
#include "profile/new_addresses.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "profile/secret_keys.hpp"
#include "profile/secret_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <utility>

namespace mdm::profile {
namespace {

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

bool is_name(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return is_letter_or_digit(c) || c == '_' || c == '.' || c == '-' || c == ' ';
    });
}

/// With a letter in the place of each placeholder, so that the rest can be judged.
std::string filled_in(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> marks{
        {{"{{", "}}"}, {"${", "}"}, {"%", "%"}}};
    std::string out(text);
    for (const auto& [open, close] : marks)
        for (auto from = out.find(open); from != std::string::npos; from = out.find(open, from + 1)) {
            const auto inside = from + open.size();
            const auto to = out.find(close, inside);
            if (to != std::string::npos && is_name(std::string_view(out).substr(inside, to - inside)))
                out.replace(from, to + close.size() - from, "x");
        }
    return out;
}

bool is_ipv6(std::string_view text) {
    return std::count(text.begin(), text.end(), ':') >= 2 && std::all_of(text.begin(), text.end(), [](char c) {
               return c == ':' || c == '.' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') ||
                      (c >= 'A' && c <= 'F');
           });
}

bool is_label(std::string_view label) {
    return !label.empty() && label.size() <= 63 && label.front() != '-' && label.back() != '-' &&
           std::all_of(label.begin(), label.end(),
                       [](char c) { return is_letter_or_digit(c) || c == '-' || c == '_'; });
}

bool is_host_name(std::string_view text) {
    if (text.size() > 1 && text.ends_with('.'))
        text.remove_suffix(1);
    const auto labels = split(text, '.');
    return text.size() <= 253 && std::all_of(labels.begin(), labels.end(), is_label);
}

/// Between "//" and what comes behind the host and port: RFC 3986, 3.2.
std::string_view authority_of(std::string_view url) {
    const auto slashes = url.find("//");
    if (slashes == std::string_view::npos)
        return {};
    url.remove_prefix(slashes + 2);
    return url.substr(0, url.find_first_of("/?#"));
}

bool is_host_and_port(std::string_view authority) {
    if (authority.starts_with('[')) {
        const auto end = authority.find(']');
        if (end == std::string_view::npos || !is_ipv6(authority.substr(1, end - 1)))
            return false;
        authority.remove_prefix(end + 1);
        return authority.empty() || (authority.front() == ':' && port_of(authority.substr(1)));
    }
    const auto colon = authority.find(':');
    return is_host_name(authority.substr(0, colon)) &&
           (colon == std::string_view::npos || port_of(authority.substr(colon + 1)));
}

bool is_url(std::string_view url, std::string_view schemes) {
    const bool has_space = std::any_of(url.begin(), url.end(), [](char c) { return c == ' ' || c == '\\'; });
    const auto colon = url.find(':');
    if (has_space || colon == std::string_view::npos || colon == 0)
        return false;
    if (schemes.empty())
        return true;
    const auto known = split(schemes, '|');
    return std::find(known.begin(), known.end(), lower_case(url.substr(0, colon))) != known.end() &&
           url.substr(colon).starts_with("://") && is_host_and_port(authority_of(url));
}

}  // namespace

bool is_host(std::string_view text) {
    const std::string host = filled_in(text);
    return is_host_name(host) || is_ipv6(host);
}

std::optional<std::uint16_t> port_of(std::string_view digits) {
    std::uint16_t port = 0;
    const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    const bool is_whole = failed == std::errc{} && end == digits.data() + digits.size();
    return is_whole && port != 0 ? std::optional(port) : std::nullopt;
}

void check_url(std::string_view option, std::string_view url, std::string_view schemes) {
    if (authority_of(url).find('@') != std::string_view::npos)
        throw Error{
            ErrorCode::bad_usage,
            fmt::format("{}: '{}' has a user name or a password in it, for everybody who has the profile to read",
                        option, shown_url(url)),
            "leave out what stands before the @"};
    if (is_placeholder(url) || is_url(filled_in(url), schemes))
        return;
    const std::string kind =
        schemes.empty() ? "URI" : fmt::format("{} URL with a host", schemes == "https" ? "https" : "http or https");
    throw Error{ErrorCode::bad_usage, fmt::format("'{}' is no {}, which {} takes", shown_url(url), kind, option),
                schemes.empty() ? "" : "https://server.example.com/path: a scheme, a host, and no space"};
}

}  // namespace mdm::profile
