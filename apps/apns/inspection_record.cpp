// SPDX-License-Identifier: Apache-2.0
#include "apns/inspection_record.hpp"

namespace mdm::apps {
namespace {

cli::Value chain_of(const apns::Inspection& found, Time now) {
    if (found.kind != apns::FileKind::push_certificate_request)
        return nullptr;
    std::vector<cli::Record> chain;
    for (const auto& certificate : found.chain)
        chain.push_back(certificate_record(certificate, now));
    return chain;
}

cli::Value form_of(const apns::Inspection& found) {
    if (!found.container)
        return nullptr;
    switch (found.container->form) {
        case crypto::Contents::Form::pem:
            return "PEM";
        case crypto::Contents::Form::der:
            return "DER";
        case crypto::Contents::Form::pkcs12:
            return "PKCS#12";
    }
    return nullptr;
}

cli::Value private_key_of(const apns::Inspection& found) {
    if (!found.container)
        return nullptr;
    if (found.container->private_key == apns::Container::Key::locked)
        return "locked";
    return found.container->private_key == apns::Container::Key::open;
}

}  // namespace

cli::Record certificate_record(const crypto::Certificate& certificate, Time now) {
    return {
        {"subject", certificate.subject().to_string()},
        {"serial", certificate.serial()},
        {"not_after", certificate.not_after()},
        {"days_left", days_between(now, certificate.not_after())},
    };
}

cli::Record inspection_record(const apns::Inspection& found, Time now) {
    return {
        {"kind", apns::name(found.kind)},
        {"topic", found.topic},
        {"subject", found.subject},
        {"issuer", found.issuer},
        {"serial", found.serial},
        {"not_before", found.not_before},
        {"not_after", found.not_after},
        {"days_left", found.not_after ? cli::Value(days_between(now, *found.not_after)) : cli::Value()},
        {"public_key", found.public_key},
        {"public_key_sha256", found.public_key_sha256},
        {"chain", chain_of(found, now)},
        {"findings", found.findings},
        {"form", form_of(found)},
        {"certificates", found.container ? cli::Value(found.container->certificates) : cli::Value()},
        {"csrs", found.container ? cli::Value(found.container->csrs) : cli::Value()},
        {"private_key", private_key_of(found)},
    };
}

}  // namespace mdm::apps
