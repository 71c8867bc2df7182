// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apns/inspection.hpp"
#include "base/error.hpp"
#include "store/database.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Whose a file is that lies about in some folder, as far as the store knows.
namespace mdm::apns {

enum class Role {
    current,  ///< it is what is in use, or its key
    earlier,  ///< it was in use once, or what it belongs to was removed
    staged,   ///< its key is that of an open request
    unknown,  ///< whose it is may be known by its topic or key all the same
};
std::string_view name(Role role);

struct Ownership {
    std::optional<std::string> tenant{};  ///< by name; nullopt: nobody's, or of a vendor certificate that all sign with
    std::optional<std::string> name{};    ///< of the push certificate, or "vendor" and the serial
    Role role = Role::unknown;
    std::vector<Finding> findings{};  ///< shared_between_tenants, where another tenant has the same
};

/// Finds the owner of what was inspected by topic, public key and serial, removed tenants and certificates included.
/// A certificate is current or earlier when it is that very one; a private key or CSR when its key is one's.
/// file   for the messages
Ownership ownership_of(store::Transaction& transaction, const Inspection& found, std::string_view file);

}  // namespace mdm::apns
