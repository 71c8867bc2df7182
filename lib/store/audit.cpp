// SPDX-License-Identifier: Apache-2.0
#include "store/audit.hpp"

#include "base/encoding.hpp"
#include "base/error.hpp"
#include "crypto/hmac.hpp"
#include "crypto/random.hpp"
#include "store/facts.hpp"
#include "store/sealed_secret.hpp"

#include <fmt/format.h>
#include <map>

namespace mdm::store {
namespace {

constexpr std::string_view key_kind = "audit-key";
constexpr std::string_view signing_label = "mdmctl audit event 1";

/// What is signed: each value with its length before it, so that no two events give the same text.
std::string signed_text(const AuditEvent& e, std::string_view previous) {
    std::string out(signing_label);
    const auto add = [&](std::string_view value) { out += fmt::format("\n{}:{}", value.size(), value); };
    const auto add_maybe = [&](const Value& value) { value ? add(*value) : void(out += "\n-"); };
    for (const std::string& value :
         {std::string(previous), e.chain, std::to_string(e.seq), to_rfc3339(e.at), e.who.actor, e.who.login,
          std::to_string(e.who.uid), e.who.host, e.deed.tenant, e.deed.command, e.deed.object, e.key})
        add(value);
    add_maybe(e.who.moved.empty() ? Value() : Value(e.who.moved));
    add_maybe(e.deed.before);
    add_maybe(e.deed.after);
    return out;
}

/// The keys that events were signed with, each opened once.
class SigningKeys {
public:
    SigningKeys(Transaction& transaction, const StoreKey& key) : transaction_(transaction), key_(key) {}

    std::string hash_of(const AuditEvent& event, std::string_view previous) {
        return to_hex(crypto::hmac_sha256(signing_key(event.key).reveal(), signed_text(event, previous)));
    }

private:
    const Secret& signing_key(const std::string& id) {
        const auto found = keys_.find(id);
        if (found != keys_.end())
            return found->second;
        const Secret kept = open_secret(transaction_, key_, id);
        return keys_.emplace(id, crypto::derive_key(kept, signing_label)).first->second;
    }

    Transaction& transaction_;
    const StoreKey& key_;
    std::map<std::string, Secret> keys_;
};

AuditEvent event_of(const Row& row) {
    return {.chain = row.text("chain"),
            .seq = row.number("seq"),
            .at = row.time("at"),
            .who = {.actor = row.text("actor"),
                    .login = row.text("login"),
                    .uid = row.number("uid"),
                    .host = row.text("host"),
                    .moved = row.maybe_text("moved").value_or("")},
            .deed = {.tenant_id = row.text("chain") == store_chain ? "" : row.text("chain"),
                     .tenant = row.maybe_text("tenant").value_or(""),
                     .command = row.text("command"),
                     .object = row.text("object"),
                     .before = row.maybe_text("before"),
                     .after = row.maybe_text("after")},
            .key = row.text("key"),
            .hash = row.text("hash")};
}

void insert(Transaction& transaction, const AuditEvent& e) {
    transaction.run(
        "insert into audit_events (chain, seq, at, actor, login, uid, host, moved, tenant, command, object, before, "
        "after, key, hash) values (:chain, :seq, :at, :actor, :login, :uid, :host, :moved, :tenant, :command, :object, "
        ":before, "
        ":after, :key, :hash)",
        {{"chain", e.chain},
         {"seq", e.seq},
         {"at", e.at},
         {"actor", e.who.actor},
         {"login", e.who.login},
         {"uid", e.who.uid},
         {"host", e.who.host},
         {"moved", e.who.moved.empty() ? Value() : Value(e.who.moved)},
         {"tenant", e.deed.tenant.empty() ? Value() : Value(e.deed.tenant)},
         {"command", e.deed.command},
         {"object", e.deed.object},
         {"before", e.deed.before},
         {"after", e.deed.after},
         {"key", e.key},
         {"hash", e.hash}});
    transaction.run(
        "insert into audit_heads (chain, seq, hash) values (:chain, :seq, :hash) "
        "on conflict (chain) do update set seq = excluded.seq, hash = excluded.hash",
        {{"chain", e.chain}, {"seq", e.seq}, {"hash", e.hash}});
}

/// Follows one chain from its first event.
class ChainReader {
public:
    ChainReader(SigningKeys& keys, std::string chain, std::string_view expected)
        : keys_(keys), expected_(expected), verdict_{.chain = std::move(chain)} {}

    /// false: it is broken here, and what follows cannot be judged.
    bool take_row(const Row& row) {
        try {
            return take(event_of(row));
        } catch (const Error& e) {
            if (e.code() != ErrorCode::store_damaged)
                throw;
            verdict_.broken =
                fmt::format("event {}/{} was edited: {}", verdict_.chain, verdict_.events + 1, e.message());
            return false;
        }
    }

    bool take(const AuditEvent& event) {
        if (event.seq != verdict_.events + 1) {
            verdict_.broken = fmt::format("event {}/{} is missing", verdict_.chain, verdict_.events + 1);
            return false;
        }
        if (!is_signed(event)) {
            verdict_.broken = fmt::format("event {} was edited, or is not where it was", event.id());
            return false;
        }
        verdict_.events = event.seq;
        verdict_.head = event.hash;
        verdict_.holds_expected = verdict_.holds_expected || event.hash == expected_;
        return true;
    }

    ChainVerdict finish(const std::optional<Row>& head) {
        if (!verdict_.broken.empty())
            return verdict_;
        if (!head)
            verdict_.broken = fmt::format("the head of the chain {} is missing", verdict_.chain);
        else if (head->number("seq") > verdict_.events)
            verdict_.broken =
                fmt::format("event {}/{} and what followed it were cut off", verdict_.chain, verdict_.events + 1);
        else if (head->number("seq") != verdict_.events || head->text("hash") != verdict_.head)
            verdict_.broken = fmt::format("the head of the chain {} was edited", verdict_.chain);
        return verdict_;
    }

private:
    bool is_signed(const AuditEvent& event) {
        try {
            return crypto::equal_in_constant_time(keys_.hash_of(event, verdict_.head), event.hash);
        } catch (const Error&) {
            // The row names a key that is not there or does not open, so that nothing vouches for it.
            return false;
        }
    }

    SigningKeys& keys_;
    std::string_view expected_;
    ChainVerdict verdict_;
};

constexpr std::string_view all_columns =
    "chain, seq, at, actor, login, uid, host, moved, tenant, command, object, before, after, key, hash";

ChainVerdict verified(Transaction& transaction, SigningKeys& keys, const std::string& chain,
                      std::string_view expected) {
    ChainReader reader(keys, chain, expected);
    transaction.prepare(fmt::format("select {} from audit_events where chain = :chain order by seq", all_columns))
        .each({{"chain", chain}}, [&](const Row& event) { return reader.take_row(event); });
    return reader.finish(transaction.row("select seq, hash from audit_heads where chain = :chain", {{"chain", chain}}));
}

}  // namespace

std::string AuditEvent::id() const { return fmt::format("{}/{}", chain, seq); }

void renew_audit_key(Transaction& transaction, const StoreKey& key, Time now) {
    const std::string id = keep_secret(transaction, key, "", key_kind, Secret{to_hex(crypto::random_bytes(32))}, now);
    set_fact(transaction, facts::audit_key, id);
}

AuditEvent record(Transaction& transaction, const StoreKey& key, const Caller& who, const Deed& deed, Time now) {
    AuditEvent event{.chain = deed.tenant_id.empty() ? std::string(store_chain) : deed.tenant_id,
                     .seq = 1,
                     .at = now,
                     .who = who,
                     .deed = deed,
                     .key = fact(transaction, facts::audit_key).value_or(""),
                     .hash = ""};
    std::string previous;
    const auto head =
        transaction.row("select seq, hash from audit_heads where chain = :chain", {{"chain", event.chain}});
    if (head) {
        event.seq = head->number("seq") + 1;
        previous = head->text("hash");
    }
    event.hash = SigningKeys(transaction, key).hash_of(event, previous);
    insert(transaction, event);
    return event;
}

void each_event(Transaction& transaction, const AuditFilter& filter,
                const std::function<bool(const AuditEvent&)>& take) {
    const auto escaped = [](std::string_view text) {
        std::string out;
        for (const char c : text)
            out.append(c == '%' || c == '_' || c == '!' ? "!" : "").append(1, c);
        return out;
    };
    transaction
        .prepare(fmt::format("select {} from audit_events where chain like :chain escape '!' and at >= :since "
                             "and at <= :until and actor like :actor escape '!' and object like :object escape '!' "
                             "order by at, case when tenant is null then 0 else 1 end, chain, seq",
                             all_columns))
        .each({{"chain", filter.chain ? escaped(*filter.chain) : "%"},
               {"since", filter.since ? to_rfc3339(*filter.since) : "0000"},
               {"until", filter.until ? to_rfc3339(*filter.until) : "9999-12-31T23:59:59Z"},
               {"actor", filter.actor.empty() ? "%" : escaped(filter.actor)},
               {"object", filter.object.empty() ? "%" : "%" + escaped(filter.object) + "%"}},
              [&](const Row& row) { return take(event_of(row)); });
}

ChainVerdict verify_chain(Transaction& transaction, const StoreKey& key, const std::string& chain) {
    SigningKeys keys(transaction, key);
    return verified(transaction, keys, chain, {});
}

std::vector<ChainVerdict> verify_audit(Transaction& transaction, const StoreKey& key, std::string_view expected) {
    SigningKeys keys(transaction, key);
    std::vector<ChainVerdict> verdicts;
    const auto chains =
        transaction.rows("select chain from audit_heads union select chain from audit_events order by chain");
    for (const Row& row : chains)
        verdicts.push_back(verified(transaction, keys, row.text("chain"), expected));
    return verdicts;
}

}  // namespace mdm::store
