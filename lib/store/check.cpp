// SPDX-License-Identifier: Apache-2.0
#include "store/check.hpp"

#include "store/dialect.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::store {
namespace {

void check_engine(Transaction& transaction, StoreCheck& check) {
    for (const std::string_view question : dialect::integrity_questions(transaction.engine()))
        for (const Row& row : transaction.rows(question))
            check.findings.push_back({Severity::error, ErrorCode::store_damaged, row.text("problem"),
                                      "mdmctl store restore FILE --to NEW makes a store from a backup", ""});
}

void check_policies(Transaction& transaction, StoreCheck& check) {
    for (const Row& row : transaction.rows("select t.name from tenants t where not exists "
                                           "(select 1 from policies p where p.tenant = t.id and p.name = '/')"))
        check.findings.push_back({Severity::error, ErrorCode::store_damaged,
                                  fmt::format("the tenant '{}' has no root policy", row.text("name")), "", ""});
}

void check_secrets(Transaction& transaction, const StoreKey& key, StoreCheck& check) {
    for (const Row& row : transaction.rows("select id from secrets order by created_at, id")) {
        try {
            static_cast<void>(open_secret(transaction, key, row.text("id")));
            ++check.secrets_opened;
        } catch (const Error& e) {
            check.findings.push_back({Severity::error, e.code(), e.message(), e.hint(), "secrets " + row.text("id")});
        }
    }
}

void check_audit(Transaction& transaction, const StoreKey& key, std::string_view expected, StoreCheck& check) {
    check.chains = verify_audit(transaction, key, expected);
    bool found = expected.empty();
    for (const ChainVerdict& chain : check.chains) {
        check.events_verified += chain.events;
        found = found || chain.holds_expected;
        if (!chain.broken.empty())
            check.findings.push_back({Severity::error, ErrorCode::audit_broken, chain.broken,
                                      "compare with a backup or an export; what came before is as it was",
                                      "audit " + chain.chain});
    }
    if (!found)
        check.findings.push_back({Severity::error, ErrorCode::audit_broken,
                                  fmt::format("no event has the hash '{}' any more", expected),
                                  "events were cut off, or the hash is of another store", "audit"});
}

}  // namespace

StoreCheck check_store(Store& store, std::string_view expected) {
    const StoreKey& key = store.key();
    Transaction transaction = store.read();
    StoreCheck check;
    check_engine(transaction, check);
    check_policies(transaction, check);
    check_secrets(transaction, key, check);
    check_audit(transaction, key, expected, check);
    return check;
}

}  // namespace mdm::store
