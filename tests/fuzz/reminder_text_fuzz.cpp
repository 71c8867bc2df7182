// SPDX-License-Identifier: Apache-2.0
// What people give for reminders, and what others say of it: a webhook's template, an access control list, the alert
// with which TLS ends.
#include "base/error.hpp"
#include "base/exposure.hpp"
#include "base/json_object.hpp"
#include "expiry/reminder_template.hpp"
#include "expiry/sent.hpp"
#include "net/tls_alert.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

void require(bool holds) {
    if (!holds)
        std::abort();
}

/// What is filled in is JSON, whatever the values hold, or it is refused.
void check_template(std::string_view text) {
    try {
        const std::string out = mdm::expiry::filled(text, {{"text", std::string(text)}, {"name", "\"\\\n"}});
        require(mdm::json_strings(out).has_value());
    } catch (const mdm::Error& e) {
        require(e.code() == mdm::ErrorCode::bad_setting);
    }
    const std::string quoted = "{\"v\":\"" + mdm::json_escaped(text) + "\"}";
    require(mdm::json_strings(quoted).has_value());
}

void check_codes(std::string_view text) {
    const auto codes = mdm::expiry::parted(text);
    require(mdm::expiry::parted(mdm::expiry::joined(codes)).size() <= codes.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    check_template(text);
    static_cast<void>(mdm::exposure_of_list(text, 1000));
    static_cast<void>(mdm::net::certificate_alert(text));
    check_codes(text);
    return 0;
}
