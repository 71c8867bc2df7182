// SPDX-License-Identifier: Apache-2.0
#include "apns/verdict.hpp"

#include "apns/push_certificate.hpp"

namespace mdm::apps {

cli::Record verdict_record(const crypto::Certificate& certificate, const std::string& file, Time now) {
    return {
        {"file", file},
        {"topic", apns::push_topic(certificate)},
        {"serial", certificate.serial()},
        {"not_before", certificate.not_before()},
        {"not_after", certificate.not_after()},
        {"days_left", days_between(now, certificate.not_after())},
        {"public_key_sha256", certificate.public_key().sha256()},
    };
}

}  // namespace mdm::apps
