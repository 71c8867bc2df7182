// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

#include <optional>
#include <string>
#include <string_view>

/// What mail programs, web forms, word processors and shells do to a file on its way. Such a file is refused all the
/// same: the portal and the MDM servers do not read it either. But it is refused with the words that help.
namespace mdm::apns {

struct Mishap {
    std::string message;  ///< "'x.pem' is the base64 of a certificate, without its BEGIN and END lines"
    std::string hint;     ///< the command that undoes it, where there is one
};

/// Looks for: UTF-16 without a byte order mark; PEM that was quoted, put on one line with "\n" written out, put into
/// JSON, or whose dashes are not five; base64 that was made twice, for a URL, URL-encoded, or that has lost its BEGIN
/// and END lines; a push certificate request that was given some; nothing but zero bytes.
/// name     the file
/// nullopt: none of these
std::optional<Mishap> find_mishap(std::string_view bytes, std::string_view name);

/// What is to be thrown in the place of `error`, which a reader of these bytes threw: the mishap where there is one,
/// else the error itself. A hint is never missing.
Error explained(const Error& error, std::string_view bytes, std::string_view name);

}  // namespace mdm::apns
