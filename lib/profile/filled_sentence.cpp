// SPDX-License-Identifier: Apache-2.0
#include "profile/filled_sentence.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "crypto/contents.hpp"
#include "profile/certificate_words.hpp"
#include "profile/secret_keys.hpp"
#include "profile/value_words.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace mdm::profile {
namespace {

using plist::Value;
using Words = std::optional<std::string>;

constexpr std::string_view not_shown = "(not shown)";

/// A number that may count something: not negative, and not beyond what is added up below.
std::optional<std::int64_t> count_of(const Value& value) {
    constexpr std::int64_t most = std::int64_t{1} << 40;
    if (const auto* number = value.get_if<std::int64_t>(); number != nullptr && *number >= 0 && *number < most)
        return *number;
    if (const auto* number = value.get_if<double>(); number != nullptr && *number >= 0 && *number < double{most})
        return std::llround(*number);
    return std::nullopt;
}

/// A boolean, or the 1 or 0 that VPNs have for one.
std::optional<bool> flag_of(const Value& value) {
    if (const bool* flag = value.get_if<bool>())
        return *flag;
    if (const auto* number = value.get_if<std::int64_t>(); number != nullptr && (*number == 0 || *number == 1))
        return *number == 1;
    return std::nullopt;
}

/// The value as the table writes it behind "=".
std::string as_written(const Value& value) {
    if (const auto* text = value.get_if<std::string>())
        return *text;
    if (const auto* number = value.get_if<std::int64_t>())
        return fmt::format("{}", *number);
    if (const auto* number = value.get_if<double>())
        return fmt::format("{}", *number);
    return {};
}

/// The words of a value or, of an array, of its first items.
template <class Make>
Words of_each(const Value& value, const Make& make) {
    const auto* array = value.get_if<plist::Array>();
    if (array == nullptr)
        return make(value);
    const std::size_t told = std::min(array->size(), most_listed);
    std::vector<std::string> all;
    for (std::size_t i = 0; i < told; ++i) {
        Words words = make((*array)[i]);
        if (!words)
            return std::nullopt;
        all.push_back(std::move(*words));
    }
    return all.empty() ? "nothing" : listed(all, array->size() - told);
}

/// "A=WORDS|B=WORDS"
Words of_choice(std::string_view choices, const Value& value) {
    return of_each(value, [choices](const Value& item) -> Words {
        const std::string written = as_written(item);
        for (const std::string_view choice : split(choices, '|'))
            if (const auto at = choice.find('='); !written.empty() && choice.substr(0, at) == written)
                return std::string(choice.substr(at + 1));
        return in_words(item);
    });
}

Words of_bits(std::string_view choices, const Value& value) {
    const auto number = count_of(value);
    if (!number)
        return std::nullopt;
    std::vector<std::string> all;
    std::int64_t told = 0;
    for (const std::string_view choice : split(choices, '|')) {
        const auto at = choice.find('=');
        std::int64_t bit = 0;
        for (const char digit : choice.substr(0, at))
            bit = bit * 10 + (digit - '0');
        if ((*number & bit) == 0)
            continue;
        all.emplace_back(choice.substr(at + 1));
        told |= bit;
    }
    if (told != *number)
        all.push_back(fmt::format("what {} stands for", *number - told));
    return all.empty() ? "do nothing" : listed(all);
}

Words of_payload(const Value& value, const Context& context) {
    return of_each(value, [&context](const Value& item) -> Words {
        const auto* uuid = item.get_if<std::string>();
        if (uuid == nullptr)
            return std::nullopt;
        const PayloadOutline* payload = context.payload(*uuid);
        return payload != nullptr ? called(*payload, context.sentences()) : "a payload that is not in this profile";
    });
}

std::string words_for(const crypto::Certificate& certificate) {
    return fmt::format("{}, valid until {}", called(certificate), to_rfc3339(certificate.not_after()).substr(0, 10));
}

Words of_certificate(const Value& value) {
    const auto* data = value.get_if<plist::Data>();
    if (data == nullptr)
        return std::nullopt;
    try {
        if (data->bytes.find("-----BEGIN CERTIFICATE-----") == std::string::npos)
            return words_for(crypto::Certificate::from_der(data->bytes));
        const auto contents = crypto::read_contents(data->bytes, "", [] { return std::nullopt; });
        std::vector<std::string> all;
        if (contents)
            for (const crypto::Certificate& certificate : contents->certificates)
                all.push_back(words_for(certificate));
        if (!all.empty())
            return listed(all);
    } catch (const Error&) {
        // Why it cannot be read, lint says.
    }
    return "one that cannot be read";
}

/// [[["CN","x"]],[["O","y"]]] is "CN=x, O=y".
Words of_subject(const Value& value) {
    const auto* names = value.get_if<plist::Array>();
    if (names == nullptr)
        return std::nullopt;
    std::vector<std::string> all;
    for (const Value& name : *names) {
        const auto* pairs = name.get_if<plist::Array>();
        if (pairs == nullptr)
            return std::nullopt;
        for (const Value& pair : *pairs) {
            const auto* two = pair.get_if<plist::Array>();
            if (two == nullptr || two->size() != 2 || two->front().get_if<std::string>() == nullptr ||
                two->back().get_if<std::string>() == nullptr)
                return std::nullopt;
            const std::string& key = *two->front().get_if<std::string>();
            const bool is_secret = is_password_attribute(key);
            all.push_back(fmt::format("{}={}", key,
                                      is_secret ? not_shown : std::string_view(*two->back().get_if<std::string>())));
        }
    }
    return fmt::format("'{}'", cut_short(joined(all, ", ")));
}

std::size_t icons_in(const Value& pages) {
    const auto* array = pages.get_if<plist::Array>();
    std::size_t count = 0;
    if (array != nullptr)
        for (const Value& page : *array)
            count += page.get_if<plist::Array>() != nullptr ? page.get_if<plist::Array>()->size() : 0;
    return count;
}

std::string icon(const Value& value) {
    const std::string_view type = text_of(value, "Type");
    if (type == "Folder") {
        const Value* pages = value.find("Pages");
        const auto count = static_cast<long long>(pages != nullptr ? icons_in(*pages) : 0);
        return fmt::format("the folder '{}' ({})", shown_text(text_of(value, "DisplayName")), counted(count, "icon"));
    }
    if (type == "WebClip")
        return fmt::format("the web clip '{}'", shown_text(text_of(value, "URL")));
    return fmt::format("'{}'", shown_text(text_of(value, "BundleID")));
}

/// Of a dock, which is an array of icons, or of pages, which are arrays of such.
Words of_icons(const Value& value) {
    const auto* array = value.get_if<plist::Array>();
    if (array == nullptr)
        return std::nullopt;
    std::vector<std::string> icons;
    std::vector<std::string> pages;
    for (const Value& item : *array) {
        if (item.get_if<plist::Dict>() != nullptr) {
            icons.push_back(icon(item));
        } else if (const auto* page = item.get_if<plist::Array>()) {
            std::vector<std::string> on_page;
            for (const Value& one : *page)
                on_page.push_back(icon(one));
            pages.push_back(fmt::format("on page {} {}", pages.size() + 1,
                                        on_page.empty() ? std::string("nothing") : listed(on_page)));
        } else {
            return std::nullopt;
        }
    }
    if (!pages.empty())
        return joined(pages, "; ");
    return icons.empty() ? "nothing" : listed(icons);
}

Words of_span(const Value& value, std::int64_t unit) {
    const auto number = count_of(value);
    return number ? Words(span_in_words(*number * unit)) : std::nullopt;
}

Words of_place(std::string_view place, std::string_view key, const Value& value, const Context& context) {
    if (place == "key")
        return shown_text(key);
    if (is_secret_key(key))
        return std::string(not_shown);
    if (place.empty())
        return in_words(value);
    if (place.starts_with("n ")) {
        const auto number = count_of(value);
        return number ? Words(counted(*number, place.substr(2))) : std::nullopt;
    }
    if (place == "seconds" || place == "minutes" || place == "days")
        return of_span(value, place == "days" ? 86'400 : place == "minutes" ? 60 : 1);
    if (place == "payload")
        return of_payload(value, context);
    if (place == "certificate")
        return of_certificate(value);
    if (place == "subject")
        return of_subject(value);
    if (place == "icons")
        return of_icons(value);
    return place.starts_with("bits ") ? of_bits(place.substr(5), value) : of_choice(place, value);
}

}  // namespace

Context::Context(const Sentences& sentences, const std::vector<PayloadOutline>& payloads) : sentences_(sentences) {
    for (const PayloadOutline& payload : payloads)
        by_uuid_.try_emplace(lower_case(payload.uuid.text), &payload);
}

const PayloadOutline* Context::payload(std::string_view uuid) const {
    const auto found = by_uuid_.find(lower_case(uuid));
    return found != by_uuid_.end() ? found->second : nullptr;
}

const Sentence* sentence_for(const KeySentences& said, const Value& value) {
    if (const auto flag = flag_of(value); flag && said.yes)
        return *flag ? &*said.yes : &*said.no;
    const auto* real = value.get_if<double>();
    const std::string written = real == nullptr ? as_written(value) : std::string();
    for (const auto& [one, sentence] : said.for_value)
        if (one == written)
            return &sentence;
    return said.for_any ? &*said.for_any : nullptr;
}

std::optional<std::string> filled_in(std::string_view sentence, std::string_view key, const Value& value,
                                     const Context& context) {
    std::string filled;
    while (!sentence.empty()) {
        const auto open = sentence.find('{');
        filled += sentence.substr(0, open);
        if (open == std::string_view::npos)
            break;
        const auto close = sentence.find('}', open);
        const auto words = of_place(sentence.substr(open + 1, close - open - 1), key, value, context);
        if (!words)
            return std::nullopt;
        filled += *words;
        sentence.remove_prefix(close + 1);
    }
    return filled;
}

std::string called(const PayloadOutline& payload, const Sentences& sentences) {
    const TypeSentences* type = sentences.of_type(payload.type);
    const std::string kind = type != nullptr ? type->kind : shown_text(payload.type);
    const std::string_view name = payload.value != nullptr ? text_of(*payload.value, "PayloadDisplayName") : "";
    return name.empty() ? kind : fmt::format("'{}' ({})", shown_text(name), kind);
}

}  // namespace mdm::profile
