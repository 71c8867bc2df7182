// SPDX-License-Identifier: Apache-2.0
#include "base/error.hpp"
#include "crypto/certificate.hpp"
#include "crypto/certificate_request.hpp"
#include "crypto/cms.hpp"
#include "crypto/subject.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace mdm;

namespace {

void ask_everything(const crypto::Certificate& c) {
    static_cast<void>(c.to_pem() + c.sha256() + c.subject().to_string() + c.issuer().to_string() + c.serial());
    static_cast<void>(to_rfc3339(c.not_before()) + to_rfc3339(c.not_after()) + c.signature_digest());
    static_cast<void>(c.public_key().sha256() + c.public_key().algorithm());
    static_cast<void>(c.extension("1.2.840.113635.100.6.3.2"));
    static_cast<void>(c.extended_key_usages());
    static_cast<void>(c.subject_key_id());
    static_cast<void>(c.authority_key_id());
    static_cast<void>(c.is_ca());
    static_cast<void>(c.is_self_issued());
    static_cast<void>(c.issued_by(c));
    // Where the quick reader finds a subject, it is the one of the whole.
    if (const auto subject = crypto::subject_of_pem(c.to_pem()); subject && !(subject->der == c.subject().der))
        std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    static_cast<void>(crypto::cms_content_type(bytes));
    try {
        ask_everything(crypto::Certificate::from_der(bytes));
    } catch (const Error&) {
    }
    try {
        static_cast<void>(crypto::CertificateRequest::from_der(bytes).subject().to_string());
    } catch (const Error&) {
    }
    return 0;
}
