// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "archive/unpack.hpp"
#include "net/http.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mdm::profile {

/// Where Apple publishes the schema, as an archive of the branch that its releases are on.
inline constexpr std::string_view schema_url =
    "https://codeload.github.com/apple/device-management/tar.gz/refs/heads/release";

/// Apple's repository as an archive brought it.
struct FetchedSchema {
    std::vector<archive::UnpackedFile> files;  ///< paths from the repository's root
    std::size_t payload_types = 0;
    std::vector<std::pair<std::string, std::string>> systems;  ///< "iOS", "18.1", as its README says
};

/// Reads an archive of the repository and makes sure that it is one: every file of mdm/profiles is read.
/// throws  not_a_schema, malformed_yaml, what archive::unpack() throws
FetchedSchema read_schema_archive(std::string_view bytes);

/// Gets one over HTTP. throws  what HttpClient::send() throws; unavailable, no_such_file, bad_answer by its status;
/// what
///         read_schema_archive() throws
FetchedSchema fetch_schema(net::HttpClient& http, const std::string& url);

/// Puts the files into a folder, which appears whole or not at all; one that is there and holds a schema is replaced.
/// throws  output_exists: it holds something else; locked: another run writes the same folder; cannot_write
void write_schema(const FetchedSchema& schema, const std::string& folder);

/// Whether write_schema() would: the folder is not there, empty, or a schema. throws  output_exists
void judge_schema_folder(const std::string& folder);

}  // namespace mdm::profile
