// SPDX-License-Identifier: Apache-2.0
#include "profile/value_words.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "crypto/contents.hpp"
#include "profile/certificate_words.hpp"
#include "profile/secret_keys.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace mdm::profile {
namespace {

using plist::Value;
using Words = std::optional<std::string>;

constexpr std::size_t longest_list = 20;
constexpr std::size_t longest_text = 300;
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

template <class Make>
Words of_each(const Value& value, const Make& make) {
    const auto* array = value.get_if<plist::Array>();
    if (array == nullptr)
        return make(value);
    std::vector<std::string> all;
    for (const Value& item : *array) {
        Words words = make(item);
        if (!words)
            return std::nullopt;
        all.push_back(std::move(*words));
    }
    return all.empty() ? "nothing" : listed(all);
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
        const auto found =
            std::find_if(context.payloads.begin(), context.payloads.end(),
                         [uuid](const PayloadOutline& p) { return lower_case(p.uuid.text) == lower_case(*uuid); });
        return found != context.payloads.end() ? called(*found, context.sentences)
                                               : "a payload that is not in this profile";
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
    return fmt::format("'{}'", shown_text(joined(all, ", ")));
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

std::string size_in_words(std::size_t bytes) {
    constexpr std::size_t kibi = 1024;
    return bytes < kibi ? counted(static_cast<long long>(bytes), "byte") : fmt::format("{} KiB", (bytes + 512) / kibi);
}

}  // namespace

std::string span_in_words(std::int64_t seconds) {
    struct Unit {
        std::int64_t seconds;
        std::string_view name;
    };
    constexpr std::array<Unit, 3> units{{{86'400, "day"}, {3600, "hour"}, {60, "minute"}}};
    for (const Unit& unit : units)
        if (seconds != 0 && seconds % unit.seconds == 0)
            return counted(seconds / unit.seconds, unit.name);
    return counted(seconds, "second");
}

std::string listed(const std::vector<std::string>& words) {
    if (words.size() == 1)
        return words.front();
    if (words.size() > longest_list) {
        const std::vector<std::string> first(words.begin(), words.begin() + longest_list);
        return fmt::format("{} and {} more", joined(first, ", "), words.size() - longest_list);
    }
    std::string all;
    for (std::size_t i = 0; i < words.size(); ++i)
        all += (i == 0 ? "" : i + 1 == words.size() ? " and " : ", ") + words[i];
    return all;
}

std::string without_user(std::string_view text) {
    std::string shown(text);
    if (const auto scheme = shown.find("://"); scheme != std::string::npos) {
        const auto host = scheme + 3;
        const auto end = std::min(shown.find_first_of("/?# ", host), shown.size());
        if (const auto at = shown.rfind('@', end); at != std::string::npos && at >= host && at < end)
            shown.replace(host, at - host, "...");
    }
    return shown;
}

std::string shown_text(std::string_view text) {
    std::string shown = without_user(text);
    if (shown.size() <= longest_text)
        return shown;
    std::size_t cut = 0;
    for (CodePoint c = next_code_point(shown); c.width > 0 && cut + c.width <= longest_text;
         c = next_code_point(std::string_view(shown).substr(cut)))
        cut += c.width;
    return fmt::format("{}... ({} in all)", shown.substr(0, cut), size_in_words(shown.size()));
}

std::optional<std::string> in_words(const Value& value) {
    if (const auto* flag = value.get_if<bool>())
        return *flag ? "yes" : "no";
    if (const auto* number = value.get_if<std::uint64_t>())
        return fmt::format("{}", *number);
    if (const auto* text = value.get_if<std::string>())
        return fmt::format("'{}'", shown_text(*text));
    if (const auto* time = value.get_if<Time>())
        return to_rfc3339(*time);
    if (const auto* data = value.get_if<plist::Data>())
        return fmt::format("{} of data", size_in_words(data->bytes.size()));
    if (const auto* uid = value.get_if<plist::Uid>())
        return fmt::format("{}", uid->value);
    if (value.get_if<plist::Dict>() != nullptr)
        return std::nullopt;
    if (const auto* array = value.get_if<plist::Array>()) {
        const bool is_flat = std::all_of(array->begin(), array->end(), [](const Value& item) {
            return item.get_if<plist::Array>() == nullptr && item.get_if<plist::Dict>() == nullptr;
        });
        return is_flat ? of_each(value, [](const Value& item) { return in_words(item); }) : std::nullopt;
    }
    return as_written(value);
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

bool hides_value(std::string_view key, const Value& value, bool is_described) {
    if (is_secret_key(key))
        return can_be_secret(value);
    return !is_described && sounds_secret(key) &&
           (value.get_if<std::string>() != nullptr || value.get_if<plist::Array>() != nullptr);
}

bool can_be_secret(const Value& value) {
    return value.get_if<bool>() == nullptr && value.get_if<Time>() == nullptr &&
           value.get_if<plist::Data>() == nullptr && value.get_if<plist::Dict>() == nullptr;
}

std::string called(const PayloadOutline& payload, const Sentences& sentences) {
    const TypeSentences* type = sentences.of_type(payload.type);
    const std::string kind = type != nullptr ? type->kind : shown_text(payload.type);
    const std::string_view name = payload.value != nullptr ? text_of(*payload.value, "PayloadDisplayName") : "";
    return name.empty() ? kind : fmt::format("'{}' ({})", shown_text(name), kind);
}

}  // namespace mdm::profile
