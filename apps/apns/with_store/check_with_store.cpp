// SPDX-License-Identifier: Apache-2.0
#include "apns/with_store/commands.hpp"
#include "apns/with_store/holding_session.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

namespace mdm::apps {
namespace {

Error nothing_to_compare(const std::string& file, const std::string& why) {
    return {ErrorCode::nothing_to_compare,
            fmt::format("there is no current push certificate to compare '{}' with: {}", file, why),
            fmt::format("mdmctl apns check --against CURRENT.pem {}", shell_quoted(file))};
}

/// Whatever keeps the current certificate from being found is "nothing to compare with".
bool is_absence(ErrorCode code) {
    return code == ErrorCode::no_store || code == ErrorCode::no_such_certificate || code == ErrorCode::no_such_tenant;
}

cli::Record current_record(const apns::HeldCertificate& held, const store::Tenant& tenant, Time now) {
    const apns::Version& v = held.current;
    return {{"file", nullptr},
            {"topic", v.topic},
            {"serial", v.serial},
            {"not_before", v.not_before},
            {"not_after", v.not_after},
            {"days_left", days_between(now, v.not_after)},
            {"public_key_sha256", v.public_key_sha256},
            {"tenant", tenant.name},
            {"name", held.name}};
}

cli::Result judged(cli::World& world, const CheckOrder& order) {
    const Time now = world.clock.now();
    const CertificateInput input = read_certificate_input(world, order.file, order.key, order.passphrase_file);
    store::Store store = access::open_store(world, {apns::room()});
    store::Transaction transaction = store.read();
    const store::Tenant tenant = store::tenant_meant(transaction, world.settings.tenant);
    const apns::HeldCertificate held = apns::certificate_meant(transaction, tenant, order.name);
    const apns::Download download{input.certificate, input.name, input.keys};
    const auto judgement = apns::judge(transaction, tenant, held, download, !held.current.is_held(), now);
    return verdict_answer(first_error(judgement.findings) ? "not_a_renewal" : "renewal",
                          current_record(held, tenant, now), verdict_record(input.certificate, input.name, now),
                          judgement.findings);
}

}  // namespace

cli::Result check_with_store(cli::World& world, const CheckOrder& order) {
    try {
        return judged(world, order);
    } catch (const Error& e) {
        return undecided(is_absence(e.code()) ? nothing_to_compare(order.file.path, e.message()) : e);
    }
}

}  // namespace mdm::apps
