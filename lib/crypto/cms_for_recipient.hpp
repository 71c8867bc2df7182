// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/certificate.hpp"

#include <string>
#include <string_view>

namespace mdm::crypto {

/// Bytes for who has the private key of a certificate, in the form in which Apple's portals give out server tokens: CMS
/// EnvelopedData (RFC 5652, 6) in BER with indefinite lengths, the content in pieces; AES-128-CBC, and its key with RSA
/// PKCS#1 v1.5 for the one recipient, who is named by issuer and serial number. Nothing in it shows that it was not
/// changed, so it is for the pretend portal and for tests; what is ours goes out as crypto/cms_envelope.hpp has it.
/// throws  unsupported_algorithm: the key is not RSA
std::string enveloped_for(const Certificate& recipient, std::string_view plain);

}  // namespace mdm::crypto
