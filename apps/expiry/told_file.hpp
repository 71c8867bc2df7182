// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "cli/world.hpp"

#include <string>
#include <vector>

namespace mdm::apps {

/// What a file says of its own end.
struct EndInFile {
    std::string service;  ///< what kind of thing it is: "certificate", "vpp"
    std::string name;     ///< what it calls itself; empty: nothing
    Time not_after;
    std::vector<Finding> remarks{};
};

/// Of a certificate or PKCS#12 the earliest end among all certificates in there counts; of an Apps and Books token its
/// own.
/// throws  end_unknown: it is of a kind that has none, or has it encrypted; passphrase_needed; what World::read() and
///         crypto::read_contents() throw
EndInFile end_in_file(const cli::World& world, const cli::InputFile& file, const cli::InputFile& passphrase_file);

}  // namespace mdm::apps
