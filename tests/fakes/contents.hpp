// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/contents.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace mdm::fakes {

/// Reads a file 'f' with this passphrase, or with none to be had.
inline std::optional<crypto::Contents> contents_of(std::string_view bytes, std::optional<std::string> passphrase = {}) {
    return crypto::read_contents(bytes, "f", [&]() -> std::optional<Secret> {
        if (!passphrase)
            return std::nullopt;
        return Secret{std::string(*passphrase)};
    });
}

}  // namespace mdm::fakes
