// SPDX-License-Identifier: Apache-2.0
#include "crypto/signed_message.hpp"

#include "catch.hpp"
#include "fakes/errors.hpp"
#include "fakes/openssl_program.hpp"
#include "fakes/profile_signers.hpp"

#include <fmt/format.h>

using namespace mdm;
using namespace mdm::crypto;
using namespace mdm::fakes;
using State = MessageSignature::State;

namespace {

/// leaf.pem with leaf.key, ca.pem above it, a second signer other.pem with other.key, and the profile.
class Signers {
public:
    Signers() {
        const SigningChain chain = signing_chain();
        const SigningChain second = signing_chain({.key = "second signer"});
        shop.write("leaf.pem", chain.leaf.to_pem());
        shop.write("leaf.key", chain.key.to_pem().reveal());
        shop.write("ca.pem", chain.intermediate.to_pem());
        shop.write("other.pem", second.leaf.to_pem());
        shop.write("other.key", second.key.to_pem().reveal());
        shop.write("profile", some_profile);
    }

    /// What `openssl cms -sign` makes of the profile with these options.
    std::string signed_with(const std::string& options, const std::string& form = "DER") const {
        shop.output_of(
            fmt::format("openssl cms -sign -binary -signer leaf.pem -inkey leaf.key -in profile -outform {} "
                        "-out signed {}",
                        form, options));
        return shop.read("signed");
    }

    Workshop shop;
};

std::vector<State> states(const SignedMessage& message) {
    std::vector<State> all;
    for (const MessageSignature& signature : message.signatures())
        all.push_back(signature.state);
    return all;
}

const std::vector<State> good{State::good};

}  // namespace

TEST_CASE("what openssl signs is good, in DER and BER, with and without attributes, by issuer and by key") {
    const Signers signers;
    const std::string options =
        GENERATE("", "-noattr", "-nosmimecap", "-keyid", "-md sha384", "-md sha512", "-md sha1", "-md md5",
                 "-keyopt rsa_padding_mode:pss", "-noattr -keyopt rsa_padding_mode:pss", "-certfile ca.pem");
    const bool is_pss = options.find("pss") != std::string::npos;  // which openssl cannot write as a stream
    const std::string stream = is_pss ? "" : GENERATE("", " -stream -indef");
    const SignedMessage message = SignedMessage::parse(signers.signed_with("-nodetach " + options + stream), "signed");
    CHECK(states(message) == good);
    CHECK(message.content() == some_profile);
    CHECK(message.is_der() == stream.empty());
    CHECK_FALSE(message.is_detached());
    CHECK(message.signatures().front().certificate->to_pem() == signers.shop.read("leaf.pem"));
}

TEST_CASE("what is missing or unknown of a signature is told apart from a signature that is wrong") {
    const Signers signers;
    const auto detached = SignedMessage::parse(signers.signed_with(""), "signed");
    CHECK(detached.is_detached());
    CHECK(detached.content().empty());
    CHECK(states(detached) == std::vector{State::content_missing});
    const auto nameless = SignedMessage::parse(signers.signed_with("-nodetach -nocerts"), "signed");
    CHECK(states(nameless) == std::vector{State::signer_missing});
    CHECK(nameless.signatures().front().issuer == "CN=Example Issuing CA");
    const auto two =
        SignedMessage::parse(signers.signed_with("-nodetach -signer other.pem -inkey other.key"), "signed");
    CHECK(states(two) == std::vector{State::good, State::good});
    CHECK(SignedMessage::parse(signers.signed_with("-nodetach -md sha1"), "signed").signatures().front().digest ==
          "SHA1");
}

TEST_CASE("content that was changed, and a signature that was, are seen") {
    const Signers signers;
    const bool has_attributes = GENERATE(true, false);
    std::string message = signers.signed_with(has_attributes ? "-nodetach" : "-nodetach -noattr");
    const std::size_t at = message.find("com.example.wifi");
    REQUIRE(at != std::string::npos);
    std::string changed = message;
    changed[at] = 'C';
    CHECK(states(SignedMessage::parse(changed, "signed")) ==
          std::vector{has_attributes ? State::digest_mismatch : State::bad});
    message.back() = static_cast<char>(message.back() ^ 1);
    CHECK(states(SignedMessage::parse(message, "signed")) == std::vector{State::bad});
}

TEST_CASE("a message that was cut at any byte, or goes on, does not parse") {
    const Signers signers;
    const std::string message = signers.signed_with(GENERATE("-nodetach", "-nodetach -stream -indef"));
    int parsed = 0;
    for (std::size_t size = 0; size < message.size(); ++size)
        parsed += code_of([&] { return SignedMessage::parse(message.substr(0, size), "signed"); }).empty() ? 1 : 0;
    CHECK(parsed == 0);
    CHECK(code_of([&] { return SignedMessage::parse(message + "\n", "signed"); }) == "trailing_data");
}

TEST_CASE("CMS of another kind is no signature") {
    const Signers signers;
    signers.shop.output_of("openssl cms -encrypt -binary -in profile -outform DER -out encrypted leaf.pem");
    CHECK(code_of([&] { return SignedMessage::parse(signers.shop.read("encrypted"), "e"); }) == "not_signed");
    CHECK(code_of([] { return SignedMessage::parse("", "e"); }) == "malformed_der");
}
