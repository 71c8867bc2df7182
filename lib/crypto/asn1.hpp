// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

/// A walk over DER and BER without decoding it: enough to tell what bytes are. For lib/crypto/*.cpp alone.
namespace mdm::crypto {

/// One tag, length, value. Of an indefinite length (BER) the end is not known: the content is all that follows.
struct Element {
    int tag = 0;
    bool universal = false;
    bool constructed = false;
    bool indefinite = false;
    std::string_view content;

    bool is(int universal_tag) const { return universal && tag == universal_tag; }
    bool is_explicit(int number) const { return !universal && constructed && tag == number; }
};

/// Takes the element at the front off `bytes`; nullopt at the end, and where the bytes are none (`bytes` stays then).
std::optional<Element> take_element(std::string_view& bytes);

/// All through the object at the front of `bytes` lengths are definite and as short as can be, and strings are whole,
/// as DER has it (X.690, 10.1 and 10.2). The order of sets is not looked at.
bool is_der(std::string_view bytes);

/// What the structure of bytes says they are; whether they hold up is for OpenSSL to say.
enum class DerKind {
    none,    ///< not DER
    broken,  ///< begins as DER does, but is cut or its lengths do not fit
    other,   ///< DER of something else: a CMS message, ...
    certificate,
    certificate_request,
    revocation_list,
    public_key,
    pkcs8_key,
    encrypted_pkcs8_key,
    rsa_key,  ///< PKCS#1
    ec_key,   ///< SEC 1
    dsa_key,  ///< as OpenSSL's own traditional form
    pkcs12,
};
DerKind kind_of_der(std::string_view bytes);

}  // namespace mdm::crypto
