// SPDX-License-Identifier: Apache-2.0
// The one file that includes toml++, a heavy header.
#include "cli/config_file.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <toml++/toml.h>

namespace mdm::cli {
namespace {

ConfigEntry entry_of(const toml::key& key, const toml::node& node) {
    ConfigEntry entry{std::string(key.str()), ConfigEntry::OtherType{}, static_cast<unsigned>(key.source().begin.line)};
    if (const auto text = node.value_exact<std::string>())
        entry.value = *text;
    else if (const auto flag = node.value_exact<bool>())
        entry.value = *flag;
    return entry;
}

}  // namespace

std::vector<ConfigEntry> parse_config(std::string_view text, const std::string& name) {
    std::vector<ConfigEntry> entries;
    try {
        for (const auto& [key, node] : toml::parse(text))
            entries.push_back(entry_of(key, node));
    } catch (const toml::parse_error& e) {
        throw Error{ErrorCode::bad_setting, fmt::format("'{}', line {}, column {}: {}", name, e.source().begin.line,
                                                        e.source().begin.column, e.description())};
    }
    // toml++ sorts by key; people read from the top.
    std::stable_sort(entries.begin(), entries.end(),
                     [](const ConfigEntry& a, const ConfigEntry& b) { return a.line < b.line; });
    return entries;
}

}  // namespace mdm::cli
