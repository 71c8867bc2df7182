// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace mdm::profile {

/// How a file that should be a configuration profile is written, by its outermost layer.
enum class FileForm {
    plain,        ///< a property list, XML or binary
    signed_cms,   ///< CMS SignedData in DER or BER
    signed_text,  ///< the same as PEM or S/MIME, which no device takes
    encrypted,    ///< CMS EnvelopedData around the whole file, which no device takes
    other,
};

FileForm file_form(std::string_view bytes);

}  // namespace mdm::profile
