// SPDX-License-Identifier: Apache-2.0
#include "apns/push_certificate_request.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

/// A push certificate request is read or refused; what was read is judged, and a judgement names what it is about.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace mdm;
    const std::string_view input{reinterpret_cast<const char*>(bytes), size};
    const Time now{std::chrono::seconds{1'780'000'000}};
    try {
        const auto request = apns::read_push_certificate_request(input, "push.req");
        if (!request)
            return 0;
        if (!apns::is_push_certificate_request(input))
            std::abort();
        const auto findings = apns::push_certificate_request_findings(*request, "push.req", now);
        for (const Finding& finding : findings)
            if (finding.message.empty())
                std::abort();
        // Nothing that the fuzzer makes is signed by Apple's vendors: something must stand against what has no chain.
        if (request->chain.empty() && !first_error(findings))
            std::abort();
    } catch (const Error& error) {
        if (error.message().empty())
            std::abort();
    }
    return 0;
}
