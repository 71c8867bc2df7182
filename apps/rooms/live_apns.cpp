// SPDX-License-Identifier: Apache-2.0
#include "rooms/live_apns.hpp"

#include "access/network.hpp"
#include "apns/live.hpp"
#include "apns/records.hpp"
#include "rooms/live_question.hpp"
#include "store/facts.hpp"
#include "store/private_keys.hpp"

#include <fmt/format.h>
#include <memory>
#include <utility>

namespace mdm::apps {
namespace {

constexpr std::string_view who = "APNs";

expiry::LiveAnswer answer_of(const apns::ApnsAnswer& answer) {
    switch (answer.opinion) {
        case apns::ApnsOpinion::accepted:
            return {};
        case apns::ApnsOpinion::refused:
            return {{{Severity::error, answer.code, answer.words,
                      "revoked, or not the current one: renew it in the portal, beside its row", ""}}};
        case apns::ApnsOpinion::unknown:
            break;
    }
    return {{{Severity::warning, answer.code, answer.words, "look whether this host reaches it, on port 443", ""}},
            false};
}

/// What is asked with; nullopt: another server has the key, or the certificate is over anyway.
std::optional<apns::Version> asked_with(store::Transaction& transaction, const expiry::ServiceLine& line) {
    if (!line.tenant || line.tenant->handed_over_at || line.state == "expired")
        return std::nullopt;
    for (const apns::HeldCertificate& held : apns::held_certificates(transaction, line.tenant->id))
        if (held.name == line.name && !held.removed_at && held.current.is_held() && held.current.certificate())
            return held.current;
    return std::nullopt;
}

struct CertificateWithKey {
    crypto::Certificate certificate;
    crypto::PrivateKey key;
};

/// throws  what keeps the key from being had
std::shared_ptr<CertificateWithKey> opened(store::Store& store, store::Transaction& transaction,
                                           const apns::Version& version) {
    const crypto::Certificate certificate = version.certificate().value();
    return std::make_shared<CertificateWithKey>(CertificateWithKey{
        certificate, store::open_private_key(transaction, store.key(), *version.key_secret, certificate)});
}

/// Asks APNs about push certificates. A key that is not to be had is looked for once.
class AskApns {
public:
    explicit AskApns(const cli::World& world) : settings_(world.settings) {}

    expiry::LiveQuestion operator()(store::Store& store, store::Transaction& transaction,
                                    const expiry::ServiceLine& line) {
        const auto version = asked_with(transaction, line);
        if (!version)
            return nullptr;
        if (settings_.apns_url.empty() && store::fact(transaction, store::facts::rehearsal))
            return not_asked(who, "this is a rehearsal, and MDMCTL_APNS_URL names no pretend one", "");
        if (keyless_)
            return not_asked(who, keyless_->message(), keyless_->hint());
        try {
            return question(opened(store, transaction, *version));
        } catch (const Error& e) {
            if (e.code() == ErrorCode::no_store_key)
                keyless_ = e;
            return not_asked(who, e.message(), e.hint());
        }
    }

private:
    expiry::LiveQuestion question(std::shared_ptr<CertificateWithKey> ours) const {
        return [ours = std::move(ours), &settings = settings_, patience = patience_] {
            if (patience.is_over())
                return not_asked(who, "nobody answered, several times in a row", "")();
            const std::string_view origin =
                settings.apns_url.empty() ? apns::apns_origin : std::string_view(settings.apns_url);
            const auto answer = apns::ask_apns(origin, access::http_options(settings), ours->certificate, ours->key);
            if (answer.opinion == apns::ApnsOpinion::unknown)
                patience.silent();
            else
                patience.answered();
            return answer_of(answer);
        };
    }

    const cli::Settings& settings_;
    std::optional<Error> keyless_{};
    Patience patience_;
};

}  // namespace

expiry::LiveService live_apns(const cli::World& world) { return {"apns", AskApns(world)}; }

}  // namespace mdm::apps
