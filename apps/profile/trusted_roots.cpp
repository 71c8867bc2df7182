// SPDX-License-Identifier: Apache-2.0
#include "profile/trusted_roots.hpp"

#include "apns/credential_files.hpp"
#include "base/limits.hpp"

#include <fmt/format.h>

namespace mdm::apps {

profile::Trust trusted_roots(const cli::World& world, const std::vector<cli::InputFile>& authorities) {
    if (authorities.empty())
        return profile::trust_in_system();
    std::vector<crypto::Certificate> all;
    std::string names;
    for (const cli::InputFile& file : authorities) {
        const FileContent content = world.read(file, limits::authorities_file);
        const auto more = apns::read_certificates(content, [] { return std::optional<Secret>{}; });
        all.insert(all.end(), more.begin(), more.end());
        names += fmt::format("{}'{}'", names.empty() ? "" : ", ", content.name);
    }
    return profile::trust_in(all, fmt::format("the roots in {}", names));
}

}  // namespace mdm::apps
