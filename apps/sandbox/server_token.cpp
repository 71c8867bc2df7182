// SPDX-License-Identifier: Apache-2.0
#include "base/limits.hpp"
#include "sandbox/commands.hpp"
#include "sandbox/download.hpp"
#include "sandbox/server_record.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

enum class Type { as_it_is, business, school };

struct Options {
    cli::InputFile public_key;
    cli::OutputFile out;
    std::string server = default_server;
    std::string organization = default_organization;
    std::string apple_account = default_business_account;
    Type type = Type::as_it_is;
};

std::optional<sandbox::OrganizationType> asked_type(Type type) {
    if (type == Type::as_it_is)
        return std::nullopt;
    return type == Type::school ? sandbox::OrganizationType::school : sandbox::OrganizationType::business;
}

sandbox::TokenRequest request_of(cli::World& world, const Options& o) {
    sandbox::TokenRequest request{.organization = o.organization,
                                  .type = asked_type(o.type),
                                  .server = o.server,
                                  .apple_account = o.apple_account,
                                  .download = destination(o.out)};
    if (o.public_key.given())
        request.certificate =
            sandbox::read_uploaded_certificate(world.read(o.public_key, limits::credential_file), world.clock.now());
    return request;
}

/// What is known of a token; with --dry-run, that there would be one.
cli::Record token_record(const Options& o, const std::optional<sandbox::TokenDownload>& made, Time now) {
    cli::Record record{{"token", o.out.path}};
    const cli::Record row = made ? server_record({made->organization, made->service}, now) : cli::Record{};
    for (const char* key : {"organization", "server", "apple_account", "access_token_expiry", "days_left",
                            "server_uuid", "consumer_key"}) {
        cli::Value value;
        for (const cli::Field& field : row.fields)
            if (field.key == key)
                value = field.value;
        record.add({key, value});
    }
    return record;
}

cli::Result run(cli::World& world, const Options& o) {
    const sandbox::TokenRequest request = request_of(world, o);
    sandbox::BusinessPortal portal = open_business_portal(world, sandbox::Visit::change);
    const auto made = portal.server_token(request);
    if (!made || world.settings.dry_run) {
        world.say("the portal would give out a server token; nothing was written, and no token has ended");
        return token_record(o, made, world.clock.now());
    }
    if (request.download.there != made->token().file)
        world.write(o.out, made->token().file, Privacy::open, {&o.public_key});
    portal.mark_downloaded(*made);
    world.say(fmt::format("downloaded '{}'", o.out.path));
    if (made->ended_another)
        world.say(fmt::format("the token of '{}' before it has ended", o.server));
    return token_record(o, made, world.clock.now());
}

}  // namespace

cli::Command server_token_command() {
    return cli::command<Options>({
        .name = "portal server-token",
        .summary = "Download a server token (.p7m) at the pretend portal for organisations",
        .details =
            "Does what is done at https://business.apple.com and https://school.apple.com: uploads a certificate for a "
            "device management service, and downloads the token that is encrypted for it. Organisation and service "
            "are made the first time that they are named. As at Apple's, a download makes a new token, valid for a "
            "year, and the one before has ended with it; the service keeps its consumer key and UUID. Without "
            "--public-key it is encrypted for the certificate that was uploaded before.\n\n"
            "The portal takes PEM with one certificate, RSA with 2048 bits or more, valid at the rehearsal's time, and "
            "no file that holds a private key. --out is never written over: then no token is made either. If the run "
            "is killed, the same command gives out the same token, for a day. The token opens the pretend DEP service "
            "of mdmctl sandbox run and serve, and nothing else.",
        .effect = cli::Effect::changes,
        .options =
            [](cli::Parser& p, Options& o) {
                p.option("--out", "FILE", o.out, "where the token goes; - is standard output").required();
                p.option("--public-key", "FILE", o.public_key,
                         "the certificate that is uploaded first; - is standard input");
                p.option("--server", "NAME", o.server, "the device management service").shown_default(default_server);
                p.option("--organization", "NAME", o.organization, "whose it is").shown_default(default_organization);
                p.option("--apple-account", "ACCOUNT", o.apple_account, "who is signed in at the portal")
                    .shown_default(default_business_account);
                p.choice("--type", o.type, {{"business", Type::business}, {"school", Type::school}},
                         "what a new organisation is: a business, unless this is said");
            },
        .run = run,
        .examples = {{"mdmctl sandbox portal server-token --public-key dep.pem --out token.p7m", "Get a first token"},
                     {"mdmctl sandbox portal server-token --out renewed.p7m", "Get another, which ends the first"}},
        .codes = {ErrorCode::not_a_certificate, ErrorCode::several_certificates, ErrorCode::private_key_uploaded,
                  ErrorCode::key_not_rsa_2048, ErrorCode::expired, ErrorCode::not_yet_valid, ErrorCode::malformed_pem,
                  ErrorCode::malformed_der, ErrorCode::output_exists, ErrorCode::bad_name, ErrorCode::damaged_state,
                  ErrorCode::locked},
    });
}

}  // namespace mdm::apps
