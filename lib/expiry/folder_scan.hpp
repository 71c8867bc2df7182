// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "base/time.hpp"

#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace mdm::expiry {

/// Something below a folder that ends.
struct Found {
    enum class Kind { certificate, pkcs12, vpp_token, encrypted_message, unreadable };
    std::string file;
    Kind kind = Kind::certificate;
    std::string name;                  ///< what it calls itself; empty: nothing
    std::optional<Time> not_after;     ///< nullopt: it cannot be read, which is never the same as "good"
    std::optional<Finding> trouble{};  ///< why not
};
std::string_view name(Found::Kind kind);

/// Every certificate, token and PKCS#12 below a folder, file by file in the order of their names. Symbolic links, pipes
/// and devices are left alone, and so is what is larger than any credential. No passphrase is asked for.
class FolderScan {
public:
    /// throws  no_such_file, cannot_read, not_a_file: it is no folder
    explicit FolderScan(const std::string& folder);

    /// nullopt: there are no more.
    std::optional<Found> next();
    std::size_t files() const noexcept { return files_; }  ///< looked into so far

private:
    void enter(const std::string& folder);
    void look_into(const std::string& file);

    std::vector<std::vector<std::string>> folders_;  ///< what is left of each on the way down, the next one last
    std::deque<Found> waiting_;
    std::size_t files_ = 0;
};

/// What is in a file that ends; nothing: it is of no kind that does.
std::vector<Found> ends_in(const std::string& file, std::string_view bytes);

}  // namespace mdm::expiry
