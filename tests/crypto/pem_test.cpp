// SPDX-License-Identifier: Apache-2.0
#include "crypto/pem.hpp"

#include "base/limits.hpp"
#include "catch.hpp"
#include "fakes/errors.hpp"

using namespace mdm;
using namespace mdm::crypto;
using namespace mdm::fakes;

namespace {

/// "LABEL:bytes LABEL:bytes" of the blocks in a text.
std::string blocks_of(const std::string& text) {
    std::string out;
    for (const PemBlock& block : split_pem(text, "x.pem"))
        out.append(out.empty() ? "" : " ").append(block.label).append(":").append(decode(block, "x.pem").reveal());
    return out;
}

const std::string one = "-----BEGIN A-----\nb25l\n-----END A-----\n";

}  // namespace

TEST_CASE("PEM blocks are found in whatever people's files make of them") {
    const auto [text, blocks] = GENERATE(table<std::string, std::string>({
        {one, "A:one"},
        {one + one, "A:one A:one"},
        {"-----BEGIN A-----\nb25l\n-----END A-----", "A:one"},
        {"-----BEGIN A-----\r\nb25l\r\n-----END A-----\r\n", "A:one"},
        {"-----BEGIN A-----\rb25l\r-----END A-----\r", "A:one"},
        {"Bag Attributes\n    friendlyName: x\n" + one + "subject=CN = x\n" + one + "bye", "A:one A:one"},
        {"-----BEGIN A-----\nb25l\n-----END A----------BEGIN B-----\nYg==\n-----END B-----", "A:one B:b"},
        {"-----BEGIN A-----\nb25l-----END A----------BEGIN B-----Yg==-----END B-----", "A:one B:b"},
        {"    -----BEGIN A-----\n    b25l\n    -----END A-----\n", "A:one"},
        {"\t-----BEGIN A----- \n b2 5l \n-----END A----- \n", "A:one"},
        {"-----BEGIN A-----\nb\n2\n5\nl\n-----END A-----\n", "A:one"},
        {"-----BEGIN A-----\n\n\nb25l\n\n-----END A-----\n", "A:one"},
        {"-----BEGIN TWO WORDS-----\nb25l\n-----END TWO WORDS-----\n", "TWO WORDS:one"},
        {"-----BEGIN A-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: X,00\n\nb25l\n-----END A-----\n", "A:one"},
        {"see -----BEGIN A----- in the manual\n" + one, "A:one"},
        {"---- BEGIN SSH2 PUBLIC KEY ----\nx\n---- END SSH2 PUBLIC KEY ----\n", ""},
        {"----------\n" + one + "----------\n", "A:one"},
        {"", ""},
        {"-----", ""},
        {"no PEM at all", ""},
    }));
    CAPTURE(text);
    CHECK(blocks_of(text) == blocks);
}

TEST_CASE("a broken PEM file is refused, and the line is named") {
    const auto [text, what] = GENERATE(table<std::string, std::string>({
        {"-----BEGIN A-----\nb25l\n", "line 1: BEGIN A without its END: the file is cut"},
        {one + "-----BEGIN A-----\nb25l", "line 4: BEGIN A without its END: the file is cut"},
        {one + "-----BEGIN A-----\nb25l\n-----END", "line 6: END A was expected here"},
        {"\n-----BEGIN A-----\nb25l\n-----END A", "line 4: the boundary does not end with five dashes"},
        {"-----BEGIN A-----\nb25l\n-----END A----\n", "line 3: the boundary does not end with five dashes"},
        {"-----BEGIN A----\nb25l\n-----END A-----\n", "line 1: the boundary does not end with five dashes"},
        {"-----BEGIN A-----\nb25l\n-----END B-----\n", "line 3: END B after BEGIN A"},
        {"-----BEGIN A-----\nb25l\n-----BEGIN A-----\n", "line 3: END A was expected here"},
        {"b25l\n-----END A-----\n", "line 2: END A without its BEGIN"},
        {one + "-----END A-----\n", "line 4: END A without its BEGIN"},
        {"-----BEGIN A-----\r\nb25l\r\nb2*l\r\n-----END A-----\r\n", "line 3: character 3 is no base64"},
        {"\r-----BEGIN A-----\rb25l\r_\r-----END A-----\r", "line 4: character 1 is no base64"},
        {"-----BEGIN A-----\nX: y\n\nb25l\n?\n-----END A-----\n", "line 5: character 1 is no base64"},
        {"-----BEGIN A-----\nb25lb\n-----END A-----\n", "line 1: the base64 of A does not come out even"},
        {"-----BEGIN A-----\nb25l==\n-----END A-----\n", "line 1: the base64 of A does not come out even"},
        {"-----BEGIN A-----\n-----END A-----\n", "line 1: there is nothing in A"},
        {"-----BEGIN A-----\nX: y\n\n-----END A-----\n", "line 1: there is nothing in A"},
    }));
    CAPTURE(text);
    CHECK(code_of([&t = text] { return blocks_of(t); }) == "malformed_pem");
    CHECK(message_of([&t = text] { return blocks_of(t); }) == "'x.pem' is no whole PEM file: " + what);
}

TEST_CASE("the header of an encrypted key is taken off its base64") {
    const auto blocks = split_pem(
        "-----BEGIN A-----\r\nProc-Type: 4,ENCRYPTED\r\nDEK-Info: AES-256-CBC,00FF \r\n\r\nb25l\r\n"
        "-----END A-----\r\n",
        "x");
    REQUIRE(blocks.size() == 1);
    CHECK(blocks[0].dek_info == "AES-256-CBC,00FF");
    CHECK(blocks[0].line == 1);
    CHECK(blocks[0].body_line == 5);
}

TEST_CASE("as many PEM blocks as the limit are read, and one more is refused") {
    std::string text;
    for (std::size_t i = 0; i < limits::pem_blocks; ++i)
        text += one;
    CHECK(split_pem(text, "x").size() == limits::pem_blocks);
    CHECK(code_of([&] { return split_pem(text + one, "x"); }) == "too_large");
    CHECK(message_of([&] { return split_pem(text + one, "x"); }).find("256 PEM blocks") != std::string::npos);
}

TEST_CASE("a block that is written is read back, whatever its length") {
    for (std::size_t size = 1; size < 200; ++size) {
        const std::string bytes(size, 'x');
        const std::string text = to_pem_block("A", bytes);
        REQUIRE(text.ends_with("\n-----END A-----\n"));
        REQUIRE(blocks_of(text) == "A:" + bytes);
    }
}
