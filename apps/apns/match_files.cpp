// SPDX-License-Identifier: Apache-2.0
#include "apns/match_files.hpp"

#include "base/error.hpp"

#include <fmt/format.h>

namespace mdm::apps {

const cli::InputFile& MatchFiles::only() const {
    if (files.size() > 1)
        throw Error{ErrorCode::bad_usage, fmt::format("'{}' is one argument too many", files.at(1).path),
                    "with --match there may be several, each for the tenant whose topic it has"};
    return files.front();
}

void declare_match_files(cli::Parser& p, MatchFiles& files,
                         std::initializer_list<std::string_view> of_one_tenant_alone) {
    p.positional("FILE", files.files, "the new certificate, with --match several; - is standard input").required();
    p.flag("--match", files.match, "each FILE is for the tenant whose topic it has").excludes(of_one_tenant_alone);
}

}  // namespace mdm::apps
