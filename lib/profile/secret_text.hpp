// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

/// Secrets that stand in a text, whatever the key is that the text stands at.
namespace mdm::profile {

/// Whether a text holds a secret as far as one can see: a private key in PEM, a token, or a line, member, element or
/// option that is named like one, as in the configuration of a VPN ("PresharedKey = ..."). What URLs hold is not asked
/// for.
bool holds_secret(std::string_view text);

/// The text, of whose URLs nothing is shown that may be a secret: what stands before an @, and the values behind ? and
/// #.
std::string without_url_secrets(std::string_view text);

/// The same of a text that was meant to be one URL, or a host: it may lack the scheme and have spaces in it, and what
/// stands before the last @ is not shown, wherever that is.
std::string shown_url(std::string_view url);

}  // namespace mdm::profile
