// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apns/vendor_files.hpp"
#include "apns/verdict.hpp"
#include "cli/command.hpp"

/// The commands of `mdmctl apns` that need no store, one file each. The service's whole program has them too, with the
/// store behind them.
namespace mdm::apps {

cli::Command inspect_command();
cli::Command sign_command(const VendorFromStore& from_store);
cli::Command check_command(const CheckWithStore& with_store);

}  // namespace mdm::apps
