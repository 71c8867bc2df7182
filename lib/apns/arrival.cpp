// SPDX-License-Identifier: Apache-2.0
#include "apns/arrival.hpp"

#include "apns/push_certificate.hpp"
#include "apns/records.hpp"
#include "store/facts.hpp"
#include "store/policies.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::apns {
namespace {

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

void judge_version(const Version& version) {
    const auto certificate = version.certificate();
    if (!certificate)
        return;
    const Version told = version_of(*certificate);
    if (told.topic != version.topic || told.serial != version.serial || told.not_after != version.not_after ||
        told.public_key_sha256 != version.public_key_sha256)
        throw Error{ErrorCode::store_damaged,
                    fmt::format("the certificate with the topic {} is another than is said beside it", version.topic)};
}

}  // namespace

std::vector<Finding> arrival_findings(store::Transaction& transaction, std::string_view tenant) {
    std::vector<Finding> findings;
    const bool rehearsal = store::fact(transaction, store::facts::rehearsal).has_value();
    for (const HeldCertificate& held : held_certificates(transaction, tenant)) {
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
    for (const Request& request : requests(transaction, tenant, true))
        judge_elsewhere(transaction, tenant, {.public_key_sha256 = request.csr.public_key().sha256()}, findings);
    const store::PolicyTree tree(transaction, tenant);
    for (const store::Policy* policy : tree.own())
        static_cast<void>(vendors(transaction, policy->id));
    return findings;
}

}  // namespace mdm::apns
