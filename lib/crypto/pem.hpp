// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/secret.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// The text form of RFC 7468, read as people's files have it: any line ends, line lengths and indentation, text
/// around the blocks, blocks glued together without a newline. For lib/crypto/*.cpp alone.
namespace mdm::crypto {

/// One block, in the text that it was found in.
struct PemBlock {
    std::string_view label;     ///< "CERTIFICATE"
    std::string_view dek_info;  ///< of an encrypted key (RFC 1421, 4.6.1.3): "DES-EDE3-CBC,5716A2...", or empty
    std::string_view body;      ///< the base64, headers taken off
    std::size_t line = 0;       ///< that BEGIN stands in, counted from 1
    std::size_t body_line = 0;
};

/// The blocks of a text, in order; none where no line begins with a PEM boundary.
/// name    what to call the file in errors
/// throws  malformed_pem: a boundary without its partner, or with one of another label
///         too_large: more than limits::pem_blocks
std::vector<PemBlock> split_pem(std::string_view text, std::string_view name);

/// The bytes of a block; they may be a key. throws  malformed_pem
Secret decode(const PemBlock& block, std::string_view name);

/// Lines of 64 characters, Unix newlines, one at the end (RFC 7468, 2).
std::string to_pem_block(std::string_view label, std::string_view der);

}  // namespace mdm::crypto
