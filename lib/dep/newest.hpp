// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dep/device_page.hpp"

#include <cstddef>
#include <vector>

namespace mdm::dep {

/// Of the records of a page of changes, those that count, by their places and in their order: of each serial number the
/// one with the greatest op_date; on a tie `deleted`, then the one that came last. One without a date counts as of the
/// same date as the one of that serial number that it is held against: so that its place in the page decides.
/// source  Apple, Device Management, "Sync the List of Devices"; on a tie it says nothing
std::vector<std::size_t> newest(const std::vector<DeviceRecord>& records);

}  // namespace mdm::dep
