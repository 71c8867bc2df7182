// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profile/payload_schema.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace mdm::profile {

/// A checkout of Apple's device-management repository, as far as it is about profiles.
class SchemaFolder {
public:
    /// folder   the repository's, with mdm/profiles in it, or that folder itself
    /// throws   no_such_file; not_a_schema: there is no YAML file in it; too_large: more than the limit
    explicit SchemaFolder(const std::string& folder);

    /// By what the system says of its files: another text in one, and it is another.
    const std::string& identity() const noexcept { return identity_; }
    std::size_t files() const noexcept { return files_.size(); }
    /// What its cache is called: one a folder, so that two checkouts do not take each other's place.
    std::string cache_name() const;

    /// Reads all of it. throws  malformed_yaml, not_a_schema, too_deep, too_large, cannot_read: naming the file
    Schema read() const;

    /// From the cache where that is of this folder as it is now; else it is read, and the cache written.
    /// cache     a file; empty: there is none
    /// notice    is told why the cache could not be written, which keeps nothing from being judged
    Schema read_through(const std::string& cache, const std::function<void(std::string_view)>& notice) const;

private:
    std::string folder_;
    std::vector<std::string> files_;
    std::string identity_;
};

}  // namespace mdm::profile
