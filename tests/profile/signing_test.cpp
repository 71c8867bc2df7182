// SPDX-License-Identifier: Apache-2.0
#include "profile/signing.hpp"

#include "base/limits.hpp"
#include "catch.hpp"
#include "fakes/errors.hpp"
#include "fakes/profile_signers.hpp"
#include "profile/opened_file.hpp"
#include "profile_text.hpp"

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
    return code_of([&] { return sign_profile(bytes, "p", signer(), june, resign).bytes; });
}

std::string with(std::string text, std::string_view part, std::string_view other) {
    return text.replace(text.find(part), part.size(), other);
}

}  // namespace

TEST_CASE("a profile is signed as it is, byte for byte") {
    const std::string profile =
        GENERATE(as<std::string>{}, some_profile, "\xEF\xBB\xBF" + some_profile, "  \n" + some_profile.substr(40));
    const std::string made = sign_profile(profile, "p", signer(), june, false).bytes;
    CHECK(open_file(made, "p").profile == profile);
}

TEST_CASE("signing what is signed asks for --resign, which takes the old signature off") {
    const std::string once = sign_profile(some_profile, "p", signer(), june, false).bytes;
    CHECK(code_of_signing(once) == "already_signed");
    const std::string again = sign_profile(once, "p", signer(), at("2026-07-01"), true).bytes;
    CHECK(open_file(again, "p").profile == some_profile);
    CHECK(open_file(again, "p").signature->signatures().front().signing_time == at("2026-07-01"));
    CHECK(code_of_signing(signer().sign(once, june), true) == "signed_twice");
}

TEST_CASE("what was changed under a signature is not made good by another one") {
    const std::string once = sign_profile(some_profile, "p", signer(), june, false).bytes;
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

TEST_CASE("a profile that devices would refuse whoever signed it is signed with a warning") {
    const auto warnings = [](const std::string& head, const std::string& payloads) {
        return tests::codes(
            sign_profile(tests::as_xml({.head = head, .payloads = payloads}), "p", signer(), june, false).warnings);
    };
    const std::string passcode = "com.apple.mobiledevice.passwordpolicy";
    CHECK(warnings("", tests::payload(passcode, "<key>minLength</key><integer>-5</integer>")).empty());
    CHECK(warnings("<key>X</key><data>!!!!</data>", "") == fakes::Codes{"malformed_plist"});
    CHECK(warnings("<key>X</key><date>tomorrow</date>", "") == fakes::Codes{"malformed_plist"});
    CHECK(warnings("<key>X</key><true/><key>X</key><true/>", "") == fakes::Codes{"duplicate_key"});
    CHECK(warnings(
              "", "<dict><key>PayloadType</key><string>x</string><key>PayloadVersion</key><string>1</string></dict>") ==
          Codes{"missing_key", "missing_key", "wrong_type"});
    CHECK(warnings("", tests::payload(passcode) + tests::payload(passcode)) ==
          Codes{"duplicate_uuid", "duplicate_identifier"});
}

TEST_CASE("what would be too large with its signature is not signed") {
    const std::string text = tests::as_xml({.head = "<key>X</key><string></string>"});
    const std::size_t room = limits::profile_file - text.size() - 1;
    CHECK(code_of_signing(with(text, "<string></string>", "<string>" + std::string(room, 'a') + "</string>")) ==
          "too_large");
}
