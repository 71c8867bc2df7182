// SPDX-License-Identifier: Apache-2.0
#include "sandbox/authority.hpp"

#include "apns/push_certificate.hpp"
#include "apns/vendor_chain.hpp"
#include "catch.hpp"
#include "fakes/certificates.hpp"
#include "fakes/errors.hpp"
#include "fakes/folder.hpp"

#include <filesystem>

using namespace mdm;
using namespace mdm::sandbox;
using namespace mdm::fakes;

namespace {

const Time june = at("2026-06-01T12:00:00Z");

}  // namespace

TEST_CASE("the pretend authorities are made once, and read from then on") {
    const Folder folder;
    const auto first = load_or_make_authorities(folder.path(), june);
    const auto again = load_or_make_authorities(folder.path(), june + std::chrono::days{400});
    CHECK(first.root.certificate == again.root.certificate);
    CHECK(first.developer_relations.certificate == again.developer_relations.certificate);
    CHECK(first.application_integration.certificate == again.application_integration.certificate);
    CHECK(first.root.key.public_key() == again.root.key.public_key());
}

TEST_CASE("who only looks leaves no authority behind") {
    const Folder folder;
    load_authorities(folder.path(), june);
    CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("an authority's file is nobody else's to read") {
    const Folder folder;
    load_or_make_authorities(folder.path(), june);
    for (const auto& file : std::filesystem::directory_iterator(folder.path()))
        CHECK((file.status().permissions() & std::filesystem::perms::all) ==
              (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
}

TEST_CASE("an authority that is missing is made below the root that is there") {
    const Folder folder;
    const auto first = load_or_make_authorities(folder.path(), june);
    std::filesystem::remove(folder.path("developer-relations.pem"));
    const auto again = load_or_make_authorities(folder.path(), june);
    CHECK(again.root.certificate == first.root.certificate);
    CHECK_FALSE(again.developer_relations.certificate == first.developer_relations.certificate);
    CHECK(again.developer_relations.certificate.issued_by(first.root.certificate));
}

TEST_CASE("an authority's damaged file is named, and not replaced") {
    const Folder folder;
    load_or_make_authorities(folder.path(), june);
    const auto [name, damaged] = GENERATE(table<std::string, std::string>({
        {"root.pem", "no PEM"},
        {"root.pem", "-----BEGIN CERTIFICATE-----\n"},
        {"developer-relations.pem", apple_root().certificate.to_pem()},
        {"application-integration.pem", std::string(rsa_key().to_pem().reveal())},
    }));
    CAPTURE(name, damaged);
    folder.write(name, damaged);
    CHECK(code_of([&] { return load_or_make_authorities(folder.path(), june); }) == "damaged_state");
    CHECK(folder.read(name) == damaged);
}

TEST_CASE("authorities outlast a rehearsal's moved clock") {
    const Folder folder;
    const auto apple = load_or_make_authorities(folder.path(), june);
    for (const auto& authority : {apple.root, apple.developer_relations, apple.application_integration}) {
        CHECK(authority.certificate.not_before() < june - std::chrono::days{4 * 365});
        CHECK(authority.certificate.not_after() > june + std::chrono::days{20 * 365});
        CHECK(authority.certificate.is_ca());
        CHECK(apns::is_sandbox(authority.certificate));
    }
}

TEST_CASE("a push certificate is what Apple would issue, and marked") {
    const Folder folder;
    const auto apple = load_or_make_authorities(folder.path(), june);
    const std::string uuid = "11111111-2222-4333-8444-555555555555";
    const auto issued = issue_push_certificate(apple, rsa_key().public_key(), uuid, june);
    CHECK(issued.subject().to_string() == "UID=com.apple.mgmt.External." + uuid + ", CN=APSP:" + uuid + ", C=US");
    CHECK(issued.public_key() == rsa_key().public_key());
    CHECK(issued.not_before() == june);
    CHECK(issued.not_after() - issued.not_before() == std::chrono::days{365});
    CHECK(issued.issued_by(apple.application_integration.certificate));
    CHECK_FALSE(issued.is_ca());
    CHECK(issued.extended_key_usages() == std::vector<std::string>{"1.3.6.1.5.5.7.3.2"});
    CHECK(issued.extension(apns::oid::production_push) == std::string("\x05\0", 2));
    CHECK(remarks(apns::push_certificate_findings(issued, "push.pem", june)) == Codes{"sandbox_certificate"});
}

TEST_CASE("no two certificates have the same serial, and none is negative or longer than Apple's") {
    const Folder folder;
    const auto apple = load_or_make_authorities(folder.path(), june);
    std::string last;
    for (int i = 0; i < 20; ++i) {
        const auto serial = issue_push_certificate(apple, rsa_key().public_key(), "a", june).serial();
        CHECK(serial != last);
        CHECK(serial.size() <= 16);
        last = serial;
    }
}

TEST_CASE("a vendor's certificate signs requests that the portal takes, for a year") {
    const Folder folder;
    const auto apple = load_or_make_authorities(folder.path(), june);
    const auto vendor = issue_vendor_certificate(apple, rsa_key("vendor").public_key(), "Acme", june);
    const std::vector<crypto::Certificate> chain{vendor, apple.developer_relations.certificate, apple.root.certificate};
    CHECK(vendor.subject().to_string() == "CN=MDM Vendor: Acme, O=mdmctl sandbox, C=US");
    CHECK(apns::chain_findings(chain, june).empty());
    CHECK(errors(apns::chain_findings(chain, june + std::chrono::days{365})).empty());
    CHECK(errors(apns::chain_findings(chain, june + std::chrono::days{365} + std::chrono::seconds{1})) ==
          Codes{"vendor_certificate_expired"});
}
