// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/limits.hpp"
#include "base/secret.hpp"

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Asking a service over HTTP (RFC 9110). Who answers is always verified, and nothing here can switch that off.
namespace mdm::net {

enum class HttpMethod { get, head, post, put, patch, del };
std::string_view method_name(HttpMethod method);  ///< "GET", ..., "DELETE"

struct HttpHeader {
    std::string name;
    std::string value;
};

/// A header that no trace shows: Authorization, a session.
struct SecretHeader {
    std::string name;
    Secret value;
};

struct HttpRequest {
    HttpMethod method = HttpMethod::get;
    std::string url;  ///< https, or http to a literal loopback address; no user part
    std::vector<HttpHeader> headers{};
    std::vector<SecretHeader> secret_headers{};
    std::string body{};
    /// May be sent twice without harm; GET, HEAD, PUT and DELETE always may (RFC 9110, 9.2.2). See retry.hpp.
    bool idempotent = false;
    bool url_is_secret = false;     ///< who knows the path and query may send (a webhook): a trace has the host alone
    bool body_is_secret = false;    ///< a trace has its size alone
    bool answer_is_secret = false;  ///< the answer's body is a token: a trace has its size alone
    /// Headers of the answer that no trace shows, beside those of secret_headers: a session that begins.
    std::vector<std::string> secret_answer_headers{};
};

struct HttpResponse {
    int status = 0;  ///< 200 to 599; any is an answer, 3xx included: redirects are not followed
    std::vector<HttpHeader> headers{};
    std::string body{};

    /// The first of that name, in whatever case; nullopt where there is none.
    std::optional<std::string_view> header(std::string_view name) const;
};

/// Who we are, where TLS is to say so (RFC 8446, 4.4.2). Shown to a server that asks, never to a proxy.
struct ClientCertificate {
    std::string certificate;  ///< PEM, the leaf first, then what leads to its authority
    Secret key;               ///< PEM, unencrypted; the leaf's
};

/// Moved, not copied, for the key in it.
struct HttpOptions {
    std::chrono::milliseconds connect_timeout = std::chrono::seconds{10};  ///< until TLS stands
    std::chrono::milliseconds total_timeout = std::chrono::seconds{60};    ///< of one request and its answer
    std::size_t answer_limit = limits::http_answer;                        ///< bytes of headers and body together
    std::string ca_file{};     ///< PEM, trusted beside the system's folder of authorities; empty: those alone
    std::string proxy{};       ///< as in https_proxy; empty: none. The environment is not asked
    std::string no_proxy{};    ///< as in no_proxy: hosts, parted by commas, that are reached without it
    std::string user_agent{};  ///< empty: "mdmctl/VERSION"
    std::optional<ClientCertificate> client_certificate{};  ///< wiped with the client
    /// By ALPN (RFC 9113, 3.2): who answers with less is no service of this kind, but has seen what it was asked.
    bool http2_only = false;
    /// Gets every request and answer as text, secrets blanked; see http_trace.hpp.
    std::function<void(std::string_view)> trace{};
};

class HttpClient {
public:
    virtual ~HttpClient() = default;

    /// Sends one request, once, and waits for the whole answer.
    /// throws  bad_usage: the URL, or a header that would be two
    ///         insecure_connection: http, and not to a literal loopback address
    ///         unavailable, timed_out: try again later
    ///         tls_failed: who answers is not who was asked for, by the authorities that are trusted
    ///         unauthorized: TLS ends with an alert on our certificate, or on there being none (RFC 8446, 6.2)
    ///         bad_answer: what comes is not HTTP, or not HTTP/2 where nothing else will do, or more than the limit
    ///         bad_setting: the CA file cannot be used, or the client certificate with its key; nothing was sent
    ///         library_missing: libcurl is not installed
    /// Messages name host and port, never path, query, header or body.
    virtual HttpResponse send(const HttpRequest& request) = 0;

    /// Since this was asked last, a request has left whose answer never came: it may have been acted on.
    virtual bool take_unanswered() { return true; }
};

/// By libcurl. Keeps its connections between requests; for one thread at a time.
std::unique_ptr<HttpClient> curl_http_client(HttpOptions options);

/// Says before anything is sent whether a URL may be asked, for a setting that is kept.
/// throws  bad_usage, insecure_connection, as send does
void judge_http_url(std::string_view url);

/// throws  bad_usage: a name that is no token (RFC 9110, 5.6.2), or a value with a line end or NUL
void judge_header(std::string_view name, std::string_view value);

}  // namespace mdm::net
