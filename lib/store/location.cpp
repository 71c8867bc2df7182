// SPDX-License-Identifier: Apache-2.0
#include "store/location.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>

namespace mdm::store {
namespace {

/// What may stand behind the question mark. Not `service` and `hostaddr`: they would lead past the check of the host.
constexpr auto known_parameters = std::to_array<std::string_view>(
    {"host", "port", "user", "password", "dbname", "passfile", "connect_timeout", "application_name", "sslmode",
     "sslrootcert", "sslcert", "sslkey", "sslcrl", "gssencmode", "channel_binding", "target_session_attrs"});

using Words = std::map<std::string, std::string, std::less<>>;

[[noreturn]] void refuse(std::string_view why) {
    throw Error{ErrorCode::bad_setting, fmt::format("the store's URL is not usable: {}", why),
                "write a path, or postgresql://USER@HOST/DATABASE?sslmode=verify-full"};
}

int hex_digit(char c) {
    constexpr std::string_view digits = "0123456789abcdef";
    const auto at = digits.find(static_cast<char>(c >= 'A' && c <= 'F' ? c - 'A' + 'a' : c));
    return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

/// RFC 3986, 2.1.
std::string percent_decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += text[i];
            continue;
        }
        const int high = i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? hex_digit(text[i + 2]) : -1;
        if (high < 0 || low < 0 || high + low == 0)
            refuse("a % stands there that no two hexadecimal digits follow");
        out += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return out;
}

void add(Words& words, std::string_view key, std::string_view value) {
    if (!value.empty())
        words[std::string(key)] = percent_decoded(value);
}

/// USER:PASSWORD@HOST:PORT; an IPv6 address is in brackets.
void read_authority(std::string_view authority, Words& words) {
    if (const auto at = authority.rfind('@'); at != std::string_view::npos) {
        const std::string_view user = authority.substr(0, at);
        const auto colon = std::min(user.find(':'), user.size());
        add(words, "user", user.substr(0, colon));
        add(words, "password", user.substr(std::min(colon + 1, user.size())));
        authority.remove_prefix(at + 1);
    }
    if (authority.find(',') != std::string_view::npos)
        refuse("it names several hosts");
    const auto bracket = authority.starts_with('[') ? authority.find(']') : 0;
    if (bracket == std::string_view::npos)
        refuse("a bracket is not closed");
    const auto colon = std::min(authority.find(':', bracket), authority.size());
    add(words, "host", bracket > 0 ? authority.substr(1, bracket - 1) : authority.substr(0, colon));
    add(words, "port", authority.substr(std::min(colon + 1, authority.size())));
}

void read_parameters(std::string_view query, Words& words) {
    for (const std::string_view pair : split(query, '&')) {
        if (pair.empty())
            continue;
        const auto equals = std::min(pair.find('='), pair.size());
        const std::string key(pair.substr(0, equals));
        if (std::find(known_parameters.begin(), known_parameters.end(), key) == known_parameters.end())
            refuse(fmt::format("there is no parameter '{}'", key));
        add(words, key, pair.substr(std::min(equals + 1, pair.size())));
    }
}

Words read_uri(std::string_view rest) {
    Words words;
    const auto question = std::min(rest.find('?'), rest.size());
    const std::string_view before = rest.substr(0, question);
    const auto slash = std::min(before.find('/'), before.size());
    read_authority(before.substr(0, slash), words);
    add(words, "dbname", before.substr(std::min(slash + 1, before.size())));
    read_parameters(rest.substr(std::min(question + 1, rest.size())), words);
    return words;
}

bool is_this_host(std::string_view host) {
    const bool loopback4 = host.starts_with("127.") && host.find_first_not_of("0123456789.") == std::string_view::npos;
    return host == "localhost" || host == "::1" || loopback4 || host.starts_with('/');
}

void judge_host(const Words& words) {
    const auto host = words.find("host");
    if (host == words.end())
        refuse("it names no host; a socket's folder is ?host=/run/postgresql");
    if (host->second.find(',') != std::string::npos)
        refuse("it names several hosts");
    const auto mode = words.find("sslmode");
    if (!is_this_host(host->second) && (mode == words.end() || mode->second != "verify-full"))
        throw Error{ErrorCode::insecure_connection,
                    fmt::format("the store on '{}' would be reached without verifying who answers there", host->second),
                    "add sslmode=verify-full to the URL, and sslrootcert=FILE if the server's authority is your own"};
}

std::string libpq_quoted(std::string_view value) {
    std::string out = "'";
    for (const char c : value) {
        if (c == '\'' || c == '\\')
            out += '\\';
        out += c;
    }
    return out + "'";
}

Location postgresql(std::string_view rest) {
    Words words = read_uri(rest);
    judge_host(words);
    words.try_emplace("connect_timeout", "10");
    words.try_emplace("application_name", "mdmctl");
    std::string connection;
    for (const auto& [key, value] : words)
        connection += fmt::format("{}={} ", key, libpq_quoted(value));
    const std::string user = words.contains("user") ? words["user"] + "@" : "";
    const std::string port = words.contains("port") ? ":" + words["port"] : "";
    return {Engine::postgresql, "", Secret{std::move(connection)},
            fmt::format("postgresql://{}{}{}/{}", user, words["host"], port, words["dbname"])};
}

}  // namespace

Location parse_location(std::string_view url) {
    for (const std::string_view scheme : {"postgresql://", "postgres://"})
        if (url.starts_with(scheme))
            return postgresql(url.substr(scheme.size()));
    std::string_view path = url;
    if (path.starts_with("sqlite:"))
        path.remove_prefix(7);
    if (path.starts_with("///"))
        path.remove_prefix(2);
    if (path.empty() || path.find("://") != std::string_view::npos)
        refuse("no such kind of store is known");
    // SOCI takes the path between quotation marks, and knows no way to write one inside.
    if (path.find('"') != std::string_view::npos || path.find('\0') != std::string_view::npos)
        refuse("a path with a quotation mark cannot be opened");
    return {Engine::sqlite, std::string(path), Secret{}, std::string(path)};
}

}  // namespace mdm::store
