// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

/// What the pretend portal remembers between two commands: one JSON file, replaced as a whole.
namespace mdm::sandbox {

/// One certificate that was issued, and whether it reached the one who asked for it.
struct Issued {
    std::string certificate_pem;
    std::string request_sha256;  ///< of the CSR that was asked with
    bool downloaded = false;
};

/// A row of the portal's list: it keeps its topic through all its renewals.
struct PortalRow {
    std::string uuid;  ///< the topic is com.apple.mgmt.External. and this
    std::string apple_account;
    std::string notes;
    std::vector<Issued> certificates;  ///< oldest first; the last is the row's current one
};

struct PortalState {
    std::vector<PortalRow> rows;
    std::vector<Issued> vendors;
};

/// Empty where there is no file yet. throws  damaged_state, cannot_read
PortalState load_portal_state(const std::string& path);
void save_portal_state(const std::string& path, const PortalState& state);

}  // namespace mdm::sandbox
