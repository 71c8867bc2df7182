// SPDX-License-Identifier: Apache-2.0
#include "store/check.hpp"

#include "access/open_store.hpp"
#include "store/commands.hpp"

namespace mdm::apps {
namespace {

struct Options {};

cli::Result run(cli::World& world, const Options&) {
    store::Store store = access::open_store(world, every_room());
    const store::StoreCheck check = store::check_store(store);
    return cli::verdict(
        {
            {"store", store.location().shown},
            {"secrets_opened", check.secrets_opened},
            {"events_verified", check.events_verified},
            {"findings", check.findings},
        },
        check.findings);
}

}  // namespace

cli::Command store_check_command() {
    return cli::command<Options>({
        .name = "check",
        .summary = "Check the store: its file, every secret, every audit chain",
        .details = "Asks the engine whether its file and foreign keys are in order, opens every secret in its place "
                   "and verifies every audit chain. All that is wrong is listed. Nothing is changed.",
        .run = run,
        .examples = {{"mdmctl store check", "After a restore, and before an upgrade"}},
        .codes = {ErrorCode::store_damaged, ErrorCode::secret_damaged, ErrorCode::sealed_elsewhere,
                  ErrorCode::audit_broken, ErrorCode::no_store, ErrorCode::no_store_key},
    });
}

}  // namespace mdm::apps
