// SPDX-License-Identifier: Apache-2.0
#include "net/oauth1.hpp"

#include "base/encoding.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "crypto/hmac.hpp"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <utility>

namespace mdm::net {
namespace {

constexpr std::string_view unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

/// In one piece of memory from the start: a string that grew would leave a part of the secret behind.
Secret joined_secret(std::initializer_list<std::string_view> pieces) {
    std::string all;
    std::size_t size = 0;
    for (const std::string_view piece : pieces)
        size += piece.size();
    all.reserve(size);
    for (const std::string_view piece : pieces)
        all += piece;
    return Secret{std::move(all)};
}

/// RFC 5849, 3.6: capitals in the escapes, and "+" is no space.
Secret percent_encoded(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    out.reserve(text.size() * 3);
    for (const char c : text) {
        if (unreserved.find(c) != std::string_view::npos) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += '%';
        out += digits[byte >> 4U];
        out += digits[byte & 0x0FU];
    }
    return Secret{std::move(out)};
}

/// A query is read as a form is (RFC 5849, 3.4.1.3.1), where "+" is a space. What is no escape stands for itself.
Secret form_decoded(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = text[i] == '%' && i + 2 < text.size() ? from_hex(text.substr(i + 1, 2)) : std::nullopt;
        if (byte && byte->size() == 1) {
            out += *byte;
            i += 2;
        } else {
            out += text[i] == '+' ? ' ' : text[i];
        }
    }
    return Secret{std::move(out)};
}

/// The parts of a URL that signing sees, as they are written.
struct UrlParts {
    std::string scheme;     ///< lower case
    std::string authority;  ///< lower case, without the scheme's own port
    std::string_view path;
    std::string_view query;
};

std::string authority_of(std::string_view given, std::string_view scheme) {
    const std::string_view own_port = scheme == "https" ? ":443" : ":80";
    if (given.ends_with(own_port))
        given.remove_suffix(own_port.size());
    return lower_case(given);
}

UrlParts parts_of(std::string_view url) {
    const auto scheme_end = url.find("://");
    UrlParts parts{.scheme = lower_case(url.substr(0, std::min(scheme_end, url.size()))),
                   .authority = {},
                   .path = {},
                   .query = {}};
    if (scheme_end == std::string_view::npos || (parts.scheme != "https" && parts.scheme != "http"))
        throw Error{ErrorCode::bad_usage, "what is to be signed is no URL of http or https"};
    std::string_view rest = url.substr(scheme_end + 3);
    rest = rest.substr(0, rest.find('#'));
    const auto path_at = std::min(rest.find_first_of("/?"), rest.size());
    const std::string_view authority = rest.substr(0, path_at);
    if (authority.empty() || authority.find('@') != std::string_view::npos)
        throw Error{ErrorCode::bad_usage, "the URL that is to be signed has no host, or a user part"};
    parts.authority = authority_of(authority, parts.scheme);
    rest.remove_prefix(path_at);
    const auto query_at = std::min(rest.find('?'), rest.size());
    parts.path = query_at == 0 ? std::string_view("/") : rest.substr(0, query_at);
    parts.query = rest.substr(std::min(query_at + 1, rest.size()));
    return parts;
}

void add_query(std::string_view query, std::vector<OAuth1Parameter>& parameters) {
    for (const std::string_view pair : split(query, '&')) {
        if (pair.empty())
            continue;
        const auto equals = std::min(pair.find('='), pair.size());
        parameters.push_back({std::string(form_decoded(pair.substr(0, equals)).reveal()),
                              form_decoded(pair.substr(std::min(equals + 1, pair.size())))});
    }
}

/// RFC 5849, 3.4.1.3.2: sorted after they are encoded, by name and then by value.
Secret normalized(const std::vector<OAuth1Parameter>& parameters) {
    std::vector<std::pair<Secret, Secret>> encoded;
    std::size_t size = 0;
    for (const auto& [name, value] : parameters) {
        encoded.emplace_back(percent_encoded(name), percent_encoded(value.reveal()));
        size += encoded.back().first.reveal().size() + encoded.back().second.reveal().size() + 2;
    }
    std::sort(encoded.begin(), encoded.end(), [](const auto& a, const auto& b) {
        return std::pair(a.first.reveal(), a.second.reveal()) < std::pair(b.first.reveal(), b.second.reveal());
    });
    std::string out;
    out.reserve(size);
    for (const auto& [name, value] : encoded) {
        out += out.empty() ? "" : "&";
        out += name.reveal();
        out += '=';
        out += value.reveal();
    }
    return Secret{std::move(out)};
}

std::vector<OAuth1Parameter> own_parameters(const OAuth1Credentials& credentials, const OAuth1Stamp& stamp) {
    std::vector<OAuth1Parameter> parameters;
    const auto add = [&](std::string_view name, std::string_view value) {
        parameters.push_back({std::string(name), Secret{std::string(value)}});
    };
    add("oauth_consumer_key", credentials.consumer_key);
    add("oauth_token", credentials.token.reveal());
    add("oauth_signature_method", "HMAC-SHA1");
    add("oauth_timestamp", std::to_string(stamp.timestamp.time_since_epoch().count()));
    add("oauth_nonce", stamp.nonce);
    add("oauth_version", "1.0");
    return parameters;
}

/// RFC 5849, 3.4.2.
std::string signature(const OAuth1Credentials& credentials, const Secret& base_string) {
    const Secret key = joined_secret({percent_encoded(credentials.consumer_secret.reveal()).reveal(), "&",
                                      percent_encoded(credentials.token_secret.reveal()).reveal()});
    return to_base64(crypto::hmac_sha1(key.reveal(), base_string.reveal()));
}

}  // namespace

Secret oauth1_base_string(HttpMethod method, std::string_view url, std::vector<OAuth1Parameter> parameters) {
    const UrlParts parts = parts_of(url);
    add_query(parts.query, parameters);
    const std::string place = parts.scheme + "://" + parts.authority + std::string(parts.path);
    return joined_secret({method_name(method), "&", percent_encoded(place).reveal(), "&",
                          percent_encoded(normalized(parameters).reveal()).reveal()});
}

Secret oauth1_authorization(const OAuth1Credentials& credentials, const OAuth1Stamp& stamp, HttpMethod method,
                            std::string_view url, std::string_view realm) {
    std::vector<OAuth1Parameter> parameters = own_parameters(credentials, stamp);
    const Secret base_string = oauth1_base_string(method, url, own_parameters(credentials, stamp));
    parameters.push_back({"oauth_signature", Secret{signature(credentials, base_string)}});
    std::string header;
    header.reserve(base_string.reveal().size() + realm.size() + 256);
    header += "OAuth ";
    if (!realm.empty())
        header.append("realm=\"").append(realm).append("\",");
    for (const auto& [name, value] : parameters) {
        header += header.ends_with("\"") ? "," : "";
        header.append(name).append("=\"").append(percent_encoded(value.reveal()).reveal()).append("\"");
    }
    return Secret{std::move(header)};
}

}  // namespace mdm::net
