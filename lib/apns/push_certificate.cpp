// SPDX-License-Identifier: Apache-2.0
#include "apns/push_certificate.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::apns {
namespace {

using crypto::Certificate;

/// Apple's own first reminder goes out 30 days before the end.
constexpr std::int64_t expiring_days = 30;
/// Apple issues for 365 days; a leap day or a second at either end is no difference.
constexpr std::int64_t usual_days = 365;

bool is_mdm_topic(std::string_view uid) { return uid.starts_with(topic_prefix) && uid.size() > topic_prefix.size(); }

bool has_push_extension(const Certificate& c) {
    return c.extension(oid::development_push) || c.extension(oid::production_push) || c.extension(oid::app_topics);
}

void judge_dates(std::vector<Finding>& findings, const Certificate& c, std::string_view name, Time now) {
    if (now > c.not_after())
        findings.push_back(
            {Severity::warning, ErrorCode::expired,
             fmt::format("'{}' ended on {}, {} ago: APNs refuses it", name, to_rfc3339(c.not_after()),
                         counted(-days_between(now, c.not_after()), "day")),
             "in the Apple Push Certificates Portal try Renew beside this certificate first; Create would lose every "
             "enrolled device",
             ""});
    else if (now < c.not_before())
        findings.push_back({Severity::warning, ErrorCode::not_yet_valid,
                            fmt::format("'{}' is not valid before {}", name, to_rfc3339(c.not_before())),
                            "look at this machine's clock", ""});
    else if (const auto left = days_between(now, c.not_after()); left <= expiring_days)
        findings.push_back(
            {Severity::warning, ErrorCode::expiring,
             fmt::format("'{}' ends on {}, in {}", name, to_rfc3339(c.not_after()), counted(left, "day")),
             "in the Apple Push Certificates Portal choose Renew beside this certificate, not Create", ""});
}

void judge_form(std::vector<Finding>& findings, const Certificate& c, std::string_view name) {
    const auto remark = [&](Severity severity, ErrorCode code, std::string message) {
        findings.push_back({severity, code, std::move(message), "", ""});
    };
    if (!c.extension(oid::production_push))
        remark(Severity::warning, ErrorCode::no_push_extension,
               fmt::format("'{}' lacks Apple's extension for production pushes ({})", name, oid::production_push));
    const auto usages = c.extended_key_usages();
    if (std::find(usages.begin(), usages.end(), oid::client_auth) == usages.end())
        remark(Severity::warning, ErrorCode::no_client_auth,
               fmt::format("'{}' is not marked for TLS client authentication", name));
    if (!c.public_key().is_rsa_2048())
        remark(Severity::warning, ErrorCode::key_not_rsa_2048,
               fmt::format("the key of '{}' is {} with {} bits; Apple issues for RSA with 2048", name,
                           c.public_key().algorithm(), c.public_key().bits()));
    const auto term = days_between(c.not_before(), c.not_after());
    if (term < usual_days - 1 || term > usual_days + 1)
        remark(Severity::warning, ErrorCode::unusual_validity,
               fmt::format("'{}' is valid for {}; Apple's are for {}", name, counted(term, "day"), usual_days));
}

void judge_issuer(std::vector<Finding>& findings, const Certificate& c, std::string_view name) {
    if (is_sandbox(c))
        findings.push_back({Severity::info, ErrorCode::sandbox_certificate,
                            fmt::format("'{}' was made by the rehearsal's pretend portal: APNs will not take it", name),
                            "", ""});
    else if (c.issuer().first(crypto::oid::organization) != "Apple Inc.")
        findings.push_back({Severity::warning, ErrorCode::issuer_not_apple,
                            fmt::format("'{}' was issued by '{}', not by Apple", name, c.issuer().to_string()), "",
                            ""});
}

}  // namespace

std::optional<std::string> push_topic(const Certificate& certificate) {
    auto uids = certificate.subject().all(crypto::oid::user_id);
    if (uids.size() == 1 && is_mdm_topic(uids.front()))
        return std::move(uids.front());
    return std::nullopt;
}

std::optional<PushCertificate> as_push_certificate(const Certificate& certificate) {
    auto topic = push_topic(certificate);
    if (!topic)
        return std::nullopt;
    return PushCertificate{certificate, std::move(*topic)};
}

std::optional<Finding> missing_topic(const Certificate& c, std::string_view name) {
    if (push_topic(c))
        return std::nullopt;
    const auto uid = c.subject().first(crypto::oid::user_id);
    if (!uid)
        return Finding{Severity::error, ErrorCode::no_topic,
                       fmt::format("'{}' is no push certificate: its subject '{}' has no UID, which would be the push "
                                   "topic",
                                   name, c.subject().to_string()),
                       "download the certificate again from the Apple Push Certificates Portal, "
                       "https://identity.apple.com/pushcert",
                       "subject"};
    if (const auto count = c.subject().all(crypto::oid::user_id).size(); count > 1)
        return Finding{Severity::error, ErrorCode::no_topic,
                       fmt::format("'{}' is no push certificate: its subject '{}' has {} UIDs, and which one is the "
                                   "push topic cannot be told",
                                   name, c.subject().to_string(), count),
                       "Apple's have one: download it again from https://identity.apple.com/pushcert", "subject.UID"};
    if (has_push_extension(c))
        return Finding{
            Severity::error, ErrorCode::app_push_certificate,
            fmt::format("'{}' is the push certificate of the app '{}', not one for device management", name, *uid),
            "app certificates come from the Developer portal; the one for device management comes from "
            "https://identity.apple.com/pushcert",
            "subject.UID"};
    return Finding{
        Severity::error, ErrorCode::topic_not_mdm,
        fmt::format("'{}' is no push certificate for device management: its UID is '{}', and a push topic is "
                    "{} with something behind it",
                    name, *uid, topic_prefix),
        "download the certificate again from the Apple Push Certificates Portal, "
        "https://identity.apple.com/pushcert",
        "subject.UID"};
}

std::vector<Finding> push_certificate_findings(const Certificate& certificate, std::string_view name, Time now) {
    std::vector<Finding> findings;
    if (auto missing = missing_topic(certificate, name))
        findings.push_back(std::move(*missing));
    judge_dates(findings, certificate, name, now);
    // What Apple's certificates look like says nothing about a certificate that is of another kind altogether.
    if (!first_error(findings)) {
        judge_issuer(findings, certificate, name);
        judge_form(findings, certificate, name);
    }
    return findings;
}

bool is_sandbox(const Certificate& certificate) { return certificate.extension(oid::sandbox_mark).has_value(); }

std::string normal_serial(std::string_view shown) {
    std::string serial;
    for (const char c : shown) {
        if (c == ':' || c == ' ')
            continue;
        const bool hex = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
        if (!hex)
            throw Error{ErrorCode::bad_usage, fmt::format("'{}' is no serial number", shown),
                        "hexadecimal digits, as the portal shows them"};
        serial += c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return serial.size() % 2 == 0 ? serial : "0" + serial;
}

}  // namespace mdm::apns
