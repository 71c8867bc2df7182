// SPDX-License-Identifier: Apache-2.0
#include "inspect/signed_profile.hpp"

#include "profile/file_form.hpp"
#include "profile/verification.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace mdm::apps {
namespace {

/// What is wrong with the file itself.
constexpr std::array of_the_file{ErrorCode::signed_twice,    ErrorCode::content_missing, ErrorCode::signer_missing,
                                 ErrorCode::digest_mismatch, ErrorCode::bad_signature,   ErrorCode::not_a_profile,
                                 ErrorCode::malformed_plist};

}  // namespace

void add_signer(apns::Inspection& found, const FileContent& file, Time now) {
    const std::string_view bytes = file.bytes.reveal();
    if (found.kind != apns::FileKind::configuration_profile ||
        profile::file_form(bytes) != profile::FileForm::signed_cms)
        return;
    profile::Verification verification = profile::verify(bytes, file.name, profile::trust_in_system(), now);
    for (Finding& finding : verification.findings) {
        const bool is_of_the_file =
            std::find(of_the_file.begin(), of_the_file.end(), finding.code) != of_the_file.end();
        if (finding.severity == Severity::error && !is_of_the_file)
            finding.severity = Severity::warning;
        found.findings.push_back(std::move(finding));
    }
    if (!verification.signature || !verification.signature->certificate)
        return;
    const crypto::Certificate& signer = *verification.signature->certificate;
    found.subject = signer.subject().to_string();
    found.issuer = signer.issuer().to_string();
    found.serial = signer.serial();
    found.not_before = signer.not_before();
    found.not_after = signer.not_after();
    found.public_key = fmt::format("{} {}", signer.public_key().algorithm(), signer.public_key().bits());
    found.public_key_sha256 = signer.public_key().sha256();
    found.certificate = signer;
}

}  // namespace mdm::apps
