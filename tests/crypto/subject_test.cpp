// SPDX-License-Identifier: Apache-2.0
#include "crypto/subject.hpp"

#include "catch.hpp"
#include "fakes/certificates.hpp"

using namespace mdm;
using namespace mdm::crypto;
using namespace mdm::fakes;

TEST_CASE("the subject that is read alone is the one of the whole") {
    for (const Certificate& c : {push_certificate(), root().certificate, vendor_chain().leaf})
        CHECK(subject_of_pem(c.to_pem()).value().to_string() == c.subject().to_string());
    CHECK(subject_of_pem(csr().to_pem()).value().to_string() == csr().subject().to_string());
    CHECK(subject_of_pem(to_pem(vendor_chain().certificates()))->to_string() ==
          vendor_chain().leaf.subject().to_string());
}

TEST_CASE("what has no subject has none") {
    const std::string pem = push_certificate().to_pem();
    CHECK_FALSE(subject_of_pem(""));
    CHECK_FALSE(subject_of_pem("hello"));
    CHECK_FALSE(subject_of_pem(pem.substr(0, pem.size() / 2)));
    CHECK_FALSE(subject_of_pem("-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n"));
    CHECK_FALSE(subject_of_pem("-----BEGIN CERTIFICATE-----\n!!\n-----END CERTIFICATE-----\n"));
    CHECK_FALSE(subject_of_pem(rsa_key().public_key().sha256()));
}
