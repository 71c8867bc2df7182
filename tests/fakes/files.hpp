// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/files.hpp"
#include "crypto/contents.hpp"

#include <optional>
#include <string>
#include <utility>

namespace mdm::fakes {

/// What read_file would give for a file that only its owner can read.
inline FileContent file_of(std::string bytes, std::string name = "f") {
    FileContent file;
    file.name = std::move(name);
    file.bytes = Secret{std::move(bytes)};
    return file;
}

/// Nobody is there to give a passphrase.
inline std::optional<Secret> no_passphrase() { return std::nullopt; }

inline crypto::PassphraseSource passphrase(std::string words) {
    return [words]() -> std::optional<Secret> { return Secret{std::string(words)}; };
}

}  // namespace mdm::fakes
