// SPDX-License-Identifier: Apache-2.0
#include "net/http_trace.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <iterator>
#include <utility>

namespace mdm::net {
namespace {

constexpr std::string_view blank = "[secret]";
constexpr std::array<std::string_view, 5> carry_credentials = {"authorization", "proxy-authorization", "cookie",
                                                               "set-cookie", "authentication-info"};

bool is_secret(std::string_view name, const HttpRequest& request) {
    const std::string lower = lower_case(name);
    if (std::find(carry_credentials.begin(), carry_credentials.end(), lower) != carry_credentials.end())
        return true;
    // Services repeat the path that was asked for in there.
    if (request.url_is_secret && (lower == "location" || lower == "content-location"))
        return true;
    const auto is_it = [&](const std::string& declared) { return lower_case(declared) == lower; };
    return std::any_of(request.secret_headers.begin(), request.secret_headers.end(),
                       [&](const SecretHeader& header) { return is_it(header.name); }) ||
           std::any_of(request.secret_answer_headers.begin(), request.secret_answer_headers.end(), is_it);
}

bool is_text(std::string_view body) {
    for (; !body.empty(); body.remove_prefix(next_code_point(body).width)) {
        const CodePoint c = next_code_point(body);
        if (!c.valid || (is_unsafe(c.value) && c.value != '\n' && c.value != '\r' && c.value != '\t'))
            return false;
    }
    return true;
}

void blank_out(std::string& text, std::string_view secret) {
    constexpr std::size_t shortest = 8;  // what is shorter stands in other words by chance
    if (secret.size() < shortest)
        return;
    for (auto at = text.find(secret); at != std::string::npos; at = text.find(secret, at + blank.size()))
        text.replace(at, secret.size(), blank);
}

/// Who answers may repeat what it was asked with, whole or in part: a header's value, and each that it quotes.
std::string without_secrets(std::string text, const HttpRequest& request) {
    for (const SecretHeader& header : request.secret_headers) {
        const std::string_view value = header.value.reveal();
        blank_out(text, value);
        const auto parts = split(value, '"');
        for (std::size_t i = 1; i + 1 < parts.size(); i += 2)
            blank_out(text, parts[i]);
    }
    return text;
}

void append_headers(std::string& out, char mark, const std::vector<HttpHeader>& headers, const HttpRequest& request) {
    for (const auto& [name, value] : headers)
        fmt::format_to(std::back_inserter(out), "{} {}: {}\n", mark, printable(name),
                       is_secret(name, request) ? std::string(blank) : printable(value));
}

void append_body(std::string& out, std::string_view body, bool is_blank) {
    if (body.empty())
        return;
    if (is_blank)
        fmt::format_to(std::back_inserter(out), "{} {} bytes\n", blank, body.size());
    else if (!is_text(body))
        fmt::format_to(std::back_inserter(out), "[{} bytes]\n", body.size());
    else
        fmt::format_to(std::back_inserter(out), "{}{}", body, body.ends_with('\n') ? "" : "\n");
}

}  // namespace

std::string traced_request(const HttpRequest& request, std::string_view origin) {
    std::string out = fmt::format("> {} {}\n", method_name(request.method),
                                  request.url_is_secret ? fmt::format("{}/{}", origin, blank) : request.url);
    append_headers(out, '>', request.headers, request);
    for (const SecretHeader& header : request.secret_headers)
        fmt::format_to(std::back_inserter(out), "> {}: {}\n", header.name, blank);
    append_body(out, request.body, request.body_is_secret);
    return out;
}

std::string traced_answer(const HttpResponse& response, const HttpRequest& request) {
    std::string out = fmt::format("< {}\n", response.status);
    append_headers(out, '<', response.headers, request);
    append_body(out, response.body, request.answer_is_secret);
    return without_secrets(std::move(out), request);
}

std::string traced_failure(const Error& error) { return fmt::format("! {}\n", printable(error.message())); }

}  // namespace mdm::net
