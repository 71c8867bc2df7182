// SPDX-License-Identifier: Apache-2.0
#include "dep/account.hpp"

#include "base/limits.hpp"
#include "catch.hpp"
#include "fakes/errors.hpp"

#include <fmt/format.h>

namespace {

using namespace mdm;
using namespace mdm::dep;

constexpr std::string_view full = R"({"server_name":"Prod","server_uuid":"9D0C0123456789ABCDEF0123456789AB",
 "admin_id":"dep-admin@appleid.example.com","facilitator_id":"dep-admin@appleid.example.com","org_name":"Example Ltd",
 "org_email":"it@example.com","org_phone":"+44 1234","org_address":"1 Street\nTown","org_id":"1234567",
 "org_id_hash":"0123","org_type":"org","org_version":"v2","some_day":{"more":[1]},
 "urls":[{"uri":"/server/devices","http_method":["POST"],"limit":{"default":100,"maximum":1000}},
         {"uri":"/session","http_method":["GET"]},{"uri":"/profile","http_method":"GET","limit":null}]})";

/// What is wrong with it; empty: nothing.
std::string wrong_with(const std::string& json) {
    const std::string message = fakes::message_of([&] { return parse_account(json); });
    CHECK(fakes::code_of([&] { return parse_account(json); }) == (message.empty() ? "" : "bad_answer"));
    return message;
}

/// With a member of its own behind what is needed.
std::string account(const std::string& member) {
    return fmt::format(R"({{"server_name":"Prod","server_uuid":"9D0C",{}}})", member);
}

}  // namespace

TEST_CASE("all of an account is read") {
    const Account account = parse_account(full);
    CHECK(account.server_name == "Prod");
    CHECK(account.server_uuid == "9D0C0123456789ABCDEF0123456789AB");
    CHECK(account.admin_id == "dep-admin@appleid.example.com");
    CHECK(account.facilitator_id == "dep-admin@appleid.example.com");
    CHECK(account.org_name == "Example Ltd");
    CHECK(account.org_email == "it@example.com");
    CHECK(account.org_phone == "+44 1234");
    CHECK(account.org_address == "1 Street\nTown");
    CHECK(account.org_id == "1234567");
    CHECK(account.org_id_hash == "0123");
    CHECK(account.org_type == "org");
    CHECK(account.org_version == "v2");
    REQUIRE(account.urls.size() == 3);
    CHECK(account.urls[0].uri == "/server/devices");
    CHECK(account.urls[0].http_methods == std::vector<std::string>{"POST"});
    CHECK(account.urls[0].default_limit == 100);
    CHECK(account.urls[0].maximum_limit == 1000);
    CHECK_FALSE(account.urls[1].maximum_limit);
    CHECK(account.urls[2].http_methods == std::vector<std::string>{"GET"});
}

TEST_CASE("an old account has no server_uuid, and what is null is not there") {
    const Account old =
        parse_account(R"({"server_name":"Prod","server_uuid":null,"org_id":"7","facilitator_id":"a@b.c"})");
    CHECK(old.server_uuid.empty());
    CHECK(old.apple_account() == "a@b.c");
    CHECK(parse_account(account(R"("admin_id":"x@b.c","facilitator_id":"a@b.c")")).apple_account() == "x@b.c");
    CHECK(parse_account(account(R"("org_name":"")")).org_name.empty());
}

TEST_CASE("the program is a word that people know") {
    CHECK(program_of(parse_account(account(R"("org_type":"edu")")).org_type) == "school");
    CHECK(program_of(parse_account(account(R"("org_type":"org")")).org_type) == "business");
    CHECK(program_of(parse_account(account(R"("org_type":"tvprovider")")).org_type) == "tvprovider");
    CHECK(program_of(parse_account(account(R"("org_name":"x")")).org_type).empty());
}

TEST_CASE("what is not an account is refused with the member's name") {
    for (const char* json : {"", "[]", "null", "{", "<html>", "{\"server_name\":\"\xff\"}", "{} {}"})
        CHECK(wrong_with(json) == "this is no JSON object");
    CHECK(wrong_with("{}") == "'server_name' is missing");
    CHECK(wrong_with(R"({"server_name":"","org_id":"7"})") == "'server_name' is empty");
    CHECK(wrong_with(R"({"server_name":"Prod","server_uuid":""})") == "it has neither 'server_uuid' nor 'org_id'");
    CHECK(wrong_with(account(R"("org_id":7)")) == "'org_id' is no text");
    CHECK(wrong_with(account(R"("org_name":"a","org_name":"a")")) == "'org_name' is there twice");
    CHECK(wrong_with(account(R"("more":1,"more":2,"x":{"org_name":1,"org_name":2})")).empty());
    CHECK(wrong_with(account(fmt::format(R"("org_name":"{}")", std::string(limits::dep_text + 1, 'x')))) ==
          "'org_name' is longer than 4096 bytes");
    CHECK(wrong_with(account(R"("urls":{})")) == "'urls' is no list");
    CHECK(wrong_with(account(R"("urls":[7])")) == "'urls[0]' is no object");
    CHECK(wrong_with(account(R"("urls":[{"uri":"/a"},{"uri":""}])")) == "'urls[1].uri' is missing");
    CHECK(wrong_with(account(R"("urls":[{"uri":"/a","http_method":7}])")) ==
          "'urls[0].http_method' is no list of methods");
    CHECK(wrong_with(account(R"("urls":[{"uri":"/a","http_method":[7]}])")) == "'urls[0].http_method' is no text");
    CHECK(wrong_with(account(R"("urls":[{"uri":"/a","limit":7}])")) == "'urls[0].limit' is no object");
    for (const char* number : {"-1", "1.5", "\"7\"", "2147483648", "18446744073709551616", "true"})
        CHECK(wrong_with(account(fmt::format(R"("urls":[{{"uri":"/a","limit":{{"maximum":{}}}}}])", number))) ==
              "'urls[0].limit.maximum' is no number of things");
    CHECK(wrong_with(account(fmt::format(R"("urls":[{}{{"uri":"/a"}}])", [] {
              std::string many;
              for (std::size_t i = 0; i < limits::dep_services; ++i)
                  many += R"({"uri":"/a"},)";
              return many;
          }()))) == "'urls' has more than 1000 entries");
}

TEST_CASE("an account that is nested deep costs no stack") {
    const std::string deep(200'000, '[');
    CHECK(wrong_with("{\"x\":" + deep) == "this is no JSON object");
    CHECK(wrong_with(account("\"x\":" + deep + std::string(200'000, ']'))).empty());
}
