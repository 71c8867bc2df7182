// SPDX-License-Identifier: Apache-2.0
// Certificates as Apple issues them, made on the spot: a test names what matters to it and gets the rest.
#pragma once

#include "base/time.hpp"
#include "crypto/certificate_builder.hpp"
#include "crypto/certificate_request.hpp"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mdm::fakes {

/// "2027-01-07" or "2027-01-07T04:04:46Z".
inline Time at(std::string_view text) { return parse_time(text).value(); }

/// RSA keys by name, 2048 bits: the same for as long as the test program runs, since making one takes a while.
inline const crypto::PrivateKey& rsa_key(std::string_view whose = "customer") {
    static std::map<std::string, crypto::PrivateKey, std::less<>> keys;
    const auto found = keys.find(whose);
    return found != keys.end() ? found->second
                               : keys.emplace(whose, crypto::PrivateKey::generate_rsa(2048)).first->second;
}

/// {{"CN", "..."}} by the labels that a Name shows, or by dotted OID.
inline std::vector<crypto::Name::Attribute> subject(
    const std::vector<std::pair<std::string_view, std::string>>& attributes) {
    static const std::map<std::string_view, std::string_view> oids{
        {"CN", crypto::oid::common_name},
        {"C", crypto::oid::country},
        {"O", crypto::oid::organization},
        {"OU", crypto::oid::organizational_unit},
        {"emailAddress", crypto::oid::email_address},
        {"UID", crypto::oid::user_id},
    };
    std::vector<crypto::Name::Attribute> out;
    for (const auto& [label, value] : attributes) {
        const auto known = oids.find(label);
        out.push_back({std::string(known == oids.end() ? label : known->second), std::string(label), value});
    }
    return out;
}

/// A certificate that may issue others, with its key.
struct Authority {
    crypto::Certificate certificate;
    crypto::PrivateKey key;
};

struct AuthorityOptions {
    std::vector<crypto::Name::Attribute> name = subject({{"CN", "Test Root"}});
    std::string key = "root";  ///< of rsa_key()
    Time not_before = at("2020-01-01");
    Time not_after = at("2040-01-01");
    crypto::Digest digest = crypto::Digest::sha256;
};

inline crypto::CertificateDraft authority_draft(const AuthorityOptions& o) {
    using namespace crypto;
    return {.subject = o.name,
            .not_before = o.not_before,
            .not_after = o.not_after,
            .extensions = {basic_constraints(true), key_usage(KeyUsage::key_cert_sign | KeyUsage::crl_sign),
                           subject_key_id(rsa_key(o.key).public_key())},
            .digest = o.digest};
}

inline Authority root(const AuthorityOptions& o = {}) {
    return {crypto::self_sign(authority_draft(o), rsa_key(o.key)), rsa_key(o.key)};
}

inline Authority intermediate(const Authority& above, const AuthorityOptions& o) {
    crypto::CertificateDraft draft = authority_draft(o);
    draft.extensions.push_back(crypto::authority_key_id(above.certificate));
    return {crypto::issue(draft, rsa_key(o.key).public_key(), above.certificate, above.key), rsa_key(o.key)};
}

/// Named as Apple's root is; it is nobody's.
inline const Authority& apple_root() {
    static const Authority authority = root(
        {.name = subject(
             {{"C", "US"}, {"O", "Apple Inc."}, {"OU", "Apple Certification Authority"}, {"CN", "Apple Root CA"}})});
    return authority;
}

/// What issues push certificates.
inline const Authority& apple_application_integration() {
    static const Authority authority =
        intermediate(apple_root(), {.name = subject({{"CN", "Apple Application Integration 2 Certification Authority"},
                                                     {"OU", "Apple Certification Authority"},
                                                     {"O", "Apple Inc."},
                                                     {"C", "US"}}),
                                    .key = "application integration"});
    return authority;
}

inline crypto::Extension null_extension(std::string oid) { return {std::move(oid), false, std::string("\x05\0", 2)}; }

inline constexpr std::string_view some_topic = "com.apple.mgmt.External.11111111-2222-4333-8444-555555555555";

struct PushOptions {
    std::string topic = std::string(some_topic);  ///< empty: no UID in the subject
    Time not_before = at("2026-01-01");
    Time not_after = at("2027-01-01");
    std::string serial = "";  ///< hex; empty: random
    std::string key = "customer";
    bool client_auth = true;
    std::vector<std::string> push_extensions = {"1.2.840.113635.100.6.3.2"};
    const Authority* issuer = nullptr;  ///< null: apple_application_integration()
    crypto::Digest digest = crypto::Digest::sha256;
};

/// A push certificate of device management, field by field as Apple's (facts 1.6).
inline crypto::Certificate push_certificate(const PushOptions& o = {}) {
    using namespace crypto;
    const Authority& issuer = o.issuer != nullptr ? *o.issuer : apple_application_integration();
    const std::string uuid = o.topic.substr(o.topic.rfind('.') + 1);
    std::vector<Name::Attribute> name = subject({{"CN", "APSP:" + uuid}, {"C", "US"}});
    if (!o.topic.empty())
        name.insert(name.begin(), subject({{"UID", o.topic}}).front());
    CertificateDraft draft{.subject = std::move(name),
                           .serial = o.serial,
                           .not_before = o.not_before,
                           .not_after = o.not_after,
                           .extensions = {basic_constraints(false), authority_key_id(issuer.certificate)},
                           .digest = o.digest};
    if (o.client_auth)
        draft.extensions.push_back(extended_key_usage({"1.3.6.1.5.5.7.3.2"}));
    draft.extensions.push_back(subject_key_id(rsa_key(o.key).public_key()));
    draft.extensions.push_back(key_usage(KeyUsage::digital_signature));
    draft.extensions.back().critical = false;  // as Apple's is
    for (const std::string& oid : o.push_extensions)
        draft.extensions.push_back(null_extension(oid));
    return issue(draft, rsa_key(o.key).public_key(), issuer.certificate, issuer.key);
}

struct VendorOptions {
    Time not_before = at("2026-01-01");
    Time not_after = at("2027-01-01");
    Time intermediate_not_after = at("2030-02-20");
    std::string key = "vendor";
    bool vendor_extension = true;  ///< 1.2.840.113635.100.4.12, the mark of MDM CSR signing
    crypto::Digest digest = crypto::Digest::sha256;
};

/// An MDM vendor's chain: leaf, "WWDR" intermediate, "Apple Root CA".
struct VendorChain {
    crypto::Certificate leaf;
    crypto::Certificate intermediate;
    crypto::Certificate root;
    crypto::PrivateKey key;  ///< of the leaf

    std::vector<crypto::Certificate> certificates() const { return {leaf, intermediate, root}; }
};

inline VendorChain vendor_chain(const VendorOptions& o = {}) {
    using namespace crypto;
    const Authority wwdr = intermediate(
        apple_root(), {.name = subject({{"CN", "Apple Worldwide Developer Relations Certification Authority"},
                                        {"OU", "G3"},
                                        {"O", "Apple Inc."},
                                        {"C", "US"}}),
                       .key = "wwdr",
                       .not_after = o.intermediate_not_after});
    CertificateDraft draft{
        .subject = subject({{"CN", "MDM Vendor: Example"}, {"O", "Example"}, {"C", "US"}}),
        .not_before = o.not_before,
        .not_after = o.not_after,
        .extensions = {basic_constraints(false), authority_key_id(wwdr.certificate),
                       subject_key_id(rsa_key(o.key).public_key()), key_usage(KeyUsage::digital_signature)},
        .digest = o.digest};
    if (o.vendor_extension)
        draft.extensions.push_back(null_extension("1.2.840.113635.100.4.12"));
    return {issue(draft, rsa_key(o.key).public_key(), wwdr.certificate, wwdr.key), wwdr.certificate,
            apple_root().certificate, rsa_key(o.key)};
}

/// A customer's CSR.
inline crypto::CertificateRequest csr(const std::string& key = "customer") {
    return crypto::CertificateRequest::make(
        subject({{"C", "FR"}, {"CN", "mdm-push"}, {"emailAddress", "mdm@example.org"}}), rsa_key(key));
}

}  // namespace mdm::fakes
