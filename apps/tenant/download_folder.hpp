// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apns/holding.hpp"
#include "cli/world.hpp"

#include <filesystem>
#include <functional>
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
    /// throws   no_such_file, cannot_read
    DownloadFolder(const cli::World& world, std::string folder);

    /// One spelling for each name: "./push.pem" is "push.pem".
    static std::string normal(const std::string& name);

    /// Where a file that a row names is.
    /// throws  bad_usage: the name leads out of the folder, by a symbolic link as well; not_a_file: it is a pipe, ...
    std::string path_of(const std::string& name) const;

    /// Opens a file that a row names. A passphrase may be asked for: nothing may be locked meanwhile.
    /// passphrase_file   also inside the folder; empty: none
    /// before_speaking   is called before a person is asked or warned
    /// throws  what path_of(), reading and opening throw
    apns::Download open(const std::string& name, const std::string& passphrase_file,
                        const std::function<void()>& before_speaking) const;

    /// Looks into every file that is not among `named` (normal names), for its topic.
    void look_for_topics(const std::set<std::string>& named);
    /// The file with that topic, which ends last where there are several.
    std::optional<std::string> find(std::string_view topic) const;
    void mark_used(const std::string& name) { unused_.erase(name); }
    /// Those that were looked into and are of no use so far.
    std::vector<std::string> unused() const;

private:
    const cli::World& world_;
    std::string folder_;
    std::filesystem::path real_folder_;
    std::multimap<std::string, std::string, std::less<>> by_topic_;
    std::set<std::string> unused_;
};

}  // namespace mdm::apps
