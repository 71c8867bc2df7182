// SPDX-License-Identifier: Apache-2.0
#include "dep/mime_part.hpp"

#include "catch.hpp"

using namespace mdm::dep;

namespace {

/// "type | encoding | body".
std::string read(std::string_view text) {
    const MimePart part = read_mime_part(text);
    const auto type = part.headers.find("content-type");
    return (type == part.headers.end() ? "-" : type->second) + " | " + part.encoding() + " | " + std::string(part.body);
}

}  // namespace

TEST_CASE("headers end at an empty line, or where no header stands any more") {
    CHECK(read("Content-Type: a/b\nContent-Transfer-Encoding: base64\n\nbody\n") == "a/b | base64 | body\n");
    CHECK(read("Content-Type: a/b\r\nContent-Transfer-Encoding: base64\r\n\r\nbody\r\n") == "a/b | base64 | body\r\n");
    CHECK(read("Content-Type: a/b\nbody\n") == "a/b |  | body\n");
    CHECK(read("\r\n\nContent-Type: a/b\n\nbody") == "a/b |  | body");
    CHECK(read("Content-Type: a/b") == "a/b |  | ");
    CHECK(read("Content-Type: a/b\n\n") == "a/b |  | ");
    CHECK(read("") == "- |  | ");
}

TEST_CASE("a body alone is all body") {
    for (const char* body : {"MIAG", "{\"a\": 1}", "a body: with a colon", "-----BEGIN X-----\na: b\n", "body\n\na: b"})
        CHECK(read(body) == std::string("- |  | ") + body);
}

TEST_CASE("names of headers are found in any letters, and their values without what is around them") {
    CHECK(read("CONTENT-TYPE:a/b\ncontent-transfer-encoding:  BASE64 \n\nx") == "a/b | base64 | x");
    CHECK(read("X-Other: y\nContent-Type:\ta/b\n\nx") == "a/b |  | x");
}

TEST_CASE("a folded header is one") {
    CHECK(read("Content-Type: a/b;\n name=\"x\";\r\n\tsmime-type=y\n\nx") == "a/b; name=\"x\"; smime-type=y |  | x");
}

TEST_CASE("an empty line behind each line does not end the headers") {
    CHECK(read("Content-Type: a/b\n\nContent-Transfer-Encoding: base64\n\nMIAG\n\nCSqG\n\n") ==
          "a/b | base64 | MIAG\n\nCSqG\n\n");
}

TEST_CASE("quoted-printable is what its escapes say, and what is none stands for itself") {
    CHECK(from_quoted_printable("a=3Db=3d") == "a=b=");
    CHECK(from_quoted_printable("one =\nline, an=\r\nother = \t\r\none") == "one line, another one");
    CHECK(from_quoted_printable("=00=FF") == std::string("\0\xff", 2));
    CHECK(from_quoted_printable("=zz =3 3 ==41") == "=zz =3 3 =A");
    CHECK(from_quoted_printable("two\nlines\r\n") == "two\nlines\r\n");
    for (const char* cut : {"whole=", "whole=3", "whole=\r", "whole=\n"})
        CHECK(from_quoted_printable(cut) == "whole");
    CHECK(from_quoted_printable("") == "");
}
