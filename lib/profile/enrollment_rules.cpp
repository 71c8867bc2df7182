// SPDX-License-Identifier: Apache-2.0
#include "profile/enrollment_rules.hpp"

#include "base/text.hpp"

#include <cstdint>
#include <fmt/format.h>

namespace mdm::profile {
namespace {

using plist::Value;

/// The rights that AccessRights is made of.
enum Right : std::int64_t {
    inspect_profiles = 1,
    install_profiles = 2,
    inspect_provisioning = 64,
    install_provisioning = 128,
    all_rights = 8191,
};

class EnrollmentJudge {
public:
    EnrollmentJudge(const PayloadOutline& payload, std::vector<Finding>& findings)
        : payload_(*payload.value), base_(path_of(payload.where)), findings_(findings) {}

    void judge() {
        judge_topic();
        judge_url("ServerURL");
        judge_url("CheckInURL");
        judge_rights();
        judge_mode();
        const Value* development = payload_.find("UseDevelopmentAPNS");
        if (development != nullptr && development->get_if<bool>() != nullptr && *development->get_if<bool>())
            add(ErrorCode::development_apns, "UseDevelopmentAPNS", "'UseDevelopmentAPNS' is true",
                "push certificates of device management are for production alone: leave it out");
    }

private:
    std::string place_of(std::string_view key) const {
        const Value* value = payload_.find(key);
        const Path root;
        const Path at{&root, base_};
        return value != nullptr ? where(Path{&at, key}, value->place) : where(at, payload_.place);
    }

    void add(ErrorCode code, std::string_view key, std::string message, std::string hint) {
        findings_.push_back({Severity::error, code, std::move(message), std::move(hint), place_of(key)});
    }

    void judge_topic() {
        const std::string_view topic = text_of(payload_, "Topic");
        if (!topic.empty() && !topic.starts_with("com.apple.mgmt."))
            add(ErrorCode::not_a_topic, "Topic",
                fmt::format("'Topic' is '{}', which is no push topic of device management", topic),
                "it is the UID in the push certificate's subject, com.apple.mgmt.External.<UUID>: mdmctl apns inspect");
    }

    void judge_url(std::string_view key) {
        constexpr std::string_view scheme = "https://";
        const std::string_view url = text_of(payload_, key);
        if (url.empty())
            return;
        if (!lower_case(url).starts_with(scheme)) {
            drop_wrong_format(key);
            add(ErrorCode::not_https, key, fmt::format("'{}' is '{}', not https", key, url),
                "devices refuse anything else");
        } else if (const char next = url.size() > scheme.size() ? url[scheme.size()] : '/';
                   next == '/' || next == ':') {
            add(ErrorCode::wrong_format, key, fmt::format("'{}' is '{}', which names no host", key, url), "");
        }
    }

    /// The schema's form of the URL says less of the same.
    void drop_wrong_format(std::string_view key) {
        const std::string place = place_of(key);
        std::erase_if(findings_,
                      [&](const Finding& f) { return f.code == ErrorCode::wrong_format && f.where == place; });
    }

    void judge_rights() {
        const Value* value = payload_.find("AccessRights");
        const auto* rights = value != nullptr ? value->get_if<std::int64_t>() : nullptr;
        if (rights == nullptr)
            return;
        const auto has = [rights](Right right) { return (*rights & right) != 0; };
        std::string_view wrong;
        if (*rights <= 0)
            wrong = "no right at all is not a choice";
        else if (*rights > all_rights)
            wrong = "all rights together are 8191";
        else if (has(install_profiles) && !has(inspect_profiles))
            wrong = "2, to install profiles, needs 1, to inspect them";
        else if (has(install_provisioning) && !has(inspect_provisioning))
            wrong = "128, to install provisioning profiles, needs 64, to inspect them";
        if (!wrong.empty())
            add(ErrorCode::bad_access_rights, "AccessRights", fmt::format("'AccessRights' is {}: {}", *rights, wrong),
                "");
    }

    /// Account-driven enrollment says both how and with which account.
    void judge_mode() {
        const bool has_mode = payload_.find("EnrollmentMode") != nullptr;
        const bool has_account = payload_.find("AssignedManagedAppleID") != nullptr;
        if (has_mode != has_account)
            add(ErrorCode::enrollment_mode_mismatch, has_mode ? "EnrollmentMode" : "AssignedManagedAppleID",
                fmt::format("'{}' is there without '{}'", has_mode ? "EnrollmentMode" : "AssignedManagedAppleID",
                            has_mode ? "AssignedManagedAppleID" : "EnrollmentMode"),
                "account-driven enrollment has both, any other neither");
    }

    const Value& payload_;
    std::string base_;
    std::vector<Finding>& findings_;
};

}  // namespace

void judge_enrollment(const PayloadOutline& payload, std::vector<Finding>& findings) {
    EnrollmentJudge{payload, findings}.judge();
}

}  // namespace mdm::profile
