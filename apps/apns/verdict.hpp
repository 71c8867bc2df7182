// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apns/match_files.hpp"
#include "base/error.hpp"
#include "cli/command.hpp"
#include "crypto/certificate.hpp"
#include "rooms/verdict_answer.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// What `mdmctl apns check` judges, with and without a store.
namespace mdm::apps {

/// One of the two certificates.
cli::Record verdict_record(const crypto::Certificate& certificate, const std::string& file, Time now);

/// What is to be judged by what the store holds.
struct CheckOrder {
    MatchFiles files;
    std::string name;
    cli::InputFile key;
    cli::InputFile passphrase_file;
};
/// Empty in a program without a store.
using CheckWithStore = std::function<cli::Result(cli::World&, const CheckOrder&)>;

}  // namespace mdm::apps
