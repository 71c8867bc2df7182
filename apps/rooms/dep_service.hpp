// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/world.hpp"
#include "dep/client.hpp"
#include "dep/proof.hpp"
#include "store/database.hpp"

#include <memory>
#include <string>

/// Apple's Device Enrollment Program service, or the one that MDMCTL_DEP_URL names.
namespace mdm::apps {

/// Where requests would go by the settings: "https://mdmenrollment.apple.com".
/// throws  bad_usage, insecure_connection: of MDMCTL_DEP_URL
std::string dep_endpoint(const cli::Settings& settings);

/// A credential is sent to the origin that it was imported for and to no other. In a rehearsal all loopback addresses
/// are one: its pretend service has another port each time.
/// what    "the server token of 'acme'"
/// throws  other_origin; unavailable: a rehearsal's store, and nothing pretends to be Apple
void judge_dep_origin(store::Transaction& transaction, const cli::Settings& settings, const std::string& stored,
                      const std::string& what);

/// A client with its own connection. Both ends live as long as it does.
class DepService {
public:
    /// clock   requests are signed by it
    /// throws  what HttpClient and dep::Client throw of settings and origin
    DepService(const cli::Settings& settings, const Clock& clock, dep::ServerToken token);

    dep::Client& client() noexcept { return *client_; }

    /// dep::Client::retry_at() by `clock`, which may be moved: what is kept is compared with it.
    std::optional<Time> retry_at(const Clock& clock) const;

private:
    std::unique_ptr<net::HttpClient> http_;
    std::unique_ptr<Clock> real_clock_;
    std::unique_ptr<dep::Client> client_;
};

}  // namespace mdm::apps
