// SPDX-License-Identifier: Apache-2.0
#include "apns/succession.hpp"

#include "apns/accounts.hpp"
#include "apns/assignment.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::apns {
namespace {

std::string topic_of(const ImportOrder& order) {
    return order.download ? push_topic(order.download->certificate).value_or("") : order.told->topic;
}

std::string name_of(const ImportOrder& order) {
    if (!order.name.empty())
        return order.name;
    const bool root = order.policy.empty() || order.policy == store::root_policy_name;
    return std::string(root ? usual_name : order.policy);
}

/// The policy that the order names, or whose place it means by naming nothing.
std::string policy_of(store::Transaction& transaction, const store::Tenant& tenant, const ImportOrder& order) {
    if (order.policy.empty())
        return order.name.empty() ? store::root_policy(transaction, tenant.id) : "";
    return store::PolicyTree(transaction, tenant.id).named(order.policy).id;
}

/// The certificate whose place an import would take, or whose topic it has.
std::optional<HeldCertificate> occupant(store::Transaction& transaction, const store::Tenant& tenant,
                                        const ImportOrder& order) {
    const std::string name = name_of(order);
    const std::string policy = policy_of(transaction, tenant, order);
    const std::string topic = topic_of(order);
    for (HeldCertificate& held : held_certificates(transaction, tenant.id))
        if (held.name == name || held.is_assigned_to(policy) || held.current.topic == topic)
            return std::move(held);
    return std::nullopt;
}

/// topic_mismatch, where the order's policy inherits another topic so far. It stands behind other_tenant.
void judge_inherited_topic(std::vector<Finding>& findings, store::Transaction& transaction, const store::Tenant& tenant,
                           const ImportOrder& order) {
    if (order.policy.empty())
        return;
    const Assignments assignments(transaction, tenant);
    auto mismatch =
        topic_change(assignments, assignments.tree().named(order.policy), topic_of(order), order.replaced_topic);
    if (!mismatch)
        return;
    const auto behind = std::find_if_not(findings.begin(), findings.end(), [](const Finding& f) {
        return f.code == ErrorCode::not_a_push_certificate || f.code == ErrorCode::other_tenant;
    });
    findings.insert(behind, std::move(*mismatch));
}

std::vector<Finding> told_findings(store::Transaction& transaction, const store::Tenant& tenant,
                                   const ToldCertificate& told, Time now) {
    std::vector<Finding> findings;
    if (!told.topic.starts_with(topic_prefix) || told.topic.size() == topic_prefix.size())
        findings.push_back(
            {Severity::error, ErrorCode::not_a_push_certificate,
             fmt::format("'{}' is no push topic of device management: those begin with {}", told.topic, topic_prefix),
             "the server's console shows it as topic, Subject ID or UID", "topic"});
    Version version{.topic = told.topic};
    if (!told.serial.empty())
        version.serial = told.serial;
    if (auto other = other_tenant_finding(transaction, tenant, version, told.topic))
        findings.push_back(std::move(*other));
    if (now > told.not_after)
        findings.push_back({Severity::error, ErrorCode::expired,
                            fmt::format("the certificate ended on {}", to_rfc3339(told.not_after)),
                            "renew it in the portal first, beside its row; then record the new end", "not_after"});
    return findings;
}

Version told_version(const ToldCertificate& told) {
    Version version{.topic = told.topic, .not_after = told.not_after};
    if (!told.serial.empty())
        version.serial = told.serial;
    return version;
}

/// The policy that was named, else the root's as long as it has none.
std::vector<std::string> policies_for(store::Transaction& transaction, const store::Tenant& tenant,
                                      const ImportOrder& order) {
    if (!order.policy.empty())
        return {policy_of(transaction, tenant, order)};
    const Assignments assignments(transaction, tenant);
    const store::Policy& root = assignments.tree().root();
    return assignments.own(root) ? std::vector<std::string>{} : std::vector{root.id};
}

bool is_before(const Version& a, const Version& b) {
    if (a.not_after != b.not_after)
        return a.not_after < b.not_after;
    return a.imported_at < b.imported_at;
}

}  // namespace

Finding exists_finding(const HeldCertificate& held, const store::Tenant& tenant) {
    const std::string what = fmt::format("{} (serial {}, topic {}, Apple Account {}) {}", called(held, tenant),
                                         held.current.serial.value_or("unknown"), held.current.topic,
                                         held.apple_account, held.removed_at ? "was removed" : "is there already");
    return {Severity::error, ErrorCode::certificate_exists, what + ": import never takes a certificate's place",
            held.removed_at ? "mdmctl apns restore brings it back; then mdmctl apns renew FILE"
                            : "mdmctl apns renew FILE replaces it, if FILE is a renewal of it",
            ""};
}

Judgement judge_import(store::Transaction& transaction, const store::Tenant& tenant, const ImportOrder& order,
                       Time now) {
    const auto there = occupant(transaction, tenant, order);
    Judgement judgement;
    if (order.download) {
        Download download = *order.download;
        download.apple_account = order.apple_account;
        judgement = judge(transaction, tenant, there, download, order.tracked, now);
    } else {
        judgement.findings = told_findings(transaction, tenant, *order.told, now);
    }
    if (there)
        judgement.findings.insert(judgement.findings.begin(), exists_finding(*there, tenant));
    else
        judge_inherited_topic(judgement.findings, transaction, tenant, order);
    if (auto personal = account_finding(order.apple_account, order.account_kind))
        judgement.findings.push_back(std::move(*personal));
    return judgement;
}

HeldCertificate import(store::Change& change, const store::Tenant& tenant, const ImportOrder& order,
                       const Judgement& judgement) {
    store::Transaction& transaction = change.transaction();
    HeldCertificate held{
        .tenant = tenant.id,
        .name = name_of(order),
        .policies = policies_for(transaction, tenant, order),
        .apple_account = order.apple_account,
        .account_kind = order.account_kind,
        .note = order.note,
        .current = order.download ? version_of(order.download->certificate) : told_version(*order.told)};
    if (order.download) {
        const auto secret = settle_key(change, tenant, judgement, *order.download);
        if (!order.tracked)
            held.current.key_secret = secret;
    }
    insert(transaction, held, order.tracked ? "track" : "import", change.caller().actor, change.now());
    note_in_inventory(transaction, held, tenant, change.now());
    return held;
}

bool completes(const HeldCertificate& held, const crypto::Certificate& certificate) {
    const Version& told = held.current;
    const auto day = [](Time time) { return std::chrono::floor<std::chrono::days>(time); };
    return !told.pem && push_topic(certificate) == told.topic &&
           (!told.serial || told.serial == certificate.serial()) && day(told.not_after) == day(certificate.not_after());
}

Judgement judge_completion(store::Transaction& transaction, const store::Tenant& tenant, const HeldCertificate& held,
                           const Download& download, Time now) {
    const bool tracked = download.keys.empty();
    Judgement judgement = judge(transaction, tenant, held, download, tracked, now);
    std::erase_if(judgement.findings, [&](const Finding& finding) {
        // Of its key nothing is known: those that are staged for the next one say nothing against it.
        return finding.code == ErrorCode::same_certificate || finding.code == ErrorCode::older_than_current ||
               (tracked && finding.code == ErrorCode::key_mismatch);
    });
    return judgement;
}

void complete(store::Change& change, const store::Tenant& tenant, HeldCertificate& held, const Download& download,
              const Judgement& judgement) {
    Version version = version_of(download.certificate);
    version.key_secret = settle_key(change, tenant, judgement, download);
    insert(change.transaction(), held.id, version, change.now());
    make_current(change.transaction(), held, version, "complete", change.caller().actor, change.now());
    note_in_inventory(change.transaction(), held, tenant, change.now());
}

void renew(store::Change& change, const store::Tenant& tenant, HeldCertificate& held, const Download& download,
           const Judgement& judgement) {
    Version version = version_of(download.certificate);
    version.key_secret = settle_key(change, tenant, judgement, download);
    insert(change.transaction(), held.id, version, change.now());
    const bool replaces = version.topic != held.current.topic;
    make_current(change.transaction(), held, version, replaces ? "replace" : "renew", change.caller().actor,
                 change.now());
    note_in_inventory(change.transaction(), held, tenant, change.now());
}

Version earlier_version(store::Transaction& transaction, const store::Tenant& tenant, const HeldCertificate& held,
                        std::string_view serial) {
    std::optional<Version> found;
    for (Version& version : versions(transaction, held.id)) {
        const bool meant = serial.empty() ? version.id != held.current.id && is_before(version, held.current)
                                          : version.serial == serial;
        if (meant)
            found = std::move(version);  // they come in order: the last one that fits is the latest
    }
    if (found)
        return std::move(*found);
    throw Error{ErrorCode::no_such_certificate,
                serial.empty()
                    ? fmt::format("there is no certificate before the current one of {}", called(held, tenant))
                    : fmt::format("{} never had the serial {}", called(held, tenant), serial),
                "mdmctl apns history shows what there was"};
}

std::vector<Finding> rollback_findings(const HeldCertificate& held, const Version& to, std::string_view replaced_topic,
                                       Time now) {
    std::vector<Finding> findings;
    if (to.topic != held.current.topic)
        findings.push_back(
            {replaced_topic == held.current.topic ? Severity::warning : Severity::error, ErrorCode::topic_mismatch,
             fmt::format("the certificate with serial {} has the topic {}, and devices that enrolled "
                         "since are bound to {}: they would have to enroll again",
                         to.serial.value_or("unknown"), to.topic, held.current.topic),
             fmt::format("--allow-replacement {} is for who wants just that", held.current.topic), "topic"});
    if (now > to.not_after)
        findings.push_back({Severity::error, ErrorCode::expired,
                            fmt::format("the certificate with serial {} ended on {}: APNs refuses it",
                                        to.serial.value_or("unknown"), to_rfc3339(to.not_after)),
                            "the current one is better; renew it in the portal, beside its row", "not_after"});
    return findings;
}

void roll_back(store::Change& change, const store::Tenant& tenant, HeldCertificate& held, const Version& to) {
    make_current(change.transaction(), held, to, "rollback", change.caller().actor, change.now());
    note_in_inventory(change.transaction(), held, tenant, change.now());
}

Consequences consequences(store::Transaction& transaction, const HeldCertificate& held) {
    Consequences all;
    for (const Version& version : versions(transaction, held.id)) {
        ++all.versions;
        all.keys += version.is_held() ? 1 : 0;
    }
    for (const Request& request : requests(transaction, held.tenant))
        all.requests += request.name == held.name ? 1 : 0;
    return all;
}

void remove(store::Change& change, const store::Tenant& tenant, HeldCertificate& held) {
    held.removed_at = change.now();
    update(change.transaction(), held);
    add_change(change.transaction(), held, "remove", change.caller().actor, change.now());
    note_in_inventory(change.transaction(), held, tenant, change.now());
}

void bring_back(store::Change& change, const store::Tenant& tenant, HeldCertificate& held) {
    held.removed_at.reset();
    update(change.transaction(), held);
    add_change(change.transaction(), held, "restore", change.caller().actor, change.now());
    note_in_inventory(change.transaction(), held, tenant, change.now());
}

}  // namespace mdm::apns
