// SPDX-License-Identifier: Apache-2.0
#include "profile/kept_signers.hpp"

#include "catch.hpp"
#include "fakes/errors.hpp"
#include "fakes/profile_signers.hpp"
#include "fakes/two_tenants.hpp"
#include "profile/schema.hpp"
#include "store/inventory.hpp"

using namespace mdm;
using namespace mdm::profile;
using namespace mdm::fakes;

namespace {

Signer signer(const SigningOptions& o = {}) {
    const SigningChain chain = signing_chain(o);
    return {chain.certificates(), chain.key};
}

class Keeping : public TwoTenants {
public:
    explicit Keeping(store::Engine engine) : TwoTenants(engine, {room()}) {}

    KeptSigner keep(const Signer& one, bool for_all = true) const {
        return by("acme", [&](store::Change& c, const store::Tenant& whose) {
            return keep_signer(c, for_all ? std::nullopt : std::optional(whose), one);
        });
    }
    std::vector<KeptSigner> kept(std::string_view tenant) const {
        return look(tenant, [](store::Transaction& t, const store::Tenant& whose) { return signers_of(t, whose); });
    }
    std::vector<store::InventoryItem> ends() const {
        return look("acme", [](store::Transaction& t, const store::Tenant&) {
            return store::inventory(t, {.service = std::string(signer_service)});
        });
    }
};

}  // namespace

TEST_CASE("a signer that is kept opens again with its key, and its end is in the inventory") {
    const Keeping keeping(GENERATE(from_range(engines())));
    const Signer one = signer();
    keeping.keep(one);
    keeping.keep(one);  // twice is once
    REQUIRE(keeping.kept("globex").size() == 1);
    const KeptSigner kept = keeping.kept("globex").front();
    CHECK(kept.chain == one.chain);
    store::Store store = keeping.store();
    const store::StoreKey& key = store.key();
    store::Transaction transaction = store.read();
    CHECK(open_signer(transaction, key, kept).key.public_key() == one.key.public_key());
    REQUIRE(keeping.ends().size() == 1);
    CHECK(keeping.ends().front().not_after == one.chain.front().not_after());
    CHECK(keeping.ends().front().name == "Example Signing, " + one.chain.front().serial());
    CHECK(keeping.ends().front().tenant.empty());
}

TEST_CASE("a tenant's own signer is no other tenant's, and comes before those of all") {
    const Keeping keeping(GENERATE(from_range(engines())));
    const Signer own = signer({.key = "acme's"});
    const Signer shared = signer();
    keeping.keep(shared);
    keeping.keep(own, false);
    REQUIRE(keeping.kept("acme").size() == 2);
    CHECK(keeping.kept("acme").front().chain == own.chain);
    REQUIRE(keeping.kept("globex").size() == 1);
    CHECK(keeping.kept("globex").front().chain == shared.chain);
}

TEST_CASE("one is chosen by its fingerprint, and without one it must be the only one") {
    const Keeping keeping(GENERATE(from_range(engines())));
    const Signer one = signer();
    const Signer two = signer({.key = "another"});
    CHECK(code_of([&] { return signer_meant(keeping.kept("acme"), std::nullopt); }) == "no_such_signer");
    keeping.keep(one);
    CHECK(signer_meant(keeping.kept("acme"), std::nullopt).chain == one.chain);
    keeping.keep(two);
    CHECK(code_of([&] { return signer_meant(keeping.kept("acme"), std::nullopt); }) == "signer_ambiguous");
    const auto wanted = Fingerprint::parse(two.chain.front().sha256().substr(0, 12));
    CHECK(signer_meant(keeping.kept("acme"), wanted).chain == two.chain);
    CHECK(code_of([&] { return signer_meant(keeping.kept("acme"), Fingerprint::parse("00000000")); }) ==
          "no_such_signer");
}

TEST_CASE("a signer that is removed is gone with its key and its line of the inventory") {
    const Keeping keeping(GENERATE(from_range(engines())));
    const bool for_all = GENERATE(true, false);
    const KeptSigner kept = keeping.keep(signer(), for_all);
    keeping.by("acme", [&](store::Change& c, const store::Tenant&) {
        remove_signer(c, kept);
        return 0;
    });
    CHECK(keeping.kept("acme").empty());
    CHECK(keeping.ends().empty());
    store::Store store = keeping.store();
    const store::StoreKey& key = store.key();
    store::Transaction transaction = store.read();
    CHECK(code_of([&] { return open_signer(transaction, key, kept); }) == "no_such_secret");
}

TEST_CASE("whose signer a certificate or a key is can be asked") {
    const Keeping keeping(GENERATE(from_range(engines())));
    const Signer later = signer({.not_after = at("2028-01-01"), .key = "later"});
    const Signer one = signer();
    keeping.keep(one, false);
    const auto owner = [&](const crypto::Certificate& c, bool by_key) {
        return keeping.look("acme", [&](store::Transaction& t, const store::Tenant&) {
            return owner_of_signer(t, c.public_key().sha256(), by_key ? "" : c.sha256());
        });
    };
    REQUIRE(owner(one.chain.front(), false));
    CHECK(owner(one.chain.front(), false)->tenant == "acme");
    CHECK(owner(one.chain.front(), false)->name == "signer " + one.chain.front().serial());
    CHECK(owner(one.chain.front(), true)->is_current);
    CHECK_FALSE(owner(later.chain.front(), false));
    CHECK_FALSE(owner(signer().chain.front(), false));  // the same key in another certificate
    keeping.keep(later, false);
    CHECK_FALSE(owner(one.chain.front(), false)->is_current);
    CHECK(owner(later.chain.front(), false)->is_current);
}
