// SPDX-License-Identifier: Apache-2.0
#include "sandbox/server_record.hpp"

namespace mdm::apps {
namespace {

std::string state_of(const sandbox::PortalToken& token, Time now) {
    if (token.has_ended())
        return std::string(sandbox::name(token.end));
    return now > token.expiry ? "expired" : "valid";
}

}  // namespace

cli::Record server_record(const sandbox::ListedServer& server, Time now) {
    const auto& tokens = server.service.tokens;
    const sandbox::PortalToken* token = tokens.empty() ? nullptr : &tokens.back();
    return {
        {"server", server.service.name},
        {"state", token == nullptr ? "none" : state_of(*token, now)},
        {"access_token_expiry", token == nullptr ? cli::Value() : cli::Value(token->expiry)},
        {"days_left", token == nullptr ? cli::Value() : cli::Value(days_between(now, token->expiry))},
        {"apple_account", token == nullptr ? cli::Value() : cli::Value(token->apple_account)},
        {"organization", server.organization.name},
        {"type", std::string(sandbox::name(server.organization.type))},
        {"terms_accepted", server.organization.terms_accepted},
        {"server_uuid", server.service.uuid},
        {"consumer_key", server.service.consumer.key},
    };
}

}  // namespace mdm::apps
