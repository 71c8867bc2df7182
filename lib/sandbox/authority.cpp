// SPDX-License-Identifier: Apache-2.0
#include "sandbox/authority.hpp"

#include "apns/push_certificate.hpp"
#include "apns/vendor_chain.hpp"
#include "base/error.hpp"
#include "base/files.hpp"
#include "base/limits.hpp"
#include "crypto/certificate_builder.hpp"
#include "crypto/contents.hpp"

#include <fmt/format.h>

namespace mdm::sandbox {
namespace {

using crypto::Certificate;
using crypto::CertificateDraft;
using crypto::Extension;
using crypto::PrivateKey;
using Subject = std::vector<crypto::Name::Attribute>;
using std::chrono::days;

constexpr std::string_view organization = "mdmctl sandbox";
/// The real ones live for decades; a rehearsal's clock may be moved back and forth by years.
constexpr days authority_before{5 * 365};
constexpr days authority_after{30 * 365};
/// Apple's push and vendor certificates: exactly this long.
constexpr days term{365};

/// Both hold DER NULL, as Apple's marks do.
Extension mark(std::string_view oid) { return {std::string(oid), false, std::string("\x05\x00", 2)}; }

Subject authority_name(std::string_view common_name) {
    return {{std::string(crypto::oid::common_name), "CN", fmt::format("Pretend {}", common_name)},
            {std::string(crypto::oid::organization), "O", std::string(organization)},
            {std::string(crypto::oid::country), "C", "US"}};
}

CertificateDraft authority_draft(std::string_view common_name, const PrivateKey& key, Time now) {
    using enum crypto::KeyUsage;
    return {.subject = authority_name(common_name),
            .serial = "",
            .not_before = now - authority_before,
            .not_after = now + authority_after,
            .extensions = {crypto::basic_constraints(true), crypto::key_usage(key_cert_sign | crl_sign),
                           crypto::subject_key_id(key.public_key()), mark(apns::oid::sandbox_mark)}};
}

Authority make_root(Time now) {
    auto key = PrivateKey::generate_rsa(2048);
    auto certificate = crypto::self_sign(authority_draft("Apple Root CA", key, now), key);
    return {std::move(certificate), std::move(key)};
}

Authority make_intermediate(std::string_view common_name, const Authority& root, Time now) {
    auto key = PrivateKey::generate_rsa(2048);
    CertificateDraft draft = authority_draft(common_name, key, now);
    draft.extensions.push_back(crypto::authority_key_id(root.certificate));
    auto certificate = crypto::issue(draft, key.public_key(), root.certificate, root.key);
    return {std::move(certificate), std::move(key)};
}

std::optional<Authority> load(const std::string& path) {
    if (!identity_of(path))
        return std::nullopt;
    const FileContent file = read_file(path, limits::credential_file);
    const auto damaged = [&](const std::string& why) {
        return Error{ErrorCode::damaged_state, fmt::format("'{}', of the pretend portal, is damaged{}", path, why),
                     "remove its folder to begin with a new pretend portal"};
    };
    std::optional<crypto::Contents> contents;
    try {
        contents = crypto::read_contents(file.bytes.reveal(), path, [] { return std::optional<Secret>{}; });
    } catch (const Error& e) {
        throw damaged(fmt::format(": {}", e.message()));
    }
    if (!contents || contents->certificates.size() != 1 || contents->keys.size() != 1)
        throw damaged("");
    return Authority{contents->certificates.front(), std::move(contents->keys.front())};
}

void save(const std::string& path, const Authority& authority) {
    const Secret key = authority.key.to_pem();
    StagedFile file{path, Privacy::secret};
    file.write(authority.certificate.to_pem());
    file.write(key.reveal());
    file.commit();
}

/// One file an authority; whoever is missing is made below what is there, so that a run that was killed half-way
/// through is carried on by the next.
Authorities assemble(const std::string& folder, Time now, bool keep) {
    const auto get = [&](std::string_view file, const auto& make) {
        const std::string path = fmt::format("{}/{}.pem", folder, file);
        if (auto there = load(path))
            return std::move(*there);
        Authority made = make();
        if (keep)
            save(path, made);
        return made;
    };
    Authority root = get("root", [&] { return make_root(now); });
    Authority developer_relations = get("developer-relations", [&] {
        return make_intermediate("Worldwide Developer Relations Certification Authority", root, now);
    });
    Authority application_integration = get("application-integration", [&] {
        return make_intermediate("Application Integration 2 Certification Authority", root, now);
    });
    return {std::move(root), std::move(developer_relations), std::move(application_integration)};
}

/// A certificate of the kind that Apple gives out, below one of its intermediates.
Certificate issue_leaf(Subject subject, const crypto::PublicKey& key, const Authority& issuer,
                       std::string_view extended_usage, std::string_view marker, Time now) {
    const CertificateDraft draft{
        .subject = std::move(subject),
        .serial = "",
        .not_before = now,
        .not_after = now + term,
        .extensions = {Extension{"2.5.29.19", false, std::string("\x30\x00", 2)},
                       crypto::authority_key_id(issuer.certificate),
                       crypto::extended_key_usage({std::string(extended_usage)}), crypto::subject_key_id(key),
                       Extension{"2.5.29.15", false, std::string("\x03\x02\x07\x80", 4)}, mark(marker),
                       mark(apns::oid::sandbox_mark)}};
    return crypto::issue(draft, key, issuer.certificate, issuer.key);
}

}  // namespace

Authorities load_or_make_authorities(const std::string& folder, Time now) { return assemble(folder, now, true); }

Authorities load_authorities(const std::string& folder, Time now) { return assemble(folder, now, false); }

Certificate issue_vendor_certificate(const Authorities& apple, const crypto::PublicKey& key,
                                     const std::string& vendor_name, Time now) {
    return issue_leaf({{std::string(crypto::oid::common_name), "CN", fmt::format("MDM Vendor: {}", vendor_name)},
                       {std::string(crypto::oid::organization), "O", std::string(organization)},
                       {std::string(crypto::oid::country), "C", "US"}},
                      key, apple.developer_relations, apns::vendor_extension, apns::vendor_extension, now);
}

Certificate issue_push_certificate(const Authorities& apple, const crypto::PublicKey& key, const std::string& uuid,
                                   Time now) {
    return issue_leaf({{std::string(crypto::oid::user_id), "UID", fmt::format("com.apple.mgmt.External.{}", uuid)},
                       {std::string(crypto::oid::common_name), "CN", fmt::format("APSP:{}", uuid)},
                       {std::string(crypto::oid::country), "C", "US"}},
                      key, apple.application_integration, apns::oid::client_auth, apns::oid::production_push, now);
}

}  // namespace mdm::sandbox
