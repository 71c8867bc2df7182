// SPDX-License-Identifier: Apache-2.0
#include "sandbox/business_portal.hpp"

#include "catch.hpp"
#include "fakes/dep_rehearsal.hpp"
#include "fakes/errors.hpp"
#include "fakes/files.hpp"

#include <filesystem>

using namespace mdm;
using namespace mdm::sandbox;
using namespace mdm::fakes;
using std::chrono::days;

namespace {

std::string refusal(const std::string& bytes, Time now) {
    return code_of([&] { return read_uploaded_certificate(file_of(bytes, "dep.pem"), now); });
}

crypto::Certificate certificate(const crypto::PrivateKey& key, Time from, Time to) {
    return crypto::self_sign({.subject = subject({{"CN", "x"}}), .not_before = from, .not_after = to}, key);
}

}  // namespace

TEST_CASE("the first download makes organisation and service, the next ends the token before it") {
    const DepRehearsal rehearsal;
    const auto first = rehearsal.download();
    CHECK(first.organization.name == "Acme");
    CHECK(first.organization.type == OrganizationType::business);
    CHECK(first.service.uuid.find_first_not_of("0123456789ABCDEF") == std::string::npos);
    CHECK(first.service.uuid.size() == 32);
    CHECK(first.service.consumer.key.starts_with("CK_"));
    CHECK(first.token().access.key.starts_with("AT_"));
    CHECK(first.token().expiry == rehearsal.clock.now() + days{365});
    CHECK_FALSE(first.ended_another);

    const auto second = rehearsal.download();
    CHECK(second.ended_another);
    CHECK(second.service.uuid == first.service.uuid);
    CHECK(second.service.consumer.key == first.service.consumer.key);
    CHECK(second.token().access.key != first.token().access.key);
    REQUIRE(second.service.tokens.size() == 2);
    CHECK(second.service.tokens.front().end == PortalToken::End::superseded);
    CHECK(second.service.tokens.front().file.empty());
}

TEST_CASE("a token that did not arrive is given out again, for a day, to who asked for it") {
    DepRehearsal rehearsal;
    const auto lost = *rehearsal.portal().server_token(rehearsal.request());
    const auto again = *rehearsal.portal().server_token(rehearsal.request("other.p7m"));
    CHECK(again.is_repeated);
    CHECK(again.token().file == lost.token().file);

    // It arrived, and the portal was not told: what is in the file is given again, and nothing else.
    rehearsal.portal().mark_downloaded(again);
    auto same = rehearsal.request();
    same.download.there = lost.token().file;
    CHECK(rehearsal.portal().server_token(same)->is_repeated);
    CHECK_FALSE(rehearsal.portal().server_token(rehearsal.request())->is_repeated);

    auto other = rehearsal.request();
    other.apple_account = "jo@example.org";
    CHECK_FALSE(rehearsal.portal().server_token(other)->is_repeated);
    rehearsal.clock.t += days{2};
    CHECK_FALSE(rehearsal.portal().server_token(other)->is_repeated);
}

TEST_CASE("a file that is there is not written over, and then no token ends") {
    const DepRehearsal rehearsal;
    rehearsal.download();
    auto request = rehearsal.request();
    request.download.there = "something";
    CHECK(code_of([&] { return rehearsal.portal().server_token(request); }) == "output_exists");
    CHECK(rehearsal.portal().list(std::nullopt).front().service.tokens.size() == 1);
}

TEST_CASE("a portal that is looked at makes nothing, and has no folder") {
    const DepRehearsal rehearsal;
    CHECK(rehearsal.portal(Visit::look).server_token(rehearsal.request()) == std::nullopt);
    CHECK_FALSE(std::filesystem::exists(rehearsal.folder.path("portal")));
}

TEST_CASE("an organisation keeps its type, and a service needs a certificate once") {
    const DepRehearsal rehearsal;
    auto request = rehearsal.request();
    request.certificate.reset();
    CHECK(code_of([&] { return rehearsal.portal().server_token(request); }) == "bad_usage");
    rehearsal.download();
    CHECK(rehearsal.portal().server_token(request).has_value());
    request.type = OrganizationType::school;
    CHECK(code_of([&] { return rehearsal.portal().server_token(request); }) == "bad_usage");
    request.organization = "Example School";
    request.certificate = rehearsal.certificate();
    CHECK(rehearsal.portal().server_token(request)->organization.type == OrganizationType::school);
    request.server = " ";
    CHECK(code_of([&] { return rehearsal.portal().server_token(request); }) == "bad_name");
}

TEST_CASE("a changed password ends the tokens of that account, and a removed service all its own") {
    const DepRehearsal rehearsal;
    const auto before = rehearsal.download();
    CHECK(rehearsal.portal().change_password("jo@example.org").empty());
    CHECK(rehearsal.portal().change_password("admin@example.org").size() == 1);
    CHECK(rehearsal.portal().list("Acme").front().service.current_token() == nullptr);
    CHECK(rehearsal.portal().change_password("admin@example.org").empty());

    CHECK(code_of([&] { return rehearsal.portal().remove_server("Acme", "x"); }) == "no_such_server");
    CHECK(code_of([&] { return rehearsal.portal().remove_server("x", "MDM"); }) == "no_such_organization");
    rehearsal.portal().remove_server("Acme", "MDM");
    const auto anew = rehearsal.download();
    CHECK(anew.service.uuid != before.service.uuid);
    CHECK(anew.service.consumer.key != before.service.consumer.key);
    CHECK(anew.organization.id == before.organization.id);
}

TEST_CASE("what the portal takes is one certificate as PEM, RSA with 2048 bits, valid, without a private key") {
    const Time now = at("2026-06-01");
    const auto& key = rsa_key("dep");
    const auto good = certificate(key, now - days{1}, now + days{1});
    CHECK(refusal(good.to_pem(), now).empty());
    CHECK(refusal(good.der(), now) == "malformed_pem");
    CHECK(refusal("text", now) == "not_a_certificate");
    CHECK(refusal(good.to_pem() + good.to_pem(), now) == "several_certificates");
    CHECK(refusal(good.to_pem() + std::string(key.to_pem().reveal()), now) == "private_key_uploaded");
    CHECK(refusal(std::string(key.to_pem().reveal()), now) == "private_key_uploaded");
    CHECK(refusal(good.to_pem(), now + days{2}) == "expired");
    CHECK(refusal(good.to_pem(), now - days{4}) == "not_yet_valid");
    CHECK(refusal(certificate(crypto::PrivateKey::generate_rsa(1024), now, now).to_pem(), now) == "key_not_rsa_2048");
}

TEST_CASE("a memory that is no such JSON is called damaged") {
    const DepRehearsal rehearsal;
    rehearsal.download();
    const std::string text = GENERATE(R"({"organizations":[{}]})", "{",
                                      R"({"organizations":[{"name":"x","id":"1",)"
                                      R"("type":"club","terms_accepted":true,"services":[]}]})");
    rehearsal.folder.write("portal/business.json", text);
    CHECK(code_of([&] { return rehearsal.portal().list(std::nullopt); }) == "damaged_state");
}
