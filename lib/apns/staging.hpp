// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apns/records.hpp"
#include "base/error.hpp"
#include "store/store.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// CSRs and the keys behind them, before there is a certificate. A staged key stands beside the current one and beside
/// every other staged one; none is ever replaced.
namespace mdm::apns {

/// What is to stand in a CSR's subject. Empty: as in the last CSR of the tenant.
struct SubjectWish {
    std::string common_name{};
    std::string organization{};
    std::string email{};
    std::string country{};  ///< two letters (ISO 3166-1)
};

struct CsrOrder {
    std::string name;  ///< of the push certificate that it is for
    SubjectWish subject{};
    bool reuse_key = false;  ///< the key of the current certificate, instead of a new one
};

/// A CSR that is in the store, and is to be delivered into a file.
struct StagedCsr {
    Request request;
    std::string intent;  ///< to be closed when the file is there
    bool again = false;  ///< it was staged by a run that did not come to deliver it
    std::vector<Finding> findings{};
};

/// Makes a key (RSA 2048) and its CSR, and keeps both; or gives back what a run that was killed had staged for the same
/// name and subject. Delivery is an intent: close_intent() when the file is there.
/// throws  bad_usage: there is no common name, neither here nor in an earlier CSR; bad_name
///         no_such_certificate, key_not_held: with reuse_key
StagedCsr stage_csr(store::Change& change, const store::Tenant& tenant, const CsrOrder& order);

/// Keeps a CSR that somebody else made, for its public key. throws  other_tenant
Request register_csr(store::Change& change, const store::Tenant& tenant, std::string_view name,
                     const crypto::CertificateRequest& csr, std::string_view file);

/// Takes a request away, and destroys its key where no certificate is held with it.
/// id      four characters of it are enough
/// throws  no_such_request
Request drop_request(store::Change& change, const store::Tenant& tenant, std::string_view id);
/// The request that drop_request() would take.
Request request_meant(store::Transaction& transaction, const store::Tenant& tenant, std::string_view id);

/// For messages: its id in short, when it was made, and by whom.
std::string described(const Request& request);

}  // namespace mdm::apns
