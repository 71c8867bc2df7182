// SPDX-License-Identifier: Apache-2.0
#include "rooms/every_room.hpp"

#include "apns/schema.hpp"
#include "dep/schema.hpp"
#include "expiry/schema.hpp"
#include "profile/schema.hpp"

namespace mdm::apps {

store::Rooms every_room() { return {apns::room(), dep::room(), profile::room(), expiry::room()}; }

}  // namespace mdm::apps
