// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mdm::cli {

enum class Output { table, json, jsonl, csv };

/// Everything that is not an argument of one command. Precedence: option, environment (MDMCTL_*), configuration file
/// ($XDG_CONFIG_HOME/mdmctl/config.toml), default.
struct Settings {
    Output output = Output::table;
    bool verbose = false;
    bool quiet = false;
    bool no_input = false;
    bool dry_run = false;
    bool yes = false;
    std::string tenant;       ///< --tenant, MDMCTL_TENANT; empty: the only one there is
    std::string store;        ///< --store, MDMCTL_STORE; empty: the default place
    std::string sandbox_dir;  ///< MDMCTL_SANDBOX_DIR, else $XDG_STATE_HOME/mdmctl/sandbox
    bool rehearsal = false;   ///< MDMCTL_SANDBOX_DIR is set: notices were given once, by who set it
};

}  // namespace mdm::cli
