// SPDX-License-Identifier: Apache-2.0
#include "apns/holding.hpp"

#include "apns/accounts.hpp"
#include "base/text.hpp"
#include "store/facts.hpp"
#include "store/inventory.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::apns {
namespace {

constexpr std::chrono::days renewable_after_end{30};

constexpr std::string_view service = "apns";

bool is_there(const HeldCertificate& held, store::Removed removed) {
    return removed == store::Removed::included || !held.removed_at;
}

std::string names_of(const std::vector<HeldCertificate>& some) {
    std::vector<std::string> names;
    for (const HeldCertificate& held : some)
        names.push_back(fmt::format("'{}'", held.name));
    return joined(names, ", ");
}

std::optional<HeldCertificate> one_of(std::vector<HeldCertificate> some, const std::string& root) {
    const auto of_root =
        std::find_if(some.begin(), some.end(), [&](const auto& held) { return held.is_assigned_to(root); });
    if (of_root != some.end())
        return std::move(*of_root);
    if (some.size() > 1)
        throw Error{ErrorCode::certificate_ambiguous,
                    fmt::format("there are several push certificates, and none was named: {}", names_of(some)),
                    "--name N names one"};
    if (some.empty())
        return std::nullopt;
    return std::move(some.front());
}

void add_keys_of_versions(std::vector<KnownKey>& known, store::Transaction& transaction, const store::Tenant& tenant) {
    for (const HeldCertificate& held : held_certificates(transaction, tenant.id))
        for (const Version& version : versions(transaction, held.id))
            if (version.key_secret)
                if (const auto certificate = version.certificate())
                    known.push_back({.key = certificate->public_key(), .secret = version.key_secret});
}

/// Every key that a certificate of the tenant may belong to: the staged ones first, then those in use, now or earlier,
/// then those that came along.
std::vector<KnownKey> known_keys(store::Transaction& transaction, const store::Tenant& tenant,
                                 const std::vector<crypto::PrivateKey>& brought) {
    std::vector<KnownKey> known;
    for (const Request& request : requests(transaction, tenant.id))
        known.push_back({.key = request.csr.public_key(), .secret = request.key_secret, .request = request.id});
    add_keys_of_versions(known, transaction, tenant);
    for (std::size_t i = 0; i < brought.size(); ++i)
        known.push_back({.key = brought[i].public_key(), .brought = i});
    return known;
}

/// What a certificate is held against: keys that are here, or of one that is tracked, those that were registered.
std::optional<std::vector<crypto::PublicKey>> keys_to_compare(const std::vector<KnownKey>& known,
                                                              const std::optional<HeldCertificate>& current,
                                                              bool tracked) {
    std::vector<crypto::PublicKey> keys;
    for (const KnownKey& key : known)
        if (tracked || key.secret || key.brought)
            keys.push_back(key.key);
    if (!tracked)
        return keys;
    const auto in_use = current ? current->current.certificate() : std::nullopt;
    if (keys.empty())
        return std::nullopt;
    if (in_use)
        keys.push_back(in_use->public_key());
    return keys;
}

}  // namespace

std::string_view state_at(Time not_after, bool removed, std::int64_t first_day, Time now) {
    if (removed)
        return "removed";
    if (now > not_after)
        return "expired";
    return days_between(now, not_after) <= first_day ? "expiring" : "valid";
}

std::string_view state_of(const store::PolicyTree& tree, const HeldCertificate& held, Time now) {
    const store::Policy& policy = held.policies.empty() ? tree.root() : tree.by_id(held.policies.front());
    return state_at(held.current.not_after, held.removed_at.has_value(), store::first_reminder_day(tree.way_up(policy)),
                    now);
}

std::string called(const HeldCertificate& held, const store::Tenant& tenant) {
    if (held.name == usual_name)
        return fmt::format("the push certificate of '{}'", tenant.name);
    return fmt::format("the push certificate '{}' of '{}'", held.name, tenant.name);
}

Time renewable_until(const Version& version) { return version.not_after + renewable_after_end; }

std::optional<HeldCertificate> find_certificate(store::Transaction& transaction, const store::Tenant& tenant,
                                                std::string_view name, store::Removed removed) {
    std::vector<HeldCertificate> some = held_certificates(transaction, tenant.id);
    std::erase_if(some, [&](const HeldCertificate& held) {
        return !is_there(held, removed) || (!name.empty() && held.name != name);
    });
    return one_of(std::move(some), store::root_policy(transaction, tenant.id));
}

HeldCertificate certificate_meant(store::Transaction& transaction, const store::Tenant& tenant, std::string_view name,
                                  store::Removed removed) {
    if (auto found = find_certificate(transaction, tenant, name, removed))
        return std::move(*found);
    if (const auto gone = find_certificate(transaction, tenant, name, store::Removed::included))
        throw Error{ErrorCode::no_such_certificate, fmt::format("{} was removed", called(*gone, tenant)),
                    "mdmctl apns restore brings it back"};
    throw Error{ErrorCode::no_such_certificate,
                name.empty() ? fmt::format("the tenant '{}' has no push certificate yet", tenant.name)
                             : fmt::format("the tenant '{}' has no push certificate '{}'", tenant.name, name),
                name.empty() ? "mdmctl apns csr begins one; mdmctl apns import takes one that is there"
                             : "mdmctl apns list shows what there is"};
}

CurrentCertificate as_current(const HeldCertificate& held, const store::Tenant& tenant) {
    return {.name = called(held, tenant),
            .topic = held.current.topic,
            .not_after = held.current.not_after,
            .not_before = held.current.not_before,
            .serial = held.current.serial,
            .certificate = held.current.certificate(),
            .apple_account = held.apple_account};
}

std::optional<Finding> other_tenant_finding(store::Transaction& transaction, const store::Tenant& tenant,
                                            const Version& version, std::string_view file) {
    const auto elsewhere = found_elsewhere(transaction, tenant.id, version);
    if (!elsewhere)
        return std::nullopt;
    return Finding{
        Severity::error, ErrorCode::other_tenant,
        fmt::format("the {} of '{}' is that of the tenant '{}', not of '{}'", elsewhere->what, file, elsewhere->tenant,
                    tenant.name),
        fmt::format("--tenant {} is whom it belongs to, if it is the right file", shell_quoted(elsewhere->tenant)),
        elsewhere->what};
}

Judgement judge(store::Transaction& transaction, const store::Tenant& tenant,
                const std::optional<HeldCertificate>& current, const Download& download, bool tracked, Time now) {
    const std::vector<KnownKey> known = known_keys(transaction, tenant, download.keys);
    RenewalQuestion question{
        .current = std::nullopt,
        .candidate = {download.certificate, download.file, download.apple_account},
        .keys = keys_to_compare(known, current, tracked),
        .other_tenant = other_tenant_finding(transaction, tenant, version_of(download.certificate), download.file),
        .rehearsal = store::fact(transaction, store::facts::rehearsal).has_value(),
        .replaced_topic = download.replaced_topic,
        .now = now,
    };
    if (current)
        question.current = as_current(*current, tenant);
    Judgement judgement{renewal_findings(question), std::nullopt};
    const auto fits = std::find_if(known.begin(), known.end(), [&](const KnownKey& key) {
        return key.key == download.certificate.public_key() && (key.secret || key.brought);
    });
    if (fits != known.end())
        judgement.key = *fits;
    return judgement;
}

/// What its renewal begins with here. The request of one whose key another server has is made there.
std::string first_command(const HeldCertificate& held) {
    const std::string name = held.name == usual_name ? "" : fmt::format(" --name {}", shell_quoted(held.name));
    return held.current.is_held() ? fmt::format("mdmctl apns csr{} --out push.csr", name)
                                  : fmt::format("mdmctl apns renew FILE{}", name);
}

void note_in_inventory(store::Transaction& transaction, const HeldCertificate& held, const store::Tenant& tenant,
                       Time now) {
    if (held.removed_at) {
        store::take_from_inventory(transaction, tenant.id, service, held.name);
        return;
    }
    store::put_in_inventory(transaction,
                            {.tenant = tenant.id,
                             .policy = held.policies.empty() ? "" : held.policies.front(),
                             .service = std::string(service),
                             .name = held.name,
                             .not_after = held.current.not_after,
                             .state = held.current.is_held() ? "valid" : "tracked",
                             .next_command = first_command(held),
                             .account = held.apple_account,
                             .key = held.current.is_held() ? "held" : "tracked",
                             .devices = held.devices,
                             .topic = held.current.topic},
                            now);
}

void rename(store::Transaction& transaction, const store::Tenant& tenant, HeldCertificate& held,
            const std::string& new_name) {
    if (new_name == held.name)
        return;
    if (find_certificate(transaction, tenant, new_name, store::Removed::included))
        throw Error{ErrorCode::certificate_exists,
                    fmt::format("the tenant '{}' has a push certificate '{}' already", tenant.name, new_name),
                    "another name"};
    store::rename_in_inventory(transaction, tenant.id, service, held.name, new_name);
    held.name = new_name;
}

std::optional<std::string> settle_key(store::Change& change, const store::Tenant& tenant, const Judgement& judgement,
                                      const Download& download) {
    for (const Request& request : requests(change.transaction(), tenant.id))
        if (request.csr.public_key() == download.certificate.public_key())
            close_request(change.transaction(), request.id, "used", change.now());
    if (!judgement.key)
        return std::nullopt;
    if (judgement.key->secret)
        return judgement.key->secret;
    const Secret pem = download.keys.at(judgement.key->brought.value()).to_pem();
    return change.keep_secret(tenant.id, private_key_kind, pem);
}

}  // namespace mdm::apns
