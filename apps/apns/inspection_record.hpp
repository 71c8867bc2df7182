// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apns/inspection.hpp"
#include "cli/record.hpp"

namespace mdm::apps {

/// What `mdmctl apns inspect` and `mdmctl inspect` show of a file: kind, topic, subject, ..., findings.
cli::Record inspection_record(const apns::Inspection& found, Time now);

/// A certificate of a chain, in short: subject, serial, not_after, days_left.
cli::Record certificate_record(const crypto::Certificate& certificate, Time now);

}  // namespace mdm::apps
