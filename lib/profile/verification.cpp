// SPDX-License-Identifier: Apache-2.0
#include "profile/verification.hpp"

#include "crypto/chain.hpp"
#include "profile/certificate_words.hpp"
#include "profile/device_algorithms.hpp"
#include "profile/file_form.hpp"
#include "profile/opened_file.hpp"
#include "profile/signer.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <utility>

namespace mdm::profile {
namespace {

using crypto::Certificate;
using crypto::MessageSignature;
using crypto::PathProblem;
using State = MessageSignature::State;

constexpr std::string_view sign_again = "sign the profile again: mdmctl profile sign --resign";

/// X.690, 11.6: DER sorts what is in a set, whatever the order of the chain is.
bool is_in_order_of_der(const std::vector<Certificate>& all) {
    return std::is_sorted(all.begin(), all.end(),
                          [](const Certificate& a, const Certificate& b) { return a.der() < b.der(); });
}

/// All that is to be said of one signature.
class SignatureJudge {
public:
    SignatureJudge(const MessageSignature& signature, const crypto::SignedMessage& message, const Trust& trust,
                   Time now, std::string_view where)
        : signature_(signature), message_(message), trust_(trust), now_(now), where_(where) {}

    std::vector<Finding> findings() {
        judge_state();
        if (signature_.certificate) {
            judge_certificate(*signature_.certificate);
            judge_times(*signature_.certificate);
            judge_order(*signature_.certificate);
        }
        judge_way();
        return std::move(findings_);
    }

    std::vector<Certificate> chain() {
        return signature_.certificate ? path(*signature_.certificate).chain : std::vector<Certificate>{};
    }

private:
    void add(Severity severity, ErrorCode code, std::string message, std::string_view hint = {}) {
        findings_.push_back({severity, code, std::move(message), std::string(hint), std::string(where_)});
    }

    std::string signer() const {
        if (signature_.certificate)
            return called(*signature_.certificate);
        return signature_.serial.empty()
                   ? "somebody unnamed"
                   : fmt::format("the certificate {} of '{}'", signature_.serial, signature_.issuer);
    }

    void judge_way() {
        if (is_weak(signature_.digest))
            add_weak(fmt::format("it is signed with {}, which is no longer safe", signature_.digest),
                     signature_.digest);
        if (const std::string way = unproven_way(signature_); !way.empty())
            add_unproven(fmt::format("it is signed with {}", way));
    }

    void add_weak(std::string message, std::string_view digest) {
        if (is_broken(digest))
            add(Severity::error, ErrorCode::unsupported_algorithm, std::move(message), sign_again);
        else
            add(Severity::warning, ErrorCode::weak_digest, std::move(message), sign_again);
    }

    void add_unproven(const std::string& what) {
        add(Severity::warning, ErrorCode::unsupported_algorithm,
            what + ": that devices verify this is not known, so they may show Unverified",
            "sign the profile again with RSA of 2048 bits or more: mdmctl profile sign --resign");
    }

    void judge_state() {
        switch (signature_.state) {
            case State::good:
                return;
            case State::content_missing:  // said once, of all signatures
                return;
            case State::signer_missing:
                add(Severity::error, ErrorCode::signer_missing,
                    fmt::format("{} signed it, which is not among the certificates in it", signer()), sign_again);
                return;
            case State::unsupported:
                add(Severity::error, ErrorCode::unsupported_algorithm,
                    fmt::format("the signature by {} is of a kind that is not known: digest {}", signer(),
                                signature_.digest),
                    sign_again);
                return;
            case State::digest_mismatch:
                add(Severity::error, ErrorCode::digest_mismatch,
                    fmt::format("the profile is not what {} signed: it was changed since", signer()),
                    "get it again from where it came from; devices refuse it");
                return;
            case State::bad:
                if (signature_.is_of_other_type) {
                    add(Severity::error, ErrorCode::bad_signature,
                        fmt::format("{} signed content of another type than is in it, {}", signer(),
                                    message_.content_type()),
                        sign_again);
                    return;
                }
                add(Severity::error, ErrorCode::bad_signature,
                    fmt::format("the signature is not by {}, or what it covers was changed since", signer()),
                    "get it again from where it came from; devices refuse it");
                return;
        }
    }

    crypto::Path path(const Certificate& leaf) const {
        return crypto::path_to_anchor(leaf, message_.certificates(), trust_.anchors, now_);
    }

    void judge_certificate(const Certificate& leaf) {
        if (auto finding = not_for_signing(leaf)) {
            finding->where = where_;
            findings_.push_back(std::move(*finding));
        }
        const crypto::Path found = path(leaf);
        for (const PathProblem& problem : found.problems)
            judge_problem(problem, found.chain);
        for (const Certificate& one : found.chain)
            judge_algorithms(one);
    }

    void judge_algorithms(const Certificate& one) {
        const std::string& digest = one.signature_digest();
        if (is_weak(digest) && !crypto::is_root(one))
            add_weak(fmt::format("{} was signed with {} by who issued it", called(one), digest), digest);
        if (const std::string key = unproven_key(one.public_key()); !key.empty())
            add_unproven(fmt::format("the key of {} is {}", called(one), key));
    }

    void judge_problem(const PathProblem& problem, const std::vector<Certificate>& chain) {
        if (chain.empty())
            return;
        const Certificate& about = chain.at(std::min(problem.depth, chain.size() - 1));
        const bool is_leaf = problem.depth == 0;
        switch (problem.kind) {
            case PathProblem::Kind::issuer_missing:
                judge_end_of_chain(chain);
                return;
            case PathProblem::Kind::untrusted_root:
                add(Severity::error, ErrorCode::untrusted_signer,
                    fmt::format("{} is not among {}", called(chain.back()), trust_.called),
                    "devices show Verified once that certificate is installed on them, or with a signer whose root "
                    "they have; --ca FILE says that they do");
                return;
            case PathProblem::Kind::expired:
                add(Severity::error, is_leaf ? ErrorCode::expired : ErrorCode::chain_certificate_expired,
                    fmt::format("{} ended on {}{}", called(about), to_rfc3339(about.not_after()), at_signing(about)),
                    is_leaf ? "sign the profile again with its successor: devices judge by today" : sign_again);
                return;
            case PathProblem::Kind::not_yet_valid:
                add(Severity::error, is_leaf ? ErrorCode::not_yet_valid : ErrorCode::chain_certificate_expired,
                    fmt::format("{} is not valid before {}", called(about), to_rfc3339(about.not_before())),
                    "look at this machine's clock");
                return;
            case PathProblem::Kind::bad_signature:
                add(Severity::error, ErrorCode::bad_certificate_signature,
                    fmt::format("{} is not signed by '{}', which it names as its issuer", called(about),
                                about.issuer().to_string()),
                    sign_again);
                return;
            case PathProblem::Kind::not_allowed:
                add(Severity::error, ErrorCode::untrusted_signer,
                    fmt::format("{} breaks a rule of certificates: {}", called(about), problem.reason), sign_again);
                return;
        }
    }

    /// The issuer of the last is not there. It is a root that is not believed, or a certificate that should be in the
    /// file: which of the two, --ca may tell.
    void judge_end_of_chain(const std::vector<Certificate>& chain) {
        const Certificate& last = chain.back();
        const auto lacking = std::find_if(trust_.others.begin(), trust_.others.end(),
                                          [&](const Certificate& other) { return last.issued_by(other); });
        if (lacking != trust_.others.end()) {
            add(Severity::error, ErrorCode::chain_incomplete,
                fmt::format("{}, which issued {}, is not in it", called(*lacking), called(last)),
                "sign again with --chain FILE, which adds that certificate: mdmctl profile sign --resign");
            return;
        }
        add(Severity::error, ErrorCode::untrusted_signer,
            fmt::format("the chain ends at {}: its issuer '{}' is not among {}, and not in it", called(last),
                        last.issuer().to_string(), trust_.called),
            "where that is no root of the devices themselves, sign again with --chain FILE, which adds it");
    }

    /// For who thinks that a signature counts from the day on which it was made.
    std::string at_signing(const Certificate& about) const {
        const auto time = signature_.signing_time;
        if (!time || *time > about.not_after())
            return "";
        return fmt::format("; it was valid when the profile was signed, {}", to_rfc3339(*time));
    }

    void judge_times(const Certificate& leaf) {
        const auto time = signature_.signing_time;
        if (signature_.has_broken_time)
            add(Severity::warning, ErrorCode::signing_time, "the time at which it was signed does not parse",
                sign_again);
        else if (!time)
            add(Severity::warning, ErrorCode::signing_time, "it does not say when it was signed", sign_again);
        else if (*time > now_)
            add(Severity::warning, ErrorCode::signing_time,
                fmt::format("it says that it was signed on {}, which is still to come", to_rfc3339(*time)),
                "look at this machine's clock, and at the one that it was signed on");
        else if (*time < leaf.not_before() || *time > leaf.not_after())
            add(Severity::warning, ErrorCode::signing_time,
                fmt::format("it says that it was signed on {}, when {} was not valid: from {} to {}", to_rfc3339(*time),
                            called(leaf), to_rfc3339(leaf.not_before()), to_rfc3339(leaf.not_after())),
                "look at the clock of the machine that it was signed on");
    }

    void judge_order(const Certificate& leaf) {
        const std::vector<Certificate>& all = message_.certificates();
        const std::vector<Certificate> chain = crypto::build_chain(leaf, all, now_);
        if (all.size() > chain.size())
            add(Severity::info, ErrorCode::chain_order,
                "there are certificates in it that are not of the chain; devices find their way");
        else if (!std::equal(all.begin(), all.end(), chain.begin()) && !is_in_order_of_der(all))
            add(Severity::info, ErrorCode::chain_order,
                "the certificates in it do not stand in the order of the chain; devices find their way");
    }

    const MessageSignature& signature_;
    const crypto::SignedMessage& message_;
    const Trust& trust_;
    Time now_;
    std::string_view where_;
    std::vector<Finding> findings_;
};

/// Data, as everything that profiles are signed with has it (RFC 5652, 4).
void judge_content_type(std::vector<Finding>& findings, const crypto::SignedMessage& message) {
    const std::string type = message.content_type();
    if (type != "1.2.840.113549.1.7.1")
        findings.push_back({Severity::warning, ErrorCode::unusual_form,
                            fmt::format("what is in it is said to be of the type {}, and not data "
                                        "(1.2.840.113549.1.7.1): devices may not read it",
                                        type),
                            std::string(sign_again), ""});
}

Finding finding_of(const Error& error) { return {Severity::error, error.code(), error.message(), error.hint(), ""}; }

/// What is inside, which a device reads whoever signed it.
std::optional<Finding> judge_content(const OpenedFile& file, std::string_view name) {
    if (file.signature && file.signature->is_detached())
        return Finding{Severity::error, ErrorCode::content_missing,
                       fmt::format("'{}' is a signature without what was signed", name),
                       "openssl cms -sign needs -nodetach; mdmctl profile sign makes it right", ""};
    if (file_form(file.profile) == FileForm::signed_cms)
        return Finding{Severity::error, ErrorCode::signed_twice,
                       fmt::format("in the signature of '{}' there is another one", name),
                       "mdmctl profile unwrap takes the outer one off", ""};
    try {
        read_profile(file.profile, name);
    } catch (const Error& e) {
        return finding_of(e);
    }
    return std::nullopt;
}

void judge_message(std::vector<Finding>& findings, const crypto::SignedMessage& message, std::size_t signatures) {
    if (signatures == 0)
        findings.push_back(
            {Severity::error, ErrorCode::signer_missing, "nobody has signed it", std::string(sign_again), ""});
    if (signatures > 1)
        findings.push_back({Severity::warning, ErrorCode::several_signers,
                            fmt::format("{} have signed it, and devices show one", signatures), std::string(sign_again),
                            ""});
    judge_content_type(findings, message);
    if (!message.is_der())
        findings.push_back({Severity::warning, ErrorCode::not_der,
                            "it is written in BER, which devices read and other programs may not",
                            std::string(sign_again), ""});
}

}  // namespace

std::string_view name(Shown shown) {
    constexpr std::array<std::string_view, 3> words{"verified", "unverified", "not_signed"};
    return words.at(static_cast<std::size_t>(shown));
}

Trust trust_in(const std::vector<Certificate>& authorities, std::string called) {
    std::vector<Certificate> roots;
    std::vector<Certificate> others;
    for (const Certificate& one : authorities)
        (one.is_self_issued() ? roots : others).push_back(one);
    return {crypto::TrustAnchors(roots), std::move(called), std::move(others)};
}

Trust trust_in_system() { return {crypto::TrustAnchors::of_system(), "the roots of this machine"}; }

Verification verify(std::string_view bytes, std::string_view name, const Trust& trust, Time now) {
    const OpenedFile file = open_file(bytes, name);
    Verification found;
    if (auto finding = judge_content(file, name))
        found.findings.push_back(std::move(*finding));
    if (!file.signature) {
        found.findings.push_back({Severity::error, ErrorCode::not_signed, fmt::format("'{}' is not signed", name),
                                  "mdmctl profile sign signs it", ""});
        return found;
    }
    std::vector<MessageSignature> signatures = file.signature->signatures();
    for (std::size_t i = 0; i < signatures.size(); ++i) {
        const std::string where = signatures.size() > 1 ? fmt::format("signature {}", i + 1) : "";
        const auto more = SignatureJudge{signatures[i], *file.signature, trust, now, where}.findings();
        found.findings.insert(found.findings.end(), more.begin(), more.end());
    }
    judge_message(found.findings, *file.signature, signatures.size());
    found.shown = first_error(found.findings) == nullptr ? Shown::verified : Shown::unverified;
    if (!signatures.empty()) {
        found.chain = SignatureJudge{signatures.front(), *file.signature, trust, now, ""}.chain();
        found.signature = std::move(signatures.front());
    }
    return found;
}

}  // namespace mdm::profile
