// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "access/open_store.hpp"
#include "apns/holding.hpp"
#include "apns/schema.hpp"
#include "cli/command.hpp"
#include "crypto/contents.hpp"

#include <optional>
#include <string>
#include <vector>

/// What the commands on held push certificates share.
namespace mdm::apps {

inline constexpr std::string_view portal_address = "https://identity.apple.com/pushcert";

/// One changing command on one tenant: the store, its writing transaction, the tenant, and the event that ends it.
class Changing {
public:
    /// command   for the audit: "apns renew"
    Changing(cli::World& world, std::string command);

    cli::World& world() noexcept { return world_; }
    store::Store& store() noexcept { return store_; }
    store::Change& change() noexcept { return *change_; }
    store::Transaction& transaction() noexcept { return change_->transaction(); }
    const store::Tenant& tenant() const noexcept { return tenant_; }
    Time now() const noexcept { return change_->now(); }
    bool is_dry_run() const noexcept { return world_.settings.dry_run; }

    /// What the event will be about; known as soon as the command knows it, for a refusal is an event as well.
    void about(std::string object) { object_ = std::move(object); }
    /// Writes the event and commits; with --dry-run neither.
    void finish(store::Value before, store::Value after);
    /// Undoes what was begun, and keeps the refusal as an event.
    void record_refusal(const Error& error);

private:
    cli::World& world_;
    std::string command_;
    std::string object_;
    store::Store store_;
    std::optional<store::Change> change_;
    store::Tenant tenant_;
};

/// Runs a changing command. What a safety rule refuses in there (exit 4) is kept as an event of the tenant's chain.
template <class Act>
cli::Result changing(cli::World& world, std::string command, const Act& act) {
    Changing run(world, std::move(command));
    try {
        return act(run);
    } catch (const Error& e) {
        run.record_refusal(e);
        throw;
    }
}

/// Throws the refusal that findings amount to, where there is an error among them.
void refuse_on_error(const std::vector<Finding>& findings);

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
cli::Record held_record(store::Transaction& transaction, const store::Tenant& tenant, const apns::HeldCertificate& held,
                        Time now);
/// Its keys, in order.
const std::vector<std::string>& held_columns();

/// --name N
void declare_name(cli::Parser& p, std::string& name);

/// The tenant of something that cannot be undone: by --tenant alone once there are two.
/// throws  tenant_not_named
void demand_named_tenant(store::Transaction& transaction, const cli::Settings& settings);

}  // namespace mdm::apps
