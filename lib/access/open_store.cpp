// SPDX-License-Identifier: Apache-2.0
#include "access/open_store.hpp"

#include "base/error.hpp"

#include <array>
#include <climits>
#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

namespace mdm::access {
namespace {

std::string login_of(uid_t uid) {
    const passwd* entry = ::getpwuid(uid);
    return entry == nullptr ? fmt::format("uid {}", uid) : std::string(entry->pw_name);
}

std::string host_name() {
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? std::string(name.data()) : "unknown";
}

/// What the passphrase is for is asked of the person who runs the command, and of nobody in a pipe.
std::optional<Secret> ask_passphrase(const cli::World& world) {
    if (!world.terminal.can_ask())
        return std::nullopt;
    return world.terminal.ask_secret("passphrase of the store: ");
}

store::KeySource key_source(const cli::World& world, const std::string& store_id) {
    store::KeySource source{.files = {}, .passphrase = [&world] { return ask_passphrase(world); }};
    const cli::Settings& settings = world.settings;
    if (!settings.store_key_file.empty()) {
        source.files = {settings.store_key_file};
        return source;
    }
    if (!settings.credentials_dir.empty())
        source.files.push_back(settings.credentials_dir + "/mdmctl-store-key");
    if (!settings.keys_dir.empty())
        source.files.push_back(settings.keys_dir + "/" + store_id);
    return source;
}

}  // namespace

std::string key_path(const cli::World& world, const std::string& store_id) {
    const cli::Settings& settings = world.settings;
    if (!settings.store_key_file.empty())
        return settings.store_key_file;
    if (settings.keys_dir.empty())
        throw Error{ErrorCode::bad_setting, "there is no place for the store key: HOME is not set",
                    "MDMCTL_STORE_KEY_FILE names one"};
    return settings.keys_dir + "/" + store_id;
}

store::Caller caller(const cli::World& world) {
    const uid_t uid = ::getuid();
    const std::string login = login_of(uid);
    return {.actor = world.settings.actor.empty() ? login : world.settings.actor,
            .login = login,
            .uid = uid,
            .host = host_name(),
            .moved = world.settings.moved,
            .pid = ::getpid()};
}

store::StoreOptions store_options(const cli::World& world, store::Rooms rooms) {
    if (world.settings.store.empty())
        throw Error{ErrorCode::bad_setting, "there is no place for the store: HOME is not set",
                    "--store or MDMCTL_STORE name one"};
    return {.location = store::parse_location(world.settings.store),
            .rooms = std::move(rooms),
            .keys = [&world](const std::string& store_id) { return key_source(world, store_id); },
            .caller = caller(world),
            .migrates_on_the_way = !world.settings.dry_run};
}

store::Store open_store(const cli::World& world, store::Rooms rooms) {
    return store::Store(store_options(world, std::move(rooms)));
}

}  // namespace mdm::access
