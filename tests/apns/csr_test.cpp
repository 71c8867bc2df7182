// SPDX-License-Identifier: Apache-2.0
#include "apns/csr.hpp"

#include "catch.hpp"
#include "fakes/certificates.hpp"
#include "fakes/errors.hpp"
#include "fakes/openssl_program.hpp"

using namespace mdm;
using namespace mdm::apns;
using namespace mdm::fakes;

namespace {

/// A CSR that the openssl program makes.
crypto::CertificateRequest made_by_openssl(const std::string& options) {
    const Workshop shop;
    return crypto::CertificateRequest::from_der(
        shop.output_of("openssl req -new -nodes -keyout key -outform DER " + options));
}

}  // namespace

TEST_CASE("a CSR with an RSA key of 2048 bits and a name has nothing against it") {
    CHECK(csr_findings(fakes::csr(), "push.csr").empty());
}

TEST_CASE("the subject of a CSR is free") {
    for (const char* subject : {"/CN=a", "/O=Acme/emailAddress=a@example.org", "/C=fr/CN=", "/UID=anything"}) {
        CAPTURE(subject);
        CHECK(csr_findings(made_by_openssl("-newkey rsa:2048 -subj " + std::string(subject)), "push.csr").empty());
    }
}

TEST_CASE("what Apple does not take as a key is an error, and the command that makes a right one is shown") {
    const auto [key, shown] = GENERATE(table<std::string, std::string>({
        {"rsa:1024", "RSA with 1024 bits"},
        {"rsa:4096", "RSA with 4096 bits"},
        {"ec -pkeyopt ec_paramgen_curve:P-256", "EC with 256 bits"},
        {"ed25519", "ED25519 with"},
    }));
    CAPTURE(key);
    const auto findings = csr_findings(made_by_openssl("-subj /CN=a -newkey " + key), "push.csr");
    REQUIRE(errors(findings) == Codes{"key_not_rsa_2048"});
    CHECK_THAT(findings.front().message, Catch::Contains(shown));
    CHECK_THAT(findings.front().hint, Catch::Contains("rsa:2048"));
}

TEST_CASE("a CSR that was changed after it was made is found out by its own signature") {
    std::string der = fakes::csr().der();
    const auto name = der.find("mdm-push");
    REQUIRE(name != std::string::npos);
    der[name] = 'M';
    CHECK(errors(csr_findings(crypto::CertificateRequest::from_der(der), "push.csr")) == Codes{"bad_self_signature"});
}

TEST_CASE("an old digest and an empty subject are warnings") {
    CHECK(remarks(csr_findings(made_by_openssl("-newkey rsa:2048 -subj /CN=a -sha1"), "push.csr")) ==
          Codes{"weak_digest"});
    CHECK(remarks(csr_findings(made_by_openssl("-newkey rsa:2048 -subj /"), "push.csr")) == Codes{"empty_subject"});
}

TEST_CASE("every fault of a CSR is named at once, at its place") {
    const auto findings =
        csr_findings(made_by_openssl("-newkey rsa:1024 -sha1 -subj /"), "push.csr", "PushCertRequestCSR");
    CHECK(codes(findings) == Codes{"key_not_rsa_2048", "weak_digest", "empty_subject"});
    for (const Finding& finding : findings)
        CHECK(finding.where == "PushCertRequestCSR");
}
