// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/record.hpp"
#include "cli/world.hpp"
#include "dep/succession.hpp"
#include "store/store.hpp"

#include <string>

/// The last step of import and renew, which the guided way takes as well: judge once more, change, tell.
namespace mdm::apps {

/// throws  what judge_import() finds
cli::Record import_download(cli::World& world, store::Store& store, const dep::ImportOrder& order,
                            const dep::Download& download);
/// What a renewal must not be asked for with, whatever the file is.
/// throws  tenant_not_named: --allow-other-server, and the store has several; bad_usage: --track for one that is held
void judge_renewal_usage(store::Transaction& transaction, const cli::Settings& settings, const store::Tenant& tenant,
                         const dep::HeldToken& held, const dep::Download& download);
/// name    of the token; empty: the usual one
/// throws  what judge_renewal() finds, and what judge_renewal_usage() throws
cli::Record renew_with_download(cli::World& world, store::Store& store, const std::string& name,
                                const dep::Download& download);

}  // namespace mdm::apps
