// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apns/topic_match.hpp"
#include "cli/command.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

/// What `check` and `renew` answer with --match.
namespace mdm::apps {

/// What became of one file.
struct MatchedFile {
    std::string file;
    std::optional<std::string> tenant{};
    std::optional<std::string> name{};  ///< of the push certificate
    std::optional<std::string> topic{};
    std::optional<std::string> serial{};
    cli::Value outcome{};  ///< `changed` of renew, `verdict` of check
    std::vector<Finding> findings{};
    std::optional<Error> refusal{};

    void is_for(const apns::TopicMatch& match);
    void shows(const crypto::Certificate& certificate);
    /// What was thrown, with its findings.
    void refuse(const Error& error);
};

/// Does one file after the other; what is thrown for one refuses that one alone, but for what the next one would meet
/// as well (access::concerns_the_store), which ends the run.
/// outcome   the key that it has in the answer: "changed", "verdict"
/// refused   of those with a refusal: "were refused"
cli::Result each_matched(const std::vector<cli::InputFile>& files, const std::string& outcome, std::string_view refused,
                         const std::function<void(const cli::InputFile&, MatchedFile&)>& act);

/// The tenant that --tenant itself names; empty: whoever's a file is. MDMCTL_TENANT is there for other commands.
std::string tenant_to_match(const cli::Settings& settings);

}  // namespace mdm::apps
