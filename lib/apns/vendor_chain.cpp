// SPDX-License-Identifier: Apache-2.0
#include "apns/vendor_chain.hpp"

#include "apns/push_certificate.hpp"
#include "base/text.hpp"
#include "crypto/chain.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace mdm::apns {
namespace {

using crypto::Certificate;
using crypto::is_root;

constexpr std::int64_t expiring_days = 7;
constexpr std::string_view where_apple_publishes =
    "Apple publishes its intermediate and root certificates at https://www.apple.com/certificateauthority";

constexpr std::string_view where_vendors_get_theirs =
    "the vendor's certificate comes from the Developer portal, under \"MDM CSR\"";

bool is_valid_at(const Certificate& c, Time now) { return now >= c.not_before() && now <= c.not_after(); }

std::string called(const Certificate& c) {
    const auto name = c.subject().first(crypto::oid::common_name);
    return fmt::format("'{}'", name ? *name : c.subject().to_string());
}

class ChainJudge {
public:
    ChainJudge(const std::vector<Certificate>& chain, Time now, std::string_view where)
        : chain_(chain), now_(now), where_(where) {}

    std::vector<Finding> findings() {
        if (auto finding = no_vendor_certificate(chain_.front(), place(0)))
            findings_.push_back(std::move(*finding));
        judge_links();
        judge_end_of_chain();
        judge_leaf();
        for (std::size_t i = 1; i < chain_.size(); ++i)
            judge_issuer_dates(i);
        judge_root();
        return std::move(findings_);
    }

private:
    void add(Severity severity, ErrorCode code, std::size_t index, std::string message, std::string hint) {
        findings_.push_back({severity, code, std::move(message), std::move(hint), place(index)});
    }

    std::string place(std::size_t index) const {
        return where_.empty() ? std::string{} : fmt::format("{}[{}]", where_, index);
    }

    void judge_links() {
        for (std::size_t i = 0; i + 1 < chain_.size(); ++i) {
            const Certificate& issuer = chain_[i + 1];
            if (!chain_[i].issued_by(issuer))
                add(Severity::error, ErrorCode::chain_order, i + 1,
                    fmt::format("{} did not issue {}, which stands before it; {} did", called(issuer),
                                called(chain_[i]), fmt::format("'{}'", chain_[i].issuer().to_string())),
                    "the order is vendor certificate, intermediate, root, each issued by the next");
            else if (!issuer.is_ca())
                add(Severity::error, ErrorCode::chain_order, i + 1,
                    fmt::format("{} is no certificate authority and cannot have issued {}", called(issuer),
                                called(chain_[i])),
                    std::string(where_apple_publishes));
        }
    }

    void judge_end_of_chain() {
        const Certificate& last = chain_.back();
        if (is_root(last)) {
            if (chain_.size() == 1)
                add(Severity::error, ErrorCode::chain_incomplete, 0,
                    fmt::format("{} signed itself; Apple's intermediate certificate signs a vendor's", called(last)),
                    std::string(where_vendors_get_theirs));
            return;
        }
        add(Severity::error, ErrorCode::chain_incomplete, chain_.size() - 1,
            fmt::format("the chain ends at {} and does not reach a root: the certificate of '{}' is missing",
                        called(last), last.issuer().to_string()),
            std::string(where_apple_publishes));
    }

    void judge_leaf() {
        const Certificate& leaf = chain_.front();
        if (now_ > leaf.not_after())
            add(Severity::error, ErrorCode::vendor_certificate_expired, 0,
                fmt::format("the vendor certificate {} ended on {}: the portal answers \"signing certificate is "
                            "expired\"",
                            called(leaf), to_rfc3339(leaf.not_after())),
                "the vendor must renew its MDM CSR signing certificate and sign again; your own CSR is good");
        else if (now_ < leaf.not_before())
            add(Severity::error, ErrorCode::vendor_certificate_not_yet_valid, 0,
                fmt::format("the vendor certificate {} is not valid before {}", called(leaf),
                            to_rfc3339(leaf.not_before())),
                "look at this machine's clock");
        else if (const auto left = days_between(now_, leaf.not_after()); left < expiring_days)
            add(Severity::warning, ErrorCode::vendor_certificate_expiring, 0,
                fmt::format("the vendor certificate {} ends on {}, in {}", called(leaf), to_rfc3339(leaf.not_after()),
                            counted(left, "day")),
                "upload the request before that day");
        if (!leaf.public_key().is_rsa_2048())
            add(Severity::error, ErrorCode::key_not_rsa_2048, 0,
                fmt::format("the key of the vendor certificate {} is {} with {} bits; Apple's are RSA with 2048",
                            called(leaf), leaf.public_key().algorithm(), leaf.public_key().bits()),
                "");
        const auto usages = leaf.extended_key_usages();
        if (!leaf.extension(vendor_extension) &&
            std::find(usages.begin(), usages.end(), vendor_extension) == usages.end())
            add(Severity::warning, ErrorCode::no_vendor_extension, 0,
                fmt::format("{} lacks the mark of an MDM CSR signing certificate ({})", called(leaf), vendor_extension),
                std::string(where_vendors_get_theirs));
    }

    void judge_issuer_dates(std::size_t i) {
        const Certificate& c = chain_[i];
        if (is_valid_at(c, now_))
            return;
        const bool over = now_ > c.not_after();
        add(Severity::error, ErrorCode::chain_certificate_expired, i,
            fmt::format("{} {} {}", called(c), over ? "ended on" : "is not valid before",
                        to_rfc3339(over ? c.not_after() : c.not_before())),
            over ? std::string(where_apple_publishes) : "look at this machine's clock");
    }

    void judge_root() {
        const Certificate& root = chain_.back();
        if (is_root(root) && root.sha256() != apple_root_sha256 && !is_sandbox(root))
            add(Severity::warning, ErrorCode::root_not_apple, chain_.size() - 1,
                fmt::format("the chain ends at {}, which is not the Apple Root CA", called(root)),
                std::string(where_apple_publishes));
    }

    const std::vector<Certificate>& chain_;
    Time now_;
    std::string_view where_;
    std::vector<Finding> findings_;
};

}  // namespace

std::optional<Finding> no_vendor_certificate(const Certificate& leaf, std::string_view where) {
    const auto topic = push_topic(leaf);
    if (!topic)
        return std::nullopt;
    return Finding{Severity::error, ErrorCode::not_a_certificate,
                   fmt::format("{} is a push certificate, with the topic {}; a vendor's MDM CSR signing certificate is "
                               "wanted",
                               called(leaf), *topic),
                   std::string(where_vendors_get_theirs), std::string(where)};
}

std::vector<Finding> chain_findings(const std::vector<Certificate>& chain, Time now, std::string_view where) {
    if (chain.empty())
        return {{Severity::error, ErrorCode::chain_incomplete, "there is no certificate in the chain", "",
                 std::string(where)}};
    return ChainJudge{chain, now, where}.findings();
}

}  // namespace mdm::apns
