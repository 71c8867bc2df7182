// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mdm::cli {

class TraceFile;

enum class Output { table, json, jsonl, csv };

/// The environment variables that mdmctl reads, as they were when it started. Empty ones count as not set.
using Environment = std::map<std::string, std::string, std::less<>>;

/// Picks MDMCTL_*, HOME, XDG_*, CREDENTIALS_DIRECTORY, TERM, NO_COLOR and proxies out of a process's environment.
Environment environment_of(const char* const* variables);

/// Everything that is not an argument of one command. Precedence: option, environment (MDMCTL_*), configuration file
/// ($XDG_CONFIG_HOME/mdmctl/config.toml), default.
struct Settings {
    Output output = Output::table;
    bool verbose = false;
    bool quiet = false;
    bool no_input = false;
    bool dry_run = false;
    bool yes = false;
    std::string tenant;           ///< --tenant, MDMCTL_TENANT; empty: the only one there is
    bool tenant_named = false;    ///< by --tenant itself, which is what cannot be undone asks for
    std::string store;            ///< --store, MDMCTL_STORE, else $XDG_STATE_HOME/mdmctl/mdmctl.db
    bool store_named = false;     ///< by --store or MDMCTL_STORE; it is not just the usual place
    std::string store_key_file;   ///< MDMCTL_STORE_KEY_FILE; empty: none was named
    std::string credentials_dir;  ///< CREDENTIALS_DIRECTORY, where systemd puts what a unit may read; or empty
    std::string keys_dir;         ///< $XDG_CONFIG_HOME/mdmctl/keys, a file a store; empty: there is no such place
    std::string moved;            ///< what_is_moved(), for the record; empty: nothing
    std::string actor;            ///< MDMCTL_ACTOR: who says to be acting; empty: the login
    std::string sandbox_dir;      ///< MDMCTL_SANDBOX_DIR, else $XDG_STATE_HOME/mdmctl/sandbox
    std::string cache_dir;        ///< $XDG_CACHE_HOME/mdmctl: what can be made again; empty: there is no such place
    std::string data_dir;         ///< $XDG_DATA_HOME/mdmctl; empty: there is no such place
    std::string ca_file;          ///< MDMCTL_CA_FILE: PEM, trusted beside the system's authorities; or empty
    std::string user_agent;       ///< MDMCTL_USER_AGENT: by which services know us; empty: mdmctl/VERSION
    std::string https_proxy;      ///< https_proxy; empty: none
    std::string no_proxy;         ///< no_proxy: hosts that are reached without it
    std::string apns_url;         ///< MDMCTL_APNS_URL: another APNs; empty: Apple's
    std::string dep_url;          ///< MDMCTL_DEP_URL: another DEP service; empty: Apple's
    std::string clock_file;       ///< MDMCTL_NOW is @FILE; empty: it is not
    std::string trace_path;       ///< --trace; empty: none was named
    std::shared_ptr<TraceFile> trace;  ///< that file, from when the command begins; or none
    /// MDMCTL_SANDBOX_DIR is set and that folder holds a file named "rehearsal": notices were given once, by who set
    /// it.
    bool rehearsal = false;
};

std::optional<Output> output_named(std::string_view word);

/// What holds before the command line is read. `warnings`: keys of the file that mean nothing.
struct StartingSettings {
    Settings settings;
    std::vector<std::string> warnings;
};

/// throws  bad_setting, naming the variable, or the file and line; others_can_write: of the configuration file
StartingSettings starting_settings(const Environment& environment);

/// The FILE of MDMCTL_NOW=@FILE; empty where the clock is no file.
std::string clock_file_of(const Environment& environment);

/// The clock that commands judge by: MDMCTL_NOW as a time, a date or @FILE (read again each time), else the real one.
/// throws  bad_setting
std::unique_ptr<Clock> clock_of(const Environment& environment);

/// The clock and the endpoints that were moved away from the real world, a sentence each.
std::vector<std::string> what_is_moved(const Environment& environment);

/// What an admin must not overlook: what_is_moved(), but nothing in a rehearsal.
std::vector<std::string> notices_of(const Environment& environment, const Settings& settings);

}  // namespace mdm::cli
