// SPDX-License-Identifier: Apache-2.0
#include "base/given_name.hpp"
#include "crypto/digest.hpp"
#include "dep/portal_steps.hpp"
#include "dep/token_file.hpp"
#include "dep/with_store/acceptance.hpp"
#include "dep/with_store/commands.hpp"
#include "dep/with_store/download_watch.hpp"
#include "dep/with_store/public_key_file.hpp"
#include "dep/with_store/token_arrival.hpp"
#include "dep/with_store/token_session.hpp"
#include "store/push_prerequisite.hpp"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <thread>

namespace mdm::apps {
namespace {

constexpr std::chrono::seconds between_looks{2};

struct Options {
    std::string name;
    std::string folder = ".";
    std::string apple_account;
    bool renew = false;
    bool new_key = false;
    bool without_apns = false;
    std::optional<std::chrono::seconds> wait;
};

std::string name_of(const Options& o) { return o.name.empty() ? std::string(dep::usual_name) : o.name; }

/// What is there before the first step. The token that is to be renewed, or none.
std::optional<dep::HeldToken> begun(cli::World& world, store::Store& store, const Options& o) {
    store::Transaction transaction = store.read();
    const store::Tenant tenant = store::tenant_to_change(transaction, world.settings.tenant);
    if (o.renew) {
        auto held = dep::token_meant(transaction, tenant, o.name);
        if (!held.current.is_held() && !o.new_key)
            throw Error{
                ErrorCode::key_not_held,
                fmt::format("another server holds the key of {}, and uploading one of this store's ends its token",
                            dep::called(held, tenant.name)),
                "renew it there, then mdmctl dep renew --track; --new-key takes the service over to this store"};
        return held;
    }
    if (const auto there = dep::find_token(transaction, tenant, name_of(o), store::Removed::included))
        throw Error{ErrorCode::token_exists, fmt::format("there is {} already", dep::called(*there, tenant.name)),
                    there->removed_at ? "mdmctl dep restore brings it back" : "mdmctl dep setup --renew renews it"};
    return std::nullopt;
}

/// "acme-dep.pem". A name that makes no file name, or too long a one, is cut and told apart by its hash.
std::string public_key_path(store::Store& store, const cli::World& world, const Options& o) {
    constexpr std::size_t longest = 60;
    store::Transaction transaction = store.read();
    std::string name = store::tenant_meant(transaction, world.settings.tenant).name;
    if (name_of(o) != dep::usual_name)
        name += "-" + name_of(o);
    std::string file = name.substr(0, longest);
    std::replace_if(
        file.begin(), file.end(),
        [](char c) {
            const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
                               c == '_' || c == '-';
            return !plain;
        },
        '-');
    if (file.starts_with('.') || file.starts_with('-'))
        file.insert(0, "tenant");
    if (file != name)
        file += "-" + crypto::sha256_hex(name).substr(0, 8);
    return fmt::format("{}/{}-dep.pem", o.folder, file);
}

/// nullopt: it did not come in time.
std::optional<std::string> awaited(cli::World& world, DownloadWatch& watch, const Options& o) {
    const bool patient = !o.wait && !world.settings.no_input && world.terminal.can_ask();
    const auto until = std::chrono::steady_clock::now() + o.wait.value_or(std::chrono::seconds{0});
    bool said = false;
    for (;;) {
        if (auto path = watch.find())
            return path;
        if (!patient && std::chrono::steady_clock::now() >= until)
            return std::nullopt;
        if (!std::exchange(said, true))
            world.say(fmt::format("waiting for the .p7m in '{}'; Ctrl-C leaves, and the same command goes on from here",
                                  o.folder));
        std::this_thread::sleep_for(between_looks);
    }
}

struct Guide {
    std::string public_key;
    std::vector<std::string> steps;
};

bool has_key(const cli::World& world, store::Store& store, const Options& o) {
    store::Transaction transaction = store.read();
    const store::Tenant tenant = store::tenant_meant(transaction, world.settings.tenant);
    return dep::key_there(transaction, tenant, name_of(o)).has_value();
}

/// One that was staged for it by an earlier run is taken up again.
bool makes_new_key(const cli::World& world, store::Store& store, const Options& o) {
    if (!o.new_key)
        return false;
    store::Transaction transaction = store.read();
    const store::Tenant tenant = store::tenant_meant(transaction, world.settings.tenant);
    const auto there = dep::key_there(transaction, tenant, name_of(o));
    return !there || there->role != dep::KeyRole::staged;
}

Guide guided(cli::World& world, store::Store& store, const Options& o, const std::optional<dep::HeldToken>& held) {
    const std::string path = public_key_path(store, world, o);
    for (const std::string& warning : dep::portal_warnings())
        world.warn(warning);
    const dep::ShownKey key = write_public_key(world, store, {name_of(o), makes_new_key(world, store, o)}, {path});
    const bool upload = key.role == dep::KeyRole::staged;
    Guide guide{path, dep::portal_steps({.public_key = path,
                                         .upload = upload,
                                         .renews = held.has_value(),
                                         .server_name = held ? held->current.service.server_name : "",
                                         .account = held ? held->account() : "",
                                         .folder = o.folder})};
    world.say(fmt::format("in Apple's portal, as it was in {}:", dep::portal_steps_date));
    int number = 0;
    for (const std::string& step : guide.steps)
        world.say(fmt::format("  {}. {}", ++number, step));
    return guide;
}

cli::Record finished(cli::World& world, store::Store& store, const Options& o, const std::string& path) {
    ArrivalOptions arrival{.file = {path}, .name = name_of(o), .apple_account = o.apple_account};
    if (o.renew) {
        const auto judge = [&](store::Transaction& transaction, const store::Tenant& tenant,
                               const dep::Download& download) {
            const auto held = dep::token_meant(transaction, tenant, arrival.name);
            return dep::judge_renewal(transaction, tenant, held, download, world.clock.now()).findings;
        };
        return renew_with_download(world, store, arrival.name, read_arrival(world, store, arrival, judge));
    }
    const dep::ImportOrder order{.name = arrival.name, .without_apns = o.without_apns};
    const auto judge = [&](store::Transaction& transaction, const store::Tenant& tenant,
                           const dep::Download& download) {
        return dep::judge_import(transaction, tenant, order, download, world.clock.now()).findings;
    };
    return import_download(world, store, order, read_arrival(world, store, arrival, judge));
}

cli::Record record_of(const cli::World& world, store::Store& store, const Options& o, const Guide& guide,
                      cli::Value token) {
    store::Transaction transaction = store.read();
    const bool done = !std::holds_alternative<std::nullptr_t>(token.content);
    return {{"tenant", store::tenant_meant(transaction, world.settings.tenant).name},
            {"name", name_of(o)},
            {"state", done ? "done" : "waiting"},
            {"public_key", guide.public_key},
            {"folder", o.folder},
            {"warnings", dep::portal_warnings()},
            {"steps_as_of", dep::portal_steps_date},
            {"steps", guide.steps},
            {"token", std::move(token)}};
}

/// What would keep the token from being imported is told before the portal is visited, not behind it.
void judge_beforehand(cli::World& world, store::Store& store, const Options& o) {
    if (o.renew || o.without_apns)
        return;
    store::Transaction transaction = store.read();
    const store::Tenant tenant = store::tenant_to_change(transaction, world.settings.tenant);
    if (auto missing = store::push_prerequisite(transaction, tenant, world.clock.now()))
        throw Error::from_findings({std::move(*missing)});
}

cli::Result run(cli::World& world, const Options& given) {
    Options o = given;
    judge_given_name(name_of(o), "the server token's name");
    if (!o.apple_account.empty())
        judge_given_name(o.apple_account, "the Apple Account");
    store::Store store = open_dep_store(world);
    const auto held = begun(world, store, o);
    if (held)
        o.name = held->name;
    judge_beforehand(world, store, o);
    DownloadWatch watch(world, store, o.folder, name_of(o));
    // Who has downloaded already is not to be told to do it again: that would end what lies there.
    auto path = has_key(world, store, o) ? watch.find() : std::nullopt;
    const Guide guide = path ? Guide{public_key_path(store, world, o), {}} : guided(world, store, o, held);
    if (world.settings.dry_run)
        return record_of(world, store, o, guide, nullptr);
    if (!path)
        path = awaited(world, watch, o);
    if (!path) {
        world.say("it is not there yet; the same command goes on from here");
        return record_of(world, store, o, guide, nullptr);
    }
    world.say(fmt::format("found '{}'", *path));
    return record_of(world, store, o, guide, finished(world, store, o, *path));
}

}  // namespace

cli::Command dep_setup_command() {
    return cli::command<Options>({
        .name = "setup",
        .summary = "Be led through the portal to a server token, or to its renewal",
        .details =
            "Says first what cannot be undone: downloading ends the token in use at once; download for this service "
            "only; import within the hour. Then it writes the certificate to be uploaded (dep pubkey), lists the steps "
            "in Apple's portal, and waits for the .p7m in --folder. A file there that is made for this token's key is "
            "judged and taken in as dep import or, with --renew, dep renew do; older ones, the one in use and those of "
            "other keys are passed over.\n\n"
            "It can be left at any time and taken up again by the same command: the key stays staged, and no second "
            "one is made. At a terminal it waits until Ctrl-C; without one, or with --no-input, it looks once and ends "
            "with state waiting (exit 0), unless --wait says how long. A renewal goes on with the key that the portal "
            "has; --new-key stages another, which must be uploaded.\n\n"
            "The first token needs a valid push certificate, and that is said before the portal is visited.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                p.flag("--renew", o.renew, "the tenant has a token: renew it");
                p.option("--folder", "DIR", o.folder, "where the certificate is written, and the download looked for")
                    .takes = cli::Argument::Takes::folder;
                declare_token_name(p, o.name);
                p.option("--apple-account", "A", o.apple_account, "the account that downloads it")
                    .shown_default("what Apple says");
                p.flag("--new-key", o.new_key, "stage a new key, though there is one");
                p.option("--wait", "TIME", o.wait, "how long to wait for the file: 30m, 2h");
                p.flag("--without-apns", o.without_apns, "though the tenant has no valid push certificate")
                    .excludes({"--renew"});
            },
        .run = run,
        .examples = {{"mdmctl dep setup --folder ~/Downloads --tenant acme", "The first time"},
                     {"mdmctl dep setup --renew --folder ~/Downloads", "Once a year"},
                     {"mdmctl dep setup --renew --no-input --output json | jq -r '.steps[]'",
                      "The steps, for a ticket"}},
        .codes =
            cli::codes({ErrorCode::token_exists, ErrorCode::no_such_token, ErrorCode::token_ambiguous,
                        ErrorCode::key_not_held, ErrorCode::no_push_certificate, ErrorCode::push_certificate_expired,
                        ErrorCode::output_exists, ErrorCode::cannot_read, ErrorCode::bad_name},
                       arrival_codes()),
        .asks_services = true,
    });
}

}  // namespace mdm::apps
