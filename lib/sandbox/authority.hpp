// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"
#include "crypto/certificate.hpp"
#include "crypto/private_key.hpp"

#include <string>

/// Pretend Apple's certificate authorities: a root, the intermediate that issues to developers (WWDR) and the one that
/// issues push certificates. They carry the same shapes as the real ones, say "mdmctl sandbox" where those say
/// "Apple Inc.", and every certificate under them bears the sandbox mark.
namespace mdm::sandbox {

struct Authority {
    crypto::Certificate certificate;
    crypto::PrivateKey key;
};

struct Authorities {
    Authority root;
    Authority developer_relations;
    Authority application_integration;
};

/// Reads them from a folder, and makes those that are not there yet: each is a file of certificate and key, 0600.
/// throws  damaged_state, cannot_write
Authorities load_or_make_authorities(const std::string& folder, Time now);
/// The same, without a trace: those that are not there are made in memory alone.
Authorities load_authorities(const std::string& folder, Time now);

/// What a vendor gets from the developer portal for its CSR: a year, marked for MDM CSR signing.
crypto::Certificate issue_vendor_certificate(const Authorities& apple, const crypto::PublicKey& key,
                                             const std::string& vendor_name, Time now);

/// What a customer gets from the push certificates portal: 365 days, UID = topic, CN = "APSP:" and the topic's UUID.
crypto::Certificate issue_push_certificate(const Authorities& apple, const crypto::PublicKey& key,
                                           const std::string& uuid, Time now);

}  // namespace mdm::sandbox
