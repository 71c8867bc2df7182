// SPDX-License-Identifier: Apache-2.0
#include "apns/credential_files.hpp"
#include "base/json_object.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "crypto/cms_envelope.hpp"
#include "crypto/digest.hpp"
#include "store/tenant_export.hpp"
#include "tenant/commands.hpp"
#include "tenant/named_tenant.hpp"

#include <fmt/format.h>
#include <set>

namespace mdm::apps {
namespace {

constexpr std::string_view command = "tenant export";

struct Options {
    std::string name;
    cli::OutputFile out;
    cli::InputFile to;
    cli::InputFile passphrase_file;
};

/// Who will be able to open it.
struct Recipient {
    std::optional<crypto::Certificate> certificate{};
    std::optional<Secret> passphrase{};

    std::string shown() const { return certificate ? certificate->subject().to_string() : "a passphrase"; }
    std::string envelope(std::string_view plain) const {
        return certificate ? crypto::envelope_for(*certificate, plain) : crypto::envelope_under(*passphrase, plain);
    }
};

Recipient recipient_of(const cli::World& world, const Options& o) {
    if (o.to.given()) {
        const FileContent file = world.read(o.to, limits::credential_file);
        auto certificate = apns::read_certificate(file, [] { return std::optional<Secret>{}; }).certificate;
        if (certificate.not_after() < world.clock.now())
            world.warn(fmt::format("the certificate '{}' ended on {}: whether its key is still kept, its owner knows",
                                   file.name, to_rfc3339(certificate.not_after())));
        return {.certificate = std::move(certificate)};
    }
    if (!o.passphrase_file.given())
        throw Error{ErrorCode::bad_usage, "missing: --to or --passphrase-file",
                    "the export is encrypted: for who has the key of a certificate, or under a passphrase"};
    auto passphrase = world.passphrase(o.passphrase_file, "the export")();
    if (!passphrase || passphrase->empty())
        throw Error{ErrorCode::passphrase_needed,
                    fmt::format("the passphrase in '{}' is empty", o.passphrase_file.path),
                    "its first line is the passphrase, and all that is read"};
    return {.passphrase = std::move(passphrase)};
}

/// The audit has the hash of every export that was made of the tenant: only the key of its recipient would open one.
bool is_earlier_export(store::Transaction& transaction, const store::Tenant& tenant, const FileContent& there) {
    const std::string hash = crypto::sha256_hex(there.bytes.reveal());
    bool found = false;
    store::each_event(transaction, {.chain = tenant.id}, [&](const store::AuditEvent& event) {
        found = event.deed.command == command && event.deed.after && event.deed.after->find(hash) != std::string::npos;
        return !found;
    });
    return found;
}

void refuse_removed(const store::Tenant& tenant) {
    if (tenant.removed_at)
        throw Error{ErrorCode::no_such_tenant,
                    fmt::format("there is no tenant '{}' any more: it was removed", tenant.name),
                    tenant.purged_at ? "" : "mdmctl tenant restore brings it back"};
}

/// Two stores that look after one tenant each hold its keys: the same command again makes the same file, and no other.
void refuse_another(const store::Tenant& tenant, const Recipient& recipient) {
    if (tenant.handed_over_at && tenant.handed_over_to != recipient.shown())
        throw Error{ErrorCode::handed_over,
                    fmt::format("the tenant '{}' was handed over on {} for {}, and this would be for {}", tenant.name,
                                to_rfc3339(*tenant.handed_over_at), tenant.handed_over_to, recipient.shown()),
                    fmt::format("mdmctl tenant restore {} takes it back first", shell_quoted(tenant.name))};
}

cli::Record record_of(const store::Tenant& tenant, const store::TenantFile& file, const std::string& path,
                      const std::string& sha256) {
    const auto counts = file.counts();
    const auto count = [&](const std::string& table) {
        const auto found = counts.find(table);
        return found == counts.end() ? std::int64_t{0} : found->second;
    };
    cli::Record record = tenant_state_record(tenant);
    record.add({"file", path});
    record.add({"sha256", sha256});
    record.add({"rows", file.rows.size()});
    record.add({"secrets", count("secrets")});
    record.add({"events", count("audit_events")});
    return record;
}

cli::Result run(cli::World& world, const Options& o) {
    const Recipient recipient = recipient_of(world, o);
    return changing_tenant(world, std::string(command), o.name, [&](access::Changing& run) -> cli::Result {
        store::Tenant tenant = run.tenant();
        refuse_removed(tenant);
        refuse_another(tenant, recipient);
        world.refuse_to_replace(
            o.out, [&](const FileContent& there) { return is_earlier_export(run.transaction(), tenant, there); },
            "is no earlier export of this tenant", limits::tenant_export_file);
        const store::TenantFile file =
            store::gather(run.transaction(), run.store().rooms(), run.change().key(), tenant, run.change().now());
        const std::string envelope = recipient.envelope(store::to_lines(file).reveal());
        const std::string sha256 = crypto::sha256_hex(envelope);
        const std::string before(tenant.state());
        if (tenant.handed_over_at)
            world.notice(fmt::format("'{}' was handed over before, on {} for {}", tenant.name,
                                     to_rfc3339(*tenant.handed_over_at), tenant.handed_over_to));
        store::hand_over(run.change(), tenant, recipient.shown());
        // The event is committed before the file appears: a secret that has left must not be missing in the chain.
        if (!run.is_dry_run())
            world.write_with(o.out, envelope, Privacy::secret, {&o.to, &o.passphrase_file}, [&] {
                run.finish(json_object({{"state", before}}), json_object({{"state", "handed_over"},
                                                                          {"to", recipient.shown()},
                                                                          {"sha256", sha256},
                                                                          {"rows", std::to_string(file.rows.size())}}));
            });
        world.say(
            run.is_dry_run()
                ? fmt::format("'{}' can be handed over for {}; nothing was written", tenant.name, recipient.shown())
                : fmt::format("wrote '{}': all of '{}', for {}; here it is shown, and not changed any more", o.out.path,
                              tenant.name, recipient.shown()));
        if (!run.is_dry_run())
            world.next(fmt::format(
                "mdmctl tenant import FILE, in the other store; mdmctl tenant restore {} takes it back", tenant.name));
        return record_of(tenant, file, o.out.path, sha256);
    });
}

}  // namespace

cli::Command tenant_export_command() {
    return cli::command<Options>({
        .name = "export",
        .summary = "Hand a tenant over: all of it in one encrypted file, for another store",
        .details =
            "FILE holds everything: certificates, their private keys, requests, policies, contacts, history, notes, "
            "and "
            "the tenant's audit events. It is encrypted for the certificate of --to (an EC key, or RSA with 2048 bits "
            "at least), or under a passphrase, as CMS that openssl opens without mdmctl; inside is JSON, a line a row:"
            "\n\n"
            "    openssl cms -decrypt -binary -inform PEM -in FILE -inkey KEY\n\n"
            "From then on the tenant is handed_over here: it is shown, with whom it went to, and neither changed nor "
            "reminded of; an export for anybody else is refused (handed_over) until tenant restore takes it back. What "
            "was "
            "begun and has not come to its end is refused "
            "(intents_open), and so is an audit chain that does not hold, before anything is written.\n\n"
            "FILE is 0600 from its first byte on, never written through a symbolic link, and replaces an earlier "
            "export of the same tenant and nothing else. That secrets left is an event in the audit, with the hash of "
            "the file, written before it: killed in between, the tenant is handed over without the file, and the same "
            "command run again writes it.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                p.positional("T", o.name, "the tenant's name").required();
                p.option("--out", "FILE", o.out, "where it goes; - is standard output").required();
                p.option("--to", "CERT", o.to, "the certificate of who is to open it").excludes({"--passphrase-file"});
                p.option("--passphrase-file", "FILE", o.passphrase_file, "its first line encrypts the export")
                    .excludes({"--to"});
            },
        .run = run,
        .examples = {{"mdmctl tenant export acme --to globex.pem --out acme.cms", "To the customer's new provider"},
                     {"mdmctl tenant export acme --passphrase-file pass.txt --out acme.cms", "Between two own stores"}},
        .codes = cli::codes(
            {ErrorCode::no_such_tenant, ErrorCode::intents_open, ErrorCode::audit_broken, ErrorCode::secret_damaged,
             ErrorCode::sealed_elsewhere, ErrorCode::handed_over, ErrorCode::output_exists, ErrorCode::symlink_target,
             ErrorCode::not_a_certificate, ErrorCode::too_large, ErrorCode::store_too_new, ErrorCode::no_store,
             ErrorCode::no_store_key, ErrorCode::locked, ErrorCode::cannot_write},
            apns::credential_codes),
    });
}

}  // namespace mdm::apps
