// SPDX-License-Identifier: Apache-2.0
// The one file that includes toml++, a heavy header.
#include "cli/config_file.hpp"

#include <stdexcept>
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wterminate"  // some of these assertions stand in functions that are noexcept
#endif
// toml++ asserts what its input may break: "[#" aborts a debug build, and in a release the assertion is an assumption
// for the optimiser, which is worse. So here its assertions stay, and throw.
#undef NDEBUG
#define TOML_ASSERT(expr)       \
    (static_cast<bool>(expr)    \
         ? static_cast<void>(0) \
         : throw std::logic_error("this is no TOML; where it goes wrong, the reader could not say"))

#include "base/encoding.hpp"
#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <toml++/toml.h>

namespace mdm::cli {
namespace {

/// toml++ 3.3 has undefined behaviour on most letters beyond ASCII where white space may stand ("tenant = é"), which is
/// no TOML but must not be more than an error. So it is given ASCII: such a byte is "~" and two hex digits, which may
/// stand where the letter may, in quotes and comments. (Written as an escape, "\u007e41" is a letter, too.)
constexpr char mark = '~';

std::string as_ascii(std::string_view text) {
    std::string ascii;
    for (const char c : text) {
        if (static_cast<unsigned char>(c) < 0x80 && c != mark)
            ascii += c;
        else
            ascii += mark + to_hex({&c, 1});
    }
    return ascii;
}

std::string from_ascii(std::string_view ascii) {
    std::string text;
    while (!ascii.empty()) {
        const auto byte = ascii.front() == mark ? from_hex(ascii.substr(1, 2)) : std::nullopt;
        text += byte && byte->size() == 1 ? *byte : std::string(1, ascii.front());
        ascii.remove_prefix(byte && byte->size() == 1 ? 3 : 1);
    }
    return text;
}

void refuse_broken_text(std::string_view text, const std::string& name) {
    unsigned line = 1;
    for (CodePoint c = next_code_point(text); c.width > 0; c = next_code_point(text)) {
        if (!c.valid)
            throw Error{ErrorCode::bad_setting, fmt::format("'{}', line {}: this is no UTF-8", name, line)};
        line += c.value == '\n' ? 1 : 0;
        text.remove_prefix(c.width);
    }
}

ConfigEntry entry_of(const toml::key& key, const toml::node& node) {
    ConfigEntry entry{from_ascii(key.str()), ConfigEntry::OtherType{}, static_cast<unsigned>(key.source().begin.line)};
    if (const auto text = node.value_exact<std::string>())
        entry.value = from_ascii(*text);
    else if (const auto flag = node.value_exact<bool>())
        entry.value = *flag;
    return entry;
}

}  // namespace

std::vector<ConfigEntry> parse_config(std::string_view bytes, const std::string& name) {
    const std::string text = decode_text(bytes).text;
    refuse_broken_text(text, name);
    std::vector<ConfigEntry> entries;
    try {
        for (const auto& [key, node] : toml::parse(as_ascii(text)))
            entries.push_back(entry_of(key, node));
    } catch (const toml::parse_error& e) {
        throw Error{ErrorCode::bad_setting,
                    fmt::format("'{}', line {}: {}", name, e.source().begin.line, from_ascii(e.description()))};
    } catch (const std::logic_error& e) {
        throw Error{ErrorCode::bad_setting, fmt::format("'{}': {}", name, e.what())};
    }
    // toml++ sorts by key; people read from the top.
    std::stable_sort(entries.begin(), entries.end(),
                     [](const ConfigEntry& a, const ConfigEntry& b) { return a.line < b.line; });
    return entries;
}

}  // namespace mdm::cli
