// SPDX-License-Identifier: Apache-2.0
#include "rooms/live_dep.hpp"

#include "base/text.hpp"
#include "dep/answer.hpp"
#include "dep/held_secrets.hpp"
#include "dep/holding.hpp"
#include "rooms/dep_service.hpp"
#include "rooms/live_question.hpp"

#include <fmt/format.h>
#include <memory>
#include <utility>

namespace mdm::apps {
namespace {

constexpr std::string_view who = "Apple's DEP service";

/// What is asked with; nullopt: another server has the key, or the token is over anyway.
std::optional<dep::HeldToken> asked_with(store::Transaction& transaction, const expiry::ServiceLine& line) {
    if (!line.tenant || line.tenant->handed_over_at || line.state == "expired")
        return std::nullopt;
    auto held = dep::find_token(transaction, *line.tenant, line.name);
    return held && held->name == line.name && held->current.is_held() ? std::move(held) : std::nullopt;
}

/// Nobody answered, or nobody could be asked: a warning, for how it stands is not known.
expiry::LiveAnswer without_answer(const Error& e) {
    return {.findings = {{Severity::warning, e.code(), e.message(),
                          e.hint().empty() ? "look whether this host reaches it, on port 443" : e.hint(), ""}},
            .was_given = false};
}

expiry::Keep keeping(const store::Tenant& tenant, const dep::HeldToken& held, dep::Proof proof,
                     std::optional<Time> retry_at) {
    return [tenant, name = held.name, version = held.current.id, proof = std::move(proof),
            retry_at](store::Transaction& transaction) {
        auto there = dep::find_token(transaction, tenant, name);
        if (there && there->current.id == version)
            dep::note_answer(transaction, tenant, *there, proof, retry_at, proof.asked_at);
    };
}

/// A clock that is wrong, or a right that is missing, says nothing of how the token stands.
expiry::LiveAnswer about_this_host(dep::Proof proof) {
    for (Finding& finding : proof.findings)
        finding.severity = Severity::warning;
    return {.findings = std::move(proof.findings), .was_given = false};
}

/// What an earlier answer said, where this one says how the token stands.
std::vector<ErrorCode> settled_by(const dep::Proof& proof) {
    if (!proof.standing())
        return {};
    return {ErrorCode::token_superseded, ErrorCode::token_rejected, ErrorCode::terms_not_accepted};
}

std::string next_command(const store::Tenant& tenant, dep::HeldToken held, const dep::Proof& proof) {
    dep::take_answer(held, proof, proof.asked_at);
    return fmt::format("{} --tenant {}", dep::first_command(held), shell_quoted(tenant.name));
}

/// Asks Apple about server tokens. A key that is not to be had is looked for once.
class AskDep {
public:
    explicit AskDep(const cli::World& world) : settings_(world.settings), clock_(world.clock) {}

    expiry::LiveQuestion operator()(store::Store& store, store::Transaction& transaction,
                                    const expiry::ServiceLine& line) {
        const auto held = asked_with(transaction, line);
        if (!held)
            return nullptr;
        if (held->retry_at && clock_.now() < *held->retry_at)
            return not_asked(who, fmt::format("it wants not to be asked before {}", to_rfc3339(*held->retry_at)), "");
        if (keyless_)
            return not_asked(who, keyless_->message(), keyless_->hint());
        try {
            judge_dep_origin(transaction, settings_, held->origin, dep::called(*held, line.tenant->name));
            auto token = std::make_shared<dep::ServerToken>(
                dep::open_held_token(transaction, store.key(), *held, line.tenant->name));
            return question(*line.tenant, *held, std::move(token));
        } catch (const Error& e) {
            return not_to_be_asked(e);
        }
    }

private:
    /// A missing key is told as a remark, as is a rehearsal in which nobody pretends; settings that are wrong end the
    /// run.
    expiry::LiveQuestion not_to_be_asked(const Error& e) {
        if (e.code() == ErrorCode::bad_usage || e.code() == ErrorCode::bad_setting ||
            e.code() == ErrorCode::insecure_connection)
            throw Error(e);
        if (e.code() == ErrorCode::no_store_key)
            keyless_ = e;
        if (e.code() == ErrorCode::no_store_key || e.code() == ErrorCode::unavailable)
            return not_asked(who, e.message(), e.hint());
        return [e] { return without_answer(e); };
    }

    expiry::LiveQuestion question(const store::Tenant& tenant, const dep::HeldToken& held,
                                  std::shared_ptr<dep::ServerToken> token) const {
        return [tenant, held, token = std::move(token), &settings = settings_, &clock = clock_, patience = patience_] {
            if (patience.is_over())
                return not_asked(who, "nobody answered, several times in a row", "")();
            DepService service(settings, clock, token->copy());
            try {
                dep::Proof proof = dep::prove(service.client(), clock.now());
                patience.answered();
                if (!proof.standing())
                    return about_this_host(std::move(proof));
                for (Finding& finding : dep::contradictions(held, proof, tenant.name))
                    proof.findings.push_back(std::move(finding));
                return expiry::LiveAnswer{.findings = proof.findings,
                                          .settles = settled_by(proof),
                                          .keep = keeping(tenant, held, proof, std::nullopt),
                                          .next_command = next_command(tenant, held, proof)};
            } catch (const Error& e) {
                patience.silent();
                expiry::LiveAnswer answer = without_answer(e);
                if (const auto retry_at = service.retry_at(clock))
                    answer.keep = keeping(tenant, held, {.asked_at = clock.now()}, retry_at);
                return answer;
            }
        };
    }

    const cli::Settings& settings_;
    const Clock& clock_;
    std::optional<Error> keyless_{};
    Patience patience_;
};

}  // namespace

expiry::LiveService live_dep(const cli::World& world) { return {"dep", AskDep(world)}; }

}  // namespace mdm::apps
