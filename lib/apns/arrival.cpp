// SPDX-License-Identifier: Apache-2.0
#include "apns/arrival.hpp"

#include "apns/holding.hpp"
#include "apns/push_certificate.hpp"
#include "apns/records.hpp"
#include "apns/vendors.hpp"
#include "base/given_name.hpp"
#include "store/facts.hpp"
#include "store/inventory.hpp"
#include "store/policies.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <set>
#include <string>
#include <utility>

namespace mdm::apns {
namespace {

constexpr std::string_view push_service = "apns";

void add_once(std::vector<Finding>& findings, Finding finding) {
    if (std::none_of(findings.begin(), findings.end(), [&](const Finding& f) { return f.message == finding.message; }))
        findings.push_back(std::move(finding));
}

/// Every topic, key and serial by itself: an admin is to learn of all at once.
void judge_elsewhere(store::Transaction& transaction, std::string_view tenant, const Version& version,
                     std::vector<Finding>& findings) {
    for (const Version& part :
         {Version{.topic = version.topic}, Version{.public_key_sha256 = version.public_key_sha256},
          Version{.serial = version.serial}})
        if (const auto elsewhere = found_elsewhere(transaction, tenant, part))
            add_once(findings, {Severity::error, ErrorCode::other_tenant,
                                fmt::format("the {} {} belongs to the tenant '{}' here", elsewhere->what,
                                            part.topic + part.public_key_sha256.value_or("") + part.serial.value_or(""),
                                            elsewhere->tenant),
                                "one of the two is a copy: mdmctl apns list --all-tenants", elsewhere->what});
}

[[noreturn]] void refuse(std::string message) { throw Error{ErrorCode::store_damaged, std::move(message)}; }

/// What is beside a certificate is trusted wherever it is looked for: another's public key there would keep that one
/// from its renewals.
void judge_version(const Version& version) {
    judge_given_name(version.topic, "the topic");
    if (version.serial)
        judge_given_name(*version.serial, "the serial number");
    const auto certificate = version.certificate();
    if (!certificate) {
        // Recorded from what a person told, which is no key.
        if (version.public_key_sha256 || version.key_secret)
            refuse(fmt::format("there is a key of the topic {}, and no certificate", version.topic));
        return;
    }
    const Version told = version_of(*certificate);
    if (told.topic != version.topic || told.serial != version.serial || told.not_after != version.not_after ||
        told.public_key_sha256 != version.public_key_sha256)
        refuse(fmt::format("the certificate with the topic {} is another than is said beside it", version.topic));
}

void judge_held(const HeldCertificate& held) {
    judge_given_name(held.name, "the certificate's name");
    if (!held.apple_account.empty())
        judge_given_name(held.apple_account, "the Apple Account");
    judge_note(held.note);
}

void judge_request(store::Transaction& transaction, const Request& request) {
    if (!request.name.empty())
        judge_given_name(request.name, "the certificate's name");
    const auto beside =
        transaction.row("select public_key_sha256 from apns_requests where id = :id", {{"id", request.id}});
    if (beside->text("public_key_sha256") != request.csr.public_key().sha256())
        refuse(fmt::format("the request {} is for another public key than is said beside it", request.id));
}

void judge_vendors(store::Transaction& transaction, const std::string& policy) {
    for (const VendorRow& vendor : vendors(transaction, policy)) {
        const auto beside =
            transaction.row("select serial, not_after from apns_vendors where id = :id", {{"id", vendor.id}});
        const crypto::Certificate& leaf = vendor.chain.front();
        if (beside->text("serial") != leaf.serial() || beside->time("not_after") != leaf.not_after())
            refuse(fmt::format("the vendor certificate {} is another than is said beside it", leaf.serial()));
    }
}

using Names = std::set<std::string, std::less<>>;

/// Lines of what there is not.
void take_others_from_inventory(store::Transaction& transaction, const store::Tenant& tenant, std::string_view service,
                                const Names& there) {
    for (const store::InventoryItem& item :
         store::inventory(transaction, {.tenant = tenant.id, .service = std::string(service)}))
        if (!there.contains(item.name))
            store::take_from_inventory(transaction, tenant.id, service, item.name);
}

}  // namespace

std::vector<Finding> arrival_findings(store::Transaction& transaction, std::string_view tenant) {
    std::vector<Finding> findings;
    const bool rehearsal = store::fact(transaction, store::facts::rehearsal).has_value();
    for (const HeldCertificate& held : held_certificates(transaction, tenant)) {
        judge_held(held);
        for (const Version& version : versions(transaction, held.id)) {
            judge_version(version);
            judge_elsewhere(transaction, tenant, version, findings);
            const auto certificate = version.certificate();
            if (certificate && is_sandbox(*certificate) && !rehearsal)
                add_once(findings, {Severity::error, ErrorCode::sandbox_certificate,
                                    "the tenant has certificates of the rehearsal's pretend portal, and this store is "
                                    "no rehearsal's",
                                    "mdmctl sandbox run makes a store that takes them", ""});
        }
        static_cast<void>(changes(transaction, held.id));
    }
    for (const Request& request : requests(transaction, tenant, true)) {
        judge_request(transaction, request);
        judge_elsewhere(transaction, tenant, {.public_key_sha256 = request.csr.public_key().sha256()}, findings);
    }
    const store::PolicyTree tree(transaction, tenant);
    for (const store::Policy* policy : tree.own())
        judge_vendors(transaction, policy->id);
    return findings;
}

void rewrite_inventory(store::Transaction& transaction, const store::Tenant& tenant, Time now) {
    Names certificates;
    for (const HeldCertificate& held : held_certificates(transaction, tenant.id)) {
        note_in_inventory(transaction, held, tenant, now);
        certificates.insert(held.name);
    }
    take_others_from_inventory(transaction, tenant, push_service, certificates);

    Names serials;
    const store::PolicyTree tree(transaction, tenant.id);
    for (const store::Policy* policy : tree.own())
        for (const VendorRow& vendor : vendors(transaction, policy->id)) {
            note_in_inventory(transaction, vendor, tenant.id, now);
            for (const crypto::Certificate& one : ending_certificates(vendor))
                serials.insert(one.serial());
        }
    take_others_from_inventory(transaction, tenant, vendor_service, serials);
}

}  // namespace mdm::apns
