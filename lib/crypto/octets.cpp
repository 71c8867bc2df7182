// SPDX-License-Identifier: Apache-2.0
#include "crypto/octets.hpp"

namespace mdm::crypto {

std::string dotted(const ASN1_OBJECT* object) {
    std::string text(80, '\0');  // OpenSSL's own OIDs fit; longer ones are asked for a second time
    int size = OBJ_obj2txt(text.data(), static_cast<int>(text.size()), object, 1);
    if (size >= static_cast<int>(text.size())) {
        text.resize(static_cast<std::size_t>(size) + 1);
        size = OBJ_obj2txt(text.data(), static_cast<int>(text.size()), object, 1);
    }
    text.resize(size < 0 ? 0 : static_cast<std::size_t>(size));
    return text;
}

}  // namespace mdm::crypto
