// SPDX-License-Identifier: Apache-2.0
// Devices that come in pages, and what a store has of them.
#pragma once

#include "dep/device_page.hpp"
#include "dep/device_rows.hpp"
#include "dep/sync_state.hpp"
#include "fakes/held_server_tokens.hpp"

#include <fmt/format.h>
#include <string>
#include <string_view>
#include <vector>

namespace mdm::fakes {

/// {"serial_number":"A","model":"iPad"}
inline std::string device(std::string_view serial, std::string_view model = "iPad") {
    return fmt::format(R"({{"serial_number":"{}","model":"{}"}})", serial, model);
}

inline std::string changed_device(std::string_view serial, std::string_view op, std::string_view date,
                                  std::string_view model = "iPad") {
    return fmt::format(R"({{"serial_number":"{}","model":"{}","op_type":"{}","op_date":"2026-03-{}T00:00:00Z"}})",
                       serial, model, op, date);
}

inline std::string page(const std::vector<std::string>& devices, std::string_view cursor, bool more_to_follow) {
    std::string list;
    for (const std::string& one : devices)
        list += (list.empty() ? "" : ",") + one;
    return fmt::format(R"({{"cursor":"{}","devices":[{}],"fetched_until":"2026-03-01T09:00:00Z","more_to_follow":{}}})",
                       cursor, list, more_to_follow);
}

/// A store with the first token of acme and of globex.
class SyncedDevices : public TokenHolding {
public:
    explicit SyncedDevices(store::Engine engine) : TokenHolding(engine) { import_both(); }

    std::string token(std::string_view tenant = "acme") const { return current(tenant).id; }

    /// "A iPad added", a line a device, in order; of one that was removed "A iPad deleted -".
    std::vector<std::string> devices(std::string_view tenant = "acme") const {
        const std::string id = token(tenant);
        return look(tenant, [&](store::Transaction& t, const store::Tenant&) {
            std::vector<std::string> lines;
            for (const store::Row& row :
                 t.rows("select serial, model, event, removed_at from dep_devices where token = :token order by serial",
                        {{"token", id}}))
                lines.push_back(fmt::format("{} {} {}{}", row.text("serial"), row.value("model").value_or("null"),
                                            row.text("event"), row.value("removed_at") ? " -" : ""));
            return lines;
        });
    }
    std::int64_t count(std::string_view table) const {
        return look("globex", [&](store::Transaction& t, const store::Tenant&) {
            return t.row(fmt::format("select count(*) as n from {}", table))->number("n");
        });
    }
    std::optional<dep::SyncState> state(std::string_view tenant = "acme") const {
        const std::string id = token(tenant);
        return look(tenant, [&](store::Transaction& t, const store::Tenant&) { return dep::sync_state(t, id); });
    }
};

using Lines = std::vector<std::string>;

}  // namespace mdm::fakes
