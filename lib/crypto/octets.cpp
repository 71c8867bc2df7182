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

std::string serial_hex(const ASN1_INTEGER* serial) {
    const BigNumber number(ASN1_INTEGER_to_BN(serial, nullptr));
    if (!number)
        throw openssl_error(ErrorCode::malformed_der, "the serial number is none");
    if (BN_is_zero(number.get()))
        return "00";
    char* hex = BN_bn2hex(number.get());
    std::string text = hex == nullptr ? "" : hex;
    OPENSSL_free(hex);
    return text;
}

}  // namespace mdm::crypto
