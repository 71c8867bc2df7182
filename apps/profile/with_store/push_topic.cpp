// SPDX-License-Identifier: Apache-2.0
// what new --mdm has of the store
#include "profile/push_topic.hpp"

#include "access/open_store.hpp"
#include "apns/holding.hpp"
#include "apns/schema.hpp"
#include "base/text.hpp"
#include "profile/with_store/commands.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

constexpr std::string_view way_out =
    "mdmctl apns import FILE keeps it, with --track where another server holds the key; --topic TOPIC, without --mdm, "
    "names the topic";

apns::HeldCertificate held_certificate(store::Transaction& transaction, const store::Tenant& tenant,
                                       const std::string& name) {
    if (!name.empty())
        return apns::certificate_meant(transaction, tenant, name);
    try {
        if (auto held = apns::find_certificate(transaction, tenant, name))
            return *std::move(held);
    } catch (const Error& e) {
        if (e.code() != ErrorCode::certificate_ambiguous)
            throw;
        throw Error{e.code(), e.message(), "--push-certificate NAME names one"};
    }
    const bool was_removed = !apns::held_certificates(transaction, tenant.id).empty();
    throw Error{ErrorCode::no_push_certificate,
                fmt::format("the tenant '{}' has no push certificate {}, and without one no device can enroll",
                            tenant.name, was_removed ? "any more" : "yet"),
                was_removed ? fmt::format("mdmctl apns restore --tenant {} brings back the one that was removed",
                                          shell_quoted(tenant.name))
                            : std::string(way_out)};
}

/// throws  push_certificate_expired, not_yet_valid
void check_dates(const apns::HeldCertificate& held, const store::Tenant& tenant, Time now) {
    if (held.current.not_after < now)
        throw Error{ErrorCode::push_certificate_expired,
                    fmt::format("{} ended on {}, and without a valid one no device can enroll",
                                apns::called(held, tenant), to_rfc3339(held.current.not_after)),
                    "renew it first: mdmctl apns renew FILE"};
    if (held.current.not_before && *held.current.not_before > now)
        throw Error{ErrorCode::not_yet_valid,
                    fmt::format("{} is not valid before {}, and without a valid one no device can enroll",
                                apns::called(held, tenant), to_rfc3339(*held.current.not_before)),
                    "look at this machine's clock"};
}

PushTopic find(cli::World& world, const std::string& name) {
    try {
        store::Store store = access::open_store(world, {apns::room()});
        store::Transaction transaction = store.read();
        const store::Tenant tenant = store::tenant_meant(transaction, world.settings.tenant);
        const apns::HeldCertificate held = held_certificate(transaction, tenant, name);
        check_dates(held, tenant, world.clock.now());
        return {tenant.name, held.current.topic};
    } catch (const Error& e) {
        if (e.code() != ErrorCode::no_store)
            throw;
        throw Error{e.code(), e.message(), std::string(way_out)};
    }
}

}  // namespace

PushTopicInStore push_topic_in_store() { return find; }

}  // namespace mdm::apps
