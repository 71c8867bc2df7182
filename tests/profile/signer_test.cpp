// SPDX-License-Identifier: Apache-2.0
#include "profile/signer.hpp"

#include "catch.hpp"
#include "crypto/contents.hpp"
#include "fakes/errors.hpp"
#include "fakes/openssl_program.hpp"
#include "fakes/profile_signers.hpp"

using namespace mdm;
using namespace mdm::profile;
using namespace mdm::fakes;

namespace {

const Time june = at("2026-06-01");
SystemRoots roots(const std::vector<crypto::Certificate>& all) {
    return [all] { return crypto::TrustAnchors(all); };
}
const SystemRoots nobody = roots({});

Signer whole(const SigningOptions& o = {}) {
    const SigningChain chain = signing_chain(o);
    return {chain.certificates(), chain.key};
}

}  // namespace

TEST_CASE("the root stays out of a signature, but a signer that signed itself goes in") {
    const SigningChain chain = signing_chain();
    CHECK(Signer{chain.certificates(), chain.key}.embedded() == std::vector{chain.leaf, chain.intermediate});
    CHECK(Signer{{chain.leaf, chain.intermediate}, chain.key}.embedded() ==
          std::vector{chain.leaf, chain.intermediate});
    CHECK(Signer{{chain.root}, chain.key}.embedded() == std::vector{chain.root});
}

TEST_CASE("nothing stands against a valid signer with its whole chain, whatever its purposes are") {
    const std::string purpose = GENERATE("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.3", "1.3.6.1.5.5.7.3.4");
    CHECK(signer_findings(whole({.purposes = {purpose}}), nobody, june).empty());
    CHECK(signer_findings(whole({.purposes = {}}), nobody, june).empty());
    CHECK(signer_findings(whole({.usage = std::nullopt}), nobody, june).empty());
}

TEST_CASE("what devices would not take is refused before anything is signed") {
    const SigningChain chain = signing_chain();
    CHECK(errors(signer_findings({chain.certificates(), rsa_key("another")}, nobody, june)) == Codes{"key_mismatch"});
    CHECK(errors(signer_findings(whole(), nobody, at("2027-01-02"))) == Codes{"expired"});
    CHECK(errors(signer_findings(whole(), nobody, at("2025-12-31"))) == Codes{"not_yet_valid"});
    CHECK(errors(signer_findings(whole({.usage = crypto::KeyUsage::key_encipherment}), nobody, june)) ==
          Codes{"not_for_signing"});
}

TEST_CASE("a chain that is not whole warns, unless the machine knows the root") {
    const SigningChain chain = signing_chain();
    const Signer without_root{{chain.leaf, chain.intermediate}, chain.key};
    CHECK(codes(signer_findings(without_root, nobody, june)) == Codes{"chain_incomplete"});
    CHECK(signer_findings(without_root, roots({chain.root}), june).empty());
    CHECK(remarks(signer_findings({{chain.leaf}, chain.key}, roots({chain.root}), june)) == Codes{"chain_incomplete"});
}

TEST_CASE("a signer that signed itself, breaks a rule, or has a key that few know is said") {
    const SigningChain chain = signing_chain();
    CHECK(remarks(signer_findings({{chain.root}, rsa_key("profile root")}, nobody, june)) == Codes{"untrusted_signer"});
    const Workshop shop;
    shop.output_of(
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:secp256k1 -nodes -keyout s.key -out s.pem "
        "-subj /CN=s -days 9 -addext '1.2.3.4=critical,ASN1:NULL'");
    const auto held =
        crypto::read_contents(shop.read("s.pem") + shop.read("s.key"), "s.pem", [] { return std::optional<Secret>{}; });
    const crypto::Certificate& certificate = held->certificates.front();
    CHECK(remarks(signer_findings({{certificate}, held->keys.front()}, nobody, certificate.not_before())) ==
          Codes{"unsupported_algorithm", "expiring", "untrusted_signer", "untrusted_signer"});
}

TEST_CASE("an end that is near, an issuer that has ended and a weak digest above are said") {
    CHECK(remarks(signer_findings(whole(), nobody, at("2026-12-15"))) == Codes{"expiring"});
    CHECK(remarks(signer_findings(whole({.intermediate_not_after = at("2026-05-01")}), nobody, june)) ==
          Codes{"chain_certificate_expired"});
    CHECK(remarks(signer_findings(whole({.digest = crypto::Digest::sha1}), nobody, june)) == Codes{"weak_digest"});
}
