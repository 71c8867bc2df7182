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
#include "fakes/stores.hpp"

#include <string>
#include <string_view>

namespace mdm::fakes {

/// A store that keeps push certificates, with the tenants acme and globex.
class Holding {
public:
    explicit Holding(store::Engine engine) : ground(engine) {
        store::StoreOptions with_room = options();
        store::found_store(
            with_room,
            {.now = some_day, .key_path = [&](const std::string&) { return ground.key_path(); }, .label = "first"});
        store::Store made(options());
        change(made, [](store::Change& c) {
            for (const char* name : {"acme", "globex"})
                store::add_tenant(c.transaction(), {.name = name}, some_day);
        });
    }

    store::StoreOptions options() const {
        store::StoreOptions with_room = options_of(ground);
        with_room.rooms = {apns::room(), expiry::room()};
        return with_room;
    }
    store::Store store() const { return store::Store(options()); }

    /// One change of one tenant, committed with its event.
    template <class Act>
    auto by(std::string_view tenant, const Act& act, Time now = some_day) const {
        store::Store opened = store();
        store::Change change = opened.change(now);
        const store::Tenant whose = store::tenant_meant(change.transaction(), tenant);
        auto result = act(change, whose);
        change.record({.tenant_id = whose.id, .tenant = whose.name, .command = "test", .object = "test"});
        change.commit();
        return result;
    }
    /// The same without a change.
    template <class Look>
    auto look(std::string_view tenant, const Look& look_at) const {
        store::Store opened = store();
        store::Transaction transaction = opened.read();
        return look_at(transaction, store::tenant_meant(transaction, tenant));
    }

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

    Ground ground;

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
