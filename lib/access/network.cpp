// SPDX-License-Identifier: Apache-2.0
#include "access/network.hpp"

#include "base/error.hpp"
#include "cli/trace_file.hpp"

#include <algorithm>

namespace mdm::access {
namespace {

constexpr std::size_t longest_user_agent = 200;

const std::string& judged_user_agent(const std::string& given) {
    const bool is_line = std::all_of(given.begin(), given.end(), [](char c) { return c >= ' ' && c <= '~'; });
    if (!is_line || given.size() > longest_user_agent || given.starts_with(' ') || given.ends_with(' '))
        throw Error{ErrorCode::bad_setting, "the User-Agent is not one line of printable ASCII, 200 characters at most",
                    "set MDMCTL_USER_AGENT, or user_agent in config.toml, to a name and a version: mdmctl/1.0"};
    return given;
}

}  // namespace

net::HttpOptions http_options(const cli::Settings& settings) {
    net::HttpOptions options{.ca_file = settings.ca_file,
                             .proxy = settings.https_proxy,
                             .no_proxy = settings.no_proxy,
                             .user_agent = judged_user_agent(settings.user_agent)};
    if (settings.trace)
        options.trace = cli::TraceFile::writer(settings.trace);
    return options;
}

}  // namespace mdm::access
