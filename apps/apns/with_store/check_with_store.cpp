// SPDX-License-Identifier: Apache-2.0
#include "apns/with_store/commands.hpp"
#include "apns/with_store/holding_session.hpp"
#include "apns/with_store/matched_files.hpp"
#include "base/text.hpp"

#include <fmt/format.h>
#include <memory>

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
    const CertificateInput input = read_certificate_input(world, order.files.only(), order.key, order.passphrase_file);
    store::Store store = access::open_store(world, {apns::room()});
    store::Transaction transaction = store.read();
    const store::Tenant tenant = store::tenant_to_change(transaction, world.settings.tenant);
    const apns::HeldCertificate held = apns::certificate_meant(transaction, tenant, order.name);
    const apns::Download download{input.certificate, input.name, input.keys};
    const auto judgement = apns::judge(transaction, tenant, held, download, !held.current.is_held(), now);
    return verdict_answer(first_error(judgement.findings) ? "not_a_renewal" : "renewal",
                          current_record(held, tenant, now), verdict_record(input.certificate, input.name, now),
                          judgement.findings);
}

/// Judges files against what the store holds, all at the same moment.
class Matching {
public:
    Matching(cli::World& world, const CheckOrder& order)
        : world_(world), order_(order), store_(access::open_store(world, {apns::room()})) {}

    void judge(const cli::InputFile& file, MatchedFile& done) {
        done.outcome = "undecided";
        const CertificateInput input = read_certificate_input(world_, file, {}, order_.passphrase_file);
        done.shows(input.certificate);
        try {
            const auto match =
                apns::match_topic(transaction(), input.certificate, input.name, tenant_to_match(world_.settings));
            done.is_for(match);
            store::refuse_handed_over(match.tenant);
            judge(match, input, done);
        } catch (const Error& e) {
            if (!is_absence(e.code()))
                throw;
            throw Error{
                ErrorCode::nothing_to_compare,
                fmt::format("there is no current push certificate to compare '{}' with: {}", file.path, e.message()),
                e.hint()};
        }
    }

private:
    void judge(const apns::TopicMatch& match, const CertificateInput& input, MatchedFile& done) {
        const apns::Download download{input.certificate, input.name, input.keys};
        done.findings = apns::judge(transaction(), match.tenant, match.held, download, !match.held.current.is_held(),
                                    world_.clock.now())
                            .findings;
        done.outcome = first_error(done.findings) ? "not_a_renewal" : "renewal";
        refuse_on_error(done.findings);
    }

    /// Opened for the first file that is a certificate: what is none is told without a store, too.
    store::Transaction& transaction() {
        if (!reading_) {
            reading_ = std::make_unique<Reading>(store_);
            if (const std::string tenant = tenant_to_match(world_.settings); !tenant.empty())
                store::tenant_meant(reading_->transaction, tenant);
        }
        return reading_->transaction;
    }

    struct Reading {
        explicit Reading(store::Store& store) : transaction(store.read()) {}
        store::Transaction transaction;
    };

    cli::World& world_;
    const CheckOrder& order_;
    store::Store store_;
    std::unique_ptr<Reading> reading_;
};

cli::Result judged_each(cli::World& world, const CheckOrder& order) {
    Matching matching(world, order);
    return each_matched(order.files.files, "verdict", "are no renewals",
                        [&](const cli::InputFile& file, MatchedFile& done) { matching.judge(file, done); });
}

}  // namespace

cli::Result check_with_store(cli::World& world, const CheckOrder& order) {
    if (order.files.match)
        return judged_each(world, order);
    const cli::InputFile& file = order.files.only();
    try {
        return judged(world, order);
    } catch (const Error& e) {
        return undecided(is_absence(e.code()) ? nothing_to_compare(file.path, e.message()) : e);
    }
}

}  // namespace mdm::apps
