// SPDX-License-Identifier: Apache-2.0
// What lint says of the signature around a profile.
#include "catch.hpp"
#include "crypto/message_signer.hpp"
#include "fakes/openssl_program.hpp"
#include "fakes/profile_signers.hpp"
#include "profile_text.hpp"

#include <fmt/format.h>

using namespace mdm;
using namespace mdm::profile;
using namespace mdm::fakes;
using namespace mdm::tests;

namespace {

const std::string right = as_xml(
    {.payloads = payload("com.apple.webClip.managed",
                         "<key>URL</key><string>https://intranet.example</string><key>Label</key><string>I</string>")});

std::string signed_profile(const std::string& content) {
    const SigningChain chain = signing_chain();
    return crypto::MessageSigner({chain.leaf, chain.intermediate}, chain.key).sign(content, at("2026-06-01"));
}

/// "error signed_twice", a line for each finding.
Codes judged(const std::string& bytes, Time now = at("2026-07-01")) {
    static const PayloadRules rules({&built_in()}, {});
    SignatureJudge signatures([] { return trust_in({signing_chain().root}, "the roots in 'root.pem'"); });
    Codes said;
    for (const Finding& f : lint(bytes, "p", rules, now, &signatures).findings)
        said.push_back(fmt::format("{} {}", f.severity == Severity::error ? "error" : "warning", name(f.code)));
    return said;
}

/// What `openssl cms -sign` makes of a profile that is right.
std::string by_openssl(const std::string& options) {
    const Workshop shop;
    const SigningChain chain = signing_chain();
    shop.write("leaf.pem", chain.leaf.to_pem());
    shop.write("leaf.key", chain.key.to_pem().reveal());
    shop.write("profile", right);
    shop.output_of("openssl cms -sign -binary -signer leaf.pem -inkey leaf.key -in profile -out signed " + options);
    return shop.read("signed");
}

}  // namespace

TEST_CASE("a profile in a signature that holds, by who is trusted, has nothing against it") {
    CHECK(judged(signed_profile(right)) == Codes{});
}

TEST_CASE("a signature written as text is an error, PEM as well as S/MIME") {
    const std::string options = GENERATE("-nodetach -outform PEM", "-nodetach -outform SMIME", "-outform SMIME");
    CAPTURE(options);
    CHECK(judged(by_openssl(options)) == Codes{"error signed_as_text"});
}

TEST_CASE("a signature inside a signature is an error, however deep the profile is") {
    const std::string twice = signed_profile(signed_profile(right));
    CHECK(judged(twice) == Codes{"error signed_twice"});
    CHECK(judged(signed_profile(twice)) == Codes{"error signed_twice"});
}

TEST_CASE("a signature that stands alone is an error: its profile is in another file") {
    CHECK(judged(by_openssl("-outform DER")) == Codes{"error content_missing"});
}

TEST_CASE("a signature that does not hold is an error, and what is in it is judged all the same") {
    std::string changed = signed_profile(right);
    changed.replace(changed.find("intranet"), 8, "internet");
    CHECK(judged(changed) == Codes{"error digest_mismatch"});
    std::string broken = signed_profile(right);
    broken.back() = static_cast<char>(broken.back() ^ 1);
    CHECK(judged(broken) == Codes{"error bad_signature"});
    CHECK(judged(by_openssl("-nodetach -nocerts -outform DER")) == Codes{"error signer_missing"});
}

TEST_CASE("a signer that another day or another device may judge otherwise is a warning") {
    CHECK(judged(signed_profile(right), at("2027-06-01")) == Codes{"warning expired"});
    CHECK(judged(by_openssl("-nodetach -outform DER")) == Codes{"warning untrusted_signer", "warning signing_time"});
}

TEST_CASE("what trust is, is asked at the first signature and once") {
    const PayloadRules rules({&built_in()}, {});
    int asked = 0;
    SignatureJudge signatures([&asked] {
        ++asked;
        return trust_in({signing_chain().root}, "the roots in 'root.pem'");
    });
    static_cast<void>(lint(right, "p", rules, at("2026-07-01"), &signatures));
    CHECK(asked == 0);
    for (int i = 0; i < 3; ++i)
        static_cast<void>(lint(signed_profile(right), "p", rules, at("2026-07-01"), &signatures));
    CHECK(asked == 1);
}
