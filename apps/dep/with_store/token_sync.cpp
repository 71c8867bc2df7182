// SPDX-License-Identifier: Apache-2.0
#include "dep/with_store/token_sync.hpp"

#include "cli/json_text.hpp"
#include "dep/answer.hpp"
#include "dep/device_sync.hpp"
#include "dep/sync_limits.hpp"
#include "dep/with_store/device_record.hpp"
#include "dep/with_store/kept_answer.hpp"
#include "store/lock.hpp"

#include <chrono>
#include <fmt/format.h>

namespace mdm::apps {
namespace {

/// The keys of an answer, in their order.
cli::Record record_of(const SyncedToken& done, const std::optional<dep::SyncOutcome>& outcome, std::int64_t seconds) {
    const auto known = [&](auto value) { return outcome ? cli::Value(value) : cli::Value(); };
    const dep::SyncOutcome all = outcome.value_or(dep::SyncOutcome{});
    return {{"tenant", done.tenant},
            {"name", done.name},
            {"mode", known(all.full ? "full" : "delta")},
            {"added", known(all.changes.added)},
            {"modified", known(all.changes.modified)},
            {"deleted", known(all.changes.deleted)},
            {"total", known(all.total)},
            {"pages", known(all.pages)},
            {"cursor_saved_at", known(all.cursor_saved_at)},
            {"seconds", known(seconds)},
            {"findings", done.findings}};
}

/// One run on one token.
class TokenSync {
public:
    TokenSync(const cli::World& world, store::Store& store, const SyncWay& way)
        : world_(world), store_(store), way_(way) {}

    void run(SyncedToken& done, const std::string& tenant, const std::string& name) {
        const auto began = std::chrono::steady_clock::now();
        TokenQuestion question = token_question(world_, store_, tenant, name);
        done.tenant = question.tenant.name;
        done.name = question.held.name;
        refuse_early(question, world_.clock.now());
        const store::ObjectLock lock(store_.location(),
                                     fmt::format("dep sync of {}", dep::called(question.held, question.tenant.name)),
                                     store_.caller(), SystemClock().now());
        DepService service(world_.settings, world_.clock, std::move(question.token));
        const dep::Account account = judged_account(question, service);
        const dep::SyncOutcome outcome = fetched(question, service, account);
        done.findings = outcome.findings;
        const auto seconds =
            std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - began).count();
        done.record = record_of(done, outcome, seconds);
    }

private:
    /// Limits, and whose token it is: what answers in another's place would have every device removed.
    dep::Account judged_account(TokenQuestion& question, DepService& service) const {
        dep::Proof proof = asked(world_, store_, question, service);
        keep_answer(world_, store_, question.tenant, question.held, proof, std::nullopt);
        for (Finding& finding : dep::contradictions(question.held, proof, question.tenant.name))
            proof.findings.push_back(std::move(finding));
        access::refuse_on_error(proof.findings);
        return proof.account.value();
    }

    dep::SyncOutcome fetched(const TokenQuestion& question, DepService& service, const dep::Account& account) const {
        std::int64_t came = 0;
        dep::SyncOrder order{.clock = world_.clock,
                             .full = way_.full,
                             .page_size = dep::page_size(account, way_.page_size),
                             .server_uuid = account.server_uuid,
                             .object = token_object(question.held.name),
                             .progress = [&](std::int64_t devices) {
                                 way_.came(devices - came);
                                 came = devices;
                             }};
        if (way_.events != nullptr)
            tell_events(order, question);
        dep::DeviceSync sync(store_, service.client(), question.tenant, question.held, std::move(order));
        try {
            return world_.settings.dry_run ? sync.look() : sync.run();
        } catch (const Error&) {
            keep_retry_at(world_, store_, question, service);
            throw;
        }
    }

    void tell_events(dep::SyncOrder& order, const TokenQuestion& question) const {
        order.events = dep::EventOrder{
            .destination = way_.events->destination(),
            .tenant = question.tenant.name,
            .name = question.held.name,
            .describe = [&question](const dep::Device& device, const dep::DeviceNote& note) {
                std::string json;
                cli::append_json(
                    json, device_record(question.tenant.name, question.held.name, {.device = device, .note = note}),
                    cli::JsonLayout::compact);
                return json;
            }};
        order.deliver = [sink = way_.events, &store = store_, token = question.held.id] {
            sink->deliver(store, token);
        };
    }

    const cli::World& world_;
    store::Store& store_;
    const SyncWay& way_;
};

}  // namespace

SyncedToken sync_token(const cli::World& world, store::Store& store, const std::string& tenant, const std::string& name,
                       const SyncWay& way) {
    SyncedToken done{.tenant = tenant, .name = name};
    try {
        TokenSync(world, store, way).run(done, tenant, name);
    } catch (const Error& e) {
        done.failure = e;
        done.findings = e.findings();
        if (done.findings.empty())
            done.findings.push_back({Severity::error, e.code(), e.message(), e.hint(), ""});
        done.record = record_of(done, std::nullopt, 0);
    }
    return done;
}

}  // namespace mdm::apps
