// SPDX-License-Identifier: Apache-2.0
#include "access/refusal.hpp"
#include "apns/credential_files.hpp"
#include "base/json_object.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "crypto/cms_envelope.hpp"
#include "crypto/digest.hpp"
#include "store/tenant_import.hpp"
#include "tenant/commands.hpp"
#include "tenant/named_tenant.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    cli::InputFile file;
    std::string as;
    cli::InputFile key;
    cli::InputFile passphrase_file;
};

/// What came, with the hash by which the store that it left knows it.
struct Received {
    store::TenantFile file;
    std::string sha256;
};

Secret opened(const cli::World& world, const Options& o, const crypto::Envelope& envelope) {
    if (o.key.given()) {
        const FileContent key = world.read_secret(o.key, limits::credential_file);
        return envelope.open(apns::read_private_key(key, world.passphrase(o.passphrase_file, key.name)));
    }
    if (!envelope.is_for_passphrase())
        throw Error{ErrorCode::bad_usage, fmt::format("'{}' was encrypted for a certificate", o.file.path),
                    "--key FILE names the private key of that certificate"};
    const auto passphrase = world.passphrase(o.passphrase_file, o.file.path)();
    if (!passphrase)
        throw Error{ErrorCode::passphrase_needed, fmt::format("'{}' was encrypted under a passphrase", o.file.path),
                    "--passphrase-file FILE names it"};
    return envelope.open(*passphrase);
}

Received receive(const cli::World& world, const Options& o) {
    const FileContent content = world.read(o.file, limits::tenant_export_file);
    const Secret lines = opened(world, o, crypto::Envelope::parse(content.bytes.reveal(), content.name));
    return {store::parse_tenant_file(lines.reveal(), content.name), crypto::sha256_hex(content.bytes.reveal())};
}

/// The first event that is ours: the head there is what the other store can show of its chain.
store::Deed arrival_deed(const store::Arrival& arrival, const Received& received) {
    return {.tenant_id = arrival.tenant.id,
            .tenant = arrival.tenant.name,
            .command = "tenant import",
            .object = fmt::format("tenant {}", arrival.tenant.name),
            .before = json_object({{"store", received.file.store},
                                   {"tenant", received.file.tenant},
                                   {"exported_at", to_rfc3339(received.file.exported_at)},
                                   {"events", std::to_string(arrival.events)},
                                   {"head", arrival.head}}),
            .after = json_object({{"sha256", received.sha256}, {"rows", std::to_string(arrival.rows)}})};
}

cli::Record record_of(const store::Arrival& arrival, const Received& received) {
    cli::Record record = tenant_state_record(arrival.tenant);
    record.add({"from_store", received.file.store});
    record.add({"from_tenant", received.file.tenant});
    record.add({"exported_at", received.file.exported_at});
    record.add({"rows", arrival.rows});
    record.add({"secrets", arrival.secrets});
    record.add({"events", arrival.events});
    return record;
}

store::Arrival take_in(const cli::World& world, const Options& o, store::Store& store, const Received& received) {
    store::Change change = store.change(world.clock.now());
    store::Arrival arrival = store::take_in(change, store.rooms(), received.file, o.as);
    change.record(arrival_deed(arrival, received));
    if (!world.settings.dry_run)
        change.commit();
    return arrival;
}

cli::Result run(cli::World& world, const Options& o) {
    const Received received = receive(world, o);
    store::Store store = access::open_store(world, every_room());
    try {
        const store::Arrival arrival = take_in(world, o, store, received);
        world.say(fmt::format("{} '{}': {}, {}, {}", world.settings.dry_run ? "would import" : "imported",
                              arrival.tenant.name, counted(arrival.rows, "row"), counted(arrival.secrets, "secret"),
                              counted(arrival.events, "audit event")));
        return record_of(arrival, received);
    } catch (const Error& e) {
        // There is no tenant whose chain it could be in.
        access::record_refusal(world, store,
                               {.tenant_id = "",
                                .tenant = "",
                                .command = "tenant import",
                                .object = fmt::format("tenant {}", received.file.tenant)},
                               e);
        throw;
    }
}

}  // namespace

cli::Command tenant_import_command() {
    return cli::command<Options>({
        .name = "import",
        .summary = "Take a tenant over that another store handed over",
        .details =
            "FILE is what tenant export wrote: opened with the private key of the certificate that it was encrypted "
            "for (--key; --passphrase-file opens an encrypted key), or with the passphrase. All of it is judged before "
            "any of it counts: that it was not changed, that it fits together and the tables of this store, that no "
            "command would have refused what is in it, and that nothing is another tenant's here. Every reason is said "
            "at once: a name that is taken (--as gives another), a tenant that is here already, a push topic, key or "
            "serial of another tenant's. What the rehearsal's portal issued goes into a rehearsal's store alone.\n\n"
            "The secrets are sealed for this store. The audit events are taken over as they were told there, and "
            "signed anew here; the event of the import names the store they come from and the head of the chain there. "
            "What to type next, where something ends, is written anew, and never taken from FILE.\n\n"
            "All of it is one transaction: killed at any moment, the tenant is here whole or not at all. Run again, "
            "it is exit 4, tenant_exists.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                p.positional("FILE", o.file, "the export; - is standard input").required();
                p.option("--as", "NAME", o.as, "what the tenant is to be called here").shown_default("its name there");
                p.option("--key", "FILE", o.key, "the private key of the certificate that it was encrypted for");
                p.option("--passphrase-file", "FILE", o.passphrase_file,
                         "its first line opens the key, or the export; asked for at a terminal");
            },
        .run = run,
        .examples = {{"mdmctl tenant import acme.cms --key globex.key", "What the customer's old provider sent"},
                     {"mdmctl tenant import acme.cms --passphrase-file pass.txt --as acme-emea", "By another name"}},
        .codes = cli::codes(
            {ErrorCode::wrong_recipient, ErrorCode::altered, ErrorCode::not_a_tenant_export, ErrorCode::too_deep,
             ErrorCode::tenant_exists, ErrorCode::other_tenant, ErrorCode::sandbox_certificate,
             ErrorCode::store_too_new, ErrorCode::store_too_old, ErrorCode::bad_name, ErrorCode::not_a_private_key,
             ErrorCode::no_store, ErrorCode::no_store_key, ErrorCode::locked, ErrorCode::cannot_write},
            apns::credential_codes),
    });
}

}  // namespace mdm::apps
