// SPDX-License-Identifier: Apache-2.0
#include "profile/schema.hpp"

#include "profile/kept_signers.hpp"

namespace mdm::profile {
namespace {

/// Signing certificates, with the chain above each. `sha256` is the fingerprint by which one is chosen.
constexpr std::string_view signers = R"(
create table profile_signers (
    id         text not null primary key,
    policy     text not null references policies (id) deferrable initially deferred,
    sha256     text not null,
    not_after  text not null,
    chain      text not null,
    key_secret text not null references secrets (id) deferrable initially deferred,
    added_at   text not null,
    unique (policy, sha256)
))";

}  // namespace

store::Room room() {
    return {
        .name = "profile",
        .tables = {{.name = "profile_signers",
                    .of_tenant = "policy in (select id from policies where tenant = :tenant)"}},
        .migrations = {{.number = 1, .summary = "signers of profiles", .sql = {signers}}},
        .belongings = {{.name = "signers",
                        .singular = "signer of profiles",
                        .plural = "signers of profiles",
                        .sql = "select count(*) as n from profile_signers where policy in "
                               "(select id from policies where tenant = :tenant)"}},
        .purge = {"delete from profile_signers where policy in (select id from policies where tenant = :tenant)"},
        .judge_arrival = arrival_findings,
        .rewrite_inventory = rewrite_inventory,
    };
}

}  // namespace mdm::profile
