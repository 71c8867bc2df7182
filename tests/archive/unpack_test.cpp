// SPDX-License-Identifier: Apache-2.0
#include "archive/unpack.hpp"

#include "base/error.hpp"
#include "catch.hpp"
#include "tar_text.hpp"

#include <fmt/format.h>

using namespace mdm;
using namespace mdm::archive;
using namespace mdm::tests;

namespace {

std::string unpacked(std::string_view bytes) {
    try {
        std::string text;
        for (const UnpackedFile& file : unpack(bytes))
            text += fmt::format("{}={};", file.path, file.bytes);
        return text;
    } catch (const Error& e) {
        return std::string(name(e.code()));
    }
}

}  // namespace

TEST_CASE("files come out with their paths, folders by themselves do not") {
    CHECK(unpacked(tar({{"r/", "", '5'}, {"r/a", "one"}, {"./r//b/c", "two"}})) == "r/a=one;r/b/c=two;");
    CHECK(unpacked(tar({})) == "");
}

TEST_CASE("an archive that would write anywhere else is refused whole") {
    CHECK(unpacked(tar({{"a", "x"}, {"../b", "x"}})) == "unsafe_archive");
    CHECK(unpacked(tar({{"a/../../b", "x"}})) == "unsafe_archive");
    CHECK(unpacked(tar({{"/etc/passwd", "x"}})) == "unsafe_archive");
    CHECK(unpacked(tar({{"a\\b", "x"}})) == "unsafe_archive");
    CHECK(unpacked(tar({{"a\nb", "x"}})) == "unsafe_archive");
    CHECK(unpacked(tar({{"a", "x"}, {"./a", "y"}})) == "unsafe_archive");
}

TEST_CASE("links, devices and pipes are refused") {
    const char kind = GENERATE('1', '2', '3', '4', '6');
    CAPTURE(kind);
    CHECK(unpacked(tar({{"a", "", kind}})) == "unsafe_archive");
}

TEST_CASE("what is cut, or no archive, is damaged; a limit is named") {
    CHECK(unpacked("this is no archive, but it is long enough to be looked at") == "damaged_archive");
    const std::string whole = tar({{"a", std::string(5000, 'x')}});
    CHECK(unpacked(whole.substr(0, 2000)) == "damaged_archive");
    std::vector<TarEntry> many;
    for (int i = 0; i < 5001; ++i)
        many.push_back({fmt::format("f{}", i), ""});
    CHECK(unpacked(tar(many)) == "too_large");
    CHECK(unpacked(tar({{"a", std::string((64U << 20U) + 1, 'x')}})) == "too_large");
}
