// SPDX-License-Identifier: Apache-2.0
#include "access/open_store.hpp"
#include "audit/commands.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    std::string from;
};

std::vector<Finding> findings_of(const std::vector<store::ChainVerdict>& chains, const std::string& from) {
    std::vector<Finding> findings;
    for (const store::ChainVerdict& chain : chains)
        if (!chain.broken.empty())
            findings.push_back({Severity::error, ErrorCode::audit_broken, chain.broken,
                                "compare with a backup or an export; what came before is as it was", chain.chain});
    const bool found = std::any_of(chains.begin(), chains.end(), [](const auto& c) { return c.holds_expected; });
    if (!from.empty() && !found)
        findings.push_back({Severity::error, ErrorCode::audit_broken,
                            fmt::format("no event has the hash '{}' any more", from),
                            "events were cut off, or the hash is of another store", ""});
    return findings;
}

cli::Result run(cli::World& world, const Options& o) {
    store::Store store = access::open_store(world);
    const store::StoreKey& key = store.key();
    store::Transaction transaction = store.read();
    const auto chains = store::verify_audit(transaction, key, o.from);
    std::vector<cli::Record> heads;
    std::int64_t events = 0;
    for (const store::ChainVerdict& chain : chains) {
        events += chain.events;
        heads.push_back({{"chain", chain.chain},
                         {"events", chain.events},
                         {"head", chain.head.empty() ? std::nullopt : std::optional(chain.head)},
                         {"broken", chain.broken.empty() ? std::nullopt : std::optional(chain.broken)}});
    }
    const auto findings = findings_of(chains, o.from);
    return cli::verdict({{"events", events}, {"chains", heads}, {"findings", findings}}, findings);
}

}  // namespace

cli::Command audit_verify_command() {
    return cli::command<Options>({
        .name = "verify",
        .summary = "Verify that no event was edited, removed, reordered or cut off",
        .details = "Every chain is followed from its first event, with the keys that the store key opens; the first "
                   "broken event of each is named, exit 1. The head of each chain is shown, to be kept in another "
                   "place: --from with a head from then finds what the store alone cannot, events cut off the end by "
                   "who rewrote the head as well. Nothing is changed.",
        .options =
            [](cli::Parser& p, Options& o) {
                p.option("--from", "HASH", o.from, "a head that was kept elsewhere: it must still be there");
            },
        .run = run,
        .examples = {{"mdmctl audit verify --output json | jq -r '.chains[].head'", "Heads to keep elsewhere"}},
        .codes = {ErrorCode::audit_broken, ErrorCode::no_store, ErrorCode::no_store_key},
    });
}

}  // namespace mdm::apps
