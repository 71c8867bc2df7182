// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"
#include "store/database.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Effects outside the store: the intent is committed, the call is made, its outcome is committed. A run that died in
/// between leaves an intent without outcome, and the verb says what that means.
namespace mdm::store {

class Store;

/// What is done about an intent whose outcome nobody knows.
enum class Unresolved {
    ask,     ///< the service can say whether it happened (assign: read the device; deploy: read back)
    repeat,  ///< doing it twice does no harm (publish, hook)
    report,  ///< neither: a person is told, and it is never repeated (POST /profile, enterprises.create)
};
std::string_view name(Unresolved what);

struct Intent {
    std::string id{};
    std::string tenant{};  ///< the tenant's id; empty: the store's
    std::string verb;      ///< "dep assign", "expiry remind", "hook"
    std::string object;    ///< what it is about, as the verb names it
    std::string detail;    ///< JSON: what the call needs to be made again
    Unresolved unresolved = Unresolved::report;
    std::int64_t attempts = 0;
    std::optional<Time> not_before{};  ///< try again no sooner
    Time created_at{};
};

/// Gives the id, which is made where the intent has none. To be committed before the call is made.
std::string begin_intent(Transaction& transaction, const Intent& intent, Time now);

/// It happened, or will not: the intent is closed. `result` is JSON or null.
/// throws  changed_meanwhile: another run has closed it
void close_intent(Transaction& transaction, std::string_view id, std::string_view outcome, const Value& result,
                  Time now);

/// The same in a transaction of its own and without an event, where the outcome is all that changes.
void close_intent(Store& store, std::string_view id, std::string_view outcome, Time now);

/// It did not work and will be tried again.
void postpone_intent(Transaction& transaction, std::string_view id, std::optional<Time> not_before);

/// What came of it is written down elsewhere, and nobody asks for the intent again.
void forget_intent(Transaction& transaction, std::string_view id);

/// What is open and may be taken up now, oldest first.
/// tenant   id; empty: all
std::vector<Intent> open_intents(Transaction& transaction, std::string_view tenant, std::string_view verb, Time now);

}  // namespace mdm::store
