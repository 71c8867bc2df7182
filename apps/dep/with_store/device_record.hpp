// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.hpp"
#include "dep/devices.hpp"
#include "dep/holding.hpp"

#include <string>
#include <string_view>
#include <vector>

/// What the commands on devices share: whose they are, and how one is shown.
namespace mdm::apps {

/// The server tokens of a tenant whose devices are meant: the one of that name, else all that are in use, by name.
/// throws  no_such_token
std::vector<dep::HeldToken> device_tokens(store::Transaction& transaction, const store::Tenant& tenant,
                                          std::string_view name);
std::vector<std::string> ids_of(const std::vector<dep::HeldToken>& tokens);

/// The JSON of one device, as cli.md has it: what Apple says, what people say, and in `more` Apple's members without a
/// column. Events of a sync have it, too.
cli::Record device_record(const dep::Device& device, const dep::DeviceNote& note);
/// The same behind whose it is.
/// tenant, token   their names
cli::Record device_record(const std::string& tenant, const std::string& token, const dep::KnownDevice& known);
/// The same where the token is one of these.
cli::Record device_record(const store::Tenant& tenant, const std::vector<dep::HeldToken>& tokens,
                          const dep::KnownDevice& known);
/// Its keys, without `more`.
const std::vector<std::string>& device_keys();

/// There is no such device: with what was probably typed wrong, or what to do so that it is known.
Error no_such_device(store::Transaction& transaction, const store::Tenant& tenant,
                     const std::vector<dep::HeldToken>& tokens, const std::string& serial);

/// throws  not_a_serial
void judge_serial(const std::string& serial);

/// --name N
void declare_device_token(cli::Parser& p, std::string& name);

}  // namespace mdm::apps
