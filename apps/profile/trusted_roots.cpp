// SPDX-License-Identifier: Apache-2.0
#include "profile/trusted_roots.hpp"

#include "apns/credential_files.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

/// throws  others_can_write: who can change the file says who is believed
std::vector<crypto::Certificate> authorities_in(const FileContent& file) {
    if (file.others_can_write)
        throw Error{ErrorCode::others_can_write,
                    fmt::format("other users can change '{}', so that it is not to be trusted", file.name),
                    fmt::format("look into it, then chmod go-w {}", shell_quoted(file.name))};
    try {
        return apns::read_certificates(file, [] { return std::optional<Secret>{}; });
    } catch (const Error& e) {
        if (e.code() != ErrorCode::not_a_certificate)
            throw;
        throw Error{e.code(), e.message(), "--ca takes the certificates of authorities, in PEM or DER"};
    }
}

}  // namespace

profile::Trust trusted_roots(const cli::World& world, const std::vector<cli::InputFile>& authorities) {
    if (authorities.empty())
        return profile::trust_in_system();
    std::vector<crypto::Certificate> all;
    std::string names;
    for (const cli::InputFile& file : authorities) {
        const FileContent content = world.read(file, limits::authorities_file);
        const auto more = authorities_in(content);
        all.insert(all.end(), more.begin(), more.end());
        names += fmt::format("{}'{}'", names.empty() ? "" : ", ", content.name);
    }
    return profile::trust_in(all, fmt::format("the roots in {}", names));
}

}  // namespace mdm::apps
