// SPDX-License-Identifier: Apache-2.0
#include "crypto/trust.hpp"

#include "catch.hpp"
#include "fakes/profile_signers.hpp"

using namespace mdm;
using namespace mdm::crypto;
using namespace mdm::fakes;
using Kind = PathProblem::Kind;

namespace {

const Time june = at("2026-06-01");

std::vector<Kind> kinds(const Path& path) {
    std::vector<Kind> all;
    for (const PathProblem& problem : path.problems)
        all.push_back(problem.kind);
    return all;
}

}  // namespace

TEST_CASE("a chain in any order leads to its anchor, whatever the leaf is for") {
    const SigningChain chain = signing_chain({.purposes = {GENERATE("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.3")}});
    const TrustAnchors anchors({chain.root});
    const Path path = path_to_anchor(chain.leaf, {chain.root, chain.leaf, chain.intermediate}, anchors, june);
    CHECK(path.problems.empty());
    CHECK(path.chain == chain.certificates());
}

TEST_CASE("what a chain lacks, and a root that nobody trusts, are told apart") {
    const SigningChain chain = signing_chain();
    const TrustAnchors anchors({chain.root});
    const TrustAnchors others({apple_root().certificate});
    CHECK(kinds(path_to_anchor(chain.leaf, {}, anchors, june)) == std::vector{Kind::issuer_missing});
    CHECK(kinds(path_to_anchor(chain.leaf, {chain.intermediate}, others, june)) == std::vector{Kind::issuer_missing});
    CHECK(kinds(path_to_anchor(chain.leaf, {chain.intermediate, chain.root}, others, june)) ==
          std::vector{Kind::untrusted_root});
    CHECK(kinds(path_to_anchor(chain.root, {}, others, june)) == std::vector{Kind::untrusted_root});
    CHECK(path_to_anchor(chain.root, {}, anchors, june).problems.empty());
}

TEST_CASE("dates are judged at the time that is asked about, all along the chain") {
    const SigningChain chain = signing_chain({.intermediate_not_after = at("2026-08-01")});
    const TrustAnchors anchors({chain.root});
    const std::vector<Certificate> pool{chain.intermediate};
    CHECK(path_to_anchor(chain.leaf, pool, anchors, june).problems.empty());
    CHECK(kinds(path_to_anchor(chain.leaf, pool, anchors, at("2025-12-31"))) == std::vector{Kind::not_yet_valid});
    const Path between = path_to_anchor(chain.leaf, pool, anchors, at("2026-09-01"));
    REQUIRE(kinds(between) == std::vector{Kind::expired});
    CHECK(between.problems.front().depth == 1);
    CHECK(path_to_anchor(chain.leaf, pool, anchors, at("2027-02-01")).problems.size() == 2);
}

TEST_CASE("what is no authority has issued nothing") {
    const SigningChain chain = signing_chain();
    const CertificateDraft draft{.subject = subject({{"CN", "Below"}}),
                                 .not_before = at("2026-01-01"),
                                 .not_after = at("2027-01-01"),
                                 .extensions = {basic_constraints(false)}};
    const Certificate below = issue(draft, rsa_key("below").public_key(), chain.leaf, chain.key);
    const Path path = path_to_anchor(below, {chain.leaf, chain.intermediate}, TrustAnchors({chain.root}), june);
    REQUIRE_FALSE(path.problems.empty());
    CHECK(path.problems.front().kind == Kind::not_allowed);
}
