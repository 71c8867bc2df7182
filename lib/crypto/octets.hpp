// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/handle.hpp"
#include "crypto/openssl_error.hpp"

#include <string>
#include <string_view>

/// Between OpenSSL's unsigned bytes and ours. For lib/crypto/*.cpp alone.
namespace mdm::crypto {

inline const unsigned char* octets(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

inline unsigned char* octets(std::string& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }

inline std::string_view view(const unsigned char* data, int size) {
    return size <= 0 ? std::string_view{} : std::string_view{reinterpret_cast<const char*>(data), std::size_t(size)};
}

inline std::string_view view(const ASN1_STRING* string) {
    return string == nullptr ? std::string_view{} : view(ASN1_STRING_get0_data(string), ASN1_STRING_length(string));
}

/// DER of an object, by its i2d function.
template <auto i2d, class T>
std::string encoded(T* object) {
    unsigned char* out = nullptr;
    const int size = i2d(object, &out);
    if (size < 0)
        throw openssl_error(ErrorCode::internal_error, "an object could not be encoded");
    std::string der(view(out, size));
    OPENSSL_clear_free(out, static_cast<std::size_t>(size));
    return der;
}

/// The object at the front of `bytes`, by its d2i function; `bytes` then begins behind it. Null where none is.
template <auto d2i>
auto decoded(std::string_view& bytes) {
    const unsigned char* at = octets(bytes);
    auto* object = d2i(nullptr, &at, static_cast<long>(bytes.size()));
    if (object != nullptr)
        bytes.remove_prefix(static_cast<std::size_t>(at - octets(bytes)));
    return object;
}

/// "1.2.840.113549.1.1.11".
std::string dotted(const ASN1_OBJECT* object);

/// A serial number as Certificate::serial() has it. throws  malformed_der
std::string serial_hex(const ASN1_INTEGER* serial);

}  // namespace mdm::crypto
