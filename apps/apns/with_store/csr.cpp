// SPDX-License-Identifier: Apache-2.0
#include "apns/staging.hpp"
#include "apns/vendors.hpp"
#include "apns/with_store/commands.hpp"
#include "apns/with_store/holding_session.hpp"
#include "base/given_name.hpp"
#include "base/json_object.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "store/intents.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    apns::CsrOrder order{.name = std::string(apns::usual_name)};
    cli::OutputFile out;
};

/// The way on: who signs, the button, and the command that takes what comes back.
std::vector<std::string> next_steps(Changing& run, const Options& o) {
    store::Transaction& transaction = run.transaction();
    const std::string tenant = shell_quoted(run.tenant().name);
    const auto current = apns::find_certificate(transaction, run.tenant(), o.order.name);
    const bool can_sign = !apns::vendors_of(transaction, run.tenant()).empty();
    return {
        can_sign ? fmt::format("mdmctl apns sign --tenant {} --csr {} --out push.req", tenant, shell_quoted(o.out.path))
                 : fmt::format("let your MDM vendor sign '{}', or mdmctl apns vendor add", o.out.path),
        current
            ? fmt::format("{} as {}: Renew beside serial {} (not Create); then mdmctl apns renew FILE --tenant {}",
                          portal_address, current->apple_account, current->current.serial.value_or("unknown"), tenant)
            : fmt::format("{}: Create a Certificate; then mdmctl apns import FILE --apple-account A --tenant {}",
                          portal_address, tenant)};
}

cli::Record record_of(const Changing& run, const Options& o, const apns::StagedCsr& staged) {
    return {{"tenant", run.tenant().name},
            {"name", staged.request.name},
            {"csr", o.out.path},
            {"request", staged.request.id},
            {"subject", staged.request.csr.subject().to_string()},
            {"public_key_sha256", staged.request.csr.public_key().sha256()},
            {"findings", staged.findings}};
}

cli::Result run(cli::World& world, const Options& o) {
    return changing(world, "apns csr", [&](Changing& run) -> cli::Result {
        run.about("request");
        judge_given_name(o.order.name, "the certificate's name");
        const apns::StagedCsr staged = apns::stage_csr(run.change(), run.tenant(), o.order);
        run.about(fmt::format("request {}", staged.request.id));
        const std::string pem = staged.request.csr.to_pem();
        world.refuse_to_replace(o.out, [&](const FileContent& there) { return there.bytes.reveal() == pem; });
        if (run.is_dry_run()) {
            world.say("a key and a CSR can be made; nothing was changed");
            return record_of(run, o, staged);
        }
        const auto steps = next_steps(run, o);
        world.write_with(o.out, pem, Privacy::open, {}, [&] {
            run.finish(std::nullopt, json_object({{"public_key_sha256", staged.request.csr.public_key().sha256()},
                                                  {"key", o.order.reuse_key ? "reused" : "new"}}));
        });
        store::close_intent(run.store(), staged.intent, "delivered", run.now());
        world.say(staged.again ? fmt::format("wrote '{}' again: it was staged by a run that did not finish", o.out.path)
                               : fmt::format("wrote '{}'; its private key is sealed in the store", o.out.path));
        for (const std::string& step : steps)
            world.next(step);
        return record_of(run, o, staged);
    });
}

}  // namespace

cli::Command csr_command() {
    return cli::command<Options>({
        .name = "csr",
        .summary = "Make a private key and its CSR for a push certificate",
        .details =
            "Makes a key (RSA, 2048 bits), seals it in the store, and writes the CSR that an MDM vendor signs. The "
            "subject is free, for Apple writes its own into the certificate: --common-name is needed the first time, "
            "and later the last subject stands.\n\n"
            "The key is staged beside the current one and beside every other staged one; none is ever replaced, and "
            "import, check and renew try them all. A request that is open already is named.\n\n"
            "--out is never written over. If the run is killed, the same command run again gives out the CSR that "
            "was staged, and makes no second key.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                p.option("--out", "FILE", o.out, "where the CSR goes; - is standard output").required();
                p.option("--common-name", "CN", o.order.subject.common_name, "the organisation, or what it is for");
                p.option("--organization", "O", o.order.subject.organization, "the organisation");
                p.option("--email", "E", o.order.subject.email, "an address that more than one person reads");
                p.option("--country", "C", o.order.subject.country, "two letters: FR, US");
                p.flag("--reuse-key", o.order.reuse_key, "use the current certificate's key instead of a new one");
                p.option("--name", "N", o.order.name, "which of the tenant's push certificates it is for");
            },
        .run = run,
        .examples = {{"mdmctl apns csr --common-name 'Acme MDM' --email mdm@example.org --country FR --out push.csr",
                      "The first time"},
                     {"mdmctl apns csr --tenant acme --out push-2027.csr", "Each year: the last subject stands"}},
        .codes = {ErrorCode::no_such_tenant, ErrorCode::tenant_not_named, ErrorCode::output_exists, ErrorCode::bad_name,
                  ErrorCode::no_such_certificate, ErrorCode::key_not_held, ErrorCode::no_store, ErrorCode::no_store_key,
                  ErrorCode::locked, ErrorCode::cannot_write},
    });
}

}  // namespace mdm::apps
