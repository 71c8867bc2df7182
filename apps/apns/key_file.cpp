// SPDX-License-Identifier: Apache-2.0
#include "apns/key_file.hpp"

#include "apns/credential_files.hpp"
#include "base/limits.hpp"

namespace mdm::apps {

FileContent read_key_file(const cli::World& world, const cli::InputFile& file) {
    FileContent content = world.read(file, limits::credential_file);
    if (apns::holds_private_key(content))
        world.guard(content);
    return content;
}

}  // namespace mdm::apps
