// SPDX-License-Identifier: Apache-2.0
#include "base/encoding.hpp"

#include "catch.hpp"

using namespace mdm;

TEST_CASE("base64 gives what RFC 4648 lists and reads it back") {
    const auto [bytes, text] = GENERATE(table<std::string, std::string>({{"", ""},
                                                                         {"f", "Zg=="},
                                                                         {"fo", "Zm8="},
                                                                         {"foo", "Zm9v"},
                                                                         {"foob", "Zm9vYg=="},
                                                                         {"fooba", "Zm9vYmE="},
                                                                         {"foobar", "Zm9vYmFy"}}));
    CHECK(to_base64(bytes) == text);
    CHECK(from_base64(text) == bytes);
}

TEST_CASE("base64 is read whatever its line width, and with its padding left off") {
    CHECK(from_base64("Zm\r\n9v\n YmE") == "fooba");
    CHECK(from_base64("\tZm9vYg = =") == "foob");
}

TEST_CASE("base64 with a stray character, wrong padding or a lone digit is refused") {
    const auto text = GENERATE("Zm9v*", "Zg=", "Zg===", "Zm9v=", "Zg==Zg==", "Z", "Zm9vY", "Zm-_");
    CAPTURE(text);
    CHECK(from_base64(text) == std::nullopt);
}

TEST_CASE("hex is read in either case and refused when odd or foreign") {
    CHECK(to_hex(std::string("\x00\xff\x1b", 3)) == "00ff1b");
    CHECK(from_hex("00 Ff\n1B") == std::string("\x00\xff\x1b", 3));
    CHECK(from_hex("0") == std::nullopt);
    CHECK(from_hex("0g") == std::nullopt);
}

TEST_CASE("a byte order mark is heeded: UTF-8, and UTF-16 as PowerShell writes it") {
    CHECK(decode_text("\xEF\xBB\xBF-----").text == "-----");
    const DecodedText little = decode_text(std::string_view("\xFF\xFE-\0\xE9\0\x3D\xD8\x00\xDE", 10));
    CHECK(little.text == "-\xC3\xA9\xF0\x9F\x98\x80");
    CHECK(little.byte_order_mark == "UTF-16LE");
    CHECK(decode_text(std::string_view("\xFE\xFF\0A", 4)).text == "A");
    CHECK(decode_text("plain").byte_order_mark.empty());
}
