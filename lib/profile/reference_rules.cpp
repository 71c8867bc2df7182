// SPDX-License-Identifier: Apache-2.0
#include "profile/reference_rules.hpp"

#include "base/text.hpp"
#include "profile/secret_keys.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <optional>

namespace mdm::profile {
namespace {

using plist::Value;

/// identity: a certificate with its private key
enum class Wanted { identity, certificate, either };

struct ReferringKey {
    std::string_view name;
    Wanted wanted;
    std::string_view only_in{};  ///< a payload type; empty: all others
};

// What ends in UUID and is not here is no reference to a certificate: VPNUUID, CellularSliceUUID, ContentFilterUUID,
// DNSProxyUUID, RelayUUID, OrganizationUUID, SMIMESigningCertificateUUIDUserOverrideable.
constexpr std::array<ReferringKey, 19> referring{{
    {"PayloadCertificateUUID", Wanted::certificate, "com.apple.security.certificatepreference"},
    {"PayloadCertificateUUID", Wanted::either, "com.apple.MCX.FileVault2"},
    {"PayloadCertificateUUID", Wanted::identity},
    {"IdentityCertificateUUID", Wanted::identity},
    {"AuthenticationCertificateUUID", Wanted::identity},
    {"SMIMESigningCertificateUUID", Wanted::identity},
    {"SMIMEEncryptionCertificateUUID", Wanted::identity},
    {"certificateUUID", Wanted::identity},
    {"ResourcePayloadCertificateUUID", Wanted::identity},
    {"DeviceCertificateUUID", Wanted::identity},
    {"ControllerCertificateUUID", Wanted::identity},
    {"DeviceCACertificateUUIDs", Wanted::certificate},
    {"ControllerCACertificateUUIDs", Wanted::certificate},
    {"PayloadCertificateAnchorUUID", Wanted::certificate},
    {"LeaderPayloadCertificateAnchorUUID", Wanted::certificate},
    {"MemberPayloadCertificateAnchorUUID", Wanted::certificate},
    {"ServerURLPinningCertificateUUIDs", Wanted::certificate},
    {"CheckInURLPinningCertificateUUIDs", Wanted::certificate},
    {"EncryptCertPayloadUUID", Wanted::either},
}};

constexpr std::array<std::string_view, 4> identity_types{"com.apple.security.pkcs12", "com.apple.security.scep",
                                                         "com.apple.security.acme", "com.apple.ADCertificate.managed"};
constexpr std::array<std::string_view, 3> certificate_types{"com.apple.security.root", "com.apple.security.pkcs1",
                                                            "com.apple.security.pem"};

template <class List>
bool has(const List& list, std::string_view text) {
    return std::find(list.begin(), list.end(), text) != list.end();
}

bool fits(std::string_view type, Wanted wanted) {
    const bool identity = has(identity_types, type);
    const bool certificate = has(certificate_types, type);
    return wanted == Wanted::identity      ? identity
           : wanted == Wanted::certificate ? certificate
                                           : identity || certificate;
}

std::string_view in_words(Wanted wanted) {
    return wanted == Wanted::identity      ? "an identity (PKCS#12, SCEP, ACME or Active Directory)"
           : wanted == Wanted::certificate ? "a certificate (root, pkcs1 or pem)"
                                           : "a certificate or identity";
}

std::optional<Wanted> wanted_by(std::string_view key, std::string_view type) {
    for (const ReferringKey& known : referring)
        if (known.name == key && (known.only_in.empty() || known.only_in == type))
            return known.wanted;
    return std::nullopt;
}

class ReferenceJudge {
public:
    ReferenceJudge(const Outline& outline, std::vector<Finding>& findings) : findings_(findings) {
        for (const PayloadOutline& payload : outline.payloads)
            if (!payload.uuid.text.empty())
                payloads_.try_emplace(lower_case(payload.uuid.text), &payload);
    }

    /// Goes through all that is in a payload; no deeper than the reader of property lists went.
    void walk(const Value& value, const Path& path, std::string_view type) {
        if (const auto* array = value.get_if<plist::Array>())
            for (std::size_t i = 0; i < array->size(); ++i)
                walk((*array)[i], Path{&path, {}, i}, type);
        const auto* dict = value.get_if<plist::Dict>();
        if (dict == nullptr)
            return;
        for (const auto& [key, inside] : *dict) {
            const Path here{&path, key};
            if (const auto wanted = wanted_by(key, type))
                judge(inside, here, *wanted);
            else
                walk(inside, here, type);
        }
    }

    std::vector<OpenReference> open() { return std::move(open_); }

private:
    void judge(const Value& value, const Path& path, Wanted wanted) {
        if (const auto* array = value.get_if<plist::Array>())
            for (std::size_t i = 0; i < array->size(); ++i)
                judge_text((*array)[i], Path{&path, {}, i}, wanted);
        else
            judge_text(value, path, wanted);
    }

    void judge_text(const Value& value, const Path& path, Wanted wanted) {
        const auto* uuid = value.get_if<std::string>();
        if (uuid == nullptr || is_placeholder(*uuid))
            return;
        const std::string place = where(path, value.place);
        const auto found = payloads_.find(lower_case(*uuid));
        if (found == payloads_.end()) {
            findings_.push_back(
                {Severity::error, ErrorCode::unresolved_reference,
                 fmt::format("'{}' names '{}', which is no payload of this profile", path.to_string(), *uuid),
                 fmt::format("it takes the PayloadUUID of {} in the same profile", in_words(wanted)), place});
            open_.push_back({*uuid, place});
            return;
        }
        const PayloadOutline& target = *found->second;
        if (!fits(target.type, wanted))
            findings_.push_back({Severity::error, ErrorCode::wrong_reference,
                                 fmt::format("'{}' names a payload of type '{}'; {} is wanted", path.to_string(),
                                             target.type, in_words(wanted)),
                                 "", place});
        else if (target.uuid.text != *uuid)
            findings_.push_back({Severity::warning, ErrorCode::reference_case,
                                 fmt::format("'{}' names '{}', which is written '{}' where it is", path.to_string(),
                                             *uuid, target.uuid.text),
                                 "write both alike", place});
    }

    std::vector<Finding>& findings_;
    std::map<std::string, const PayloadOutline*> payloads_;
    std::vector<OpenReference> open_;
};

}  // namespace

std::vector<OpenReference> judge_references(const Outline& outline, std::vector<Finding>& findings) {
    ReferenceJudge judge(outline, findings);
    for (const PayloadOutline& payload : outline.payloads) {
        // The outline's payloads are those that are dictionaries; the path is that of the whole array.
        const std::string base(path_of(payload.where));
        const Path root;
        const Path at{&root, base};
        judge.walk(*payload.value, at, payload.type);
    }
    return judge.open();
}

}  // namespace mdm::profile
