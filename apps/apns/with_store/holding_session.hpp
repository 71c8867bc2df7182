// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "access/changing.hpp"
#include "apns/holding.hpp"
#include "apns/schema.hpp"
#include "cli/command.hpp"
#include "crypto/contents.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

/// What the commands on held push certificates share.
namespace mdm::apps {

inline constexpr std::string_view portal_address = "https://identity.apple.com/pushcert";

using access::Changing;
using access::demand_named_tenant;
using access::refuse_on_error;
using TenantMeant = std::function<store::Tenant(store::Transaction&)>;

/// Changes something of the push certificates of the tenant that `whose` finds.
/// command   for the audit: "apns renew"
template <class Act>
auto changing(cli::World& world, store::Store& store, std::string command, const TenantMeant& whose, const Act& act) {
    return access::changing(world, store, {.command = std::move(command), .object = "push certificate", .whose = whose},
                            act);
}

/// The same, of the tenant that the settings name.
template <class Act>
cli::Result changing(cli::World& world, std::string command, const Act& act) {
    return access::changing(
        world, {.command = std::move(command), .object = "push certificate", .rooms = {apns::room()}}, act);
}

/// The opened file that a certificate is read from, with its keys.
struct CertificateInput {
    std::string name;
    crypto::Certificate certificate;
    std::vector<crypto::PrivateKey> keys;
};
/// key   a file of its own for the private key; may be absent
CertificateInput read_certificate_input(const cli::World& world, const cli::InputFile& file, const cli::InputFile& key,
                                        const cli::InputFile& passphrase_file);

/// "push certificate com.apple.mgmt.External.…", for events.
std::string event_object(std::string_view topic);
/// serial, topic and end, for an event's before and after.
std::string event_value(const apns::HeldCertificate& held);

/// The JSON of one push certificate, as cli.md has it.
/// tree   of the tenant
cli::Record held_record(const store::PolicyTree& tree, const store::Tenant& tenant, const apns::HeldCertificate& held,
                        Time now);
/// The same of one alone.
cli::Record held_record(store::Transaction& transaction, const store::Tenant& tenant, const apns::HeldCertificate& held,
                        Time now);
/// Its keys, in order.
const std::vector<std::string>& held_columns();

/// What gives up a topic cannot be undone: where `topic` is given, the tenant is named by --tenant, once there are two.
/// throws  tenant_not_named
void judge_replacement(Changing& run, const std::string& topic);
/// Says the warnings of a verdict on stderr as well, for whoever reads no answer.
void warn_of(const cli::World& world, const std::vector<Finding>& findings);

/// --name N
void declare_name(cli::Parser& p, std::string& name);

}  // namespace mdm::apps
