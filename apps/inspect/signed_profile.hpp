// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apns/inspection.hpp"
#include "base/files.hpp"
#include "base/time.hpp"

namespace mdm::apps {

/// Of a configuration profile that is signed: who signed it, in the place of the certificate that the file is about,
/// and what stands against the signature. Errors are what was changed or is missing; whom devices trust, and when, are
/// warnings here.
void add_signer(apns::Inspection& found, const FileContent& file, Time now);

}  // namespace mdm::apps
