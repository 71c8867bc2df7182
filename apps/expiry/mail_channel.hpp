// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/parser.hpp"
#include "cli/world.hpp"
#include "expiry/reminder_channel.hpp"

#include <memory>
#include <string>
#include <vector>

namespace mdm::apps {

struct MailOptions {
    std::string server;  ///< smtp[s]://[user@]host[:port]; empty: no mail
    cli::InputFile password;
    std::string from;
    std::vector<std::string> to;  ///< beside the contacts of each policy
};
void declare_mail_options(cli::Parser& p, MailOptions& options);

/// throws  bad_usage, bad_setting, library_missing, and what reading the password throws
std::unique_ptr<ReminderChannel> mail_channel(const cli::World& world, const MailOptions& options);

}  // namespace mdm::apps
