// SPDX-License-Identifier: Apache-2.0
#include "expiry/channel_troubles.hpp"

#include <algorithm>

namespace mdm::expiry {

void note_troubles(store::Transaction& transaction, const std::vector<ChannelTrouble>& met) {
    for (const ChannelTrouble& trouble : met)
        transaction.run(
            "insert into expiry_channels (channel, place, since, last_at, code, message) values (:channel, :place, "
            ":since, :last_at, :code, :message) on conflict (channel, place) do update set last_at = excluded.last_at, "
            "code = excluded.code, message = excluded.message",
            {{"channel", trouble.channel},
             {"place", trouble.where},
             {"since", trouble.since},
             {"last_at", trouble.last_at},
             {"code", trouble.code},
             {"message", trouble.message}});
}

void forget_other_troubles(store::Transaction& transaction, const std::vector<ChannelTrouble>& met,
                           const std::function<bool(const ChannelTrouble&)>& is_ours) {
    for (const ChannelTrouble& known : channel_troubles(transaction)) {
        const bool was_met = std::any_of(met.begin(), met.end(), [&](const ChannelTrouble& trouble) {
            return trouble.channel == known.channel && trouble.where == known.where;
        });
        if (!was_met && is_ours(known))
            transaction.run("delete from expiry_channels where channel = :channel and place = :place",
                            {{"channel", known.channel}, {"place", known.where}});
    }
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
