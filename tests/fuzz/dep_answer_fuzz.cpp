// SPDX-License-Identifier: Apache-2.0
// What the Device Enrollment Program service answers: an account, a refusal, its date; and URLs that are signed.
#include "base/error.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "dep/account.hpp"
#include "dep/refusal.hpp"
#include "net/http_date.hpp"
#include "net/oauth1.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

using namespace mdm;

const Time now{std::chrono::seconds{1'795'000'000}};

void require(bool holds) {
    if (!holds)
        std::abort();
}

void check_account(std::string_view text) {
    try {
        const dep::Account account = dep::parse_account(text);
        require(!account.server_name.empty() && account.server_name.size() <= limits::dep_text);
        require(!account.server_uuid.empty() || !account.org_id.empty());
        require(account.urls.size() <= limits::dep_services);
        for (const dep::PermittedService& service : account.urls)
            require(!service.uri.empty() && service.maximum_limit.value_or(0) >= 0);
    } catch (const Error& error) {
        require(error.code() == ErrorCode::bad_answer && is_printable(error.message()));
    }
}

void check_refusal(std::string_view text) {
    require(dep::refusal_code(text).size() <= 64);
    for (const int status : {302, 400, 401, 403, 404, 429, 503}) {
        const net::HttpResponse response{
            .status = status, .headers = {{"Location", std::string(text)}}, .body = std::string(text)};
        const Error error = dep::refusal(response, "mdm.example:443");
        require(exit_code(error.code()) != 0 && is_printable(error.hint()));
        require(status == 302 || (is_printable(error.message()) && error.message().size() < 300));
        require(status == 401 || status == 403 || !dep::refuses_session(response));
    }
}

void check_date(std::string_view text) {
    if (const auto date = net::parse_http_date(text, now))
        require(date->time_since_epoch().count() < 253'402'300'800);
}

void check_signing(std::string_view text) {
    const net::OAuth1Credentials credentials{std::string(text), Secret{"a"}, Secret{std::string(text)}, Secret{"b"}};
    try {
        const Secret header = net::oauth1_authorization(credentials, {now, std::string(text)}, net::HttpMethod::get,
                                                        "https://mdm.example/?" + std::string(text), "ADM");
        require(header.reveal().starts_with("OAuth realm=\"ADM\",") && is_printable(header.reveal()));
        static_cast<void>(net::oauth1_base_string(net::HttpMethod::get, text, {}));
    } catch (const Error& error) {
        require(error.code() == ErrorCode::bad_usage);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    check_account(text);
    check_refusal(text);
    check_date(text);
    check_signing(text);
    return 0;
}
