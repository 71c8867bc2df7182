// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.hpp"
#include "dep/succession.hpp"
#include "store/store.hpp"

#include <functional>
#include <optional>
#include <string>

/// A server token on its way in: what import, renew, check and setup take, read, opened and shown to Apple before
/// anything is changed.
namespace mdm::apps {

struct ArrivalOptions {
    cli::InputFile file{};
    std::string name{};
    std::string apple_account{};
    bool offline = false;
    bool track = false;
    cli::InputFile public_key{};
    std::optional<Time> expires{};
};

/// FILE, --name, --apple-account, --offline, --track, --public-key, --expires
void declare_arrival(cli::Parser& p, ArrivalOptions& o);
/// throws  bad_usage: options that do not go together, or neither FILE nor a date
void judge_arrival_usage(const ArrivalOptions& o);

/// Against what a download would be judged, once more within the writing transaction.
using Judge = std::function<std::vector<Finding>(store::Transaction&, const store::Tenant&, const dep::Download&)>;

/// Reads the file, opens it with the tenant's key, and asks Apple for its account, while nothing is locked. Where Apple
/// cannot be asked and the answer would make no difference, for it is refused anyway, that is a remark.
/// judge    what stands against it so far
/// throws   what reading and opening throws; unavailable and its like: Apple does not answer; other_origin;
///          sandbox_certificate: the pretend portal made it, and this store is no rehearsal's
dep::Download read_arrival(cli::World& world, store::Store& store, const ArrivalOptions& o, const Judge& judge);

/// The codes of all that happens here. For declarations.
std::vector<ErrorCode> arrival_codes();

}  // namespace mdm::apps
