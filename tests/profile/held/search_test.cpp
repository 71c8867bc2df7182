// SPDX-License-Identifier: Apache-2.0
#include "profile/search.hpp"

#include "base/text.hpp"
#include "catch.hpp"
#include "fakes/profile_signers.hpp"
#include "fakes/two_tenants.hpp"
#include "profile/kept_signers.hpp"
#include "profile/schema.hpp"

using namespace mdm;
using namespace mdm::profile;
using namespace mdm::fakes;

namespace {

using Lines = std::vector<std::string>;

Signer signer(const SigningOptions& o = {}) {
    const SigningChain chain = signing_chain(o);
    return {chain.certificates(), chain.key};
}

class Keeping : public TwoTenants {
public:
    explicit Keeping(store::Engine engine) : TwoTenants(engine, {room()}) {}

    void keep(const Signer& one, bool for_all) const {
        by("acme", [&](store::Change& c, const store::Tenant& whose) {
            return keep_signer(c, for_all ? std::nullopt : std::optional(whose), one);
        });
    }

    /// "acme profile/signer 01 serial 01 current valid", a line for each; "-" is nobody's.
    Lines found(const std::string& text, Time now = some_day) const {
        store::Store opened = store();
        store::Transaction transaction = opened.read();
        const store::TenantPage page = store::TenantPages(transaction, {.removed = store::Removed::included}).next();
        const SearchText wanted(text);
        Lines lines;
        for (const auto& all : {find(transaction, wanted, page, now), find_in_store(transaction, wanted, now)})
            for (const store::Found& one : all)
                lines.push_back((one.tenant.empty() ? "-" : page.by_id(one.tenant).name) + " " + one.service + "/" +
                                one.name + " " + one.matched + " " + one.value + " " + one.role + " " + one.state);
        return lines;
    }
};

}  // namespace

TEST_CASE("a kept signer is found by serial, key, fingerprint, end and subject") {
    const Keeping keeping(GENERATE(from_range(engines())));
    const Signer one = signer({.not_after = at("2027-03-04")});
    const bool for_all = GENERATE(true, false);
    keeping.keep(one, for_all);
    const crypto::Certificate& leaf = one.chain.front();
    const auto line = [&](const std::string& match) {
        return Lines{(for_all ? "- profile/signer " : "acme profile/signer ") + leaf.serial() + " " + match +
                     " current valid"};
    };
    const std::string key = leaf.public_key().sha256();
    CHECK(keeping.found(lower_case(leaf.serial())) == line("serial " + leaf.serial()));
    CHECK(keeping.found(key.substr(0, 12)) == line("public_key " + key));
    CHECK(keeping.found(upper_case(leaf.sha256()).substr(0, 12)) == line("sha256 " + leaf.sha256()));
    CHECK(keeping.found("2027-03") == line("not_after 2027-03-04T00:00:00Z"));
    CHECK(keeping.found("example SIGNING") == line("subject CN=Example Signing"));
    CHECK(keeping.found("Example Root").empty());  // of the chain above it nobody asks whose it is
    CHECK(keeping.found("nobody's").empty());
}

TEST_CASE("of signers of one tenant the one that ends last is current, and the state says how near an end is") {
    const Keeping keeping(GENERATE(from_range(engines())));
    keeping.keep(signer({.not_after = at("2027-03-04")}), false);
    keeping.keep(signer({.not_after = at("2028-03-04"), .key = "later"}), false);
    const auto ends = [](const Lines& lines) {
        std::vector<std::string> all;
        for (const std::string& line : lines)
            all.push_back(line.substr(line.find("Z ") + 2));
        return all;
    };
    CHECK(ends(keeping.found("2027-03-04")) == Lines{"earlier valid"});
    CHECK(ends(keeping.found("2028-03-04")) == Lines{"current valid"});
    CHECK(ends(keeping.found("2027-03-04", at("2027-03-01"))) == Lines{"earlier expiring"});
    CHECK(ends(keeping.found("2027-03-04", at("2027-03-05"))) == Lines{"earlier expired"});
}

TEST_CASE("a tenant that was removed has its signers with it") {
    const Keeping keeping(GENERATE(from_range(engines())));
    keeping.keep(signer(), false);
    keeping.by("acme", [](store::Change& c, const store::Tenant& whose) {
        c.transaction().run("update tenants set removed_at = :now where id = :id",
                            {{"now", some_day}, {"id", whose.id}});
        return 0;
    });
    REQUIRE(keeping.found("Example Signing").size() == 1);
    CHECK(keeping.found("Example Signing").front().ends_with("earlier removed"));
}
