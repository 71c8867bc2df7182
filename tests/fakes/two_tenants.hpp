// SPDX-License-Identifier: Apache-2.0
// A store of some rooms with two tenants in it, and changes of one of them in a line.
#pragma once

#include "fakes/stores.hpp"

#include <string_view>
#include <utility>

namespace mdm::fakes {

/// A store with the tenants acme and globex.
class TwoTenants {
public:
    explicit TwoTenants(store::Engine engine, store::Rooms rooms, bool rehearsal = false)
        : ground(engine), rooms_(std::move(rooms)) {
        store::found_store(options(), {.now = some_day,
                                       .rehearsal = rehearsal,
                                       .key_path = [&](const std::string&) { return ground.key_path(); },
                                       .label = "first"});
        store::Store made(options());
        change(made, [](store::Change& c) {
            for (const char* name : {"acme", "globex"})
                store::add_tenant(c.transaction(), {.name = name}, some_day);
        });
    }

    store::StoreOptions options() const {
        store::StoreOptions with_rooms = options_of(ground);
        with_rooms.rooms = rooms_;
        return with_rooms;
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

    Ground ground;

private:
    store::Rooms rooms_;
};

}  // namespace mdm::fakes
