// SPDX-License-Identifier: Apache-2.0
// Published vectors, which are not part of the repository.
#pragma once

#include "catch.hpp"
#include "generated/test_places.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

namespace mdm::fakes {

/// A file of the shared data; nullopt where it is not there, which the test's output then says.
/// $MDMCTL_SHARED_DATA names another folder than the one beside the checkout.
inline std::optional<std::string> shared_data(const std::string& path) {
    const char* elsewhere = std::getenv("MDMCTL_SHARED_DATA");
    const std::filesystem::path file =
        std::filesystem::path(elsewhere != nullptr ? elsewhere : MDMCTL_SHARED_DATA) / path;
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        WARN("SKIPPED: the published vector " << file.string() << " is not there, so nothing was compared with it");
        return std::nullopt;
    }
    return std::string{std::istreambuf_iterator<char>(in), {}};
}

/// The same of a folder.
inline std::optional<std::filesystem::path> shared_folder(const std::string& path) {
    const char* elsewhere = std::getenv("MDMCTL_SHARED_DATA");
    const std::filesystem::path folder =
        std::filesystem::path(elsewhere != nullptr ? elsewhere : MDMCTL_SHARED_DATA) / path;
    if (std::filesystem::is_directory(folder))
        return folder;
    WARN("SKIPPED: the published data " << folder.string() << " are not there, so nothing was compared with them");
    return std::nullopt;
}

}  // namespace mdm::fakes
