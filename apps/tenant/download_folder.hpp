// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apns/holding.hpp"
#include "cli/world.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace mdm::apps {

/// A folder of files that were downloaded or brought along, some of which a list names.
class DownloadFolder {
public:
    /// folder   as it was named; its files are called by their names inside it
    DownloadFolder(const cli::World& world, std::string folder);

    /// Opens a file that a row names.
    /// passphrase_file   also inside the folder; empty: none
    /// throws  bad_usage: the name leads out of the folder; and what reading and opening throw
    apns::Download open(const std::string& name, const std::string& passphrase_file) const;

    /// Looks into every file that is not among `named`, for its topic. What is no open push certificate stays unused.
    void look_for_topics(const std::set<std::string>& named);
    /// The file with that topic, which ends last where there are several; it is used from then on.
    std::optional<std::string> take(std::string_view topic);
    /// Those that were looked into and not taken.
    std::vector<std::string> unused() const;
    /// The topics of those, each with its file.
    const std::multimap<std::string, std::string, std::less<>>& left() const noexcept { return by_topic_; }

private:
    std::string path_of(const std::string& name) const;

    const cli::World& world_;
    std::string folder_;
    std::multimap<std::string, std::string, std::less<>> by_topic_;
    std::set<std::string> unused_;
};

}  // namespace mdm::apps
