// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/world.hpp"
#include "dep/opening.hpp"
#include "dep/token_file.hpp"
#include "store/store.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace mdm::apps {

/// Looks into a folder for a server token that was downloaded for one of a tenant's tokens.
class DownloadWatch {
public:
    /// token_name   which of the tenant's server tokens it is for
    DownloadWatch(cli::World& world, store::Store& store, std::string folder, std::string token_name)
        : world_(world), store_(store), folder_(std::move(folder)), token_name_(std::move(token_name)) {}

    /// The newest .p7m that is made for the token's key, and is neither the one in use nor older; nullopt: none yet.
    /// What is passed over is told once for each file, as long as it stays as it is: a download for another key has
    /// ended a token somewhere. throws  cannot_read: the folder
    std::optional<std::string> find();

private:
    /// As it is: one that was replaced, or was still being written, is another.
    struct Seen {
        std::filesystem::file_time_type written;
        std::uintmax_t size = 0;
        std::string path;

        auto operator<=>(const Seen&) const = default;
    };

    std::vector<Seen> downloads() const;
    bool is_meant(const Seen& seen);
    dep::Opening opened(store::Transaction& transaction, const store::Tenant& tenant, const TokenFile& file);
    /// Why it is not for this token; nullopt: it is.
    std::optional<std::string> reason_against(const TokenFile& file);
    bool is_newer(const TokenFile& file);
    void pass_over(const Seen& seen, const std::string& why);

    cli::World& world_;
    store::Store& store_;
    std::string folder_;
    std::string token_name_;
    std::set<Seen> passed_over_;
};

}  // namespace mdm::apps
