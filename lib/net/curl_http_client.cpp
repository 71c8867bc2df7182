// SPDX-License-Identifier: Apache-2.0
#include "base/error.hpp"
#include "base/text.hpp"
#include "generated/version.hpp"
#include "net/curl_transfer.hpp"
#include "net/endpoint.hpp"
#include "net/header_line.hpp"
#include "net/http.hpp"
#include "net/http_trace.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace mdm::net {
namespace {

/// An answer while it comes in.
struct Arrival {
    HttpResponse response;
    std::size_t limit = 0;
    std::size_t size = 0;
    bool too_large = false;

    bool has_room(std::size_t more) {
        size += more;
        too_large = too_large || size > limit;
        return !too_large;
    }
};

// libcurl is C: nothing may be thrown through it, so that running out of memory in here ends the process.
std::size_t on_header(const char* bytes, std::size_t, std::size_t size, void* self) noexcept {
    auto& arrival = *static_cast<Arrival*>(self);
    if (!arrival.has_room(size))
        return 0;
    const std::string_view line(bytes, size);
    // An interim answer (100, 103) has a head of its own before the final one.
    if (line.starts_with("HTTP/"))
        arrival.response.headers.clear();
    else if (auto header = parse_header_line(line))
        arrival.response.headers.push_back(std::move(*header));
    return size;
}

std::size_t on_body(const char* bytes, std::size_t, std::size_t size, void* self) noexcept {
    auto& arrival = *static_cast<Arrival*>(self);
    if (!arrival.has_room(size))
        return 0;
    arrival.response.body.append(bytes, size);
    return size;
}

bool has_header(const HttpRequest& request, std::string_view wanted) {
    return std::any_of(request.headers.begin(), request.headers.end(),
                       [&](const HttpHeader& header) { return lower_case(header.name) == wanted; });
}

/// "Name;" is how libcurl is told of a header without a value; "Name:" takes one of its own away.
void add_header(Lines& lines, std::string_view name, std::string_view value) {
    judge_header(name, value);
    std::string line = value.empty() ? fmt::format("{};", name) : fmt::format("{}: {}", name, value);
    lines.add(line);
    wipe(line.data(), line.size());
}

void add_headers(Lines& lines, const HttpRequest& request) {
    for (const auto& [name, value] : request.headers)
        add_header(lines, name, value);
    for (const auto& [name, value] : request.secret_headers)
        add_header(lines, name, value.reveal());
    // Not libcurl's guesses: a body is no form unless the caller says so, and nobody waits for a 100.
    if (!has_header(request, "content-type"))
        lines.add("Content-Type:");
    lines.add("Expect:");
}

class CurlHttpClient final : public HttpClient {
public:
    explicit CurlHttpClient(HttpOptions options) : options_(std::move(options)) {
        if (options_.user_agent.empty())
            options_.user_agent = fmt::format("mdmctl/{}", version);
        judge_header("User-Agent", options_.user_agent);
    }

    HttpResponse send(const HttpRequest& request) override {
        const Endpoint endpoint = http_endpoint(request.url);
        const std::string origin = fmt::format("{}://{}", endpoint.scheme, endpoint.name());
        Lines headers;
        add_headers(headers, request);
        Arrival arrival;
        arrival.limit = options_.answer_limit;
        prepare(request, endpoint, headers, arrival);
        if (options_.trace)
            options_.trace(traced_request(request, origin));
        try {
            finish(transfer_.perform(), endpoint, arrival);
        } catch (const Error& error) {
            if (options_.trace)
                options_.trace(traced_failure(error));
            throw;
        }
        if (options_.trace)
            options_.trace(traced_answer(arrival.response, request));
        return std::move(arrival.response);
    }

    bool take_unanswered() override { return std::exchange(has_unanswered_, false); }

private:
    void prepare(const HttpRequest& request, const Endpoint& endpoint, const Lines& headers, Arrival& arrival) {
        const bool plain = endpoint.scheme == "http";
        transfer_.begin({.connect_timeout = options_.connect_timeout,
                         .total_timeout = options_.total_timeout,
                         .ca_file = options_.ca_file,
                         .proxy = plain ? "" : options_.proxy,
                         .no_proxy = options_.no_proxy},
                        plain ? "http" : "https");
        if (options_.client_certificate)
            transfer_.show(*options_.client_certificate);
        if (options_.http2_only)
            transfer_.set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
        transfer_.set(CURLOPT_URL, request.url.c_str());
        transfer_.set(CURLOPT_USERAGENT, options_.user_agent.c_str());
        transfer_.set(CURLOPT_HTTPHEADER, headers.get());
        set_method(request);
        transfer_.set(CURLOPT_HEADERFUNCTION, &on_header);
        transfer_.set(CURLOPT_HEADERDATA, &arrival);
        transfer_.set(CURLOPT_WRITEFUNCTION, &on_body);
        transfer_.set(CURLOPT_WRITEDATA, &arrival);
    }

    void set_method(const HttpRequest& request) {
        if (request.method == HttpMethod::head) {
            transfer_.set(CURLOPT_NOBODY, 1L);
            return;
        }
        const bool needs_body = request.method == HttpMethod::post || request.method == HttpMethod::put ||
                                request.method == HttpMethod::patch;
        if (needs_body || !request.body.empty()) {
            transfer_.set(CURLOPT_POST, 1L);
            transfer_.set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
            transfer_.set(CURLOPT_POSTFIELDS, request.body.c_str());
        }
        transfer_.set(CURLOPT_CUSTOMREQUEST, method_name(request.method).data());
    }

    void finish(CURLcode code, const Endpoint& endpoint, Arrival& arrival) {
        // Not set before the connection to who is asked stands, a proxy's tunnel and TLS included.
        has_unanswered_ |= code != CURLE_OK && transfer_.info<curl_off_t>(CURLINFO_PRETRANSFER_TIME_T) > 0;
        if (arrival.too_large)
            throw Error{ErrorCode::bad_answer,
                        fmt::format("{} answers with more than {} bytes", endpoint.name(), arrival.limit)};
        if (code != CURLE_OK)
            throw transfer_.error(code, endpoint.name());
        if (options_.http2_only && transfer_.info<long>(CURLINFO_HTTP_VERSION) < CURL_HTTP_VERSION_2_0)
            throw Error{ErrorCode::bad_answer,
                        fmt::format("{} answers with HTTP/1, and HTTP/2 is needed", endpoint.name()),
                        "look whether host and port are the right ones, and nothing in between answers instead"};
        arrival.response.status = static_cast<int>(transfer_.info<long>(CURLINFO_RESPONSE_CODE));
    }

    HttpOptions options_;
    Transfer transfer_;
    bool has_unanswered_ = false;
};

}  // namespace

std::unique_ptr<HttpClient> curl_http_client(HttpOptions options) {
    return std::make_unique<CurlHttpClient>(std::move(options));
}

}  // namespace mdm::net
