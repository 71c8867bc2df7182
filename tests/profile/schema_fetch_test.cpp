// SPDX-License-Identifier: Apache-2.0
#include "profile/schema_fetch.hpp"

#include "archive/tar_text.hpp"
#include "base/error.hpp"
#include "catch.hpp"
#include "fakes/scripted_http.hpp"
#include "fakes/temporary_folder.hpp"
#include "profile/schema_folder.hpp"

#include <filesystem>
#include <fstream>

using namespace mdm;
using namespace mdm::profile;
using namespace mdm::tests;

namespace {

namespace fs = std::filesystem;

const std::string payload_yaml = "payload:\n  payloadtype: com.example.a\npayloadkeys:\n- key: A\n  type: <string>\n";
const std::string readme =
    "# Schema\n\n| OS       | Version |\n|----------|---------|\n| iOS      | 18.1    |\n| macOS    | 15.1    |\n";

std::string archive_of(const std::vector<TarEntry>& more = {}) {
    std::vector<TarEntry> entries{{"device-management-release/", "", '5'},
                                  {"device-management-release/README.md", readme},
                                  {"device-management-release/mdm/profiles/com.example.a.yaml", payload_yaml}};
    entries.insert(entries.end(), more.begin(), more.end());
    return tar(entries);
}

std::string refusal(std::string_view bytes) {
    try {
        static_cast<void>(read_schema_archive(bytes));
    } catch (const Error& e) {
        return std::string(name(e.code()));
    }
    return "nothing";
}

std::string refusal_of(int status, std::vector<net::HttpHeader> headers = {}) {
    fakes::ScriptedHttp http({net::HttpResponse{.status = status, .headers = std::move(headers)}});
    try {
        static_cast<void>(fetch_schema(http, "https://schema.example/a.tar.gz"));
    } catch (const Error& e) {
        return std::string(name(e.code())) + (e.hint().empty() ? "" : ": " + e.hint());
    }
    return "nothing";
}

}  // namespace

TEST_CASE("the archive of the repository is read, with the systems that its README names") {
    fakes::ScriptedHttp http({net::HttpResponse{.status = 200, .body = archive_of()}});
    const FetchedSchema schema = fetch_schema(http, "https://schema.example/a.tar.gz");
    CHECK(http.asked() == std::vector<std::string>{"GET https://schema.example/a.tar.gz"});
    CHECK(schema.files.size() == 2);
    CHECK(schema.payload_types == 1);
    CHECK(schema.systems == std::vector<std::pair<std::string, std::string>>{{"iOS", "18.1"}, {"macOS", "15.1"}});
}

TEST_CASE("an archive of something else, or with a file that does not parse, is refused") {
    CHECK(refusal(tar({{"other/README.md", readme}})) == "not_a_schema");
    CHECK(refusal(archive_of({{"device-management-release/mdm/profiles/b.yaml", "a: b: c"}})) == "malformed_yaml");
    CHECK(refusal(archive_of({{"device-management-release/../../b", "x"}})) == "unsafe_archive");
    CHECK(refusal("no archive") == "damaged_archive");
}

TEST_CASE("what a server answers otherwise is told, with the place that a redirect names") {
    CHECK(refusal_of(404) == "no_such_file: --url names another archive of the repository");
    CHECK(refusal_of(503) == "unavailable: try again later");
    CHECK(refusal_of(302, {{"Location", "https://other.example/b"}}) ==
          "bad_answer: it names another place: --url https://other.example/b");
}

TEST_CASE("the schema's folder appears whole, replaces a schema, and nothing else") {
    const TemporaryFolder folder;
    const std::string target = folder.path() + "/schema";
    write_schema(read_schema_archive(archive_of()), target);
    CHECK(SchemaFolder(target).files() == 1);
    write_schema(read_schema_archive(archive_of({{"device-management-release/mdm/profiles/b.yaml", payload_yaml}})),
                 target);
    CHECK(SchemaFolder(target).files() == 2);
    CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) == 1);

    const std::string other = folder.path() + "/other";
    fs::create_directory(other);
    std::ofstream(other + "/thesis.txt") << "years of work";
    CHECK_THROWS_AS(write_schema(read_schema_archive(archive_of()), other), Error);
    CHECK(fs::exists(other + "/thesis.txt"));
}

TEST_CASE("a schema is read from its cache, until a file of it is another") {
    const TemporaryFolder folder;
    const std::string target = folder.path() + "/schema";
    const std::string cache = folder.path() + "/cache/compiled";
    write_schema(read_schema_archive(archive_of()), target);
    std::vector<std::string> notices;
    const auto note = [&notices](std::string_view why) { notices.emplace_back(why); };
    CHECK(SchemaFolder(target).read_through(cache, note).of_type("com.example.a").size() == 1);
    CHECK(fs::exists(cache));
    CHECK(SchemaFolder(target).read_through(cache, note).of_type("com.example.a").size() == 1);

    std::ofstream(target + "/mdm/profiles/b.yaml") << "payload:\n  payloadtype: com.example.b\npayloadkeys: []\n";
    CHECK(SchemaFolder(target).read_through(cache, note).of_type("com.example.b").size() == 1);
    std::ofstream(cache, std::ios::trunc) << "damaged";
    CHECK(SchemaFolder(target).read_through(cache, note).of_type("com.example.b").size() == 1);
    CHECK(notices.empty());
    CHECK(SchemaFolder(target).read_through("/proc/nowhere/compiled", note).of_type("com.example.b").size() == 1);
    CHECK(notices.size() == 1);
}
