// SPDX-License-Identifier: Apache-2.0
#include "profile/schema_fetch.hpp"

#include "access/network.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "profile/commands.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    std::string url = std::string(profile::schema_url);
    std::string out;
};

std::string folder_of(const cli::World& world, const Options& o) {
    if (!o.out.empty())
        return o.out;
    if (world.settings.data_dir.empty())
        throw Error{ErrorCode::bad_usage, "there is no home to put the schema into", "--out DIR names a folder"};
    return world.settings.data_dir + "/apple-device-management";
}

cli::Result run(cli::World& world, const Options& o) {
    const std::string folder = folder_of(world, o);
    profile::judge_schema_folder(folder);
    net::HttpOptions options = access::http_options(world.settings);
    options.answer_limit = limits::archive_file;
    const auto http = net::curl_http_client(std::move(options));
    const profile::FetchedSchema schema = profile::fetch_schema(*http, o.url);
    if (world.settings.dry_run) {
        world.say(fmt::format("the schema can be put into '{}'; nothing was written", folder));
    } else {
        profile::write_schema(schema, folder);
        world.next(fmt::format("mdmctl profile lint FILE --schema {}", shell_quoted(folder)));
    }
    std::vector<std::string> systems;
    for (const auto& [os, version] : schema.systems)
        systems.push_back(fmt::format("{} {}", os, version));
    return cli::Record{{"folder", folder},
                       {"url", o.url},
                       {"files", schema.files.size()},
                       {"payload_files", schema.payload_types},
                       {"systems", std::move(systems)}};
}

}  // namespace

cli::Command profile_schema_fetch_command() {
    return cli::command<Options>({
        .name = "schema fetch",
        .summary = "Get Apple's schema of payload types, for lint --schema",
        .details =
            "Downloads the archive of Apple's public repository of device management schemas and unpacks it into "
            "--out, "
            "without it into mdmctl/apple-device-management in the data folder (XDG_DATA_HOME). Every file that "
            "describes payloads is read before anything is written; an archive with paths that lead out of it, with "
            "links, or with more than the limits is refused whole.\n\n"
            "The folder appears whole or not at all. One that holds a schema is replaced, any other is not. A run that "
            "is killed leaves a part folder, which the next one takes away. No store is needed.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                p.option("--url", "URL", o.url,
                         "an archive of the repository, .tar.gz or .zip; redirects are not followed")
                    .shown_default("Apple's");
                p.option("--out", "DIR", o.out, "where the schema goes");
            },
        .run = run,
        .examples = {{"mdmctl profile schema fetch --out apple-schema",
                      "Apple's schema, beside the profiles that it judges"}},
        .codes = {ErrorCode::not_a_schema, ErrorCode::malformed_yaml, ErrorCode::too_deep, ErrorCode::too_large,
                  ErrorCode::damaged_archive, ErrorCode::unsafe_archive, ErrorCode::output_exists, ErrorCode::locked,
                  ErrorCode::cannot_write, ErrorCode::no_such_file, ErrorCode::unavailable, ErrorCode::timed_out,
                  ErrorCode::tls_failed, ErrorCode::bad_answer, ErrorCode::insecure_connection,
                  ErrorCode::library_missing},
        .asks_services = true,
    });
}

}  // namespace mdm::apps
