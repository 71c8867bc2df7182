// SPDX-License-Identifier: Apache-2.0
// What `expiry scan` reads of any file: ends, and things whose end is not known with the reason, never an exception.
// Where the short reader of certificates finds an end, the thorough one finds the same.
#include "crypto/certificate.hpp"
#include "crypto/certificate_brief.hpp"
#include "expiry/folder_scan.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace mdm;
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    for (const expiry::Found& found : expiry::ends_in("file.p7m", bytes))
        if (found.not_after.has_value() == found.trouble.has_value() || found.file != "file.p7m")
            std::abort();
    if (const auto brief = crypto::certificate_brief(bytes)) {
        try {
            if (crypto::Certificate::from_der(bytes).not_after() != brief->not_after)
                std::abort();
        } catch (const Error&) {
            // The short reader looks at less: it may take what OpenSSL refuses elsewhere in it.
        }
    }
    return 0;
}
