// SPDX-License-Identifier: Apache-2.0
#include "cli/output_files.hpp"

#include "base/error.hpp"
#include "base/files.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <system_error>

namespace mdm::cli {

void refuse_input_as_output(const std::string& output, const std::string& input) {
    std::error_code none;
    if (output == "-" || input == "-" || input.empty() || !std::filesystem::is_regular_file(output, none))
        return;
    if (const auto target = identity_of(output); target && identity_of(input) == target)
        throw Error{ErrorCode::output_is_input, fmt::format("the output '{}' is also the input '{}'", output, input),
                    "write to another file"};
}

bool is_same_output(const std::string& one, const std::string& other) {
    if (one == "-" || other == "-")
        return one == other;
    std::error_code failed;
    if (std::filesystem::exists(one, failed) && !std::filesystem::is_regular_file(one, failed))
        return false;
    if (const auto target = identity_of(one))
        return identity_of(other) == target;
    // What is not there stays relative where only the file is named.
    const auto place = [&](const std::string& path) {
        return std::filesystem::weakly_canonical(std::filesystem::absolute(path, failed), failed);
    };
    return place(one) == place(other) && !failed;
}

}  // namespace mdm::cli
