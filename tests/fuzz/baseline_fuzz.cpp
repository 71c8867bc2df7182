// SPDX-License-Identifier: Apache-2.0
#include "profile/baseline.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

/// A baseline: whatever it is, it is findings or no baseline, and takes out of a file no more than it has, once.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace mdm;
    const std::string_view text{reinterpret_cast<const char*>(bytes), size};
    try {
        profile::Baseline baseline = profile::Baseline::parse(text, "baseline.json");
        std::vector<Finding> findings(3, {Severity::warning, ErrorCode::cleartext_secret, "", "",
                                          "PayloadContent[0].Password, line 1, column 1"});
        const std::size_t taken = baseline.take_out("wifi.mobileconfig", findings);
        if (findings.size() + taken != 3 || baseline.take_out("wifi.mobileconfig", findings) != 0)
            std::abort();
    } catch (const Error& e) {
        if (e.code() != ErrorCode::not_a_baseline)
            std::abort();
    }
    return 0;
}
