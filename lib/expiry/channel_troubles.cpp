// SPDX-License-Identifier: Apache-2.0
#include "expiry/channel_troubles.hpp"

namespace mdm::expiry {

void note_trouble(store::Transaction& transaction, const ChannelTrouble& met) {
    transaction.run(
        "insert into expiry_channels (channel, place, since, last_at, code, message) values (:channel, :place, :since, "
        ":last_at, :code, :message) on conflict (channel, place) do update set last_at = excluded.last_at, "
        "code = excluded.code, message = excluded.message",
        {{"channel", met.channel},
         {"place", met.where},
         {"since", met.since},
         {"last_at", met.last_at},
         {"code", met.code},
         {"message", met.message}});
}

void forget_trouble(store::Transaction& transaction, const ChannelTrouble& known) {
    transaction.run("delete from expiry_channels where channel = :channel and place = :place",
                    {{"channel", known.channel}, {"place", known.where}});
}

std::vector<ChannelTrouble> channel_troubles(store::Transaction& transaction) {
    std::vector<ChannelTrouble> troubles;
    for (const store::Row& row : transaction.rows("select channel, place, since, last_at, code, message from "
                                                  "expiry_channels order by since, channel, place"))
        troubles.push_back({.channel = row.text("channel"),
                            .where = row.text("place"),
                            .since = row.time("since"),
                            .last_at = row.time("last_at"),
                            .code = row.text("code"),
                            .message = row.text("message")});
    return troubles;
}

}  // namespace mdm::expiry
