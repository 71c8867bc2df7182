// SPDX-License-Identifier: Apache-2.0
#include "cli/settings.hpp"

#include "base/error.hpp"
#include "base/files.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "cli/config_file.hpp"
#include "cli/suggestion.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fmt/format.h>
#include <system_error>
#include <variant>

namespace mdm::cli {
namespace {

using Member = std::variant<std::string Settings::*, bool Settings::*, Output Settings::*>;

/// One setting by its two names. Options are declared in common_options.cpp.
struct Known {
    std::string_view key;
    std::string_view variable;
    Member member;
};

const std::array<Known, 9> known_settings{{
    {"output", "MDMCTL_OUTPUT", &Settings::output},
    {"tenant", "MDMCTL_TENANT", &Settings::tenant},
    {"store", "MDMCTL_STORE", &Settings::store},
    {"store_key_file", "MDMCTL_STORE_KEY_FILE", &Settings::store_key_file},
    {"actor", "MDMCTL_ACTOR", &Settings::actor},
    {"ca_file", "MDMCTL_CA_FILE", &Settings::ca_file},
    {"user_agent", "MDMCTL_USER_AGENT", &Settings::user_agent},
    {"no_input", "MDMCTL_NO_INPUT", &Settings::no_input},
    {"sandbox_dir", "MDMCTL_SANDBOX_DIR", &Settings::sandbox_dir},
}};

std::string value_or_empty(const Environment& environment, std::string_view name) {
    const auto found = environment.find(name);
    return found == environment.end() ? std::string() : found->second;
}

/// A base directory by the XDG specification: relative ones count as not set, and so does a relative HOME.
std::string xdg_folder(const Environment& environment, std::string_view variable, std::string_view below_home) {
    const std::string folder = value_or_empty(environment, variable);
    if (folder.starts_with("/"))
        return folder;
    const std::string home = value_or_empty(environment, "HOME");
    return home.starts_with("/") ? fmt::format("{}/{}", home, below_home) : std::string();
}

Output output_in(std::string_view word, const std::string& source) {
    const auto output = output_named(word);
    if (!output)
        throw Error{ErrorCode::bad_setting,
                    fmt::format("{}: '{}' is no output: table, json, jsonl or csv", source, word)};
    return *output;
}

bool flag_in(std::string_view word, const std::string& source) {
    const std::string lower = lower_case(word);
    if (lower == "1" || lower == "true" || lower == "yes")
        return true;
    if (lower == "0" || lower == "false" || lower == "no")
        return false;
    throw Error{ErrorCode::bad_setting, fmt::format("{}: '{}' is neither 1 nor 0", source, word)};
}

struct FromVariable {
    Settings& settings;
    const std::string& value;
    const std::string source;

    void operator()(std::string Settings::*member) const { settings.*member = value; }
    void operator()(bool Settings::*member) const { settings.*member = flag_in(value, source); }
    void operator()(Output Settings::*member) const { settings.*member = output_in(value, source); }
};

struct FromFile {
    Settings& settings;
    const ConfigEntry& entry;
    const std::string source;

    void operator()(std::string Settings::*member) const { settings.*member = text(); }
    void operator()(Output Settings::*member) const { settings.*member = output_in(text(), source); }
    void operator()(bool Settings::*member) const {
        const bool* flag = std::get_if<bool>(&entry.value);
        if (flag == nullptr)
            throw Error{ErrorCode::bad_setting, fmt::format("{}: '{}' must be true or false", source, entry.key)};
        settings.*member = *flag;
    }

private:
    const std::string& text() const {
        const auto* value = std::get_if<std::string>(&entry.value);
        if (value == nullptr)
            throw Error{ErrorCode::bad_setting, fmt::format("{}: '{}' must be a text in quotes", source, entry.key)};
        return *value;
    }
};

std::string warning_of_unknown(const ConfigEntry& entry, const std::string& source) {
    std::vector<std::string> keys;
    for (const Known& known : known_settings)
        keys.emplace_back(known.key);
    const std::string meant = closest(entry.key, keys);
    return fmt::format("{}: there is no setting '{}'{}", source, entry.key,
                       meant.empty() ? "" : fmt::format("; did you mean '{}'?", meant));
}

void apply(const ConfigEntry& entry, const std::string& path, StartingSettings& starting) {
    const std::string source = fmt::format("'{}', line {}", path, entry.line);
    const auto found = std::find_if(known_settings.begin(), known_settings.end(),
                                    [&](const Known& known) { return known.key == entry.key; });
    if (found == known_settings.end())
        starting.warnings.push_back(warning_of_unknown(entry, source));
    else
        std::visit(FromFile{starting.settings, entry, source}, found->member);
}

/// nullopt: it is empty. throws  bad_setting, whatever keeps it from being read
std::optional<FileContent> read_config_file(const std::string& path) {
    std::error_code failed;
    // One that never ends, or waits for somebody to write, must not keep every command from starting.
    if (!std::filesystem::is_regular_file(path, failed))
        throw Error{ErrorCode::bad_setting, fmt::format("the configuration file '{}' is no regular file", path)};
    try {
        return read_file(path, limits::config_file);
    } catch (const Error& e) {
        if (e.code() == ErrorCode::empty_file)
            return std::nullopt;
        throw Error{ErrorCode::bad_setting, fmt::format("the configuration file cannot be used: {}", e.message())};
    }
}

void apply_config_file(const std::string& path, StartingSettings& starting) {
    if (!identity_of(path))
        return;
    const auto file = read_config_file(path);
    if (!file)
        return;
    if (file->others_can_write)
        throw Error{ErrorCode::others_can_write, fmt::format("other users can change '{}'", path),
                    fmt::format("chmod go-w {}", shell_quoted(path))};
    for (const ConfigEntry& entry : parse_config(file->bytes.reveal(), path))
        apply(entry, path, starting);
}

/// In small letters or capitals, as curl(1) takes them.
bool is_about_proxies(std::string_view name) {
    return name == "https_proxy" || name == "HTTPS_PROXY" || name == "no_proxy" || name == "NO_PROXY";
}

std::string either(const Environment& environment, std::string_view name, std::string_view other) {
    std::string value = value_or_empty(environment, name);
    return value.empty() ? value_or_empty(environment, other) : value;
}

}  // namespace

Environment environment_of(const char* const* variables) {
    Environment environment;
    for (; *variables != nullptr; ++variables) {
        const std::string_view variable = *variables;
        const auto equals = variable.find('=');
        if (equals == std::string_view::npos || equals + 1 == variable.size())
            continue;
        const std::string_view name = variable.substr(0, equals);
        if (name.starts_with("MDMCTL_") || name.starts_with("XDG_") || name == "HOME" || name == "TERM" ||
            name == "NO_COLOR" || name == "CREDENTIALS_DIRECTORY" || is_about_proxies(name))
            environment.emplace(name, variable.substr(equals + 1));
    }
    return environment;
}

std::optional<Output> output_named(std::string_view word) {
    if (word == "table")
        return Output::table;
    if (word == "json")
        return Output::json;
    if (word == "jsonl")
        return Output::jsonl;
    if (word == "csv")
        return Output::csv;
    return std::nullopt;
}

StartingSettings starting_settings(const Environment& environment) {
    StartingSettings starting;
    Settings& settings = starting.settings;
    const std::string state = xdg_folder(environment, "XDG_STATE_HOME", ".local/state");
    if (!state.empty()) {
        settings.sandbox_dir = state + "/mdmctl/sandbox";
        settings.store = state + "/mdmctl/mdmctl.db";
    }
    if (const std::string cache = xdg_folder(environment, "XDG_CACHE_HOME", ".cache"); !cache.empty())
        settings.cache_dir = cache + "/mdmctl";
    if (const std::string data = xdg_folder(environment, "XDG_DATA_HOME", ".local/share"); !data.empty())
        settings.data_dir = data + "/mdmctl";
    settings.credentials_dir = value_or_empty(environment, "CREDENTIALS_DIRECTORY");
    const std::string config = xdg_folder(environment, "XDG_CONFIG_HOME", ".config");
    if (!config.empty()) {
        settings.keys_dir = config + "/mdmctl/keys";
        apply_config_file(config + "/mdmctl/config.toml", starting);
    }
    for (const Known& known : known_settings)
        if (const auto found = environment.find(known.variable); found != environment.end())
            std::visit(FromVariable{settings, found->second, std::string(known.variable)}, known.member);
    settings.store_named = !state.empty() && settings.store != state + "/mdmctl/mdmctl.db";
    settings.https_proxy = either(environment, "https_proxy", "HTTPS_PROXY");
    settings.no_proxy = either(environment, "no_proxy", "NO_PROXY");
    settings.apns_url = value_or_empty(environment, "MDMCTL_APNS_URL");
    settings.dep_url = value_or_empty(environment, "MDMCTL_DEP_URL");
    settings.clock_file = clock_file_of(environment);
    settings.rehearsal =
        environment.contains("MDMCTL_SANDBOX_DIR") && identity_of(settings.sandbox_dir + "/rehearsal").has_value();
    settings.moved = joined(what_is_moved(environment), "; ");
    return starting;
}

}  // namespace mdm::cli
