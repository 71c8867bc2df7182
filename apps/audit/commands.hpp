// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.hpp"
#include "store/audit.hpp"

/// The commands of `mdmctl audit`, one file each.
namespace mdm::apps {

cli::Command audit_log_command();
cli::Command audit_verify_command();
cli::Command audit_export_command();

/// One event, the same in the log and in an export.
cli::Record event_record(const store::AuditEvent& event);

}  // namespace mdm::apps
