// SPDX-License-Identifier: Apache-2.0
#include "profile/signing.hpp"

#include "catch.hpp"
#include "fakes/errors.hpp"
#include "fakes/profile_signers.hpp"
#include "profile/opened_file.hpp"

using namespace mdm;
using namespace mdm::profile;
using namespace mdm::fakes;

namespace {

const Time june = at("2026-06-01");

crypto::MessageSigner signer() {
    const SigningChain chain = signing_chain();
    return {{chain.leaf, chain.intermediate}, chain.key};
}

std::string code_of_signing(const std::string& bytes, bool resign = false) {
    return code_of([&] { return sign_profile(bytes, "p", signer(), june, resign); });
}

std::string with(std::string text, std::string_view part, std::string_view other) {
    return text.replace(text.find(part), part.size(), other);
}

}  // namespace

TEST_CASE("a profile is signed as it is, byte for byte") {
    const std::string profile =
        GENERATE(as<std::string>{}, some_profile, "\xEF\xBB\xBF" + some_profile, "  \n" + some_profile.substr(40));
    const std::string made = sign_profile(profile, "p", signer(), june, false);
    CHECK(open_file(made, "p").profile == profile);
}

TEST_CASE("signing what is signed asks for --resign, which takes the old signature off") {
    const std::string once = sign_profile(some_profile, "p", signer(), june, false);
    CHECK(code_of_signing(once) == "already_signed");
    const std::string again = sign_profile(once, "p", signer(), at("2026-07-01"), true);
    CHECK(open_file(again, "p").profile == some_profile);
    CHECK(open_file(again, "p").signature->signatures().front().signing_time == at("2026-07-01"));
    CHECK(code_of_signing(signer().sign(once, june), true) == "signed_twice");
}

TEST_CASE("what was changed under a signature is not made good by another one") {
    const std::string once = sign_profile(some_profile, "p", signer(), june, false);
    CHECK(code_of_signing(with(once, "example.wifi", "example.evil"), true) == "digest_mismatch");
    std::string broken = once;
    broken.back() = static_cast<char>(broken.back() ^ 1);
    CHECK(code_of_signing(broken, true) == "bad_signature");
}

TEST_CASE("what is no profile is not signed") {
    CHECK(code_of_signing("PK\x03\x04") == "not_a_profile");
    CHECK(code_of_signing("<plist version=\"1.0\"><dict/></plist>") == "not_a_profile");
    CHECK(code_of_signing("<plist version=\"1.0\"><array/></plist>") == "not_a_profile");
    CHECK(code_of_signing(with(some_profile, "Configuration", "com.apple.mdm")) == "not_a_profile");
    CHECK(code_of_signing(some_profile.substr(0, 150)) == "malformed_plist");
    CHECK(code_of_signing("-----BEGIN PKCS7-----\n") == "signed_as_text");
    CHECK(code_of_signing("MIME-Version: 1.0\nContent-Type: multipart/signed") == "signed_as_text");
}
