// SPDX-License-Identifier: Apache-2.0
#include "rooms/every_room.hpp"

#include "apns/schema.hpp"

namespace mdm::apps {

store::Rooms every_room() { return {apns::room()}; }

}  // namespace mdm::apps
