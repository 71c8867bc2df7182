// SPDX-License-Identifier: Apache-2.0
#include "apns/vendor_chain.hpp"

#include "catch.hpp"
#include "crypto/chain.hpp"
#include "fakes/certificates.hpp"
#include "fakes/errors.hpp"

#include <algorithm>

using namespace mdm;
using namespace mdm::apns;
using namespace mdm::fakes;
using crypto::build_chain;
using Chain = std::vector<crypto::Certificate>;

namespace {

const Time june = at("2026-06-01");

/// The warning that every chain of the tests has: its root is nobody's.
const Codes only_the_root{"root_not_apple"};

}  // namespace

TEST_CASE("the chain is found whatever the order of the pool, and strangers are left out") {
    const VendorChain vendor = vendor_chain();
    Chain pool{vendor.root, push_certificate(), apple_application_integration().certificate, vendor.leaf,
               vendor.intermediate};
    const Chain expected = vendor.certificates();
    for (int i = 0; i < 5; ++i) {
        CHECK(build_chain(vendor.leaf, pool, june) == expected);
        std::rotate(pool.begin(), pool.begin() + 1, pool.end());
    }
    CHECK(remarks(chain_findings(expected, june)) == only_the_root);
    CHECK(errors(chain_findings(expected, june)).empty());
}

TEST_CASE("of two generations of the intermediate, the one that is valid is taken") {
    const VendorChain vendor = vendor_chain();
    const VendorChain older = vendor_chain({.intermediate_not_after = at("2023-02-07")});
    const Chain pool{older.intermediate, vendor.intermediate, vendor.root};
    CHECK(build_chain(vendor.leaf, pool, june) == vendor.certificates());
    CHECK(errors(chain_findings(build_chain(vendor.leaf, {older.intermediate, vendor.root}, june), june)) ==
          Codes{"chain_certificate_expired"});
}

TEST_CASE("a certificate with the issuer's name and another key is not the issuer") {
    const VendorChain vendor = vendor_chain();
    const Authority impostor =
        root({.name = vendor.intermediate.subject().attributes, .key = "somebody who took the name"});
    CHECK(build_chain(vendor.leaf, {impostor.certificate, vendor.root}, june) == Chain{vendor.leaf});
}

TEST_CASE("a chain that does not reach its root is incomplete") {
    const VendorChain vendor = vendor_chain();
    CHECK(errors(chain_findings({vendor.leaf}, june)) == Codes{"chain_incomplete"});
    CHECK(errors(chain_findings({vendor.leaf, vendor.intermediate}, june)) == Codes{"chain_incomplete"});
    CHECK(errors(chain_findings({}, june)) == Codes{"chain_incomplete"});
}

TEST_CASE("a chain out of order names each broken link") {
    const VendorChain vendor = vendor_chain();
    CHECK(errors(chain_findings({vendor.leaf, vendor.root, vendor.intermediate}, june)) ==
          Codes{"chain_order", "chain_order", "chain_incomplete"});
    CHECK(errors(chain_findings({vendor.leaf, push_certificate(), vendor.root}, june)) ==
          Codes{"chain_order", "chain_order"});
}

TEST_CASE("who issued without being an authority is found out") {
    const VendorChain vendor = vendor_chain();
    const Authority leaf_as_issuer{vendor.leaf, vendor.key};
    const auto below = push_certificate({.issuer = &leaf_as_issuer});
    CHECK(errors(chain_findings({below, vendor.leaf, vendor.intermediate, vendor.root}, june)) ==
          Codes{"not_a_certificate", "chain_order"});
}

TEST_CASE("the dates of the vendor's certificate, to the second") {
    const Chain chain = vendor_chain().certificates();
    const auto codes = [&](std::string_view now) { return errors(chain_findings(chain, at(now))); };
    CHECK(codes("2027-01-01T00:00:00Z").empty());
    CHECK(codes("2027-01-01T00:00:01Z") == Codes{"vendor_certificate_expired"});
    CHECK(codes("2025-12-31T23:59:59Z") == Codes{"vendor_certificate_not_yet_valid"});
    CHECK(remarks(chain_findings(chain, at("2026-12-25T00:00:01Z"))).front() == "vendor_certificate_expiring");
    CHECK(remarks(chain_findings(chain, at("2026-12-25T00:00:00Z"))) == only_the_root);
}

TEST_CASE("a vendor's certificate without its mark is a warning") {
    const Chain chain = vendor_chain({.vendor_extension = false}).certificates();
    CHECK(remarks(chain_findings(chain, june)) == Codes{"no_vendor_extension", "root_not_apple"});
}

TEST_CASE("a certificate that signed itself is no vendor's, whatever root Apple has") {
    const auto root = apple_root().certificate;
    CHECK(errors(chain_findings({root}, june)) == Codes{"chain_incomplete"});
    CHECK(
        errors(chain_findings({vendor_chain().leaf, vendor_chain().intermediate, vendor_chain().root}, june)).empty());
}

TEST_CASE("what is said of a chain names its place") {
    const auto findings = chain_findings(vendor_chain().certificates(), at("2028-01-01"), "PushCertCertificateChain");
    CHECK(findings.front().where == "PushCertCertificateChain[0]");
}
