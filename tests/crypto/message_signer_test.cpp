// SPDX-License-Identifier: Apache-2.0
#include "crypto/message_signer.hpp"

#include "catch.hpp"
#include "crypto/contents.hpp"
#include "crypto/signed_message.hpp"
#include "fakes/errors.hpp"
#include "fakes/openssl_program.hpp"
#include "fakes/profile_signers.hpp"

#include <fmt/format.h>

using namespace mdm;
using namespace mdm::crypto;
using namespace mdm::fakes;

namespace {

const Time june = at("2026-06-01T08:30:00Z");

Contents read(const Workshop& shop, const std::string& file) {
    return read_contents(shop.read(file), file, [] { return std::optional<Secret>{}; }).value();
}

/// NAME.pem, signed by itself, with its key in NAME.key.
void make_signer(const Workshop& shop, const std::string& name, const std::string& algorithm) {
    shop.output_of(fmt::format("openssl req -x509 -newkey {} -nodes -keyout {}.key -out {}.pem -subj /CN={} -days 9",
                               algorithm, name, name, name));
}

}  // namespace

TEST_CASE("openssl verifies what is signed, and gives out the bytes that were") {
    const Workshop shop;
    const std::string algorithm =
        GENERATE("rsa:2048", "rsa:4096", "ec -pkeyopt ec_paramgen_curve:P-256", "ec -pkeyopt ec_paramgen_curve:P-384",
                 "ec -pkeyopt ec_paramgen_curve:P-521");
    const std::string content =
        GENERATE(as<std::string>{}, some_profile, std::string("\0\r\n\x80", 4), std::string(70'000, 'x'));
    make_signer(shop, "s", algorithm);
    const MessageSigner signer(read(shop, "s.pem").certificates, read(shop, "s.key").keys.front());
    const std::string message = signer.sign(content, june);
    CHECK(signer.made(message, content));
    shop.write("signed", message);
    CHECK(shop.run("openssl cms -verify -binary -inform DER -in signed -CAfile s.pem -purpose any -out content"));
    CHECK(shop.read("content") == content);
    CHECK(shop.output_of("openssl cms -cmsout -print -noout -inform DER -in signed").find("Jun  1 08:30:00 2026 GMT") !=
          std::string::npos);
    const SignedMessage back = SignedMessage::parse(message, "signed");
    CHECK(back.is_der());
    CHECK(back.content() == content);
}

TEST_CASE("certificates go along in the order of the chain, whatever the order that a set would have") {
    const SigningChain chain = signing_chain();
    const MessageSigner signer(chain.certificates(), chain.key);
    CHECK(SignedMessage::parse(signer.sign("x", june), "signed").certificates() == chain.certificates());
    const MessageSigner alone({chain.leaf}, chain.key);
    CHECK(SignedMessage::parse(alone.sign("x", june), "signed").certificates() == std::vector<Certificate>{chain.leaf});
}

TEST_CASE("the time of a signature is a UTCTime through 2049, then a GeneralizedTime") {
    const SigningChain chain = signing_chain();
    const MessageSigner signer({chain.leaf}, chain.key);
    const Time when = at(GENERATE("1970-01-01", "2049-12-31T23:59:59Z", "2050-01-01", "2150-06-01"));
    const auto signatures = SignedMessage::parse(signer.sign("x", when), "signed").signatures();
    REQUIRE(signatures.size() == 1);
    CHECK(signatures.front().signing_time == when);
    CHECK(signatures.front().state == MessageSignature::State::good);
    // The digits after the length tell a time from a random byte of the signature.
    const bool generalized = signer.sign("x", when).find("\x18\x0f" + std::string("2")) != std::string::npos;
    CHECK(generalized == (when >= at("2050-01-01")));
}

TEST_CASE("a message in which any byte was changed is not one that the signer made") {
    const SigningChain chain = signing_chain();
    const MessageSigner signer({chain.leaf, chain.intermediate}, chain.key);
    const std::string message = signer.sign(some_profile, june);
    int taken = 0;
    for (std::size_t i = 0; i < message.size(); ++i) {
        std::string changed = message;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        taken += signer.made(changed, some_profile) ? 1 : 0;
        taken += signer.made(message.substr(0, i), some_profile) ? 1 : 0;
    }
    CHECK(taken == 0);
    CHECK_FALSE(signer.made(message, some_profile + "\n"));
    CHECK_FALSE(signer.made(message + "\n", some_profile));
}

TEST_CASE("a key that is another certificate's, or of a kind that devices do not verify, does not sign") {
    const SigningChain chain = signing_chain();
    CHECK(code_of([&] { return MessageSigner({chain.leaf}, rsa_key("another")).sign("", june); }) == "key_mismatch");
    const Workshop shop;
    make_signer(shop, "s", GENERATE("ed25519", "rsa-pss"));
    CHECK(code_of([&] {
              return MessageSigner(read(shop, "s.pem").certificates, read(shop, "s.key").keys.front()).sign("", june);
          }) == "unsupported_algorithm");
}
