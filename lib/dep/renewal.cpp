// SPDX-License-Identifier: Apache-2.0
#include "dep/renewal.hpp"

#include "base/text.hpp"
#include "dep/server_token.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <utility>

namespace mdm::dep {
namespace {

/// One that was reckoned from a file's name may be wrong by so much.
constexpr std::chrono::days estimate_slack{2};

bool differ(const std::string& a, const std::string& b) { return !a.empty() && !b.empty() && a != b; }

std::string shown(const Service& service) {
    if (service.server_name.empty())
        return fmt::format("the service {}", service.server_uuid);
    return fmt::format("the service '{}' ({})", service.server_name,
                       service.server_uuid.empty() ? "without UUID" : service.server_uuid);
}

class Judge {
public:
    explicit Judge(const RenewalQuestion& question)
        : q_(question),
          candidate_(question.candidate),
          file_(candidate_.file.empty() ? "what was told" : fmt::format("'{}'", candidate_.file)) {}

    std::vector<Finding> findings() {
        if (q_.current) {
            judge_server(q_.current->version);
            judge_the_unknown(q_.current->version);
            judge_organization(q_.current->version.service);
            judge_age(q_.current->version);
            judge_account(*q_.current);
        }
        judge_end();
        for (const Finding& finding : q_.found)
            all_.push_back(finding);
        std::stable_sort(all_.begin(), all_.end(),
                         [](const Finding& a, const Finding& b) { return rank(a) < rank(b); });
        return std::move(all_);
    }

private:
    static std::size_t rank(const Finding& finding) {
        constexpr std::array order{
            ErrorCode::token_exists,       ErrorCode::no_push_certificate, ErrorCode::push_certificate_expired,
            ErrorCode::not_for_our_key,    ErrorCode::not_for_this_server, ErrorCode::other_tenant,
            ErrorCode::other_server,       ErrorCode::other_organization,  ErrorCode::older_than_current,
            ErrorCode::token_expired,      ErrorCode::token_superseded,    ErrorCode::token_rejected,
            ErrorCode::terms_not_accepted, ErrorCode::clock_skew};
        if (finding.severity != Severity::error)
            return order.size() + 1;
        const auto at = std::find(order.begin(), order.end(), finding.code);
        return static_cast<std::size_t>(at - order.begin());
    }

    void add(Severity severity, ErrorCode code, std::string message, std::string hint, std::string where) {
        all_.push_back({severity, code, std::move(message), std::move(hint), std::move(where)});
    }

    void judge_server(const Version& current) {
        const Service& now = candidate_.service;
        const bool by_uuid = !current.service.server_uuid.empty() && !now.server_uuid.empty();
        const bool by_key = current.consumer_key && candidate_.consumer_key;
        const bool other_key = by_key && *current.consumer_key != *candidate_.consumer_key;
        if (by_uuid ? current.service.server_uuid != now.server_uuid : other_key)
            add_other_server(current, by_uuid);
        else if (by_uuid && other_key)
            add(Severity::warning, ErrorCode::consumer_key_changed,
                fmt::format("the consumer key is {}, not {} as before; the service is the same by its UUID",
                            *candidate_.consumer_key, *current.consumer_key),
                "a server that compares consumer keys (nanodep) has to be told", "consumer_key");
    }

    void add_other_server(const Version& current, bool by_uuid) {
        const Service& now = candidate_.service;
        const bool asked = !now.server_uuid.empty();
        const bool typed = asked && !q_.allowed_server.empty();
        const bool allowed =
            typed && (q_.allowed_server == now.server_uuid || q_.allowed_server == current.service.server_uuid);
        std::string what =
            by_uuid ? fmt::format("{} is a server token of {}, not of {}", file_, shown(now), shown(current.service))
                    : fmt::format("the consumer key of {} is {}, and that of {} is {}", file_, *candidate_.consumer_key,
                                  q_.current->name, *current.consumer_key);
        what += fmt::format("; devices, profiles and assignments stay with {}", q_.current->name);
        if (typed && !allowed)
            what += fmt::format(", and --allow-other-server names {}, which is neither", q_.allowed_server);
        add(allowed ? Severity::warning : Severity::error, ErrorCode::other_server, std::move(what),
            by_uuid ? fmt::format("download the token of {}; where it was made anew in the portal: "
                                  "--allow-other-server {}",
                                  shown(current.service), now.server_uuid)
            : asked ? fmt::format("Apple says that it is of {}, and was never asked about the current one; if it is "
                                  "the right service: --allow-other-server {}",
                                  shown(now), now.server_uuid)
                    : "without --offline Apple says whether it is the same service; else download the token of the "
                      "right one",
            by_uuid ? "server_uuid" : "consumer_key");
    }

    /// What another server held tells nothing of its service.
    void judge_the_unknown(const Version& current) {
        if (current.consumer_key || !current.service.server_uuid.empty() || !candidate_.consumer_key)
            return;
        add(Severity::warning, ErrorCode::not_proven,
            fmt::format("nothing is known of the service of {}: whether {} is its token nobody compared",
                        q_.current->name, file_),
            candidate_.service.server_name.empty()
                ? "mdmctl dep account says whose it is"
                : fmt::format("it is of {} of the organisation '{}': see whether the devices are there",
                              shown(candidate_.service), candidate_.service.org_name),
            "server_uuid");
    }

    void judge_organization(const Service& current) {
        const Service& now = candidate_.service;
        if (differ(current.org_id, now.org_id))
            add(Severity::error, ErrorCode::other_organization,
                fmt::format("{} is a server token of the organisation '{}' ({}), not of '{}' ({})", file_, now.org_name,
                            now.org_id, current.org_name, current.org_id),
                "sign in to the organisation that the devices belong to, and download the token there", "org_id");
    }

    void judge_age(const Version& current) {
        if (!candidate_.expiry)
            return;
        const Time end = current.access_token_expiry - (current.estimated ? estimate_slack : std::chrono::days{0});
        if (*candidate_.expiry >= end)
            return;
        const std::string both = fmt::format("{} ends on {}, and {} on {}", file_, to_rfc3339(*candidate_.expiry),
                                             q_.current->name, to_rfc3339(current.access_token_expiry));
        // Apple takes it, so it is the newest there is; and what a person told, a person may correct.
        if (candidate_.service.asked_at || (candidate_.expiry_told && !current.is_held()))
            add(Severity::warning, ErrorCode::older_than_current, both + ": the later end was wrong", "",
                "access_token_expiry");
        else
            add(Severity::error, ErrorCode::older_than_current,
                both + ": it is an older file, whose token was ended by the newer one",
                "look for the newest download of this service", "access_token_expiry");
    }

    void judge_end() {
        if (candidate_.expiry && has_ended(*candidate_.expiry, q_.now))
            add(Severity::error, ErrorCode::token_expired,
                candidate_.file.empty()
                    ? fmt::format("the server token ended on {}, as was told", to_rfc3339(*candidate_.expiry))
                    : fmt::format("the server token in {} ended on {}", file_, to_rfc3339(*candidate_.expiry)),
                "download a new one for this service", "access_token_expiry");
    }

    void judge_account(const CurrentToken& current) {
        const std::string before =
            current.apple_account.empty() ? current.version.service.admin_id : current.apple_account;
        const std::string now =
            candidate_.apple_account.empty() ? candidate_.service.admin_id : candidate_.apple_account;
        if (differ(lower_case(before), lower_case(now)))
            add(Severity::warning, ErrorCode::other_apple_account,
                fmt::format("it was got with the Apple Account {}, the one before with {}", now, before),
                "the token ends when that account changes its password or leaves: note whose it is", "apple_account");
    }

    const RenewalQuestion& q_;
    const CandidateToken& candidate_;
    std::string file_;  ///< for messages
    std::vector<Finding> all_;
};

}  // namespace

std::vector<Finding> renewal_findings(const RenewalQuestion& question) { return Judge(question).findings(); }

}  // namespace mdm::dep
