// SPDX-License-Identifier: Apache-2.0
#include "access/open_store.hpp"
#include "audit/commands.hpp"
#include "base/files.hpp"
#include "base/text.hpp"
#include "cli/json_text.hpp"

#include <fmt/format.h>
#include <map>

namespace mdm::apps {
namespace {

struct Options {
    std::string out;
};

cli::Result run(cli::World& world, const Options& o) {
    store::Store store = access::open_store(world);
    store::Transaction transaction = store.read();
    std::map<std::string, std::string> lines;
    std::int64_t events = 0;
    store::each_event(transaction, {}, [&](const store::AuditEvent& event) {
        std::string& text = lines[event.chain];
        cli::append_json(text, event_record(event), cli::JsonLayout::compact);
        text += '\n';
        ++events;
        return true;
    });
    make_private_folder(o.out);
    std::vector<std::string> files;
    for (const auto& [chain, text] : lines) {
        files.push_back(fmt::format("{}/{}.jsonl", o.out, chain));
        write_file(files.back(), text, Privacy::secret);
    }
    world.say(fmt::format("exported {} to '{}'", counted(events, "event"), o.out));
    return cli::Record{{"out", o.out}, {"events", events}, {"files", files}};
}

}  // namespace

cli::Command audit_export_command() {
    return cli::command<Options>({
        .name = "export",
        .summary = "Write every event to files, a chain each, as JSON Lines",
        .details = "For an archive, or a system that collects such records. Each file appears whole or not at all and "
                   "replaces the one of an earlier export. The hashes are in it, and prove nothing without the store's "
                   "key. Nothing in the store is changed.",
        .options =
            [](cli::Parser& p, Options& o) {
                p.option("--out", "DIR", o.out, "the folder; made where it is not there").required();
            },
        .run = run,
        .examples = {{"mdmctl audit export --out audit-2027", "All there is"}},
        .codes = {ErrorCode::no_store, ErrorCode::cannot_write},
    });
}

}  // namespace mdm::apps
