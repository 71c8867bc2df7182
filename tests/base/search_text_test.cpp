// SPDX-License-Identifier: Apache-2.0
#include "base/search_text.hpp"

#include "base/limits.hpp"
#include "catch.hpp"
#include "fakes/certificates.hpp"
#include "fakes/errors.hpp"

using namespace mdm;
using namespace mdm::fakes;

TEST_CASE("a text is found as a part of a value, in any case") {
    CHECK(SearchText("acme").is_in("ACME Ltd."));
    CHECK(SearchText("ACME LTD").is_in("Acme Ltd."));
    CHECK(SearchText(" acme ").is_in("acme"));
    CHECK(SearchText("@example.org").is_in("mdm@Example.ORG"));
    CHECK_FALSE(SearchText("acme").is_in("ac me"));
    CHECK_FALSE(SearchText("acme").is_in(""));
}

TEST_CASE("letters with accents, and Greek and Cyrillic ones, have two cases as well") {
    CHECK(SearchText("MÜLLER & SÖHNE").is_in("Müller & Söhne"));
    CHECK(SearchText("müller").is_in("MÜLLER"));
    CHECK(SearchText("łódź").is_in("ŁÓDŹ"));
    CHECK(SearchText("ČESKÝ ŽIŽKOV").is_in("český žižkov"));
    CHECK(SearchText("αθηνα").is_in("ΑΘΗΝΑ"));
    CHECK(SearchText("ёлка ЇЖАК").is_in("ЁЛКА їжак"));
    CHECK(SearchText("Ÿ").is_in("ÿ"));
    CHECK_FALSE(SearchText("×").is_in("÷"));
    CHECK_FALSE(SearchText("müller").is_in("muller"));
    CHECK(SearchText("日本").is_in("日本支社"));
}

TEST_CASE("what other programs take for a pattern means itself") {
    CHECK(SearchText("100%").is_in("100% Ltd"));
    CHECK_FALSE(SearchText("%").is_in("acme"));
    CHECK_FALSE(SearchText("a_me").is_in("acme"));
    CHECK(SearchText("a_me").is_in("A_ME"));
    CHECK_FALSE(SearchText("a.*e").is_in("acme"));
    CHECK(SearchText("\\").is_in("a\\b"));
    CHECK(SearchText("'; drop table tenants; --").is_in("o'; DROP TABLE tenants; --"));
}

TEST_CASE("a serial is the same however it is written") {
    for (const char* text : {"4a1b0c22", "4A:1B:0C:22", "0x4A1B0C22", "4a 1b 0c 22", "004A1B0C22", "1b0c", "1B:0C"})
        CHECK(SearchText(text).is_in_serial("4A1B0C22"));
    CHECK(SearchText("A1B0C22").is_in_serial("0A1B0C22"));
    CHECK_FALSE(SearchText("4A1").is_in_serial("4A1B0C22"));
    CHECK_FALSE(SearchText("4A1B-0C22").is_in_serial("4A1B0C22"));
    CHECK_FALSE(SearchText("4A1B0C23").is_in_serial("4A1B0C22"));
    CHECK_FALSE(SearchText("0000").is_in_serial("0000"));
}

TEST_CASE("a hash is found by eight of its digits") {
    const std::string hash = "0a3f66e2b1c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e";
    CHECK(SearchText("0A:3F:66:E2").is_in_hash(hash));
    CHECK(SearchText(hash).is_in_hash(hash));
    CHECK_FALSE(SearchText("66e2b1").is_in_hash(hash));
}

TEST_CASE("a month or a day begins a time, and a year alone does not") {
    const Time end = at("2027-01-10T12:00:00Z");
    CHECK(SearchText("2027-01").begins(end));
    CHECK(SearchText("2027-01-10").begins(end));
    CHECK(SearchText("2027-01-10T12:00:00Z").begins(end));
    CHECK(SearchText("2027-01-1").begins(end));
    CHECK_FALSE(SearchText("2027").begins(end));
    CHECK_FALSE(SearchText("2027-02").begins(end));
    CHECK_FALSE(SearchText("01-10").begins(end));
}

TEST_CASE("an empty text, a very long one and bytes that are no text are refused") {
    CHECK(code_of([] { return SearchText(""); }) == "bad_usage");
    CHECK(code_of([] { return SearchText(" \t\n"); }) == "bad_usage");
    CHECK(code_of([] { return SearchText("a\xff"); }) == "bad_usage");
    CHECK(code_of([] { return SearchText(std::string(limits::search_text, 'a')); }).empty());
    CHECK(code_of([] { return SearchText(std::string(100'000, 'a')); }) == "too_large");
}
