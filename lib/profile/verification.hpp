// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "base/time.hpp"
#include "crypto/signed_message.hpp"
#include "crypto/trust.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mdm::profile {

/// What a device shows beside a profile. The words differ a little from release to release.
enum class Shown { verified, unverified, not_signed };
std::string_view name(Shown shown);  ///< "verified", "unverified", "not_signed": `verdict` in the JSON

/// Which roots are believed, and what they are called in messages.
struct Trust {
    crypto::TrustAnchors anchors;
    std::string called;                         ///< "the roots of this machine"
    std::vector<crypto::Certificate> others{};  ///< no roots: they are no anchors, but tell what a chain lacks
};
/// Those of a file that --ca named: what signed itself is believed.
Trust trust_in(const std::vector<crypto::Certificate>& authorities, std::string called);
Trust trust_in_system();

/// The errors and remarks among findings. For declarations.
inline constexpr std::array verification_codes{ErrorCode::not_signed,
                                               ErrorCode::content_missing,
                                               ErrorCode::signed_twice,
                                               ErrorCode::signer_missing,
                                               ErrorCode::unsupported_algorithm,
                                               ErrorCode::digest_mismatch,
                                               ErrorCode::bad_signature,
                                               ErrorCode::bad_certificate_signature,
                                               ErrorCode::not_for_signing,
                                               ErrorCode::expired,
                                               ErrorCode::not_yet_valid,
                                               ErrorCode::chain_certificate_expired,
                                               ErrorCode::chain_incomplete,
                                               ErrorCode::untrusted_signer,
                                               ErrorCode::several_signers,
                                               ErrorCode::weak_digest,
                                               ErrorCode::signing_time,
                                               ErrorCode::chain_order,
                                               ErrorCode::not_der,
                                               ErrorCode::unusual_form,
                                               ErrorCode::too_costly};

/// A profile's file as a device would judge it, and why.
struct Verification {
    Shown shown = Shown::not_signed;
    std::optional<crypto::MessageSignature> signature{};  ///< the first
    std::vector<crypto::Certificate> chain{};             ///< of its signer, as far as it goes
    std::vector<Finding> findings{};
};

/// Errors, each of which makes a device show Unverified or refuse the profile: what is no profile inside; signed_twice,
/// content_missing, signer_missing, unsupported_algorithm, digest_mismatch, bad_signature; then of the signer's
/// certificate and those above it not_for_signing, expired, not_yet_valid, chain_certificate_expired,
/// bad_certificate_signature, chain_incomplete, untrusted_signer; unsupported_algorithm also where it is MD5. And
/// not_signed, where there is no signature. Warnings: several_signers, weak_digest, signing_time, not_der;
/// unsupported_algorithm and unusual_form, where nobody knows whether devices take it; as a remark chain_order. Dates
/// are judged at `now`, as devices do, and said beside the time of the signature. Purposes are not asked for,
/// revocation neither.
/// throws   what open_file() throws; too_costly
Verification verify(std::string_view bytes, std::string_view name, const Trust& trust, Time now);

}  // namespace mdm::profile
