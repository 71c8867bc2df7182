// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "profile/lint.hpp"

#include <fmt/format.h>
#include <functional>
#include <map>
#include <string>
#include <utility>

namespace mdm::profile {
namespace {

/// An identifier with its UUIDs taken out; what tools that make one each time have in common.
std::string without_uuids(std::string_view identifier) {
    std::string text = lower_case(identifier);
    for (auto at = find_uuid(text); at != std::string::npos; at = find_uuid(text))
        text.replace(at, std::string_view("xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx").size(), "*");
    return text;
}

class TogetherJudge {
public:
    explicit TogetherJudge(std::vector<LintedFile>& files) : files_(files) {}

    void judge() {
        for (std::size_t i = 0; i < files_.size(); ++i)
            note_uuids(i);
        for (std::size_t i = 0; i < files_.size(); ++i) {
            if (files_[i].content_hash == 0)
                continue;
            // The same profile again, with a signature or under another name, is no second one.
            if (const auto [twin, is_new] = contents_.try_emplace(files_[i].content_hash, i); !is_new)
                continue;
            judge_identifier(i);
            judge_uuids(i);
            judge_enrollments(i);
            judge_single_payloads(i);
            judge_references(i);
        }
    }

private:
    void add(std::size_t file, Severity severity, ErrorCode code, std::string message, std::string hint,
             const std::string& where) {
        files_[file].findings.push_back({severity, code, std::move(message), std::move(hint), where});
    }

    void note_uuids(std::size_t i) {
        const Outline& outline = files_[i].outline;
        for (const PayloadOutline& payload : outline.payloads)
            if (!payload.uuid.text.empty())
                answers_.try_emplace(lower_case(payload.uuid.text), i);
    }

    void judge_identifier(std::size_t i) {
        const Mark& identifier = files_[i].outline.identifier;
        if (identifier.text.empty())
            return;
        const auto [same, is_new] = identifiers_.try_emplace(identifier.text, i);
        if (!is_new) {
            add(i, Severity::error, ErrorCode::duplicate_identifier,
                fmt::format("PayloadIdentifier '{}' is that of '{}' as well: a device keeps the one that comes last",
                            identifier.text, files_[same->second].name),
                "give each profile one of its own", identifier.where);
            return;
        }
        if (find_uuid(identifier.text) == std::string::npos)
            return;
        const auto [alike, is_first] = alike_.try_emplace(without_uuids(identifier.text), i);
        if (!is_first)
            add(i, Severity::warning, ErrorCode::identifier_with_uuid,
                fmt::format("PayloadIdentifier '{}' differs from that of '{}' in a UUID alone: if one is the other's "
                            "update, a device keeps both",
                            identifier.text, files_[alike->second].name),
                "choose an identifier that stays", identifier.where);
    }

    void judge_uuids(std::size_t i) {
        const Outline& outline = files_[i].outline;
        std::map<std::string, bool> own;
        const auto judge = [&](const Mark& uuid) {
            if (uuid.text.empty() || !own.try_emplace(lower_case(uuid.text), true).second)
                return;
            const auto [holder, is_new] = uuids_.try_emplace(lower_case(uuid.text), i);
            if (!is_new && holder->second != i)
                add(i, Severity::error, ErrorCode::duplicate_uuid,
                    fmt::format("PayloadUUID '{}' is in '{}' as well", uuid.text, files_[holder->second].name),
                    "give each payload and profile one of its own: uuidgen", uuid.where);
        };
        judge(outline.uuid);
        for (const PayloadOutline& payload : outline.payloads)
            judge(payload.uuid);
    }

    void judge_enrollments(std::size_t i) {
        for (const PayloadOutline& payload : files_[i].outline.payloads) {
            if (payload.type != "com.apple.mdm")
                continue;
            if (enrollment_ == none)
                enrollment_ = i;
            else if (enrollment_ != i)
                add(i, Severity::error, ErrorCode::several_mdm_payloads,
                    fmt::format("'{}' has a com.apple.mdm payload as well, and a device has one enrollment",
                                files_[enrollment_].name),
                    "", payload.where);
            return;
        }
    }

    /// Files of a folder need not go to one device, so that this is no error.
    void judge_single_payloads(std::size_t i) {
        for (const SinglePayload& payload : files_[i].single_payloads) {
            const auto [first, is_new] = single_.try_emplace({payload.type, payload.part}, i);
            if (!is_new)
                add(i, Severity::warning, ErrorCode::not_multiple,
                    fmt::format("'{}' has a payload of type '{}' as well, and a device takes one",
                                files_[first->second].name, payload.type),
                    "make one payload of both, if both profiles are for the same device", payload.where);
        }
    }

    /// What a file lacks and another has is said in the hint of the finding that is there already.
    void judge_references(std::size_t i) {
        for (const OpenReference& reference : files_[i].open_references) {
            const auto answer = answers_.find(lower_case(reference.uuid));
            if (answer == answers_.end() || answer->second == i)
                continue;
            for (Finding& finding : files_[i].findings)
                if (finding.code == ErrorCode::unresolved_reference && finding.where == reference.where)
                    finding.hint =
                        fmt::format("it is in '{}', and a reference holds within one profile: put both into one",
                                    files_[answer->second].name);
        }
    }

    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    std::vector<LintedFile>& files_;
    std::map<std::size_t, std::size_t> contents_;
    std::map<std::string, std::size_t> identifiers_;
    std::map<std::string, std::size_t> alike_;
    std::map<std::string, std::size_t> uuids_;
    std::map<std::string, std::size_t> answers_;
    std::map<std::pair<std::string, std::string>, std::size_t> single_;
    std::size_t enrollment_ = none;
};

}  // namespace

void judge_together(std::vector<LintedFile>& files) { TogetherJudge{files}.judge(); }

}  // namespace mdm::profile
