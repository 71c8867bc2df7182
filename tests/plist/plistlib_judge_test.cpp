// SPDX-License-Identifier: Apache-2.0
// An independent judge: Python's plistlib reads what we write, and writes what we read.
#include "catch.hpp"
#include "plist/reader.hpp"
#include "plist/reading.hpp"
#include "plist/writer.hpp"

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <unistd.h>

using namespace mdm;
using namespace mdm::plist;

namespace {

/// A file that goes away again.
class Scratch {
public:
    explicit Scratch(std::string_view content) {
        path_ = std::filesystem::temp_directory_path() / ("mdmctl-judge-" + std::to_string(::getpid()));
        std::ofstream(path_, std::ios::binary) << content;
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch() { std::filesystem::remove(path_); }

    std::string path() const { return path_.string(); }

private:
    std::filesystem::path path_;
};

/// What a Python program prints that finds `input` on its standard input. It stands in '...' in the shell, so it has
/// no single quotes.
std::string python(const std::string& program, std::string_view input) {
    const Scratch file{input};
    const std::string command = "python3 -c '" + program + "' <'" + file.path() + "'";
    FILE* pipe = ::popen(command.c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string output;
    std::array<char, 4096> buffer{};
    while (const std::size_t size = std::fread(buffer.data(), 1, buffer.size(), pipe))
        output.append(buffer.data(), size);
    CHECK(::pclose(pipe) == 0);
    return output;
}

/// The same property list for us and, below, for Python.
Value sample() {
    return {Dict{{"z", {true}},
                 {"a", {false}},
                 {"text", {" <&> \"q\" \n\ttwo lines \n"}},
                 {"wide", {"gr\xC3\xBC\xC3\x9F \xE6\xBC\xA2 \xF0\x9F\x98\x80"}},
                 {"", {""}},
                 {"numbers",
                  {Array{{std::int64_t{0}},
                         {std::int64_t{-9223372036854775807 - 1}},
                         {std::uint64_t{18446744073709551615U}},
                         {0.1},
                         {-1e300}}}},
                 {"bytes", {Data{std::string("\x00\xff", 2)}}},
                 {"when", {midnight(2027, 1, 7) + std::chrono::seconds{14686}}},
                 {"inside", {Dict{{"list", {Array{}}}, {"dict", {Dict{}}}}}}}};
}

const std::string sample_in_python = R"(
import datetime, plistlib, sys
sample = {
    "z": True,
    "a": False,
    "text": " <&> \"q\" \n\ttwo lines \n",
    "wide": "gr\u00fc\u00df \u6f22 \U0001f600",
    "": "",
    "numbers": [0, -2**63, 2**64 - 1, 0.1, -1e300],
    "bytes": b"\x00\xff",
    "when": datetime.datetime(2027, 1, 7, 4, 4, 46),
    "inside": {"list": [], "dict": {}},
}
)";

}  // namespace

TEST_CASE("plistlib reads what we write: same values, same types, same order") {
    const std::string judge = sample_in_python + R"(
read = plistlib.loads(sys.stdin.buffer.read())
print(repr(read) == repr(sample))
)";
    CHECK(python(judge, to_xml(sample())) == "True\n");
    CHECK(python(judge, to_binary(sample())) == "True\n");
}

TEST_CASE("we read what plistlib writes") {
    const auto [name, format] =
        GENERATE(table<std::string, Format>({{"XML", Format::xml}, {"BINARY", Format::binary}}));
    const std::string program = sample_in_python + "sys.stdout.buffer.write(plistlib.dumps(sample, fmt=plistlib.FMT_" +
                                name + ", sort_keys=False))";
    const Document document = read(python(program, ""));
    CHECK(document.format == format);
    CHECK(document.findings.empty());
    CHECK(document.root == sample());
}

TEST_CASE("PEM text comes out of plistlib byte for byte") {
    const auto newline = GENERATE(as<std::string>{}, "\n", "\r\n");
    const std::string pem = "-----BEGIN CERTIFICATE-----" + newline + "MIIB+/==" + newline +
                            "-----END CERTIFICATE-----" + newline + newline;
    const Value request{Dict{{"PushCertCertificateChain", {pem}}}};
    const std::string program = R"(
import plistlib, sys
sys.stdout.buffer.write(plistlib.loads(sys.stdin.buffer.read())["PushCertCertificateChain"].encode())
)";
    CHECK(python(program, to_xml(request)) == pem);
    CHECK(python(program, to_binary(request)) == pem);
}

TEST_CASE("plistlib knows our UIDs, and we know plistlib's") {
    const std::string program = R"(
import plistlib, sys
read = plistlib.loads(sys.stdin.buffer.read())
sys.stdout.buffer.write(plistlib.dumps([read, plistlib.UID(read.data + 1)], fmt=plistlib.FMT_BINARY))
)";
    CHECK(read(python(program, to_binary({Uid{70'000}}))).root == Value{Array{{Uid{70'000}}, {Uid{70'001}}}});
}
