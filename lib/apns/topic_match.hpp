// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apns/holding.hpp"

#include <string>
#include <string_view>

namespace mdm::apns {

/// The push certificate that a download would renew, and whose it is.
struct TopicMatch {
    store::Tenant tenant;
    HeldCertificate held;
};

/// Finds it among all tenants' by the push topic. One that has the topic now goes before one that had it earlier, and
/// what is in use before what was removed or handed over.
/// file    for the messages
/// tenant  by name: nobody else's will do; empty: whoever's it is
/// throws  not_a_push_certificate; no_such_certificate: nobody has the topic, or the certificate was removed
///         other_tenant: several tenants have it, or another one than `tenant`; certificate_ambiguous
///         no_such_tenant: it is that of a tenant that was removed; one that was handed over is given
TopicMatch match_topic(store::Transaction& transaction, const crypto::Certificate& certificate, std::string_view file,
                       std::string_view tenant);

}  // namespace mdm::apns
