// SPDX-License-Identifier: Apache-2.0
#include "cli/display_width.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <clocale>
#include <cwchar>
#ifdef __APPLE__
#include <xlocale.h>
#endif

namespace mdm::cli {
namespace {

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// wcwidth() answers by the locale. A UTF-8 one is used for the length of this object, and the program's own stays "C".
class Utf8Locale {
public:
    Utf8Locale() : before_(locale() == locale_t{} ? locale_t{} : ::uselocale(locale())) {}
    Utf8Locale(const Utf8Locale&) = delete;
    Utf8Locale& operator=(const Utf8Locale&) = delete;
    ~Utf8Locale() {
        if (before_ != locale_t{})
            ::uselocale(before_);
    }

private:
    static locale_t locale() {
        static const locale_t made = [] {
            for (const char* name : {"C.UTF-8", "UTF-8", "en_US.UTF-8"})
                if (const locale_t found = ::newlocale(LC_CTYPE_MASK, name, locale_t{}); found != locale_t{})
                    return found;
            return locale_t{};
        }();
        return made;
    }

    locale_t before_;
};

std::size_t width_of(char32_t c) {
    const int width = ::wcwidth(static_cast<wchar_t>(c));
    // Newer than libc's tables, or no UTF-8 locale there: most characters take one column.
    return width < 0 ? 1 : static_cast<std::size_t>(width);
}

}  // namespace

std::size_t display_width(std::string_view text) {
    if (is_ascii(text))
        return text.size();
    const Utf8Locale in_use;
    std::size_t width = 0;
    for (CodePoint c = next_code_point(text); c.width > 0; c = next_code_point(text)) {
        width += width_of(c.value);
        text.remove_prefix(c.width);
    }
    return width;
}

std::string padded(std::string_view text, std::size_t width) {
    const std::size_t used = display_width(text);
    std::string out(text);
    out.append(width > used ? width - used : 0, ' ');
    return out;
}

std::string padded_left(std::string_view text, std::size_t width) {
    const std::size_t used = display_width(text);
    std::string out(width > used ? width - used : 0, ' ');
    out += text;
    return out;
}

std::vector<std::string> wrapped(std::string_view paragraph, std::size_t width) {
    std::vector<std::string> lines;
    std::string line;
    for (const std::string_view word : split(paragraph, ' ')) {
        if (word.empty())
            continue;
        if (!line.empty() && display_width(line) + 1 + display_width(word) > width) {
            lines.push_back(std::move(line));
            line.clear();
        }
        if (!line.empty())
            line += ' ';
        line += word;
    }
    if (!line.empty() || lines.empty())
        lines.push_back(std::move(line));
    return lines;
}

}  // namespace mdm::cli
