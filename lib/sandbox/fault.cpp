// SPDX-License-Identifier: Apache-2.0
#include "sandbox/fault.hpp"

#include "base/encoding.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "base/time.hpp"
#include "sandbox/dep_endpoint.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <vector>

namespace mdm::sandbox {
namespace {

using enum FaultEffect;
using enum FaultScope;

constexpr std::string_view dep = "dep";
constexpr std::string_view any_status = "503";
constexpr std::string_view unauthorized = "401";
constexpr int largest_answer = 1024;

constexpr auto kinds = std::to_array<FaultKind>({
    {any_status, "[CODE]", replaces, every_call, "a status from 400 to 599, with CODE as its body"},
    {"T_C_NOT_SIGNED", "", replaces, every_call, "403: the terms were not accepted"},
    {"ACCESS_DENIED", "", replaces, other_calls, "403: the token has no right to this call"},
    {"FORBIDDEN", "", replaces, other_calls, "403: the session is none"},
    {"EXPIRED_TOKEN", "", replaces, other_calls, "403: the session has ended"},
    {"token_rejected", "", replaces, session, "401: the token was revoked"},
    {"token_expired", "", replaces, session, "401: the token has ended"},
    {"signature_invalid", "", replaces, session, "401: the signature is wrong"},
    {"nonce_used", "", replaces, session, "401: the nonce was used before"},
    {"timestamp_refused", "", replaces, session, "401: the clocks are too far apart"},
    {"consumer_key_unknown", "", replaces, session, "401: the service was removed"},
    {"skew", "+600s", shifts, every_call, "Date and what is judged by the clock are off by so much"},
    {"hang", "", replaces, every_call, "never an answer"},
    {"slow", "[5s]", shifts, every_call, "the answer is late by so much, 2 s unless it is said"},
    {"trickle", "[5s]", shifts, every_call, "the body takes so long, piece by piece, 2 s unless it is said"},
    {"cut", "", shifts, every_call, "the connection ends in the midst of the body"},
    {"reset", "", shifts, every_call, "the connection is reset in the midst of the body"},
    {"half", "", shifts, every_call, "the first half of the body, as if it were all"},
    {"byte", "[ff]", shifts, every_call, "the byte in the midst of the body is this one, ff unless it is said"},
    {"garbage", "", replaces, every_call, "200 with a body that is no JSON"},
    {"html", "", replaces, every_call, "200 with a web page, as in a hotel"},
    {"large", "[100]", replaces, every_call, "200 with so many MiB, a little more than 16 unless it is said"},
    {"empty", "", replaces, every_call, "an empty session token, or an empty body"},
    {"redirect", "", replaces, every_call, "302 to another host"},
    {"same-cursor", "", spoils, other_calls, "a page with the cursor that was asked with, and more to follow"},
    {"cursor-cycle", "", spoils, other_calls, "the same page again and again, by two cursors in turn"},
    {"empty-page", "", spoils, other_calls, "no device, a new cursor for the same place, and more to follow"},
    {"field-missing", "NAME", spoils, other_calls, "a member of the JSON that is not there"},
    {"field-empty", "NAME", spoils, other_calls, "a member of the JSON that is \"\""},
    {"field-null", "NAME", spoils, other_calls, "a member of the JSON that is null"},
    {"field-doubled", "NAME", spoils, other_calls, "a member of the JSON that is there twice"},
    {"field-mistyped", "NAME", spoils, other_calls, "a member of the JSON that is of another type"},
    {"field-added", "NAME", spoils, other_calls, "a member of the JSON that nobody knows"},
    {"field-set", "NAME:TEXT", spoils, other_calls, "a member of the JSON that is this text"},
});

bool is_status_word(std::string_view word) {
    return word.size() == 3 && (word[0] == '4' || word[0] == '5') &&
           std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

const FaultKind* kind_of(std::string_view word) {
    const std::string_view wanted = is_status_word(word) ? any_status : word;
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const FaultKind& k) { return k.word == wanted; });
    return found == kinds.end() ? nullptr : &*found;
}

std::string what_there_is() {
    std::vector<std::string> words;
    for (const FaultKind& kind : kinds)
        words.push_back(kind.value.empty()          ? std::string(kind.word)
                        : kind.value.front() == '[' ? fmt::format("{}[={}", kind.word, kind.value.substr(1))
                                                    : fmt::format("{}={}", kind.word, kind.value));
    return fmt::format(
        "dep:WHAT[,retry-after=SECONDS][/COUNT][@/PATH][#FIRST], WHAT being {}; any status from 400 to 599",
        joined(words, ", "));
}

Error unknown(std::string_view text, std::string_view why) {
    return {ErrorCode::bad_usage, fmt::format("'{}' is no fault: {}", text, why), what_there_is()};
}

std::optional<int> number_in(std::string_view text) {
    constexpr int most = 1'000'000;
    int n = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), n);
    if (failed != std::errc{} || end != text.data() + text.size() || n < 0 || n > most)
        return std::nullopt;
    return n;
}

/// What stands behind the last `mark`, taken off; nullopt: there is none.
std::optional<std::string_view> take_behind(std::string_view& text, std::string_view mark) {
    const auto at = text.rfind(mark);
    if (at == std::string_view::npos)
        return std::nullopt;
    const std::string_view behind = text.substr(at + mark.size());
    text = text.substr(0, at);
    return behind;
}

bool is_retry_after(std::string_view value) {
    constexpr std::string_view date = "date:";
    return number_in(value.starts_with(date) ? value.substr(date.size()) : value).has_value();
}

bool is_shift(std::string_view value) {
    return (value.starts_with('+') || value.starts_with('-')) && parse_duration(value.substr(1));
}

bool is_byte(std::string_view value) {
    const auto byte = value.size() == 2 ? from_hex(value) : std::nullopt;
    return byte && byte->size() == 1;
}

bool is_size(std::string_view value) {
    const auto size = number_in(value);
    return size && *size >= 1 && *size <= largest_answer;
}

void judge_value(const Fault& fault, const FaultKind& kind, std::string_view text) {
    const bool may_be_left_out = kind.value.empty() || kind.value.front() == '[';
    if (fault.value.empty() ? !may_be_left_out : kind.value.empty())
        throw unknown(text, fault.value.empty() ? fmt::format("{}={} says it whole", kind.word, kind.value)
                                                : fmt::format("'{}' takes no value", kind.word));
    if (kind.word == "skew" && !is_shift(fault.value))
        throw unknown(text, "a shift is written as +600s or -10m");
    if ((kind.word == "slow" || kind.word == "trickle") && !fault.value.empty() && !parse_duration(fault.value))
        throw unknown(text, "a time is written as 5s or 1m");
    if (kind.word == "byte" && !fault.value.empty() && !is_byte(fault.value))
        throw unknown(text, "a byte is written as two hex digits");
    if (kind.word == "large" && !fault.value.empty() && !is_size(fault.value))
        throw unknown(text, fmt::format("a size is a number of MiB from 1 to {}", largest_answer));
    if (kind.word == "field-set" && fault.value.find(':') == std::string::npos)
        throw unknown(text, "field-set=NAME:TEXT says it whole");
    if (!fault.retry_after.empty() && (!fault.is_status() || !is_retry_after(fault.retry_after)))
        throw unknown(text, "retry-after=SECONDS or retry-after=date:SECONDS goes with a status");
}

}  // namespace

std::span<const FaultKind> fault_kinds() { return kinds; }

bool Fault::is_status() const { return is_status_word(word); }

FaultEffect Fault::effect() const { return kind_of(word)->effect; }

bool Fault::is_for(std::string_view to_service, std::string_view to_path) const {
    if (service != to_service)
        return false;
    if (!path.empty())
        return path == to_path;
    // 401 is what a session ends with; at /session it would say something else.
    const FaultScope scope = word == unauthorized ? other_calls : kind_of(word)->scope;
    return scope == every_call || (scope == session) == (to_path == session_path);
}

Fault parse_fault(std::string_view text) {
    std::string_view rest = text;
    Fault fault;
    const auto colon = rest.find(':');
    fault.service = rest.substr(0, colon == std::string_view::npos ? 0 : colon);
    if (fault.service != dep)
        throw unknown(text, "it begins with the name of a pretend service, dep:");
    rest.remove_prefix(colon + 1);
    if (const auto first = take_behind(rest, "#")) {
        const auto number = number_in(*first);
        if (!number || *number == 0)
            throw unknown(text, fmt::format("'{}' is no number of a request", *first));
        fault.first = *number;
    }
    if (const auto path = take_behind(rest, "@/"))
        fault.path = fmt::format("/{}", *path);
    if (const auto count = take_behind(rest, "/")) {
        fault.left = number_in(*count);
        if (!fault.left || *fault.left == 0)
            throw unknown(text, fmt::format("'{}' is no number of requests", *count));
    }
    if (const auto wait = take_behind(rest, ",retry-after="))
        fault.retry_after = *wait;
    const auto equals = rest.find('=');
    fault.word = rest.substr(0, equals);
    fault.value = equals == std::string_view::npos ? "" : rest.substr(equals + 1);
    const FaultKind* kind = kind_of(fault.word);
    if (kind == nullptr)
        throw unknown(text, fmt::format("there is no '{}'", fault.word));
    judge_value(fault, *kind, text);
    return fault;
}

std::string to_string(const Fault& fault) {
    return fmt::format("{}:{}{}{}{}{}{}{}{}{}{}", fault.service, fault.word, fault.value.empty() ? "" : "=",
                       fault.value, fault.retry_after.empty() ? "" : ",retry-after=", fault.retry_after,
                       fault.left ? "/" : "", fault.left ? std::to_string(*fault.left) : "",
                       fault.path.empty() ? "" : "@", fault.path,
                       fault.first > 1 ? fmt::format("#{}", fault.first) : "");
}

}  // namespace mdm::sandbox
