// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apns/holding.hpp"

#include <optional>
#include <string>
#include <string_view>

/// What becomes the current push certificate, and what was it before. Each step is judged first, by a pure reading of
/// the store, and carried out in the same writing transaction, so that nothing changes in between.
namespace mdm::apns {

/// A certificate of which only what another server's console shows is known.
struct ToldCertificate {
    std::string topic;
    Time not_after;
    std::string serial{};  ///< hex, as the portal shows it; empty: it was not told
};

struct ImportOrder {
    std::string name{};            ///< empty: the usual one, or the policy's
    std::string policy{};          ///< whose devices get it; empty: the root's, unless that has one
    std::string replaced_topic{};  ///< that the policy inherits and gives up, typed out
    std::string apple_account{};
    AccountKind account_kind = AccountKind::unknown;
    std::string note{};
    bool tracked = false;                   ///< another server holds the key
    std::optional<Download> download{};     ///< either this
    std::optional<ToldCertificate> told{};  ///< or this
};

/// certificate_exists, of the one that is in the way.
Finding exists_finding(const HeldCertificate& held, const store::Tenant& tenant);

/// Judges what would be the tenant's first certificate of that name. certificate_exists stands first where there is one
/// already, current or removed, and the rest is what renew would say.
Judgement judge_import(store::Transaction& transaction, const store::Tenant& tenant, const ImportOrder& order,
                       Time now);
HeldCertificate import(store::Change& change, const store::Tenant& tenant, const ImportOrder& order,
                       const Judgement& judgement);

/// The current certificate was told from a console, and this is its file: same topic, same serial as far as that was
/// told, and the same day of its end.
bool completes(const HeldCertificate& held, const crypto::Certificate& certificate);
/// Judges that file as renew would, but for what is so of every completion: that it is the current one.
Judgement judge_completion(store::Transaction& transaction, const store::Tenant& tenant, const HeldCertificate& held,
                           const Download& download, Time now);
/// Puts a file that was judged beside what was told; the topic stays as it was. With its key the certificate is held.
void complete(store::Change& change, const store::Tenant& tenant, HeldCertificate& held, const Download& download,
              const Judgement& judgement);

/// Puts a download that was judged in the place of the current certificate.
void renew(store::Change& change, const store::Tenant& tenant, HeldCertificate& held, const Download& download,
           const Judgement& judgement);

/// The certificate to go back to: by serial, or the one that was issued before the current one.
/// throws  no_such_certificate
Version earlier_version(store::Transaction& transaction, const store::Tenant& tenant, const HeldCertificate& held,
                        std::string_view serial);
/// topic_mismatch, where devices would have to enroll again and the current topic was not typed out; expired.
std::vector<Finding> rollback_findings(const HeldCertificate& held, const Version& to, std::string_view replaced_topic,
                                       Time now);
void roll_back(store::Change& change, const store::Tenant& tenant, HeldCertificate& held, const Version& to);

/// What goes along with a certificate that is removed.
struct Consequences {
    std::int64_t versions = 0;
    std::int64_t keys = 0;
    std::int64_t requests = 0;
};
Consequences consequences(store::Transaction& transaction, const HeldCertificate& held);
/// Nothing is destroyed: bring_back() undoes it.
void remove(store::Change& change, const store::Tenant& tenant, HeldCertificate& held);
void bring_back(store::Change& change, const store::Tenant& tenant, HeldCertificate& held);

}  // namespace mdm::apns
