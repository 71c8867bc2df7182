// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

/// What an output must not be. Paths are as the user gave them; "-" is standard input or output.
namespace mdm::cli {

/// throws  output_is_input: both are the same file, by whatever names or links
void refuse_input_as_output(const std::string& output, const std::string& input);

/// True when what is written to one would replace, or be mixed into, what is written to the other. Both may be missing
/// yet; a device or FIFO, which keeps nothing, may be named twice.
bool is_same_output(const std::string& one, const std::string& other);

}  // namespace mdm::cli
