// SPDX-License-Identifier: Apache-2.0
// A store with tenants, and the steps of a push certificate's life in it.
#pragma once

#include "apns/schema.hpp"
#include "apns/staging.hpp"
#include "apns/succession.hpp"
#include "crypto/contents.hpp"
#include "expiry/schema.hpp"
#include "fakes/certificates.hpp"
#include "fakes/errors.hpp"
#include "fakes/two_tenants.hpp"

#include <string>
#include <string_view>

namespace mdm::fakes {

/// A store that keeps push certificates, with the tenants acme and globex.
class Holding : public TwoTenants {
public:
    explicit Holding(store::Engine engine) : TwoTenants(engine, {apns::room(), expiry::room()}) {}

    /// Imports a push certificate with its key, by what stands against it.
    std::vector<Finding> import(std::string_view tenant, const PushOptions& certificate, const std::string& name = "",
                                bool tracked = false) const {
        const apns::ImportOrder order{.name = name,
                                      .apple_account = "mdm@example.org",
                                      .tracked = tracked,
                                      .download = download_of(certificate, !tracked)};
        return by(tenant, [&](store::Change& c, const store::Tenant& whose) {
            auto judged = apns::judge_import(c.transaction(), whose, order, c.now());
            if (!first_error(judged.findings))
                apns::import(c, whose, order, judged);
            return judged.findings;
        });
    }
    std::vector<Finding> renew(std::string_view tenant, const PushOptions& certificate, Time now = at("2026-12-15"),
                               const std::string& replaced_topic = "", bool with_key = true) const {
        apns::Download download = download_of(certificate, with_key);
        download.replaced_topic = replaced_topic;
        return renew(tenant, download, now);
    }
    /// With a key that is there already.
    std::vector<Finding> renew(std::string_view tenant, const crypto::Certificate& certificate) const {
        return renew(tenant, apns::Download{certificate, "push.pem"}, at("2026-12-15"));
    }
    std::vector<Finding> renew(std::string_view tenant, const apns::Download& download, Time now) const {
        return by(
            tenant,
            [&](store::Change& c, const store::Tenant& whose) {
                auto held = apns::certificate_meant(c.transaction(), whose, "");
                auto judged = apns::judge(c.transaction(), whose, held, download, !held.current.is_held(), now);
                if (!first_error(judged.findings))
                    apns::renew(c, whose, held, download, judged);
                return judged.findings;
            },
            now);
    }
    apns::HeldCertificate current(std::string_view tenant) const {
        return look(tenant, [](store::Transaction& t, const store::Tenant& whose) {
            return apns::certificate_meant(t, whose, "", store::Removed::included);
        });
    }

private:
    static apns::Download download_of(const PushOptions& options, bool with_key) {
        apns::Download download{push_certificate(options), "push.pem"};
        if (with_key)
            download.keys.push_back(rsa_key(options.key));
        return download;
    }
};

inline PushOptions renewed_certificate() {
    return {.not_before = at("2026-12-01"), .not_after = at("2027-12-01"), .key = "new customer"};
}

}  // namespace mdm::fakes
