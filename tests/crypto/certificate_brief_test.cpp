// SPDX-License-Identifier: Apache-2.0
#include "crypto/certificate_brief.hpp"

#include "catch.hpp"
#include "crypto/pem.hpp"
#include "fakes/certificates.hpp"

#include <vector>

using namespace mdm;
using namespace mdm::crypto;
using namespace mdm::fakes;

TEST_CASE("what is read in short is what the whole certificate says") {
    const auto vendor = vendor_chain();
    for (const Certificate& one :
         {push_certificate(), push_certificate({.not_after = at("2051-03-04T05:06:07Z")}), vendor.leaf, vendor.root,
          root({.not_after = at("9999-12-31T23:59:59Z")}).certificate}) {
        const auto brief = certificate_brief(one.der());
        REQUIRE(brief.has_value());
        CHECK(brief->not_after == one.not_after());
        INFO(one.subject().to_string());
        CHECK(one.subject().to_string().find("CN=" + brief->common_name) != std::string::npos);
    }
}

TEST_CASE("a certificate that is cut anywhere, and one with bytes behind it, is none") {
    const std::string der = push_certificate().der();
    for (std::size_t n = 0; n < der.size(); ++n)
        REQUIRE_FALSE(certificate_brief(std::string_view(der).substr(0, n)).has_value());
    CHECK_FALSE(certificate_brief(der + "x").has_value());
    CHECK_FALSE(certificate_brief(csr().der()).has_value());
}

TEST_CASE("each block of a PEM text is read, and a broken one ends it") {
    const auto vendor = vendor_chain();
    std::vector<std::string> names;
    const auto take = [&](CertificateBrief brief) { names.push_back(brief.common_name); };
    const std::string two = "text\n" + vendor.leaf.to_pem() + "more\r\n" + vendor.root.to_pem();
    CHECK(each_certificate_brief(two, take));
    CHECK(names == std::vector<std::string>{"MDM Vendor: Example", "Apple Root CA"});
    CHECK_FALSE(each_certificate_brief(two.substr(0, two.size() - 40), take));
    CHECK_FALSE(each_certificate_brief(to_pem_block("CERTIFICATE", "nothing"), take));
    CHECK(each_certificate_brief("no certificate here", take));
}
