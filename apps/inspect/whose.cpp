// SPDX-License-Identifier: Apache-2.0
#include "inspect/whose.hpp"

#include "access/open_store.hpp"
#include "rooms/every_room.hpp"

#include <fmt/format.h>

namespace mdm::apps {

struct Whose::Opened {
    explicit Opened(const cli::World& world) : store(access::open_store(world, every_room())) {}

    store::Store store;
    store::Transaction transaction = store.read();
};

Whose::Whose(const cli::World& world) : world_(world) {
    if (world.settings.store.empty())
        return;
    try {
        opened_ = std::make_shared<Opened>(world);
    } catch (const Error& e) {
        give_up(e);
    }
}

std::optional<apns::Ownership> Whose::ask(const apns::Inspection& found, const std::string& file) {
    if (!opened_)
        return std::nullopt;
    try {
        return apns::ownership_of(opened_->transaction, found, file);
    } catch (const Error& e) {
        give_up(e);
        return std::nullopt;
    }
}

void Whose::give_up(const Error& error) {
    opened_.reset();
    // What a file is, can be told without a store; one that somebody named is missed.
    if (error.code() != ErrorCode::no_store || world_.settings.store_named)
        world_.warn(fmt::format("whose the files are is not known: {}", error.message()));
}

}  // namespace mdm::apps
