// SPDX-License-Identifier: Apache-2.0
#include "apns/staging.hpp"

#include "apns/holding.hpp"
#include "base/given_name.hpp"
#include "base/text.hpp"
#include "store/intents.hpp"
#include "store/private_keys.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::apns {
namespace {

using crypto::Name;

constexpr std::string_view delivery = "apns csr";
constexpr int key_bits = 2048;

std::string value_for(const std::string& wished, const std::optional<Name>& last, std::string_view oid) {
    return !wished.empty() || !last ? wished : last->first(oid).value_or("");
}

void judge_country(const std::string& country) {
    const bool letters = std::all_of(country.begin(), country.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!country.empty() && (country.size() != 2 || !letters))
        throw Error{ErrorCode::bad_usage, fmt::format("'{}' is no country code", country),
                    "two capital letters, as in FR or US"};
}

/// The attributes in the order in which Apple's examples have them.
std::vector<Name::Attribute> subject_of(const SubjectWish& wish, const std::optional<Name>& last) {
    std::vector<Name::Attribute> subject;
    const auto add = [&](std::string_view oid, std::string_view label, const std::string& wished) {
        const std::string value = value_for(wished, last, oid);
        if (value.empty())
            return;
        judge_given_name(value, fmt::format("the subject's {}", label));
        subject.push_back({std::string(oid), std::string(label), value});
    };
    judge_country(wish.country);
    add(crypto::oid::country, "C", wish.country);
    add(crypto::oid::organization, "O", wish.organization);
    add(crypto::oid::common_name, "CN", wish.common_name);
    add(crypto::oid::email_address, "emailAddress", wish.email);
    if (value_for(wish.common_name, last, crypto::oid::common_name).empty())
        throw Error{
            ErrorCode::bad_usage, "the first CSR of a tenant needs a common name",
            "--common-name CN, for instance the organisation's name; Apple writes its own into the certificate"};
    return subject;
}

std::optional<Name> last_subject(store::Transaction& transaction, const store::Tenant& tenant) {
    const auto all = requests(transaction, tenant.id, true);
    return all.empty() ? std::nullopt : std::optional(all.front().csr.subject());
}

struct KeyToUse {
    crypto::PrivateKey key;
    std::string secret;
};

KeyToUse key_for(store::Change& change, const store::Tenant& tenant, const CsrOrder& order) {
    if (order.reuse_key) {
        const HeldCertificate held = certificate_meant(change.transaction(), tenant, order.name);
        if (!held.current.key_secret)
            throw Error{ErrorCode::key_not_held,
                        fmt::format("another MDM server holds the key of {}", called(held, tenant)),
                        "the CSR is made there; mdmctl apns request add FILE registers it here"};
        return {store::open_private_key(change.transaction(), change.key(), *held.current.key_secret,
                                        held.current.certificate().value()),
                *held.current.key_secret};
    }
    auto key = crypto::PrivateKey::generate_rsa(key_bits);
    std::string secret = change.keep_secret(tenant.id, private_key_kind, key.to_pem());
    return {std::move(key), std::move(secret)};
}

/// What a run staged that was killed before its file was there.
std::optional<StagedCsr> undelivered(store::Change& change, const store::Tenant& tenant, const CsrOrder& order,
                                     const std::vector<Name::Attribute>& subject, const std::vector<Request>& open) {
    for (const store::Intent& intent : store::open_intents(change.transaction(), tenant.id, delivery, change.now())) {
        const auto request =
            std::find_if(open.begin(), open.end(), [&](const Request& r) { return r.id == intent.object; });
        if (request != open.end() && request->name == order.name && request->csr.subject().attributes == subject)
            return StagedCsr{*request, intent.id, true};
    }
    return std::nullopt;
}

std::vector<Finding> open_findings(const std::vector<Request>& open) {
    std::vector<Finding> findings;
    for (const Request& request : open)
        findings.push_back(
            {Severity::warning, ErrorCode::request_open,
             fmt::format("{} is open already: its key is kept as well", described(request)),
             fmt::format("mdmctl apns request list; drop {} when nothing will come of it", request.id.substr(0, 8)),
             ""});
    return findings;
}

bool is_held_with(store::Transaction& transaction, const store::Tenant& tenant, const std::string& secret) {
    for (const HeldCertificate& held : held_certificates(transaction, tenant.id))
        for (const Version& version : versions(transaction, held.id))
            if (version.key_secret == secret)
                return true;
    return false;
}

}  // namespace

std::string described(const Request& request) {
    return fmt::format("the request {} of {} by {}", request.id.substr(0, 8), to_rfc3339(request.created_at),
                       request.actor);
}

StagedCsr stage_csr(store::Change& change, const store::Tenant& tenant, const CsrOrder& order) {
    const auto subject = subject_of(order.subject, last_subject(change.transaction(), tenant));
    std::vector<Request> open = requests(change.transaction(), tenant.id);
    std::erase_if(open, [&](const Request& r) { return r.name != order.name; });
    if (auto staged = undelivered(change, tenant, order, subject, open))
        return std::move(*staged);
    const KeyToUse use = key_for(change, tenant, order);
    Request request{.tenant = tenant.id,
                    .name = order.name,
                    .csr = crypto::CertificateRequest::make(subject, use.key),
                    .key_secret = use.secret,
                    .actor = change.caller().actor};
    insert(change.transaction(), request, change.now());
    const std::string intent = store::begin_intent(change.transaction(),
                                                   {.tenant = tenant.id,
                                                    .verb = std::string(delivery),
                                                    .object = request.id,
                                                    .detail = "{}",
                                                    .unresolved = store::Unresolved::repeat},
                                                   change.now());
    return {std::move(request), intent, false, open_findings(open)};
}

Request register_csr(store::Change& change, const store::Tenant& tenant, std::string_view name,
                     const crypto::CertificateRequest& csr, std::string_view file) {
    Version public_half{.public_key_sha256 = csr.public_key().sha256()};
    if (auto finding = other_tenant_finding(change.transaction(), tenant, public_half, file))
        throw Error::from_findings({std::move(*finding)});
    for (Request& there : requests(change.transaction(), tenant.id))
        if (there.csr.public_key() == csr.public_key() && there.name == name)
            return std::move(there);
    Request request{.tenant = tenant.id, .name = std::string(name), .csr = csr, .actor = change.caller().actor};
    insert(change.transaction(), request, change.now());
    return request;
}

Request request_meant(store::Transaction& transaction, const store::Tenant& tenant, std::string_view id) {
    std::vector<Request> meant;
    for (Request& request : requests(transaction, tenant.id))
        if (request.id == id || (id.size() >= 4 && request.id.starts_with(id)))
            meant.push_back(std::move(request));
    if (meant.size() != 1)
        throw Error{ErrorCode::no_such_request,
                    fmt::format("the tenant '{}' has {} open request '{}'", tenant.name,
                                meant.empty() ? "no" : "more than one", id),
                    "mdmctl apns request list"};
    return std::move(meant.front());
}

Request drop_request(store::Change& change, const store::Tenant& tenant, std::string_view id) {
    Request request = request_meant(change.transaction(), tenant, id);
    close_request(change.transaction(), request.id, "dropped", change.now());
    if (request.key_secret && !is_held_with(change.transaction(), tenant, *request.key_secret)) {
        forget_key(change.transaction(), request.id);
        store::destroy_secret(change.transaction(), *request.key_secret);
    }
    return request;
}

}  // namespace mdm::apns
