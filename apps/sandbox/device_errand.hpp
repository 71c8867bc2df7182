// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.hpp"
#include "sandbox/device_portal.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What the commands about devices of the pretend portal share.
namespace mdm::apps {

/// Where, and how the stream of changes tells of it.
struct ErrandOptions {
    std::string server;
    std::string organization;
    std::optional<Time> date;
    bool without_records = false;

    ErrandOptions();
};
void declare_errand(cli::Parser& p, ErrandOptions& o);
sandbox::DeviceErrand errand_of(const ErrandOptions& o);

/// Which devices: SERIAL..., or --count and --skip.
struct ChoiceOptions {
    std::vector<std::string> serials;
    std::int64_t count = 0;
    std::int64_t skip = 0;
};
void declare_choice(cli::Parser& p, ChoiceOptions& o);
/// throws  bad_usage: neither, or both, or no number of devices
sandbox::DeviceChoice choice_of(const ChoiceOptions& o);
/// A number that stands behind an option. throws  bad_usage: it is less than `least`, or more than there could be
std::uint32_t device_count(std::string_view option, std::int64_t given, std::int64_t least);

/// With --dry-run, the portal is only looked at.
std::unique_ptr<sandbox::DevicePortal> open_device_portal(const cli::World& world, sandbox::Visit visit);

/// What was done, as a record; and says it.
/// what   "added", "removed"
cli::Record outcome_record(cli::World& world, const sandbox::DeviceOutcome& outcome, std::string_view what);
/// What such a command may end with.
std::vector<ErrorCode> device_codes();

}  // namespace mdm::apps
