// SPDX-License-Identifier: Apache-2.0
#include "profile/secret_text.hpp"

#include "profile/secret_keys.hpp"

#include <algorithm>

namespace mdm::profile {
namespace {

constexpr std::string_view left_out = "...";
constexpr auto npos = std::string_view::npos;

bool is_name_char(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

std::string_view without_end(std::string_view text, std::string_view what) {
    const auto last = text.find_last_not_of(what);
    return text.substr(0, last == npos ? 0 : last + 1);
}

/// The name at the end of a text, and what stands before it.
struct NameBefore {
    explicit NameBefore(std::string_view text) {
        std::size_t begin = text.size();
        while (begin > 0 && is_name_char(text[begin - 1]))
            --begin;
        name = text.substr(begin);
        before = text.substr(0, begin);
    }
    bool begins_line() const {
        const std::string_view rest = without_end(before, " \t");
        return rest.empty() || rest.back() == '\n' || rest.back() == '\r';
    }

    std::string_view name;
    std::string_view before;
};

/// Whether something that is named like a secret ends at this sign: "token=", "token:", "<token>", "--token ".
bool names_secret(std::string_view before, char sign) {
    const bool is_assigned = sign == '=' || sign == ':';
    if (is_assigned)
        before = without_end(before, " \t");
    const bool is_quoted = before.ends_with('"') || before.ends_with('\'');
    if (is_assigned && is_quoted)
        before.remove_suffix(1);
    const NameBefore named(before);
    if (named.name.empty() || !sounds_secret(named.name))
        return false;
    if (sign == '>')
        return named.before.ends_with('<');
    if (sign == ' ')
        return named.name.starts_with("--");
    return sign == '=' || is_quoted || named.begins_line();
}

bool is_given(std::string_view rest, char sign) {
    const auto begin = rest.find_first_not_of(sign == '>' ? " \t\r\n" : " \t\"'");
    constexpr std::string_view no_value = "=\r\n<";
    return begin != npos && no_value.find(rest[begin]) == npos && !rest.substr(begin).starts_with(left_out);
}

bool is_token(std::string_view text) {
    const bool is_jwt =
        text.starts_with("eyJ") && std::count(text.begin(), text.end(), '.') == 2 && text.find(' ') == npos;
    return is_jwt || text.starts_with("Bearer ") || text.starts_with("Basic ");
}

/// "a=1&b=2" as "a=...&b=...", and of "1" nothing.
std::string without_values(std::string_view query) {
    std::string shown;
    for (std::size_t at = 0; at < query.size();) {
        const auto end = std::min(query.find_first_of("&;?#", at), query.size());
        const std::string_view one = query.substr(at, end - at);
        const auto equals = one.find('=');
        if (equals != npos)
            shown.append(one.substr(0, equals + 1)).append(left_out);
        else if (!one.empty())
            shown += left_out;
        if (end < query.size())
            shown += query[end];
        at = end + 1;
    }
    return shown;
}

/// What follows the :// of a URL.
std::string without_secrets_behind_scheme(std::string_view url) {
    std::string shown;
    const std::string_view host = url.substr(0, url.find_first_of("/?#"));
    const auto colon = host.find(':');
    // What is no port is the beginning of a password, and that may have any sign in it.
    const bool has_port =
        colon == npos || host.front() == '[' || host.find_first_not_of("0123456789", colon + 1) == npos;
    const auto at = (has_port ? host : url).rfind('@');
    if (at != npos) {
        shown += left_out;
        url.remove_prefix(at);
    }
    auto query = std::min(url.find_first_of("?#"), url.size());
    // RFC 6570, 3.2.8: {?dns} stands for a query, as in the URL of a DNS server.
    if (query > 0 && query < url.size() && url[query - 1] == '{' && url.ends_with('}'))
        query = url.size();
    shown += url.substr(0, query);
    if (query < url.size())
        shown.append(1, url[query]).append(without_values(url.substr(query + 1)));
    return shown;
}

}  // namespace

bool holds_secret(std::string_view with_urls) {
    const std::string text = without_url_secrets(with_urls);
    if (text.find("PRIVATE KEY-----") != npos || text.find("Static key") != npos || is_token(text))
        return true;
    const std::string_view all = text;
    for (auto at = text.find_first_of("=:> "); at != npos; at = text.find_first_of("=:> ", at + 1))
        if (names_secret(all.substr(0, at), all[at]) && is_given(all.substr(at + 1), all[at]))
            return true;
    return false;
}

std::string without_url_secrets(std::string_view text) {
    std::string shown;
    for (auto scheme = text.find("://"); scheme != npos; scheme = text.find("://")) {
        shown += text.substr(0, scheme + 3);
        text.remove_prefix(scheme + 3);
        const auto end = std::min(text.find_first_of(" \t\r\n\"'<>"), text.size());
        shown += without_secrets_behind_scheme(text.substr(0, end));
        text.remove_prefix(end);
    }
    return shown += text;
}

std::string shown_url(std::string_view url) {
    const auto scheme = url.find("://");
    const auto behind = scheme == npos ? 0 : scheme + 3;
    const auto at = url.rfind('@');
    const auto from = at == npos || at < behind ? behind : at;
    return std::string(url.substr(0, behind)) + without_secrets_behind_scheme(url.substr(from));
}

}  // namespace mdm::profile
