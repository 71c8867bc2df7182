// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.hpp"
#include "sandbox/dep_service.hpp"
#include "sandbox/http_server.hpp"
#include "sandbox/program_run.hpp"
#include "sandbox/rehearsal.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mdm::apps {

/// What `run` and `serve` ask of a rehearsal.
struct RehearsalOptions {
    std::string dir;                  ///< empty: one that passes
    std::vector<std::string> faults;  ///< in the words of sandbox/fault.hpp
    std::uint16_t port = 0;           ///< of the pretend services; 0: the kernel chooses
};

void declare_rehearsal(cli::Parser& p, RehearsalOptions& o);
/// What making one may end with.
std::vector<ErrorCode> rehearsal_codes();

/// A rehearsal with its store, and with its pretend services in threads of this process. Goes away with this object, as
/// far as it is one that passes.
class PreparedRehearsal {
public:
    /// throws  output_exists, locked, cannot_listen, bad_usage: a fault is none
    PreparedRehearsal(const cli::World& world, const RehearsalOptions& o);

    /// How the making of the store ended where it went wrong; it has said why.
    const std::optional<sandbox::Ended>& failed() const noexcept { return failed_; }

    /// What a program sees that is run in it: `outer`, NAME=VALUE, as far as it is let in, and the rehearsal's own.
    std::vector<std::string> environment(const std::vector<std::string>& outer) const;

    /// Takes it down now, and says what is left.
    void take_down(const cli::World& world);

private:
    sandbox::Rehearsal rehearsal_;
    std::unique_ptr<Clock> clock_;
    std::unique_ptr<sandbox::DepService> dep_;
    std::unique_ptr<sandbox::HttpServer> server_;
    std::optional<sandbox::Ended> failed_;
};

/// The environment of this process.
std::vector<std::string> own_environment();

}  // namespace mdm::apps
