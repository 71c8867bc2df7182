// SPDX-License-Identifier: Apache-2.0
#include "base/given_name.hpp"
#include "base/json_object.hpp"
#include "base/text.hpp"
#include "dep/with_store/commands.hpp"
#include "dep/with_store/token_session.hpp"
#include "net/endpoint.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

struct Options {
    std::string name;
    std::string new_name;
    std::string apple_account;
    std::string note_text;
    std::string origin;
};

void judge_usage(const Options& o) {
    if (o.new_name.empty() && o.apple_account.empty() && o.note_text.empty() && o.origin.empty())
        throw Error{ErrorCode::bad_usage, "there is nothing to set", "--new-name, --apple-account, --note or --origin"};
    if (!o.new_name.empty())
        judge_given_name(o.new_name, "the server token's name");
    if (!o.apple_account.empty())
        judge_given_name(o.apple_account, "the Apple Account");
    judge_note(o.note_text);
}

std::string told(const dep::HeldToken& held) {
    return json_object({{"name", held.name},
                        {"apple_account", none_if_empty(held.apple_account)},
                        {"note", none_if_empty(held.note)},
                        {"origin", held.origin}});
}

cli::Result run(cli::World& world, const Options& o) {
    judge_usage(o);
    const std::string origin = o.origin.empty() ? "" : net::http_origin(o.origin);
    store::Store store = open_dep_store(world);
    return changing_token(world, store, "dep set", [&](Changing& run) -> cli::Result {
        if (!origin.empty())
            access::demand_named_tenant(run.transaction(), world.settings);
        dep::HeldToken held = dep::token_meant(run.transaction(), run.tenant(), o.name);
        run.about(token_object(held.name));
        const std::string before = told(held);
        if (!o.new_name.empty())
            dep::rename(run.transaction(), run.tenant(), held, o.new_name);
        if (!o.apple_account.empty())
            held.apple_account = o.apple_account;
        if (!o.note_text.empty())
            held.note = o.note_text;
        if (!origin.empty())
            held.origin = origin;
        dep::update(run.transaction(), held);
        dep::note_in_inventory(run.transaction(), held, run.tenant(), run.now());
        const cli::Record record = token_record(run.transaction(), run.tenant(), held, run.now());
        run.finish(before, told(held));
        world.say(run.is_dry_run() ? "it can be set; nothing was changed" : "noted");
        return record;
    });
}

}  // namespace

cli::Command dep_set_command() {
    return cli::command<Options>({
        .name = "set",
        .summary = "Note what is known of a server token: name, account, note, where it is sent",
        .details =
            "The token itself stays as it is. --apple-account is the one that downloaded it: the token ends when that "
            "account changes its password or leaves. --origin is the only place that its credentials may be sent to "
            "from "
            "now on; MDMCTL_DEP_URL then names it, unless it is Apple's. With several tenants that takes --tenant.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                declare_token_name(p, o.name);
                p.option("--new-name", "N", o.new_name, "what it is to be called");
                p.option("--apple-account", "A", o.apple_account, "the account that downloaded it");
                p.option("--note", "TEXT", o.note_text, "what your successor should know");
                p.option("--origin", "URL", o.origin, "scheme, host and port that it is sent to: https://host.example");
            },
        .run = run,
        .examples = {{"mdmctl dep set --new-name warehouse --tenant acme", "Before a second one comes"},
                     {"mdmctl dep set --note 'downloaded by Jo, who leaves in May'", "For who comes next"}},
        .codes = {ErrorCode::no_such_token, ErrorCode::token_ambiguous, ErrorCode::token_exists, ErrorCode::bad_name,
                  ErrorCode::insecure_connection, ErrorCode::no_such_tenant, ErrorCode::tenant_not_named,
                  ErrorCode::handed_over, ErrorCode::no_store, ErrorCode::no_store_key, ErrorCode::locked},
    });
}

}  // namespace mdm::apps
