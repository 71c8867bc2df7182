// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apns/ownership.hpp"
#include "cli/world.hpp"
#include "store/store.hpp"

#include <memory>
#include <optional>
#include <string>

namespace mdm::apps {

/// Asks the store whose files are, where there is one. That it cannot be read is said once.
class Whose {
public:
    explicit Whose(const cli::World& world);

    /// nullopt: there is no store to ask
    std::optional<apns::Ownership> ask(const apns::Inspection& found, const std::string& file);

private:
    struct Opened;

    void give_up(const Error& error);

    const cli::World& world_;
    std::shared_ptr<Opened> opened_;
};

}  // namespace mdm::apps
