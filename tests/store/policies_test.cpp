// SPDX-License-Identifier: Apache-2.0
#include "store/policies.hpp"

#include "base/limits.hpp"
#include "catch.hpp"
#include "fakes/errors.hpp"
#include "fakes/stores.hpp"
#include "store/tenants.hpp"

using namespace mdm;
using namespace mdm::store;
using namespace mdm::fakes;

namespace {

using Names = std::vector<std::string>;

Names names(const std::vector<const Policy*>& policies) {
    Names all;
    for (const Policy* policy : policies)
        all.push_back((policy->tenant ? "" : "store") + policy->name);
    return all;
}

void changing(const Ground& ground, const std::function<void(Transaction&)>& act) {
    Store store = founded(ground);
    change(store, [&](Change& c) { act(c.transaction()); });
}

/// acme: / > kiosks > lobby, / > schools
Tenant planted(Transaction& t) {
    const Tenant acme = add_tenant(t, {.name = "acme"}, some_day);
    const Policy root = PolicyTree(t, acme.id).root();
    const Policy kiosks = add_policy(t, root, acme.id, "kiosks", some_day);
    add_policy(t, root, acme.id, "schools", some_day);
    add_policy(t, kiosks, acme.id, "lobby", some_day);
    return acme;
}

}  // namespace

TEST_CASE("policies are a tree below the tenant's root, and that is below the store's") {
    const Ground ground(GENERATE(from_range(engines())));
    changing(ground, [](Transaction& t) {
        const Tenant acme = planted(t);
        const PolicyTree tree(t, acme.id);
        CHECK(names(tree.own()) == Names{"/", "kiosks", "lobby", "schools"});
        CHECK(names(tree.way_up(tree.named("lobby"))) == Names{"lobby", "kiosks", "/", "store/"});
        CHECK(names(tree.children(tree.root())) == Names{"kiosks", "schools"});
        CHECK(tree.depth(tree.named("lobby")) == 2);
        CHECK(code_of([&] { return tree.named("nowhere").id; }) == "no_such_policy");
        CHECK(code_of([&] { return add_policy(t, tree.root(), acme.id, "lobby", some_day); }) == "policy_exists");
        CHECK(code_of([&] { return add_policy(t, tree.root(), acme.id, "/", some_day); }) == "policy_exists");
        CHECK(code_of([&] { return add_policy(t, tree.root(), acme.id, "a\nb", some_day); }) == "bad_name");
    });
}

TEST_CASE("a circle of policies is damage, and no loop") {
    const Ground ground(GENERATE(from_range(engines())));
    changing(ground, [](Transaction& t) {
        const Tenant acme = planted(t);
        const PolicyTree tree(t, acme.id);
        Policy kiosks = tree.named("kiosks");
        kiosks.parent = tree.named("lobby").id;
        CHECK(code_of([&] { return (set_policy(t, kiosks), 0); }) == "store_damaged");
        CHECK(code_of([&] { return PolicyTree(t, acme.id).own().size(); }) == "store_damaged");
    });
}

TEST_CASE("a tenant has as many policies as the limit, and none deeper, wherever they come from") {
    const Ground ground(GENERATE(from_range(engines())));
    changing(ground, [](Transaction& t) {
        const Tenant acme = add_tenant(t, {.name = "acme"}, some_day);
        Policy deepest = PolicyTree(t, acme.id).root();
        const Policy root = deepest;
        for (std::size_t i = 1; i <= limits::policy_depth; ++i)
            deepest = add_policy(t, deepest, acme.id, "d" + std::to_string(i), some_day);
        CHECK(PolicyTree(t, acme.id).depth(deepest) == 32);
        CHECK(message_of([&] { return add_policy(t, deepest, acme.id, "d33", some_day).id; }) ==
              "the policy 'd33' would be 33 levels below the tenant's root, and the limit is 32");
        t.run("delete from policies where name = 'd33'");

        // A branch that is moved takes along what is below it.
        Policy branch = add_policy(t, root, acme.id, "branch", some_day);
        add_policy(t, branch, acme.id, "twig", some_day);
        branch.parent = PolicyTree(t, acme.id).named("d31").id;
        CHECK(code_of([&] { return (set_policy(t, branch), 0); }) == "too_deep");
        branch.parent = PolicyTree(t, acme.id).named("d30").id;
        CHECK(code_of([&] { return (set_policy(t, branch), 0); }).empty());

        // As a bug, or an edited file, would leave them: no recursion, and no time that grows with the square.
        const std::string numbers = "with recursive n(i) as (select 1 union all select i + 1 from n where i < ";
        const std::string insert = "insert into policies (id, tenant, parent, name, created_at) ";
        t.run(numbers + "963) " + insert + "select 'w' || i, :tenant, :root, 'w' || i, '' from n",
              {{"tenant", acme.id}, {"root", root.id}});
        CHECK(PolicyTree(t, acme.id).own().size() == 998);
        add_policy(t, root, acme.id, "999", some_day);
        add_policy(t, root, acme.id, "1000", some_day);
        CHECK(message_of([&] { return add_policy(t, root, acme.id, "1001", some_day).id; }) ==
              "the tenant would have 1001 policies, and the limit is 1000");
        t.run(numbers + "50000) " + insert +
                  "select 'c' || i, :tenant, case when i = 1 then :root else 'c' || (i - 1) end, 'c' || i, '' from n",
              {{"tenant", acme.id}, {"root", root.id}});
        const PolicyTree chain(t, acme.id);
        CHECK(chain.own().size() == 51'001);
        CHECK(code_of([&] { return (judge_size(chain), 0); }) == "too_large");
    });
}

TEST_CASE("of each setting the nearest policy counts") {
    const Ground ground(GENERATE(from_range(engines())));
    changing(ground, [](Transaction& t) {
        const Tenant acme = planted(t);
        Policy store = store_root(t);
        store.settings = {.remind_days = parse_days("7, 60,7"), .warn_days = 60};
        set_policy(t, store);
        Policy kiosks = PolicyTree(t, acme.id).named("kiosks");
        kiosks.settings.warn_days = 10;
        set_policy(t, kiosks);

        const PolicyTree tree(t, acme.id);
        const auto lobby = settings_in_force(tree.way_up(tree.named("lobby")));
        CHECK(lobby.remind_days.value == std::vector<std::int64_t>{60, 7});
        CHECK(lobby.remind_days.from->id == store.id);
        CHECK(lobby.warn_days.value == 10);
        CHECK(lobby.warn_days.from->name == "kiosks");
        CHECK(lobby.critical_days.value == usual_critical_days);
        CHECK(lobby.critical_days.from == nullptr);
        CHECK(first_reminder_day(tree.way_up(tree.named("lobby"))) == 60);
    });
    for (const char* wrong : {"", "a", "30,,5", "-1", "99999", "30 5"})
        CHECK(code_of([&] { return parse_days(wrong).size(); }) == "bad_usage");
}

TEST_CASE("a policy goes when nothing is below it, with its contacts") {
    const Ground ground(GENERATE(from_range(engines())));
    changing(ground, [](Transaction& t) {
        const Tenant acme = planted(t);
        const PolicyTree tree(t, acme.id);
        CHECK(code_of([&] { return (remove_policy(t, tree, tree.root()), 0); }) == "policy_in_use");
        CHECK(code_of([&] { return (remove_policy(t, tree, tree.named("kiosks")), 0); }) == "policy_in_use");
        const std::string lobby = tree.named("lobby").id;
        CHECK(add_contact(t, lobby, "it@acme.example", some_day));
        CHECK_FALSE(add_contact(t, lobby, "it@acme.example", some_day));
        for (const char* wrong : {"it", "@acme.example", "it@", "a b@c.example", "a@b.example,c@d.example"})
            CHECK(code_of([&] { return add_contact(t, lobby, wrong, some_day); }) == "bad_name");
        CHECK(code_of([&] { return (remove_contact(t, lobby, "jo@acme.example"), 0); }) == "no_such_contact");
        remove_policy(t, tree, tree.named("lobby"));
        CHECK(names(PolicyTree(t, acme.id).own()) == Names{"/", "kiosks", "schools"});
        CHECK(contacts(t, lobby).empty());
    });
}

TEST_CASE("tenants are chosen by all the labels that are asked for") {
    const Ground ground(GENERATE(from_range(engines())));
    changing(ground, [](Transaction& t) {
        const Tenant acme = add_tenant(t, {.name = "acme"}, some_day);
        const Tenant zeta = add_tenant(t, {.name = "zeta"}, some_day);
        for (const char* label : {"region=north", "tier=gold"})
            set_label(t, acme.id, Label::parse(label));
        set_label(t, zeta.id, Label::parse("region=north"));
        const auto chosen = [&](std::vector<Label> wanted) {
            Names all;
            for (const Tenant& tenant : tenants(t, {.labels = std::move(wanted)}))
                all.push_back(tenant.name);
            return all;
        };
        CHECK(chosen({Label::parse("region=north")}) == Names{"acme", "zeta"});
        CHECK(chosen({Label::parse("region=north"), Label::parse("tier=gold")}) == Names{"acme"});
        CHECK(chosen({Label::parse("region=south")}).empty());
        set_label(t, acme.id, Label::parse("region="));
        CHECK(chosen({Label::parse("region=north")}) == Names{"zeta"});
        CHECK(code_of([] { return Label::parse("north").key; }) == "bad_usage");
        CHECK(code_of([] { return Label::parse("=north").key; }) == "bad_usage");
    });
}

TEST_CASE("what is known of a tenant is kept, and its name can change") {
    const Ground ground(GENERATE(from_range(engines())));
    changing(ground, [](Transaction& t) {
        Tenant acme = add_tenant(t, {.name = "acme"}, some_day);
        add_tenant(t, {.name = "zeta"}, some_day);
        acme.note = "ask Jo";
        acme.uses = parse_services("dep, apns,dep");
        update(t, acme);
        CHECK(tenant_named(t, "acme")->note == "ask Jo");
        CHECK(tenant_named(t, "acme")->uses == Names{"dep", "apns"});
        CHECK(code_of([] { return parse_services("dep,fax").size(); }) == "bad_usage");
        CHECK(code_of([&] { return (rename_tenant(t, acme, "zeta"), 0); }) == "tenant_exists");
        rename_tenant(t, acme, "acme emea");
        CHECK(tenant_by_id(t, acme.id)->name == "acme emea");
        acme.handed_over_at = some_day;
        update(t, acme);
        CHECK(tenant_meant(t, "acme emea").state() == "handed_over");
        CHECK(code_of([&] { return tenant_to_change(t, "acme emea").id; }) == "handed_over");
    });
}
