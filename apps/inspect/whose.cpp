// SPDX-License-Identifier: Apache-2.0
#include "inspect/whose.hpp"

#include "access/open_store.hpp"
#include "apns/ownership.hpp"
#include "dep/ownership.hpp"
#include "profile/kept_signers.hpp"
#include "rooms/every_room.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

std::optional<dep::Ownership> server_token_owner(store::Transaction& transaction, const apns::Inspection& found,
                                                 const FileContent& file) {
    if (found.kind == apns::FileKind::server_token)
        return dep::ownership_of_file(transaction, file.bytes.reveal(), file.name);
    return found.public_key_sha256 ? dep::ownership_of_key(transaction, *found.public_key_sha256) : std::nullopt;
}

std::optional<profile::SignerOwner> signer_owner(store::Transaction& transaction, const apns::Inspection& found) {
    if (!found.public_key_sha256)
        return std::nullopt;
    return profile::owner_of_signer(transaction, *found.public_key_sha256,
                                    found.certificate ? found.certificate->sha256() : "");
}

Owner owner_of(store::Transaction& transaction, const apns::Inspection& found, const FileContent& file) {
    apns::Ownership push = apns::ownership_of(transaction, found, file.name);
    if (!push.name) {
        if (auto token = server_token_owner(transaction, found, file))
            return {std::move(token->tenant), std::move(token->name), dep::name(token->role)};
        if (auto signer = signer_owner(transaction, found))
            return {std::move(signer->tenant), std::move(signer->name), signer->is_current ? "current" : "earlier"};
    }
    return {std::move(push.tenant), std::move(push.name), apns::name(push.role), std::move(push.findings)};
}

}  // namespace

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

std::optional<Owner> Whose::ask(const apns::Inspection& found, const FileContent& file) {
    if (!opened_)
        return std::nullopt;
    try {
        return owner_of(opened_->transaction, found, file);
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
