// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/files.hpp"
#include "base/secret.hpp"

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mdm::profile {

/// What was given for the options of `mdmctl profile new`, by their names: words as they were typed, files as they were
/// read.
class GivenOptions {
public:
    void add(std::string_view name, std::vector<std::string> words);
    void add_secret(std::string_view name, Secret secret);
    void add_file(std::string_view name, FileContent file);

    bool has(std::string_view name) const { return options_.find(name) != options_.end(); }
    /// The only word, or the last; empty where it was not given, and of a flag.
    std::string_view text(std::string_view name) const;
    std::span<const std::string> texts(std::string_view name) const;
    const Secret* secret(std::string_view name) const;  ///< nullptr: it was not given
    std::span<const FileContent> files(std::string_view name) const;

    /// For options that hang together.
    /// because   what the user wrote, for the message: "--wifi-eap tls"
    /// throws    bad_usage: it was not given
    void demand(std::string_view name, std::string_view because) const;
    /// throws    bad_usage: it was given
    void refuse(std::string_view name, std::string_view because) const;

private:
    struct Given {
        std::vector<std::string> words{};
        std::vector<Secret> secrets{};
        std::vector<FileContent> files{};
    };
    const Given* find(std::string_view name) const;
    Given& of(std::string_view name) { return options_[std::string(name)]; }

    std::map<std::string, Given, std::less<>> options_;
};

}  // namespace mdm::profile
