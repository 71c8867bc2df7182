// SPDX-License-Identifier: Apache-2.0
#include "profile/schema_fetch.hpp"

#include "base/error.hpp"
#include "base/folders.hpp"
#include "base/text.hpp"
#include "profile/payload_schema.hpp"
#include "profile/schema_reader.hpp"

#include <filesystem>
#include <fmt/format.h>

namespace mdm::profile {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view profiles_folder = "mdm/profiles/";

/// An archive of a repository has all in one folder, which is named after the branch.
std::string_view below_first_folder(std::string_view path) {
    const auto slash = path.find('/');
    return slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
}

bool describes_payloads(std::string_view path) {
    return path.starts_with(profiles_folder) && path.ends_with(".yaml") &&
           path.find('/', profiles_folder.size()) == std::string_view::npos;
}

/// The rows "| iOS | 18.1 |" of a README.
std::vector<std::pair<std::string, std::string>> systems_in(std::string_view readme) {
    std::vector<std::pair<std::string, std::string>> systems;
    for (const std::string_view line : split(readme, '\n')) {
        const auto cells = split(line, '|');
        if (cells.size() != 4)
            continue;
        for (const std::string_view os : os_names)
            if (trimmed(cells[1]) == os && parse_version(trimmed(cells[2])))
                systems.emplace_back(os, trimmed(cells[2]));
    }
    return systems;
}

}  // namespace

FetchedSchema read_schema_archive(std::string_view bytes) {
    FetchedSchema schema;
    SchemaReader reader;
    for (archive::UnpackedFile& file : archive::unpack(bytes)) {
        file.path = below_first_folder(file.path);
        if (file.path.empty())
            continue;
        if (describes_payloads(file.path)) {
            try {
                reader.add(file.bytes, fs::path(file.path).stem().string());
            } catch (const Error& e) {
                throw Error{e.code(), fmt::format("'{}' in the archive: {}", file.path, e.message()), e.hint()};
            }
            ++schema.payload_types;
        } else if (file.path == "README.md") {
            schema.systems = systems_in(file.bytes);
        }
        schema.files.push_back(std::move(file));
    }
    if (schema.payload_types == 0)
        throw Error{ErrorCode::not_a_schema, "the archive is none of Apple's schema: it has no mdm/profiles/*.yaml"};
    static_cast<void>(reader.finish());
    return schema;
}

FetchedSchema fetch_schema(net::HttpClient& http, const std::string& url) {
    const net::HttpResponse answer = http.send({.url = url});
    if (answer.status == 200)
        return read_schema_archive(answer.body);
    // A redirect is not followed; where to is said, so that --url can name it.
    const auto location = answer.header("Location");
    const std::string says = fmt::format("the server answers {}, not with an archive", answer.status);
    if (answer.status == 429 || answer.status >= 500)
        throw Error{ErrorCode::unavailable, says, "try again later"};
    if (answer.status == 404 || answer.status == 410)
        throw Error{ErrorCode::no_such_file, says, "--url names another archive of the repository"};
    throw Error{ErrorCode::bad_answer, says,
                location ? fmt::format("it names another place: --url {}", *location) : ""};
}

void judge_schema_folder(const std::string& folder) {
    std::error_code failed;
    if (!fs::exists(folder, failed) || (fs::is_directory(folder, failed) && fs::is_empty(folder, failed)) ||
        fs::is_directory(fs::path(folder) / "mdm" / "profiles", failed))
        return;
    throw Error{ErrorCode::output_exists, fmt::format("'{}' exists and is no schema: it is not replaced", folder),
                "name another folder"};
}

void write_schema(const FetchedSchema& schema, const std::string& folder) {
    judge_schema_folder(folder);
    StagedFolder staged(folder);
    for (const archive::UnpackedFile& file : schema.files)
        staged.add(file.path, file.bytes);
    staged.commit();
}

}  // namespace mdm::profile
