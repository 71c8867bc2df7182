// SPDX-License-Identifier: Apache-2.0
// What services and mail servers say in a line: Retry-After, headers, replies; and what we write into a header.
#include "base/text.hpp"
#include "net/header_line.hpp"
#include "net/http_date.hpp"
#include "net/http_trace.hpp"
#include "net/mail_headers.hpp"
#include "net/mail_reply.hpp"

#include <chrono>
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

void check_retry_after(std::string_view text) {
    const mdm::Time now{std::chrono::seconds{1'795'000'000}};
    if (const auto wait = mdm::net::parse_retry_after(text, now))
        require(*wait >= std::chrono::seconds{0} && *wait <= std::chrono::days{3650});
}

void check_header(std::string_view text) {
    if (const auto header = mdm::net::parse_header_line(text))
        require(header->name.size() + header->value.size() < text.size());
    for (const std::string_view line : mdm::split(mdm::net::header_line("Subject", text), '\n'))
        require(line.size() <= 79);
}

void check_reply(std::string_view text) {
    mdm::net::MailReply reply;
    for (const std::string_view line : mdm::split(text, '\n'))
        reply.add(line);
    require(reply.code() >= 0 && reply.code() <= 999 && reply.words().size() <= 500);
    require(mdm::is_printable(reply.words()));
}

void check_trace(std::string_view text) {
    const mdm::net::HttpResponse response{
        .status = 200, .headers = {{"X", std::string(text)}}, .body = std::string(text)};
    static_cast<void>(mdm::net::traced_answer(response, {}));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    check_retry_after(text);
    check_header(text);
    check_reply(text);
    check_trace(text);
    return 0;
}
