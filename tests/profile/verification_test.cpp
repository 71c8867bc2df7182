// SPDX-License-Identifier: Apache-2.0
#include "profile/verification.hpp"

#include "catch.hpp"
#include "crypto/contents.hpp"
#include "crypto/message_signer.hpp"
#include "fakes/errors.hpp"
#include "fakes/openssl_program.hpp"
#include "fakes/profile_signers.hpp"
#include "profile/opened_file.hpp"

#include <algorithm>
#include <fmt/format.h>

using namespace mdm;
using namespace mdm::profile;
using namespace mdm::fakes;

namespace {

const Time june = at("2026-06-01");
const Time july = at("2026-07-01");

std::string signed_by(const SigningChain& chain, const std::string& content = some_profile, Time when = june) {
    return crypto::MessageSigner({chain.leaf, chain.intermediate}, chain.key).sign(content, when);
}

Trust trusting(const SigningChain& chain) { return trust_in({chain.root}, "the roots in 'root.pem'"); }

Verification judged(const std::string& bytes, Time now = july) {
    return verify(bytes, "p", trusting(signing_chain()), now);
}

/// What `openssl cms -sign` makes of the profile, by the usual signer.
class OpenSsl {
public:
    OpenSsl() {
        const SigningChain chain = signing_chain();
        const SigningChain second = signing_chain({.key = "second signer"});
        shop.write("leaf.pem", chain.leaf.to_pem());
        shop.write("leaf.key", chain.key.to_pem().reveal());
        shop.write("ca.pem", chain.intermediate.to_pem());
        shop.write("all.pem", chain.root.to_pem() + chain.intermediate.to_pem() + second.leaf.to_pem());
        shop.write("other.pem", second.leaf.to_pem());
        shop.write("other.key", second.key.to_pem().reveal());
        shop.write("profile", some_profile);
    }

    std::string sign(const std::string& options, const std::string& file = "profile") const {
        shop.output_of(
            fmt::format("openssl cms -sign -binary -signer leaf.pem -inkey leaf.key -in {} -outform DER "
                        "-out signed {}",
                        file, options));
        return shop.read("signed");
    }

    Workshop shop;
};

/// Between the days of the fakes, which openssl signs at the day of the test: it looks at no date then.
Codes without_time(Codes all) {
    std::erase(all, "signing_time");
    return all;
}

}  // namespace

TEST_CASE("a profile by a signer whose chain is trusted is shown as verified, whatever its purposes are") {
    const SigningChain chain = signing_chain({.purposes = {GENERATE("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.3")}});
    const Verification found = verify(signed_by(chain), "p", trusting(chain), july);
    CHECK(found.shown == Shown::verified);
    CHECK(found.findings.empty());
    CHECK(found.chain == chain.certificates());
    CHECK(found.signature->certificate == chain.leaf);
    CHECK(found.signature->signing_time == june);
}

TEST_CASE("a profile without a signature is shown as not signed, and what is none is no profile") {
    CHECK(judged(some_profile).shown == Shown::not_signed);
    CHECK(errors(judged(some_profile).findings) == Codes{"not_signed"});
    CHECK(errors(judged("<plist version=\"1.0\"><dict/></plist>").findings) == Codes{"not_a_profile", "not_signed"});
    CHECK(code_of([] { return judged("PK\x03\x04"); }) == "not_a_profile");
    CHECK(code_of([] { return judged("-----BEGIN CMS-----\n"); }) == "signed_as_text");
}

TEST_CASE("who is not trusted is told from a chain that is not whole") {
    const SigningChain chain = signing_chain();
    const std::string leaf_alone = crypto::MessageSigner({chain.leaf}, chain.key).sign(some_profile, june);
    CHECK(errors(verify(signed_by(chain), "p", trust_in({apple_root().certificate}, "others"), july).findings) ==
          Codes{"untrusted_signer"});
    CHECK(errors(judged(leaf_alone).findings) == Codes{"untrusted_signer"});
    // Of a file of authorities only what signed itself is believed; the others tell what is missing.
    const Trust with_intermediate = trust_in({chain.intermediate, chain.root}, "the roots in 'all.pem'");
    const auto lacking = verify(leaf_alone, "p", with_intermediate, july);
    CHECK(lacking.shown == Shown::unverified);
    CHECK(errors(lacking.findings) == Codes{"chain_incomplete"});
    CHECK(verify(signed_by(chain), "p", with_intermediate, july).shown == Shown::verified);
}

TEST_CASE("devices judge by today's date, and the day of the signature is told beside it") {
    const SigningChain chain = signing_chain();
    const auto over = verify(signed_by(chain), "p", trusting(chain), at("2027-02-01"));
    CHECK(over.shown == Shown::unverified);
    REQUIRE(errors(over.findings) == Codes{"expired"});
    CHECK(over.findings.front().message.find("it was valid when the profile was signed, 2026-06-01") !=
          std::string::npos);
    CHECK(errors(judged(signed_by(chain), at("2025-12-01")).findings) == Codes{"not_yet_valid"});
    CHECK(remarks(judged(signed_by(chain, some_profile, at("2025-06-01"))).findings) == Codes{"signing_time"});
    CHECK(remarks(judged(signed_by(chain, some_profile, at("2026-08-01"))).findings) == Codes{"signing_time"});
    const SigningChain ended = signing_chain({.intermediate_not_after = at("2026-06-15")});
    CHECK(errors(judged(signed_by(ended)).findings) == Codes{"chain_certificate_expired"});
}

TEST_CASE("a certificate that may not sign, or was signed with SHA-1, is said") {
    CHECK(errors(judged(signed_by(signing_chain({.usage = crypto::KeyUsage::key_encipherment}))).findings) ==
          Codes{"not_for_signing"});
    const auto weak = judged(signed_by(signing_chain({.digest = crypto::Digest::sha1})));
    CHECK(weak.shown == Shown::verified);
    CHECK(remarks(weak.findings) == Codes{"weak_digest"});
}

TEST_CASE("where a byte was changed, nothing is verified but the same profile by the same signer") {
    const SigningChain chain = signing_chain();
    const std::string message = signed_by(chain);
    int verified = 0;
    for (std::size_t i = 0; i < message.size(); i += 3) {
        std::string changed = message;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        try {
            const Verification found = verify(changed, "p", trusting(chain), july);
            if (found.shown != Shown::verified)
                continue;
            ++verified;
            CHECK(open_file(changed, "p").profile == some_profile);
            CHECK(found.signature->certificate == chain.leaf);
        } catch (const Error&) {
        }
    }
    CHECK(verified < 10);  // versions and the names of algorithms stand outside of what is signed
}

TEST_CASE("a profile that was cut at any byte is refused as broken") {
    const std::string message = signed_by(signing_chain());
    int judged_all_the_same = 0;
    for (std::size_t size = 1; size < message.size(); size += 3)
        judged_all_the_same += code_of([&] { return judged(message.substr(0, size)); }).empty() ? 1 : 0;
    CHECK(judged_all_the_same == 0);
}

TEST_CASE("signatures by openssl are judged right, whatever their form") {
    const OpenSsl openssl;
    struct Form {
        std::string options;
        Codes errors;
        Codes remarks;
    };
    const Form form = GENERATE(
        Form{"-nodetach -certfile ca.pem", {}, {}}, Form{"-nodetach -certfile ca.pem -md sha512", {}, {}},
        Form{"-nodetach -certfile ca.pem -keyid", {}, {}}, Form{"-nodetach -certfile ca.pem -nosmimecap", {}, {}},
        Form{"-nodetach -certfile ca.pem -keyopt rsa_padding_mode:pss", {}, {"unsupported_algorithm"}},
        Form{"-nodetach -certfile ca.pem -md sha384", {}, {}},
        Form{"-nodetach -certfile ca.pem -md sha3-256", {}, {"unsupported_algorithm"}},
        Form{"-nodetach -certfile ca.pem -md md5", {"unsupported_algorithm"}, {}},
        Form{"-nodetach -certfile ca.pem -econtent_type 1.2.3.4", {}, {"unusual_form"}},
        Form{"-nodetach -certfile ca.pem -md sha1", {}, {"weak_digest"}},
        Form{"-nodetach -certfile ca.pem -md sha1 -noattr", {}, {"weak_digest"}},
        Form{"-nodetach -certfile ca.pem -md sha512 -noattr -stream -indef", {}, {"not_der"}},
        Form{"-nodetach -certfile ca.pem -stream -indef", {}, {"not_der"}},
        Form{"-nodetach -certfile all.pem -stream -indef", {}, {"not_der"}},
        Form{"-nodetach -certfile all.pem", {}, {}}, Form{"-nodetach -certfile ca.pem -noattr", {}, {}},
        Form{"-nodetach", {"untrusted_signer"}, {}}, Form{"-nodetach -nocerts", {"signer_missing"}, {}},
        Form{"-certfile ca.pem", {"content_missing"}, {}},
        Form{"-nodetach -nocerts -stream -indef", {"signer_missing"}, {"not_der"}},
        Form{"-nodetach -certfile ca.pem -signer other.pem -inkey other.key", {}, {"several_signers"}},
        Form{"-nodetach -certfile ca.pem -stream -indef -signer other.pem -inkey other.key",
             {},
             {"several_signers", "not_der"}});
    CAPTURE(form.options);
    const Verification found = judged(openssl.sign(form.options));
    CHECK(errors(found.findings) == form.errors);
    Codes said = without_time(remarks(found.findings));
    std::erase(said, "chain_order");  // where there are certificates of others
    CHECK(said == form.remarks);
    CHECK(found.shown == (form.errors.empty() ? Shown::verified : Shown::unverified));
}

TEST_CASE("signatures by openssl with EC keys hold, whatever the curve and the digest are") {
    const Workshop shop;
    const std::string curve = GENERATE("P-256", "P-384", "P-521");
    const std::string digest = GENERATE("sha1", "sha256", "sha512");
    const std::string form = GENERATE("", "-noattr", "-stream -indef");
    CAPTURE(curve, digest, form);
    shop.write("profile", some_profile);
    shop.output_of("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:" + curve +
                   " -nodes -keyout s.key -out s.pem -subj /CN=s -days 9");
    shop.output_of(
        fmt::format("openssl cms -sign -binary -nodetach -md {} -signer s.pem -inkey s.key -in profile "
                    "-outform DER -out signed {}",
                    digest, form));
    const auto signer = crypto::read_contents(shop.read("s.pem"), "s.pem", [] { return std::optional<Secret>{}; });
    const crypto::Certificate& certificate = signer->certificates.front();
    const Verification found =
        verify(shop.read("signed"), "p", trust_in({certificate}, "the roots in 's.pem'"), certificate.not_before());
    CHECK(found.shown == Shown::verified);
    CHECK(errors(found.findings) == Codes{});
    CHECK(found.signature->certificate == certificate);
}

TEST_CASE("keys that devices are not known to verify with are said") {
    const Workshop shop;
    const std::string key =
        GENERATE("rsa:1024", "ec -pkeyopt ec_paramgen_curve:secp256k1", "ec -pkeyopt ec_paramgen_curve:P-224",
                 "ec -pkeyopt ec_paramgen_curve:brainpoolP256r1");
    CAPTURE(key);
    shop.write("profile", some_profile);
    shop.output_of("openssl req -x509 -newkey " + key + " -nodes -keyout s.key -out s.pem -subj /CN=s -days 9");
    shop.output_of(
        "openssl cms -sign -binary -nodetach -signer s.pem -inkey s.key -in profile -outform DER -out signed");
    const auto signer = crypto::read_contents(shop.read("s.pem"), "s.pem", [] { return std::optional<Secret>{}; });
    const crypto::Certificate& certificate = signer->certificates.front();
    const Verification found =
        verify(shop.read("signed"), "p", trust_in({certificate}, "the roots in 's.pem'"), certificate.not_before());
    CHECK(without_time(codes(found.findings)) == Codes{"unsupported_algorithm"});
}

TEST_CASE("what DER sorts is in order; other certificates among those of the chain are told") {
    const OpenSsl openssl;
    CHECK(without_time(codes(judged(openssl.sign("-nodetach -certfile ca.pem")).findings)) == Codes{});
    CHECK(without_time(codes(judged(openssl.sign("-nodetach -certfile all.pem")).findings)) == Codes{"chain_order"});
}

TEST_CASE("a signature over content of another type, a time that is none and a cut message are called so") {
    const std::string data_type = "\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x07\x01";
    std::string other_type = signed_by(signing_chain());
    other_type[other_type.find(data_type) + data_type.size() - 1] = '\x05';
    const Verification found = judged(other_type);
    REQUIRE(errors(found.findings) == Codes{"bad_signature"});
    CHECK(found.findings.front().message ==
          "'Example Signing' signed content of another type than is in it, 1.2.840.113549.1.7.5");

    std::string no_time = signed_by(signing_chain());
    no_time.replace(no_time.find("260601000000Z"), 4, "2699");
    CHECK(judged(no_time).findings.back().message == "the time at which it was signed does not parse");

    const std::string whole = signed_by(signing_chain());
    CHECK(message_of([&] { return judged(whole.substr(0, whole.size() - 9)); }) ==
          "the signature of 'p' is cut: its end is not in the file");
}

TEST_CASE("certificates may go along in any order; one that is not the chain's is told") {
    const SigningChain chain = signing_chain();
    const std::string in_order = crypto::MessageSigner(chain.certificates(), chain.key).sign(some_profile, june);
    std::vector<std::string> ders;
    for (const crypto::Certificate& certificate : chain.certificates())
        ders.push_back(certificate.der());
    const std::size_t at = in_order.find(ders[0] + ders[1] + ders[2]);
    REQUIRE(at != std::string::npos);
    std::vector<std::size_t> order{0, 1, 2};
    do {
        CAPTURE(order);
        std::string message = in_order;
        std::string certificates;
        for (const std::size_t i : order)
            certificates += ders[i];
        // As DER sorts a set, which is no fault.
        const bool is_sorted = ders[order[0]] < ders[order[1]] && ders[order[1]] < ders[order[2]];
        message.replace(at, certificates.size(), certificates);
        const Verification found = verify(message, "p", trusting(chain), july);
        CHECK(found.shown == Shown::verified);
        CHECK(found.chain == chain.certificates());
        const bool is_said = order != std::vector<std::size_t>{0, 1, 2} && !is_sorted;
        CHECK(codes(found.findings) == (is_said ? Codes{"chain_order"} : Codes{}));
    } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("a signature that does not say when it was made is warned of") {
    const OpenSsl openssl;
    CHECK(remarks(judged(openssl.sign("-nodetach -noattr -certfile ca.pem")).findings).front() == "signing_time");
}

TEST_CASE("what is signed must be a profile, and signed once") {
    const SigningChain chain = signing_chain();
    CHECK(errors(judged(signed_by(chain, signed_by(chain))).findings) == Codes{"signed_twice"});
    CHECK(errors(judged(signed_by(chain, "just text")).findings) == Codes{"not_a_profile"});
    CHECK(errors(judged(signed_by(chain, "<plist version=\"1.0\"><dict/></plist>")).findings) ==
          Codes{"not_a_profile"});
}
