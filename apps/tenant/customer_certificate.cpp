// SPDX-License-Identifier: Apache-2.0
#include "tenant/customer_certificate.hpp"

#include "access/changing.hpp"
#include "apns/succession.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::apps {
namespace {

using tenant::Customer;

apns::ImportOrder order_of(const Customer& customer, const std::optional<apns::Download>& download) {
    apns::ImportOrder order{.apple_account = customer.apple_account};
    order.tracked = !download || download->keys.empty();
    order.download = download;
    if (!download)
        order.told = apns::ToldCertificate{customer.topic, *customer.not_after, apns::normal_serial(customer.serial)};
    return order;
}

/// The file is one that is current, or was.
bool is_known(store::Transaction& transaction, const apns::HeldCertificate& held,
              const crypto::Certificate& certificate) {
    const auto versions = apns::versions(transaction, held.id);
    return std::any_of(versions.begin(), versions.end(), [&](const apns::Version& version) {
        return version.pem && version.certificate() == certificate;
    });
}

CertificateDone leave_alone(store::Transaction& transaction, const store::Tenant& tenant,
                            const apns::HeldCertificate& held, const apns::Download& download) {
    if (!is_known(transaction, held, download.certificate))
        return {.remark =
                    fmt::format("'{}' is another certificate of the topic of '{}', which was left alone: mdmctl "
                                "apns renew {} --tenant {}",
                                download.file, tenant.name, shell_quoted(download.file), shell_quoted(tenant.name))};
    CertificateDone known{.file_is_of_use = true};
    if (!download.keys.empty() && !held.current.is_held())
        known.remark = fmt::format("the private key in '{}' was left alone: {} is tracked", download.file,
                                   apns::called(held, tenant));
    return known;
}

/// There is a certificate of that topic already.
CertificateDone meet(store::Change& change, const store::Tenant& tenant, apns::HeldCertificate& held,
                     const std::optional<apns::Download>& download) {
    if (held.removed_at)
        throw Error::from_findings({apns::exists_finding(held, tenant)});
    if (!download)
        return {};
    if (!apns::completes(held, download->certificate))
        return leave_alone(change.transaction(), tenant, held, *download);
    const auto judgement = apns::judge_completion(change.transaction(), tenant, held, *download, change.now());
    access::refuse_on_error(judgement.findings);
    apns::complete(change, tenant, held, *download, judgement);
    return {.changed = true, .file_is_of_use = true};
}

}  // namespace

std::string contradiction(const Customer& customer, const apns::Download& download) {
    const crypto::Certificate& certificate = download.certificate;
    if (customer.not_after &&
        days_between(Time{}, *customer.not_after) != days_between(Time{}, certificate.not_after()))
        return fmt::format("'{}' ends on {}, and the row says {}: the file counts", download.file,
                           to_rfc3339(certificate.not_after()), to_rfc3339(*customer.not_after));
    if (!customer.serial.empty() && apns::normal_serial(customer.serial) != certificate.serial())
        return fmt::format("'{}' has the serial {}, and the row says {}: the file counts", download.file,
                           certificate.serial(), customer.serial);
    return "";
}

CertificateDone bring_certificate(store::Change& change, const store::Tenant& tenant, const Customer& customer,
                                  const std::optional<apns::Download>& download) {
    if (!download && customer.topic.empty())
        return {};
    const std::string topic = download ? apns::push_topic(download->certificate).value_or("") : customer.topic;
    for (apns::HeldCertificate& held : apns::held_certificates(change.transaction(), tenant.id))
        if (held.current.topic == topic)
            return meet(change, tenant, held, download);
    if (customer.push_certificate.empty() && customer.topic.empty())
        throw Error{ErrorCode::changed_meanwhile,
                    fmt::format("'{}' had the topic of the push certificate of '{}', which is another one since",
                                download->file, tenant.name),
                    "run it again"};
    if (!download && !customer.not_after)
        throw Error{ErrorCode::malformed_csv, "there is a topic, no file of it, and no not_after",
                    "the end, as the console shows it: 2027-01-31; or its file, in the folder of --files"};
    const apns::ImportOrder order = order_of(customer, download);
    const auto judgement = apns::judge_import(change.transaction(), tenant, order, change.now());
    access::refuse_on_error(judgement.findings);
    apns::import(change, tenant, order, judgement);
    return {.changed = true, .file_is_of_use = true};
}

}  // namespace mdm::apps
