// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/parser.hpp"
#include "cli/world.hpp"
#include "expiry/reminder_channel.hpp"

#include <memory>

namespace mdm::apps {

struct WebhookOptions {
    cli::InputFile url;   ///< the URL, and headers below it; not given: no webhook
    cli::InputFile body;  ///< a template of the body; not given: JSON of our own
};
void declare_webhook_options(cli::Parser& p, WebhookOptions& options);

/// throws  bad_usage, bad_setting, insecure_connection, library_missing, and what reading the files throws
std::unique_ptr<ReminderChannel> webhook_channel(const cli::World& world, const WebhookOptions& options);

}  // namespace mdm::apps
