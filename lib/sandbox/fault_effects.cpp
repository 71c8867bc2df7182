// SPDX-License-Identifier: Apache-2.0
#include "sandbox/fault_effects.hpp"

#include "base/encoding.hpp"
#include "sandbox/dep_endpoint.hpp"
#include "sandbox/member_fault.hpp"

#include <array>
#include <charconv>
#include <fmt/format.h>
#include <utility>

namespace mdm::sandbox {
namespace {

constexpr std::string_view text_type = "text/plain;charset=UTF-8";
constexpr std::size_t too_large = (16U << 20U) + 1;

/// What refuses in one word, with the status it has at Apple's.
constexpr auto refusals = std::to_array<std::pair<std::string_view, int>>({
    {"T_C_NOT_SIGNED", 403},
    {"ACCESS_DENIED", 403},
    {"FORBIDDEN", 403},
    {"EXPIRED_TOKEN", 403},
    {"token_rejected", 401},
    {"token_expired", 401},
    {"signature_invalid", 401},
    {"nonce_used", 401},
    {"timestamp_refused", 401},
    {"consumer_key_unknown", 401},
});

HttpAnswer text(int status, std::string body) {
    return {.status = status, .content_type = std::string(text_type), .body = std::move(body)};
}

HttpHeader retry_after(std::string_view value, Time now) {
    constexpr std::string_view date = "date:";
    if (!value.starts_with(date))
        return {"Retry-After", std::string(value)};
    value.remove_prefix(date.size());
    int seconds = 0;
    std::from_chars(value.data(), value.data() + value.size(), seconds);
    return {"Retry-After", http_date(now + std::chrono::seconds{seconds})};
}

HttpAnswer with_status(const Fault& fault, Time now) {
    HttpAnswer answer =
        text(std::stoi(fault.word), fault.word == "401" && fault.value.empty() ? "UNAUTHORIZED" : fault.value);
    if (!fault.retry_after.empty())
        answer.headers.push_back(retry_after(fault.retry_after, now));
    return answer;
}

HttpAnswer redirected(std::string_view path) {
    HttpAnswer answer = text(302, "");
    answer.headers.push_back({"Location", fmt::format("https://elsewhere.example.org{}", path)});
    return answer;
}

/// A page in its form, so that a client that reads it as it comes has to read it all.
std::string large_body(const std::string& mebibytes) {
    const std::size_t size = mebibytes.empty() ? too_large : std::stoul(mebibytes) << 20U;
    std::string body = R"({"cursor":"x","devices":[],"more_to_follow":false,"x":")";
    body.reserve(body.size() + size + 2);
    return body.append(size, 'x').append("\"}");
}

std::optional<HttpAnswer> answer_of(const Fault& fault, std::string_view path, Time now) {
    if (fault.is_status())
        return with_status(fault, now);
    for (const auto& [word, status] : refusals)
        if (fault.word == word)
            return text(status, word == "T_C_NOT_SIGNED" ? fmt::format("\"{}\"", word) : std::string(word));
    const std::string type(dep_content_type);
    if (fault.word == "hang")
        return HttpAnswer{.delivery = HttpAnswer::Delivery::never};
    if (fault.word == "garbage")
        return HttpAnswer{.content_type = type, .body = R"({"server_name":"MD)"};
    if (fault.word == "html")
        return HttpAnswer{.content_type = "text/html", .body = "<html><body>Welcome to our hotel</body></html>"};
    if (fault.word == "large")
        return HttpAnswer{.content_type = type, .body = large_body(fault.value)};
    if (fault.word == "empty")
        return HttpAnswer{.content_type = type, .body = path == session_path ? R"({"auth_session_token":""})" : ""};
    if (fault.word == "redirect")
        return redirected(path);
    return std::nullopt;
}

/// The byte in the midst of it.
void break_byte(std::string& body, const std::string& hex) {
    if (!body.empty())
        body[body.size() / 2] = from_hex(hex.empty() ? "ff" : hex).value_or("?").front();
}

}  // namespace

Time shifted_clock(const std::vector<Fault>& faults, Time now) {
    for (const Fault& fault : faults)
        if (fault.word == "skew") {
            const auto by = parse_duration(std::string_view(fault.value).substr(1)).value_or(std::chrono::seconds{0});
            now += fault.value.starts_with('-') ? -by : by;
        }
    return now;
}

std::optional<HttpAnswer> replacement(const std::vector<Fault>& faults, std::string_view path, Time now) {
    for (const Fault& fault : faults)
        if (auto answer = answer_of(fault, path, now))
            return answer;
    return std::nullopt;
}

HttpAnswer spoiled(HttpAnswer answer, const std::vector<Fault>& faults) {
    constexpr std::chrono::seconds late{2};
    for (const Fault& fault : faults)
        if (fault.word.starts_with("field-"))
            change_member(answer.body, fault);
    for (const Fault& fault : faults) {
        if (fault.word == "slow")
            answer.delay = parse_duration(fault.value).value_or(late);
        else if (fault.word == "trickle")
            answer.spread = parse_duration(fault.value).value_or(late);
        else if (fault.word == "cut")
            answer.delivery = HttpAnswer::Delivery::cut;
        else if (fault.word == "reset")
            answer.delivery = HttpAnswer::Delivery::reset;
        else if (fault.word == "half")
            answer.body.resize(answer.body.size() / 2);
        else if (fault.word == "byte")
            break_byte(answer.body, fault.value);
    }
    return answer;
}

}  // namespace mdm::sandbox
