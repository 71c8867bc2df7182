// SPDX-License-Identifier: Apache-2.0
#include "dep/refusal.hpp"

#include "base/json_object.hpp"
#include "base/text.hpp"
#include "net/endpoint.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace mdm::dep {
namespace {

/// Bytes of a refusal that are looked at. Apple's are shorter than 100.
constexpr std::size_t looked_at = std::size_t{64} * 1024;

constexpr std::string_view download_again =
    "download a new token for this service in Apple Business or School Manager, and import it within the hour: every "
    "download ends the token before it";
constexpr std::string_view look_for_the_service =
    "run the same again; if that does not help, see in Apple Business or School Manager whether the service is still "
    "there, and if it is, download a new token for it and import it within the hour";
constexpr std::string_view set_the_clock = "set this host's clock, best by NTP, then run the same again";
constexpr std::string_view accept_terms =
    "sign in to Apple Business or School Manager as a person who may accept agreements, accept them, then run the same "
    "again; the token is kept";
constexpr std::string_view look_in_between =
    "look whether a proxy or a sign-in page of this network answers in Apple's place";
constexpr std::string_view name_another_agent =
    "set MDMCTL_USER_AGENT, or user_agent in config.toml, to a name and a version without brackets, like mdmctl/1.0";

/// What a 401 says in OAuth's words, those first that tell what became of the token.
struct Problem {
    std::string_view word;
    ErrorCode code;
};
constexpr std::array<Problem, 16> problems{{
    {"token_expired", ErrorCode::token_expired},
    // These three came where somebody had generated a newer token in the portal.
    {"token_rejected", ErrorCode::token_superseded},
    {"token_revoked", ErrorCode::token_superseded},
    {"signature_invalid", ErrorCode::token_superseded},
    {"token_used", ErrorCode::token_rejected},
    // These say nothing of the token: another nonce, another time, or another mdmctl is taken.
    {"nonce_used", ErrorCode::unavailable},
    {"timestamp_refused", ErrorCode::clock_skew},
    {"parameter_absent", ErrorCode::bad_answer},
    {"parameter_rejected", ErrorCode::bad_answer},
    {"signature_method_rejected", ErrorCode::bad_answer},
    {"version_rejected", ErrorCode::bad_answer},
    {"consumer_key_unknown", ErrorCode::token_rejected},
    {"consumer_key_rejected", ErrorCode::token_rejected},
    {"consumer_key_refused", ErrorCode::token_rejected},
    {"permission_unknown", ErrorCode::token_rejected},
    {"permission_denied", ErrorCode::token_rejected},
}};

const Problem* problem_in(std::string_view body) {
    const std::string lower = lower_case(body.substr(0, looked_at));
    const auto found = std::find_if(problems.begin(), problems.end(), [&](const Problem& problem) {
        return lower.find(problem.word) != std::string::npos;
    });
    return found == problems.end() ? nullptr : &*found;
}

bool is_code(std::string_view word) {
    return !word.empty() && word.size() <= 64 &&
           word.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") == std::string_view::npos;
}

/// " (T_C_NOT_SIGNED)", or nothing.
std::string in_brackets(std::string_view word) { return word.empty() ? "" : fmt::format(" ({})", word); }

/// Codes that mean the same with whatever status, and not the session.
bool is_about_more(std::string_view code) {
    return code == "T_C_NOT_SIGNED" || code == "ACCESS_DENIED" || code == "APPLE_SEED_FOR_IT_TURNED_OFF" ||
           code.starts_with("USER_AGENT_");
}

Error told_by_code(std::string_view code, std::string_view where) {
    if (code == "T_C_NOT_SIGNED")
        return {ErrorCode::terms_not_accepted,
                fmt::format("{} waits until the organisation accepts Apple's new terms{}", where, in_brackets(code)),
                std::string(accept_terms)};
    if (code.starts_with("USER_AGENT_"))
        return {ErrorCode::bad_setting, fmt::format("{} does not take the User-Agent{}", where, in_brackets(code)),
                std::string(name_another_agent)};
    return {ErrorCode::access_denied,
            fmt::format("{} does not allow this server token to do it{}", where, in_brackets(code)),
            "see in Apple Business or School Manager what the service may do; the token is kept"};
}

/// What a 401 means for the token, and what to do, by the code that it is told with.
struct Meaning {
    std::string message;  ///< {} is who answers, and the word in brackets
    std::string_view hint;
};

Meaning meaning_of(ErrorCode code) {
    switch (code) {
        case ErrorCode::token_expired:
            return {"{} says that the server token has ended{}", download_again};
        case ErrorCode::token_superseded:
            return {
                "{} no longer takes the server token{}: by experience somebody generated a newer one, or whoever "
                "downloaded it has changed the password",
                download_again};
        case ErrorCode::unavailable:
            return {"{} has seen this request before{}", "run the same again"};
        case ErrorCode::clock_skew:
            return {"{} does not take the time that was signed{}", set_the_clock};
        case ErrorCode::bad_answer:
            return {"{} does not take how it was asked{}",
                    "see whether there is a newer mdmctl, or a proxy in between takes headers away"};
        default:
            return {"{} does not take the server token{}", look_for_the_service};
    }
}

Error unauthorized(std::string_view body, std::string_view code, std::string_view where) {
    const Problem* problem = problem_in(body);
    const ErrorCode told = problem == nullptr ? ErrorCode::token_rejected : problem->code;
    const Meaning meaning = meaning_of(told);
    return {told,
            fmt::format(fmt::runtime(meaning.message), where, in_brackets(problem == nullptr ? code : problem->word)),
            std::string(meaning.hint)};
}

Error redirected(const net::HttpResponse& response, std::string_view where) {
    std::string to;
    try {
        const auto location = response.header("Location");
        to = location ? " to " + net::parse_endpoint(*location, {"https", "http"}).name() : "";
    } catch (const Error&) {
        // It leads to no place that could be named.
    }
    return {ErrorCode::bad_answer,
            fmt::format("{} redirects{} ({}), which is not followed", where, to, response.status),
            std::string(look_in_between)};
}

Error passing(int status, std::string_view where, std::optional<Time> retry_at) {
    const bool too_often = status == 429;
    return {too_often ? ErrorCode::rate_limited : ErrorCode::unavailable,
            too_often ? fmt::format("{} was asked too often ({})", where, status)
                      : fmt::format("{} answers with {}", where, status),
            retry_at ? fmt::format("run the same again after {}", to_rfc3339(*retry_at)) : "run the same again later"};
}

}  // namespace

std::string refusal_code(std::string_view body) {
    std::string_view word = trimmed(body.substr(0, looked_at));
    if (word.starts_with('{')) {
        const auto members = json_strings(word);
        for (const char* name : {"code", "error"})
            if (members)
                if (const auto found = members->find(name); found != members->end() && is_code(found->second))
                    return found->second;
        return {};
    }
    if (word.size() >= 2 && word.starts_with('"') && word.ends_with('"'))
        word = trimmed(word.substr(1, word.size() - 2));
    return is_code(word) ? std::string(word) : std::string();
}

std::string_view oauth_problem(std::string_view body) {
    const Problem* problem = problem_in(body);
    return problem == nullptr ? std::string_view{} : problem->word;
}

bool is_web_page(std::string_view body) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (body.starts_with(byte_order_mark))
        body.remove_prefix(byte_order_mark.size());
    return trimmed(body).starts_with('<');
}

bool refuses_session(const net::HttpResponse& response) {
    // Before the body is looked into: this is asked of every answer, a page of devices too.
    if (response.status != 401 && response.status != 403)
        return false;
    const std::string code = refusal_code(response.body);
    if (is_about_more(code))
        return false;
    return response.status == 401 || code == "EXPIRED_TOKEN" ||
           std::string_view(response.body).substr(0, looked_at).find("FORBIDDEN") != std::string_view::npos;
}

Error refusal(const net::HttpResponse& response, std::string_view where, std::optional<Time> retry_at) {
    const int status = response.status;
    const std::string code = refusal_code(response.body);
    if (status >= 300 && status < 400)
        return redirected(response, where);
    if (status == 429 || status >= 500)
        return passing(status, where, retry_at);
    if (is_about_more(code))
        return told_by_code(code, where);
    if (refuses_session(response))
        return unauthorized(response.body, code, where);
    if (is_web_page(response.body))
        return no_answer(response.body, where, fmt::format("answers with {}", status));
    if (status == 403)
        return told_by_code(code, where);
    return {ErrorCode::bad_answer, fmt::format("{} answers with {}{}", where, status, in_brackets(code)),
            status == 404 ? "" : "see whether there is a newer mdmctl: Apple does not take how it was asked"};
}

Error session_refusal(const net::HttpResponse& response, std::string_view where) {
    if (problem_in(response.body) != nullptr)
        return refusal(response, where);
    return {ErrorCode::access_denied,
            fmt::format("{} gives a session for the server token, and then does not take it{}", where,
                        in_brackets(refusal_code(response.body))),
            "see whether an MDM server, or another mdmctl, works with this token at the same time, then run the same "
            "again; the token is kept"};
}

Error no_answer(std::string_view body, std::string_view where, std::string_view what) {
    const bool page = is_web_page(body);
    return {ErrorCode::bad_answer, fmt::format("{} {}{}", where, what, page ? ", but with a web page" : ""),
            page ? std::string(look_in_between) : ""};
}

}  // namespace mdm::dep
