// SPDX-License-Identifier: Apache-2.0
#include "profile/overview.hpp"

#include "base/text.hpp"
#include "profile/certificate_words.hpp"
#include "profile/value_words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::profile {
namespace {

/// Day and no more: the hour is for who looks into the certificate.
std::string day(Time time) { return to_rfc3339(time).substr(0, 10); }

/// "Passcode, Wi-Fi (2) and 'com.example.app'": each kind once, in the order of the payloads.
std::string kinds_of(const std::vector<PayloadExplanation>& payloads) {
    std::vector<std::pair<std::string, std::size_t>> kinds;
    for (const PayloadExplanation& payload : payloads) {
        const std::string kind = !payload.kind.empty() ? payload.kind : fmt::format("'{}'", shown_text(payload.type));
        const auto known = std::find_if(kinds.begin(), kinds.end(), [&kind](const auto& k) { return k.first == kind; });
        if (known == kinds.end())
            kinds.emplace_back(kind, 1);
        else
            ++known->second;
    }
    std::vector<std::string> words(kinds.size());
    std::transform(kinds.begin(), kinds.end(), words.begin(), [](const auto& kind) {
        return kind.second == 1 ? kind.first : fmt::format("{} ({})", kind.first, kind.second);
    });
    return listed(words);
}

void tell_payloads(const Explanation& profile, std::vector<std::string>& said) {
    if (!profile.payloads.empty())
        said.push_back(fmt::format("It has {}: {}.",
                                   counted(static_cast<long long>(profile.payloads.size()), "payload"),
                                   kinds_of(profile.payloads)));
    else if (!profile.is_encrypted)
        said.emplace_back("It has no payload: it does nothing.");
    if (profile.is_encrypted)
        said.emplace_back("It has payloads that are encrypted for one device: what they do cannot be told.");
}

/// Whether all, some or none of it is for supervised devices.
std::vector<std::string> on_supervision(const Explanation& profile) {
    std::vector<std::string> whole;
    std::vector<std::string> on_phones;
    std::size_t some = 0;
    for (const PayloadExplanation& payload : profile.payloads) {
        const auto& supervised = payload.conditions.supervised;
        if (!supervised.empty() && payload.conditions.without_supervision().empty())
            whole.push_back(payload.kind);
        else if (std::find(supervised.begin(), supervised.end(), Os::ios) != supervised.end())
            on_phones.push_back(payload.kind);
        some += payload.supervised_statements();
    }
    std::vector<std::string> said;
    if (!whole.empty())
        said.push_back(fmt::format("Supervised devices alone take: {}.", listed(whole)));
    if (!on_phones.empty())
        said.push_back(fmt::format("Of iPhones and iPads, supervised ones alone take: {}.", listed(on_phones)));
    if (some > 0)
        said.push_back(fmt::format("{} in it {} a supervised device; others ignore {}.",
                                   counted(static_cast<long long>(some), "setting"), some == 1 ? "needs" : "need",
                                   some == 1 ? "it" : "them"));
    if (profile.removal.is_disallowed)
        said.emplace_back("Of iPhones, iPads and Apple TVs, supervised ones alone keep users from removing it.");
    else if (profile.removal.asks_password)
        said.emplace_back("Of iPhones, iPads and Apple TVs, supervised ones alone ask for the removal password.");
    if (said.empty())
        said.emplace_back("Nothing in it is known to need a supervised device.");
    return said;
}

std::vector<std::string> messages(const std::vector<Finding>& findings, Severity severity) {
    std::vector<std::string> all;
    for (const Finding& finding : findings)
        if (finding.severity == severity)
            all.push_back(finding.message);
    return all;
}

}  // namespace

std::vector<std::string> overview_of(const Explanation& profile) {
    std::vector<std::string> said;
    tell_payloads(profile, said);
    if (!profile.payloads.empty())
        for (std::string& sentence : on_supervision(profile))
            said.push_back(std::move(sentence));
    for (const Statement& statement : profile.statements)
        said.push_back(statement.text);
    if (profile.left_out > 0)
        said.push_back(fmt::format("It has more settings than are told here: {} are left out.", profile.left_out));
    return said;
}

std::vector<std::string> overview_of(const PayloadExplanation& payload) {
    std::vector<std::string> said;
    if (!payload.purpose.empty())
        said.push_back(payload.purpose);
    else
        said.emplace_back(
            "Payloads of this type are not known here: who made the profile, or the app that it is for, "
            "knows what it does.");
    for (std::string& need : need_sentences(payload.conditions))
        said.push_back(std::move(need));
    return said;
}

std::vector<std::string> sentences_on_signature(const Verification& signature, std::string_view trusted) {
    if (signature.shown == Shown::not_signed)
        return {"Nobody has signed it: devices show it as Not Signed, and cannot tell whether it was changed."};
    std::vector<std::string> said;
    if (signature.signature && signature.signature->certificate) {
        const crypto::Certificate& signer = *signature.signature->certificate;
        const auto& time = signature.signature->signing_time;
        said.push_back(fmt::format("{} signed it{}, with a certificate of '{}' that ends on {}.", called(signer),
                                   time ? fmt::format(" on {}", day(*time)) : "", signer.issuer().to_string(),
                                   day(signer.not_after())));
    } else {
        said.emplace_back("Who signed it cannot be told.");
    }
    if (signature.shown == Shown::verified)
        said.push_back(fmt::format("Devices that believe {} show it as Verified.", trusted));
    else
        said.push_back(fmt::format("Judged by {}, devices show it as Unverified, or refuse it: {}.", trusted,
                                   joined(messages(signature.findings, Severity::error), "; ")));
    if (const auto warnings = messages(signature.findings, Severity::warning); !warnings.empty())
        said.push_back(fmt::format("To be looked at: {}.", joined(warnings, "; ")));
    return said;
}

}  // namespace mdm::profile
