// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apns/inspection.hpp"
#include "base/files.hpp"
#include "cli/world.hpp"
#include "store/store.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mdm::apps {

/// Whose a file is, as far as the store knows.
struct Owner {
    std::optional<std::string> tenant{};  ///< by name
    std::optional<std::string> name{};  ///< of the push certificate or server token; "vendor", "signer" and the serial
    std::string_view role = "unknown";  ///< current, earlier, staged, unknown
    std::vector<Finding> findings{};
};

/// Asks the store whose files are, where there is one. That it cannot be read is said once.
class Whose {
public:
    explicit Whose(const cli::World& world);

    /// By push topic, serial and public key; a server token by whom it is encrypted for. nullopt: there is no store to
    /// ask
    std::optional<Owner> ask(const apns::Inspection& found, const FileContent& file);

private:
    struct Opened;

    void give_up(const Error& error);

    const cli::World& world_;
    std::shared_ptr<Opened> opened_;
};

}  // namespace mdm::apps
