// SPDX-License-Identifier: Apache-2.0
// Devices of server tokens in a store, as a sync would leave them.
#pragma once

#include "fakes/held_server_tokens.hpp"

#include <string>
#include <string_view>

namespace mdm::fakes {

struct DeviceRow {
    std::string tenant = "acme";
    std::string serial;
    std::string model = "iPad";
    std::string device_family = "iPad";
    std::string profile_status = "empty";
    std::string profile_uuid{};
    std::string more{};  ///< empty: null
    std::string changed_at = "2026-03-01T09:00:00Z";
    std::string removed_at{};  ///< empty: null
    std::string token_name = "default";
};

/// The first tokens of acme and globex, and devices of theirs.
class DeviceHolding : public TokenHolding {
public:
    explicit DeviceHolding(store::Engine engine) : TokenHolding(engine) { import_both(); }

    void put(const DeviceRow& row) const {
        ground.sql(
            "insert into dep_devices (token, serial, model, device_family, profile_status, profile_uuid, more, "
            "first_seen_at, changed_at, removed_at, revision, event) values (" +
            token(row) + ", '" + row.serial + "', '" + row.model + "', '" + row.device_family + "', '" +
            row.profile_status + "', " + or_null(row.profile_uuid) + ", " + or_null(row.more) +
            ", '2026-02-01T09:00:00Z', '" + row.changed_at + "', " + or_null(row.removed_at) + ", 1, 'added');");
    }
    /// A complete listing of acme's.
    void list_completely(const std::string& at) const {
        ground.sql("insert into dep_syncs (token, phase, pages, staged, unreadable, full_at, live, revision) values (" +
                   token({}) + ", 'synced', 1, 0, 0, '" + at + "', 1, 1);");
    }
    std::vector<std::string> tokens(std::string_view tenant = "acme") const {
        return look(tenant, [](store::Transaction& t, const store::Tenant& whose) {
            std::vector<std::string> ids;
            for (const dep::HeldToken& held : dep::held_tokens(t, whose.id))
                ids.push_back(held.id);
            return ids;
        });
    }

private:
    static std::string or_null(const std::string& text) { return text.empty() ? "null" : "'" + text + "'"; }
    static std::string token(const DeviceRow& row) {
        return "(select k.id from dep_tokens k join tenants t on t.id = k.tenant where t.name = '" + row.tenant +
               "' and k.name = '" + row.token_name + "')";
    }
};

}  // namespace mdm::fakes
