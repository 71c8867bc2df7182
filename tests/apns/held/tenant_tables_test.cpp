// SPDX-License-Identifier: Apache-2.0
// Every table of every room is known to what takes a tenant whole: remove, export, import.
#include "catch.hpp"
#include "fakes/held_certificates.hpp"
#include "store/dialect.hpp"

#include <fmt/format.h>
#include <set>

using namespace mdm;
using namespace mdm::store;
using namespace mdm::fakes;

TEST_CASE("each table says which rows are one tenant's, or is the store's own") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {});
    holding.import("globex", {.topic = "com.apple.mgmt.External.99999999-2222-4333-8444-555555555555", .key = "other"});
    Store store = holding.store();
    Transaction transaction = store.read();
    std::set<std::string> listed{"schema_versions", "lock_holders"};  // true of one place alone
    std::set<std::string> own;
    for (const Room& room : store.rooms())
        for (const Table& table : room.tables) {
            listed.emplace(table.name);
            if (table.of_tenant.empty()) {
                own.emplace(table.name);
                continue;
            }
            // Rows of all tenants, each of one, are all there are but the store's own.
            std::int64_t rows = 0;
            for (const Tenant& tenant : tenants(transaction))
                rows += transaction
                            .row(fmt::format("select count(*) as n from {} where {}", table.name, table.of_tenant),
                                 {{"tenant", tenant.id}})
                            ->number("n");
            const std::int64_t all =
                transaction.row(fmt::format("select count(*) as n from {}", table.name))->number("n");
            const bool has_store_rows =
                std::set<std::string_view>{"policies", "secrets", "audit_events", "audit_heads"}.count(table.name) > 0;
            INFO(table.name);
            CHECK((rows == all || (has_store_rows && rows < all)));
        }
    CHECK(own == std::set<std::string>{"store_facts", "key_slots", "expiry_troubles", "expiry_sent", "expiry_outbox",
                                       "expiry_channels", "expiry_asked"});
    std::set<std::string> there;
    for (const Row& row : transaction.rows(dialect::table_names(transaction.engine())))
        there.insert(row.text("name"));
    CHECK(there == listed);
}
