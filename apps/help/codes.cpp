// SPDX-License-Identifier: Apache-2.0
#include "base/error.hpp"
#include "cli/suggestion.hpp"
#include "help/commands.hpp"

#include <fmt/format.h>

namespace {

using namespace mdm;

struct Options {
    std::vector<std::string> names;
};

const ErrorCodeInfo& code_named(const std::string& typed) {
    if (const auto code = error_code_named(typed))
        return info(*code);
    std::vector<std::string> names;
    for (const ErrorCodeInfo& row : error_codes())
        names.emplace_back(row.name);
    const std::string meant = cli::closest(typed, names);
    throw Error{ErrorCode::bad_usage, fmt::format("there is no code '{}'", typed),
                meant.empty() ? "`mdmctl help codes` lists them" : fmt::format("did you mean '{}'?", meant)};
}

cli::Record record_of(const ErrorCodeInfo& row) {
    return {{"code", row.name}, {"exit", row.exit}, {"meaning", row.meaning}};
}

}  // namespace

cli::Result codes_answer(const std::vector<std::string>& names) {
    std::vector<cli::Record> items;
    for (const std::string& name : names)
        items.push_back(record_of(code_named(name)));
    if (names.empty())
        for (const ErrorCodeInfo& row : error_codes())
            items.push_back(record_of(row));
    return cli::Rows::of("codes", {"code", "exit", "meaning"}, std::move(items));
}

cli::Command codes_command() {
    return cli::command<Options>({
        .name = "codes",
        .summary = "List the codes of errors and findings, with their exit codes",
        .details = "A code is never renamed and never gets another exit code, so scripts may rely on both. A code with "
                   "exit 0 is only ever a remark.",
        .options =
            [](cli::Parser& p, Options& o) {
                p.positional("CODE", o.names, "the codes to explain; without one, all are listed").optional();
            },
        .run = [](cli::World&, const Options& o) { return codes_answer(o.names); },
        .examples = {{"mdmctl help codes", "All of them"},
                     {"mdmctl help codes topic_mismatch", "What one of them means"},
                     {"mdmctl help codes --output json | jq -r '.codes[] | select(.exit == 4) | .code'",
                      "What a safety rule may refuse"}},
        .answers_always = true,
    });
}
