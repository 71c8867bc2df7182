// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/record.hpp"
#include "expiry/service_line.hpp"

namespace mdm::apps {

/// What `mdmctl check` and `mdmctl expiry` answer of a line, in JSON and wherever it leaves us: the item of `services`.
cli::Record service_record(const expiry::ServiceLine& line);

}  // namespace mdm::apps
