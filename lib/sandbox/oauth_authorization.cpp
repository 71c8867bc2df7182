// SPDX-License-Identifier: Apache-2.0
#include "sandbox/oauth_authorization.hpp"

#include "base/encoding.hpp"
#include "base/text.hpp"
#include "crypto/hmac.hpp"
#include "sandbox/refusal.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <map>
#include <optional>

namespace mdm::sandbox {
namespace {

constexpr std::array<std::string_view, 7> expected{"oauth_consumer_key", "oauth_token", "oauth_signature_method",
                                                   "oauth_timestamp",    "oauth_nonce", "oauth_version",
                                                   "oauth_signature"};

Refusal rejected() { return {400, "parameter_rejected"}; }

/// RFC 3986, 2.3.
bool is_unreserved(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
           c == '_' || c == '~';
}

/// RFC 5849, 3.6: what is not unreserved is %XX with upper-case digits, and what is unreserved is not.
std::string encoded(std::string_view text) {
    std::string out;
    for (const char c : text)
        out += is_unreserved(c) ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    return out;
}

/// The text that `text` is the one encoded form of; nullopt where it is no such form.
std::optional<std::string> decoded(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const bool is_escape = text.front() == '%';
        const auto byte = is_escape ? from_hex(text.substr(1, 2)) : std::string(1, text.front());
        if (!byte || byte->size() != 1)
            return std::nullopt;
        out += *byte;
        text.remove_prefix(is_escape ? std::min<std::size_t>(3, text.size()) : 1);
    }
    return out;
}

std::string decoded_value(std::string_view text) {
    const auto value = decoded(text);
    if (!value || value->empty() || encoded(*value) != text)
        throw rejected();
    return *value;
}

/// One `name="value"` off the front of a list with commas between them.
std::pair<std::string, std::string> take_parameter(std::string_view& rest) {
    const auto equals = rest.find("=\"");
    const auto end = equals == std::string_view::npos ? equals : rest.find('"', equals + 2);
    if (end == std::string_view::npos)
        throw rejected();
    std::pair<std::string, std::string> parameter{trimmed(rest.substr(0, equals)),
                                                  rest.substr(equals + 2, end - equals - 2)};
    rest = trimmed(rest.substr(end + 1));
    if (rest.empty())
        return parameter;
    const bool goes_on = rest.front() == ',';
    rest = trimmed(rest.substr(1));
    if (!goes_on || rest.empty())
        throw rejected();
    return parameter;
}

/// As they stand there, still encoded.
std::map<std::string, std::string> parameters_in(std::string_view header) {
    constexpr std::string_view scheme = "oauth ";
    if (lower_case(header.substr(0, scheme.size())) != scheme)
        throw rejected();
    std::map<std::string, std::string> parameters;
    for (std::string_view rest = trimmed(header.substr(scheme.size())); !rest.empty();) {
        auto [name, value] = take_parameter(rest);
        const bool is_known = name == "realm" || std::find(expected.begin(), expected.end(), name) != expected.end();
        if (!is_known || !parameters.emplace(std::move(name), std::move(value)).second)
            throw rejected();
    }
    return parameters;
}

std::int64_t seconds_in(std::string_view text) {
    std::int64_t seconds = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (failed != std::errc{} || end != text.data() + text.size() || seconds <= 0)
        throw rejected();
    return seconds;
}

}  // namespace

OAuthAuthorization read_oauth_authorization(std::string_view header) {
    std::map<std::string, std::string> parameters = parameters_in(header);
    parameters.erase("realm");
    for (const std::string_view name : expected)
        if (!parameters.contains(std::string(name)))
            throw Refusal{400, "parameter_absent"};
    const auto value = [&](const std::string& name) { return decoded_value(parameters.at(name)); };
    if (value("oauth_signature_method") != "HMAC-SHA1")
        throw Refusal{400, "signature_method_rejected"};
    if (value("oauth_version") != "1.0")
        throw Refusal{400, "version_rejected"};
    OAuthAuthorization read{value("oauth_consumer_key"),
                            value("oauth_token"),
                            value("oauth_signature"),
                            value("oauth_nonce"),
                            seconds_in(value("oauth_timestamp")),
                            {}};
    parameters.erase("oauth_signature");
    read.signed_parameters.assign(parameters.begin(), parameters.end());
    return read;
}

std::string signature_base_string(std::string_view method, std::string_view url,
                                  const OAuthAuthorization& authorization) {
    auto parameters = authorization.signed_parameters;
    std::sort(parameters.begin(), parameters.end());
    std::vector<std::string> pairs;
    for (const auto& [name, value] : parameters)
        pairs.push_back(fmt::format("{}={}", name, value));
    return fmt::format("{}&{}&{}", method, encoded(url), encoded(joined(pairs, "&")));
}

bool is_signed_with(const OAuthAuthorization& authorization, std::string_view base_string,
                    std::string_view consumer_secret, std::string_view token_secret) {
    const std::string key = fmt::format("{}&{}", encoded(consumer_secret), encoded(token_secret));
    return crypto::equal_in_constant_time(to_base64(crypto::hmac_sha1(key, base_string)), authorization.signature);
}

}  // namespace mdm::sandbox
