// SPDX-License-Identifier: Apache-2.0
#include "expiry/marks.hpp"

#include "catch.hpp"
#include "expiry/item_meant.hpp"
#include "expiry/watch.hpp"
#include "fakes/held_certificates.hpp"

using namespace mdm;
using namespace mdm::expiry;
using namespace mdm::fakes;

namespace {

store::InventoryItem item_of(const Holding& holding, const std::string& tenant) {
    return holding.look(
        tenant, [](store::Transaction& t, const store::Tenant& whose) { return item_meant(t, whose, "default"); });
}

void mark(const Holding& holding, const Mark& mark) {
    holding.by("acme", [&](store::Change& c, const store::Tenant&) {
        put_mark(c.transaction(), mark);
        return 0;
    });
}

/// What check shows of it.
std::optional<Time> shown(const Holding& holding, Time now) {
    store::Store store = holding.store();
    store::Transaction transaction = store.read();
    Watch watch(transaction, store.rooms(), store::TenantPages(transaction, {}), now, {.what = Watch::What::ends});
    const auto line = watch.next();
    REQUIRE(line.has_value());
    return line->acknowledged_until;
}

}  // namespace

TEST_CASE("a mark holds for the end that it was made for, and until its day") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {});  // until 2027-01-01
    const store::InventoryItem item = item_of(holding, "acme");
    CHECK(shown(holding, at("2026-12-05")) == std::nullopt);
    mark(holding, {.item = item.id,
                   .tenant = item.tenant,
                   .term = item.not_after,
                   .until = at("2026-12-24"),
                   .noted_by = "jo",
                   .noted_at = some_day});
    CHECK(shown(holding, at("2026-12-05")) == at("2026-12-24"));
    CHECK(shown(holding, at("2026-12-24")) == std::nullopt);
    holding.renew("acme", {.not_before = at("2026-12-06"), .not_after = at("2027-12-06"), .serial = "77"},
                  at("2026-12-06"));
    CHECK(item_of(holding, "acme").id == item.id);
    CHECK(shown(holding, at("2026-12-07")) == std::nullopt);
}

TEST_CASE("what is said last of an item counts, and can be taken back") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {});
    const store::InventoryItem item = item_of(holding, "acme");
    Mark said{.item = item.id,
              .tenant = item.tenant,
              .term = item.not_after,
              .until = at("2026-12-24"),
              .reason = "ask Jo",
              .noted_by = "jo",
              .noted_at = some_day};
    mark(holding, said);
    said.kind = Mark::Kind::snoozed;
    said.until = at("2026-12-26");
    mark(holding, said);
    CHECK(shown(holding, at("2026-12-05")) == at("2026-12-26"));
    holding.by("acme", [&](store::Change& c, const store::Tenant&) {
        CHECK(mark_of(c.transaction(), item.id)->reason == "ask Jo");
        CHECK(take_mark(c.transaction(), item.id));
        CHECK_FALSE(take_mark(c.transaction(), item.id));
        return 0;
    });
    CHECK(shown(holding, at("2026-12-05")) == std::nullopt);
}

TEST_CASE("what no command would have said of an item does not arrive") {
    const Holding holding(GENERATE(from_range(engines())));
    holding.import("acme", {});
    const store::InventoryItem item = item_of(holding, "acme");
    const auto judged = [&](const std::string& column, const std::string& value) {
        return code_of([&] {
            return holding.by("acme", [&](store::Change& c, const store::Tenant& whose) {
                put_mark(c.transaction(), {.item = item.id,
                                           .tenant = whose.id,
                                           .term = item.not_after,
                                           .until = at("2026-12-24"),
                                           .noted_by = "jo",
                                           .noted_at = some_day});
                if (!column.empty())
                    c.transaction().run("update expiry_marks set " + column + " = :value", {{"value", value}});
                return judge_arrived_marks(c.transaction(), whose.id).size();
            });
        });
    };
    CHECK(judged("", "") == "");
    CHECK(judged("kind", "silenced") == "store_damaged");
    CHECK(judged("until", "never") == "store_damaged");
    CHECK(judged("noted_by", "\033[2J") == "bad_name");
    CHECK(judged("reason", "\033[2J") == "bad_usage");
}
