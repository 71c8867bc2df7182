// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What the pretend portal for organisations (Apple Business Manager, Apple School Manager) remembers, and what its
/// Device Enrollment Program service reads at each request: one JSON file, replaced as a whole. The tokens in it open
/// nothing but a rehearsal's service, so they stand there as they are; the file is 0600.
namespace mdm::sandbox {

/// The two halves of a credential that a server token holds; see dep/server_token.hpp.
struct Credential {
    std::string key;
    std::string secret;
};

/// A server token that was made.
struct PortalToken {
    enum class End { none, superseded, password_changed };

    Credential access;          ///< "AT_...", "AS_..."
    std::string apple_account;  ///< who downloaded it
    Time made;
    Time expiry;
    std::string file;  ///< the .p7m; empty once the token has ended
    bool downloaded = false;
    End end = End::none;

    bool has_ended() const noexcept { return end != End::none; }
};

/// A device management service: what the portal called an MDM server before.
struct ManagementService {
    std::string name;
    std::string uuid;                 ///< 32 hex digits, upper case
    Credential consumer;              ///< "CK_...", "CS_..."; stays through all its tokens
    std::string public_key_pem;       ///< the certificate that was uploaded last
    std::vector<PortalToken> tokens;  ///< oldest first; the last is the only one that may work

    const PortalToken* current_token() const;  ///< null: there is none, or it has ended
};

enum class OrganizationType { business, school };

struct Organization {
    std::string name;
    std::string id;  ///< 7 digits
    OrganizationType type = OrganizationType::business;
    bool terms_accepted = true;
    std::vector<ManagementService> services;
};

struct BusinessState {
    std::vector<Organization> organizations;

    Organization* organization_named(std::string_view name);
};

std::string_view name(OrganizationType type);
std::string_view name(PortalToken::End end);

/// The file in the folder of the pretend portals.
std::string business_file(const std::string& portal_folder);

/// Empty where there is no file yet. throws  damaged_state, cannot_read
BusinessState load_business_state(const std::string& path);
void save_business_state(const std::string& path, const BusinessState& state);

}  // namespace mdm::sandbox
