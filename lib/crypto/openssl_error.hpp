// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

#include <openssl/err.h>
#include <string>

namespace mdm::crypto {

/// An Error that ends with the reason OpenSSL gives, "the certificate does not parse: wrong tag"; empties its queue.
/// To be called where the call failed, before any other.
Error openssl_error(ErrorCode code, std::string what);

/// What OpenSSL complains of while this lives is forgotten: for calls whose failure is an answer, not an error.
class QuietErrors {
public:
    QuietErrors() { ERR_set_mark(); }
    QuietErrors(const QuietErrors&) = delete;
    QuietErrors& operator=(const QuietErrors&) = delete;
    ~QuietErrors() { ERR_pop_to_mark(); }
};

}  // namespace mdm::crypto
