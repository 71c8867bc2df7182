// SPDX-License-Identifier: Apache-2.0
#include "profile/new_values.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "profile/new_addresses.hpp"
#include "profile/secret_keys.hpp"
#include "profile/secret_text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

namespace mdm::profile {
namespace {

using Form = NewOption::Form;

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFFFE || c == 0xFFFF; }

/// What stands against a text; empty where it can stand in a profile.
std::string objection(std::string_view text, Lines lines) {
    while (!text.empty()) {
        const CodePoint point = next_code_point(text);
        if (!point.valid)
            return "is not UTF-8";
        const bool parts_lines = lines == Lines::several && (point.value == '\n' || point.value == '\t');
        if (is_control(point.value) && !parts_lines)
            return point.value == '\n' ? "has a line break in it"
                                       : fmt::format("has a control character in it, U+{:04X}",
                                                     static_cast<std::uint32_t>(point.value));
        text.remove_prefix(point.width);
    }
    return {};
}

[[noreturn]] void refuse(const NewOption& option, std::string_view value, std::string_view form, std::string hint) {
    throw Error{ErrorCode::bad_usage, fmt::format("'{}' is no {}, which {} takes", shown_url(value), form, option.name),
                std::move(hint)};
}

void check_form(const NewOption& option, std::string_view value) {
    switch (option.form) {
        case Form::text:
            return;
        case Form::web_url:
            return check_url(option.name, value, "http|https");
        case Form::https_url:
            return check_url(option.name, value, "https");
        case Form::uri:
            return check_url(option.name, value, "");
        case Form::host:
            if (!is_host(value))
                refuse(option, value, "name or address of a host", "server.example.com, without https:// and port");
            return;
        case Form::port:
            if (!port_of(value))
                refuse(option, value, "port", "1 to 65535");
            return;
        case Form::account: {
            const auto at = value.find('@');
            if (!is_placeholder(value) && (at == 0 || at == std::string_view::npos || !is_host(value.substr(at + 1))))
                refuse(option, value, "account", "jo@example.com");
            return;
        }
    }
}

void check_words(const NewOption& option, std::span<const std::string> words) {
    for (auto word = words.begin(); word != words.end(); ++word) {
        check_text(option.name, *word);
        check_form(option, *word);
        if (option.kind == NewOption::Kind::number && word->starts_with('-'))
            throw Error{ErrorCode::bad_usage,
                        fmt::format("'{}' is below 0, and {} takes 0 or more", *word, option.name)};
        if (!option.words.empty() && std::find(words.begin(), word, *word) != word)
            throw Error{ErrorCode::bad_usage, fmt::format("{} {} is there twice", option.name, *word)};
    }
}

}  // namespace

void check_values(const NewType& type, const GivenOptions& given) {
    for (const NewOption& option : type.options) {
        check_words(option, given.texts(option.name));
        if (const Secret* secret = given.secret(option.name))
            check_secret(option.name, *secret);
    }
}

void check_text(std::string_view option, std::string_view text, Lines lines) {
    if (const std::string wrong = objection(text, lines); !wrong.empty())
        throw Error{ErrorCode::bad_usage, fmt::format("what is given for {} {}", option, wrong)};
}

void check_secret(std::string_view option, const Secret& secret) {
    if (const std::string wrong = objection(secret.reveal(), Lines::one); !wrong.empty())
        throw Error{ErrorCode::wrong_format, fmt::format("what is in {} {}", option, wrong)};
}

}  // namespace mdm::profile
