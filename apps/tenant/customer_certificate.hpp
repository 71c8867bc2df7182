// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apns/holding.hpp"
#include "tenant/customer_list.hpp"

#include <optional>
#include <string>

namespace mdm::apps {

/// What became of the push certificate of a row.
struct CertificateDone {
    bool changed = false;
    bool file_is_of_use = false;  ///< it is in the store now, or was before
    std::string remark{};         ///< for a person; empty: nothing
};

/// What the row says and its file does not; empty: nothing.
std::string contradiction(const tenant::Customer& customer, const apns::Download& download);

/// Brings in the push certificate of a customer, completes what is known of it, or leaves it alone. By its topic it is
/// told whether it is there.
/// download   its file, opened and of the topic that the row says; nullopt: what the row says is all there is
/// throws     certificate_exists: it was removed; changed_meanwhile: the file was for a certificate that is gone;
///            malformed_csv: there is neither file nor end; what import refuses
CertificateDone bring_certificate(store::Change& change, const store::Tenant& tenant, const tenant::Customer& customer,
                                  const std::optional<apns::Download>& download);

}  // namespace mdm::apps
