// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "base/time.hpp"
#include "crypto/certificate.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mdm::apns {

/// Apple's certificate extensions, and ours. Source: Apple, WWDR certification practice statement; the mark of the
/// pretend portal is an OID made from a UUID (ITU-T X.667), so that nobody else can mean something by it.
namespace oid {
inline constexpr std::string_view development_push = "1.2.840.113635.100.6.3.1";
inline constexpr std::string_view production_push = "1.2.840.113635.100.6.3.2";
inline constexpr std::string_view app_topics = "1.2.840.113635.100.6.3.6";
inline constexpr std::string_view client_auth = "1.3.6.1.5.5.7.3.2";
inline constexpr std::string_view sandbox_mark = "2.25.33266108427965918230210562743858893890";
}  // namespace oid

/// Every push topic of device management begins with this (Apple, Device Management, "MDM" payload, Topic).
inline constexpr std::string_view topic_prefix = "com.apple.mgmt.";

/// A certificate that can push to managed devices: its subject's UID is the push topic, which devices are bound to.
struct PushCertificate {
    crypto::Certificate certificate;
    std::string topic;
};

/// The push topic, verbatim; nullopt where the subject has no UID, or one that is not of device management.
std::optional<std::string> push_topic(const crypto::Certificate& certificate);

/// nullopt where push_topic() is.
std::optional<PushCertificate> as_push_certificate(const crypto::Certificate& certificate);

/// Why a certificate is no push certificate of device management: no_topic, topic_not_mdm or app_push_certificate.
/// name   the file, for the message
/// nullopt: it is one
std::optional<Finding> missing_topic(const crypto::Certificate& certificate, std::string_view name);

/// Everything there is to say about one certificate that should be a push certificate, errors first. An end in the past
/// is a warning here: what to make of it depends on what is to be done.
/// name   the file, for the messages
/// now    decides expired, not_yet_valid and expiring
std::vector<Finding> push_certificate_findings(const crypto::Certificate& certificate, std::string_view name, Time now);

/// True for what the rehearsal's pretend portal issued.
bool is_sandbox(const crypto::Certificate& certificate);

/// A serial number as Certificate::serial() writes it; portals show it in either case, with colons or without.
/// throws  bad_usage: it has other characters
std::string normal_serial(std::string_view shown);

}  // namespace mdm::apns
