// SPDX-License-Identifier: Apache-2.0
#include "profile/lint.hpp"

#include "base/limits.hpp"
#include "crypto/signed_message.hpp"
#include "plist/reader.hpp"
#include "profile/credential_rules.hpp"
#include "profile/enrollment_rules.hpp"
#include "profile/file_form.hpp"
#include "profile/finding_words.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <optional>
#include <utility>

namespace mdm::profile {
namespace {

/// As a finding, with the place that the reader of property lists puts at the end of its message.
Finding as_finding(const Error& error) {
    if (!error.findings().empty())
        return error.findings().front();
    return {Severity::error, error.code(), error.message(), error.hint(), ""};
}

/// The profile that is in the file; nullopt where none can be reached, which the findings tell.
std::optional<std::string> content_of(std::string_view bytes, std::string_view name, std::vector<Finding>& findings,
                                      Time now, SignatureJudge* signatures) {
    const auto refuse = [&findings](ErrorCode code, std::string message, std::string hint) {
        findings.push_back({Severity::error, code, std::move(message), std::move(hint), ""});
    };
    switch (file_form(bytes)) {
        case FileForm::signed_cms: {
            const auto message = crypto::SignedMessage::parse(bytes, name);
            if (message.is_detached()) {
                refuse(ErrorCode::content_missing, "the signature stands alone: there is no profile in it",
                       "sign with the content inside: mdmctl profile sign");
                return std::nullopt;
            }
            std::string content(message.content());
            if (file_form(content) != FileForm::signed_cms) {
                if (signatures != nullptr)
                    findings = signatures->findings(bytes, name, now);
                return content;
            }
            refuse(ErrorCode::signed_twice, "there is a signature inside the signature, which no device takes",
                   "mdmctl profile sign --resign puts a new signature in the old one's place");
            return std::nullopt;
        }
        case FileForm::signed_text:
            refuse(ErrorCode::signed_as_text, "the signature is written as text, PEM or S/MIME, which no device takes",
                   "sign in DER: mdmctl profile sign");
            return std::nullopt;
        case FileForm::encrypted:
            refuse(ErrorCode::not_a_profile, "the whole file is encrypted, which no device takes",
                   "what is encrypted is PayloadContent, inside the profile");
            return std::nullopt;
        case FileForm::other:
            return std::string(bytes);
        case FileForm::plain:
            break;
    }
    findings.push_back({Severity::info, ErrorCode::not_signed, "the profile is not signed: devices show it so",
                        "mdmctl profile sign; a profile that a server fills in or sends need not be", ""});
    return std::string(bytes);
}

/// A value that breaks the rule of its type is in the tree as text: that it is no date is said, and not as well that
/// text is no date.
void drop_what_is_said(std::vector<Finding>& findings, const std::vector<Finding>& of_reader) {
    std::erase_if(findings, [&](const Finding& f) {
        return f.code == ErrorCode::wrong_type &&
               std::any_of(of_reader.begin(), of_reader.end(), [&f](const Finding& said) {
                   return said.code == ErrorCode::malformed_plist && !said.where.empty() && said.where == f.where;
               });
    });
}

void judge_profile(const plist::Value& profile, LintedFile& into, const PayloadRules& rules, Time now) {
    auto& findings = into.findings;
    rules.judge_top_level(profile, findings);
    judge_content(profile, findings);
    judge_encryption(profile, findings);
    const Outline outline = outline_of(profile);
    judge_envelope(profile, outline, rules, now, findings);
    const Channel channel = channel_of(profile);
    const Path root;
    for (const PayloadOutline& payload : outline.payloads) {
        const std::string base(path_of(payload.where));
        rules.judge_payload(*payload.value, Path{&root, base}, channel, findings);
        judge_certificate(payload, findings);
        judge_pkcs12(payload, findings);
        judge_acme_key(payload, findings);
        judge_secrets(payload, findings);
        if (payload.type == "com.apple.mdm")
            judge_enrollment(payload, findings);
    }
    judge_identity(outline, findings);
    into.single_payloads = judge_repeated_types(outline, rules, findings);
    into.open_references = judge_references(outline, findings);
    into.outline = outline;
    for (PayloadOutline& payload : into.outline.payloads)
        payload.value = nullptr;
}

void cut(std::vector<Finding>& findings) {
    if (findings.size() <= limits::profile_findings)
        return;
    const std::size_t left_out = findings.size() - limits::profile_findings;
    findings.erase(findings.begin() + static_cast<std::ptrdiff_t>(limits::profile_findings), findings.end());
    findings.push_back(
        {Severity::error, ErrorCode::too_large,
         fmt::format("{} more findings are not listed: {} are the limit", left_out, limits::profile_findings), "", ""});
}

}  // namespace

LintedFile lint(std::string_view bytes, std::string_view name, const PayloadRules& rules, Time now,
                SignatureJudge* signatures) {
    LintedFile file{std::string(name)};
    try {
        const auto content = content_of(bytes, name, file.findings, now, signatures);
        if (!content)
            return file;
        const plist::Document document = plist::read(*content);
        file.content_hash = std::hash<std::string>{}(*content) | 1U;
        if (document.root.get_if<plist::Dict>() == nullptr) {
            file.findings.push_back(
                {Severity::error, ErrorCode::wrong_root,
                 fmt::format("the property list is {}, not a dictionary", with_article(document.root.type_name())), "",
                 where({}, document.root.place)});
            return file;
        }
        std::vector<Finding> of_reader = document.findings;
        LintedFile judged{file.name};
        judge_profile(document.root, judged, rules, now);
        drop_what_is_said(judged.findings, of_reader);
        file.outline = std::move(judged.outline);
        file.open_references = std::move(judged.open_references);
        file.single_payloads = std::move(judged.single_payloads);
        for (auto* more : {&of_reader, &judged.findings})
            file.findings.insert(file.findings.end(), std::make_move_iterator(more->begin()),
                                 std::make_move_iterator(more->end()));
        cut(file.findings);
    } catch (const Error& e) {
        file.findings.push_back(as_finding(e));
    }
    return file;
}

LintedFile unreadable(std::string_view name, const Error& error) {
    LintedFile file{std::string(name)};
    file.findings.push_back(as_finding(error));
    return file;
}

}  // namespace mdm::profile
