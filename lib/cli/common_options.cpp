// SPDX-License-Identifier: Apache-2.0
#include "cli/common_options.hpp"

#include "base/error.hpp"

namespace mdm::cli {
namespace {

/// RFC 3986, 3.2.1: user:password before the "@" of the authority; and as libpq takes it, ?password=.
bool holds_password(std::string_view url) {
    const auto scheme_end = url.find("://");
    if (scheme_end == std::string_view::npos)
        return false;
    const std::string_view rest = url.substr(scheme_end + 3);
    const std::string_view authority = rest.substr(0, rest.find_first_of("/?#"));
    const auto at = authority.rfind('@');
    const bool user_part = at != std::string_view::npos && authority.substr(0, at).find(':') != std::string_view::npos;
    return user_part || rest.find("?password=") != std::string_view::npos ||
           rest.find("&password=") != std::string_view::npos;
}

void set_store(Settings& settings, const std::string& url) {
    // Any user of this host can read the arguments of a process, and shells keep them; so it is not shown here either.
    if (holds_password(url))
        throw Error{ErrorCode::bad_usage, "the URL of --store holds a password",
                    "put the URL into MDMCTL_STORE, or the password into the file that PGPASSFILE names"};
    settings.store = url;
    settings.store_named = true;
}

}  // namespace

void declare_common_options(Parser& p, const Command& command, Settings& settings) {
    if (command.effect != Effect::reads)
        p.flag("--dry-run", settings.dry_run, "make all checks and show what would be done, but change nothing");
    if (command.effect == Effect::cannot_be_undone)
        p.flag("--yes", settings.yes, "do not ask; needed where there is no terminal");
    p.option("--tenant", "T", settings.tenant, "the tenant that is meant")
        .shown_default("MDMCTL_TENANT, else the only one there is")
        .assign = [&settings](const std::vector<std::string>& given) {
        settings.tenant = given.back();
        settings.tenant_named = true;
    };
    p.choice("--output", settings.output,
             {{"table", Output::table}, {"json", Output::json}, {"jsonl", Output::jsonl}, {"csv", Output::csv}},
             "the form of the answer")
        .shown_default("table");
    p.option("--store", "URL", settings.store, "the database, without a password in the URL")
        .shown_default("MDMCTL_STORE, else the user's own")
        .assign = [&settings](const std::vector<std::string>& given) { set_store(settings, given.back()); };
    if (command.asks_services)
        p.option("--trace", "FILE", settings.trace_path,
                 "write what is asked of services and answered over HTTP into FILE, which begins anew, every secret "
                 "blanked; - is standard error")
            .completed_by(Argument::Takes::output_file);
    p.flag("--verbose", settings.verbose, "say more on standard error").excludes({"--quiet"});
    p.flag("--quiet", settings.quiet, "say nothing on standard error but warnings and errors");
    p.flag("--no-input", settings.no_input, "never ask; so it is without a terminal, too");
}

}  // namespace mdm::cli
