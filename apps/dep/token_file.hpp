// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/world.hpp"
#include "dep/encrypted_token.hpp"

#include <string>

namespace mdm::apps {

/// A file that was downloaded as a server token, closed.
struct TokenFile {
    std::string name;
    dep::EncryptedToken encrypted;
};

/// Reads it; any other file is refused by what it is: a push certificate request, an Apps and Books token, the public
/// key that the portal was given.
/// throws  not_a_server_token; malformed_der: it is one, and was cut or damaged; and what reading a file throws
TokenFile read_token_file(const cli::World& world, const cli::InputFile& file);

}  // namespace mdm::apps
