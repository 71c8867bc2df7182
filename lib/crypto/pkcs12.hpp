// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/reading.hpp"

#include <string_view>

namespace mdm::crypto {

/// Adds what is in a PKCS#12 (RFC 7292, DER or BER) to the reading: certificates and keys, open or encrypted; CRLs and
/// secrets are passed over. Passphrases are tried in this order: none, the empty one, the one that is asked for.
/// Without it the reading is locked: of a file with an integrity check nothing is taken, else what is not encrypted.
/// throws  malformed_der, trailing_data, wrong_passphrase, unsupported_algorithm, too_costly
void read_pkcs12(std::string_view der, Reading& reading);

}  // namespace mdm::crypto
