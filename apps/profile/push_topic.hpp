// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/world.hpp"

#include <functional>
#include <string>

namespace mdm::apps {

/// The push topic that an enrollment is bound to, and whose certificate it was taken from.
struct PushTopic {
    std::string tenant;
    std::string topic;
};

/// Of the push certificate that the store holds. name   of several; empty: the root policy's
/// Empty in a program without a store.
/// throws  no_push_certificate, push_certificate_expired, certificate_ambiguous, and what opening a store throws
using PushTopicInStore = std::function<PushTopic(cli::World&, const std::string& name)>;

}  // namespace mdm::apps
