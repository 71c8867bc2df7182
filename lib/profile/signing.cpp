// SPDX-License-Identifier: Apache-2.0
#include "profile/signing.hpp"

#include "base/error.hpp"
#include "base/limits.hpp"
#include "profile/file_form.hpp"
#include "profile/form_errors.hpp"
#include "profile/opened_file.hpp"

#include <fmt/format.h>
#include <utility>

namespace mdm::profile {
namespace {

using State = crypto::MessageSignature::State;

void judge_signature(const OpenedFile& file, std::string_view name, bool resign) {
    if (!file.signature)
        return;
    if (!resign)
        throw Error{ErrorCode::already_signed, fmt::format("'{}' is signed already", name),
                    "--resign takes that signature off and signs what is in it"};
    if (file.signature->is_detached())
        throw Error{ErrorCode::content_missing, fmt::format("'{}' is a signature without what was signed", name),
                    "sign the profile itself"};
    if (file_form(file.profile) == FileForm::signed_cms)
        throw Error{ErrorCode::signed_twice, fmt::format("in the signature of '{}' there is another one", name),
                    "mdmctl profile unwrap takes the outer one off"};
    // A new signature would make good what was changed under the old one.
    for (const crypto::MessageSignature& signature : file.signature->signatures())
        if (signature.state == State::digest_mismatch || signature.state == State::bad)
            throw Error{signature.state == State::bad ? ErrorCode::bad_signature : ErrorCode::digest_mismatch,
                        fmt::format("'{}' is not what was signed: it was changed since", name),
                        "mdmctl profile unwrap takes out what is there; look at it, and sign that"};
}

std::vector<Finding> as_warnings(std::vector<Finding> findings) {
    for (Finding& finding : findings)
        finding.severity = Severity::warning;
    return findings;
}

}  // namespace

SignedProfile sign_profile(std::string_view bytes, std::string_view name, const crypto::MessageSigner& signer,
                           Time signing_time, bool resign) {
    const OpenedFile file = open_file(bytes, name);
    judge_signature(file, name, resign);
    const plist::Document profile = read_profile(file.profile, name);
    std::string made = signer.sign(file.profile, signing_time);
    if (!signer.made(made, file.profile))
        throw Error{ErrorCode::internal_error, fmt::format("what was made of '{}' is no signature of it", name),
                    "nothing was written; please report it"};
    if (made.size() > limits::profile_file)
        throw Error{ErrorCode::too_large,
                    fmt::format("'{}' has {} bytes with its signature, and {} are the limit of a profile", name,
                                made.size(), limits::profile_file)};
    return {std::move(made), as_warnings(form_errors(profile))};
}

}  // namespace mdm::profile
