// SPDX-License-Identifier: Apache-2.0
#include "net/curl_transfer.hpp"

#include "base/secret.hpp"
#include "base/text.hpp"
#include "net/http.hpp"
#include "net/tls_alert.hpp"

#include <cstring>
#include <fmt/format.h>
#include <new>
#include <system_error>
#include <utility>

namespace mdm::net {
namespace {

/// "Connection refused" in the middle of a sentence.
std::string in_a_sentence(std::string text) {
    if (text.size() > 1 && text[1] >= 'a' && text[1] <= 'z')
        text[0] = lower_case(text.substr(0, 1))[0];
    return text;
}

std::string seconds(std::chrono::milliseconds time) {
    if (time.count() % 1000 != 0)
        return fmt::format("{} ms", time.count());
    return counted(time.count() / 1000, "second");
}

Error unavailable(std::string_view where, std::string_view why, std::string hint) {
    return {ErrorCode::unavailable, fmt::format("cannot reach {}: {}", where, why), std::move(hint)};
}

/// Not copied: what libcurl copies it frees without wiping.
curl_blob blob_of(std::string_view pem) {
    return {.data = const_cast<char*>(pem.data()), .len = pem.size(), .flags = CURL_BLOB_NOCOPY};
}

}  // namespace

Lines::~Lines() {
    if (first_ == nullptr)
        return;
    for (const curl_slist* line = first_; line != nullptr; line = line->next)
        wipe(line->data, std::strlen(line->data));
    curl().slist_free_all(first_);
}

void Lines::add(const std::string& line) {
    curl_slist* longer = curl().slist_append(first_, line.c_str());
    if (longer == nullptr)
        throw std::bad_alloc();
    first_ = longer;
}

Transfer::Transfer() : easy_(curl().easy_init()) {
    if (!easy_)
        throw std::bad_alloc();
}

void Transfer::begin(const TransferSettings& settings, const char* protocols) {
    settings_ = settings;
    shows_certificate_ = false;
    detail_.fill('\0');
    curl().easy_reset(easy_.get());
    set(CURLOPT_ERRORBUFFER, detail_.data());
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_PROTOCOLS_STR, protocols);
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    // Empty texts, not none: with none libcurl asks the environment.
    set(CURLOPT_PROXY, settings.proxy.c_str());
    set(CURLOPT_NOPROXY, settings.no_proxy.c_str());
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(settings.connect_timeout.count()));
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(settings.total_timeout.count()));
    if (!settings.ca_file.empty()) {
        set(CURLOPT_CAINFO, settings.ca_file.c_str());
        set(CURLOPT_PROXY_CAINFO, settings.ca_file.c_str());
    }
}

void Transfer::accepted(CURLcode code) {
    if (code == CURLE_OUT_OF_MEMORY)
        throw std::bad_alloc();
    if (code != CURLE_OK)
        throw Error{ErrorCode::internal_error,
                    fmt::format("libcurl refuses an option: {}", curl().easy_strerror(code))};
}

void Transfer::show(const ClientCertificate& ours) {
    curl_blob certificate = blob_of(ours.certificate);
    curl_blob key = blob_of(ours.key.reveal());
    set(CURLOPT_SSLCERTTYPE, "PEM");
    set(CURLOPT_SSLCERT_BLOB, &certificate);
    set(CURLOPT_SSLKEYTYPE, "PEM");
    set(CURLOPT_SSLKEY_BLOB, &key);
    // With none, libcurl 7.88 reads a null pointer where the key is encrypted.
    set(CURLOPT_KEYPASSWD, "");
    shows_certificate_ = true;
}

CURLcode Transfer::perform() { return curl().easy_perform(easy_.get()); }

Error Transfer::timeout_error(std::string_view where) const {
    // Until there is something to be asked: TCP, TLS, a mail server's greeting.
    if (info<double>(CURLINFO_PRETRANSFER_TIME) == 0)
        return {ErrorCode::timed_out, fmt::format("cannot reach {}: it was not ready in time", where),
                "look whether a firewall is in between, or a proxy is needed"};
    return {ErrorCode::timed_out, fmt::format("{} did not answer within {}", where, seconds(settings_.total_timeout)),
            "try again later"};
}

Error Transfer::unreachable_error(std::string_view where) const {
    const auto reason = info<long>(CURLINFO_OS_ERRNO);
    const std::string why =
        reason == 0 ? "no connection" : in_a_sentence(std::generic_category().message(static_cast<int>(reason)));
    if (!settings_.proxy.empty())
        return unavailable(where, why, "look whether the proxy is up, and whether it is needed for this host");
    return unavailable(where, why, "look whether the service is up, and host and port are the right ones");
}

Error Transfer::tls_error(CURLcode code, std::string_view where) const {
    if (code == CURLE_SSL_CACERT_BADFILE)
        return {ErrorCode::bad_setting,
                fmt::format("the CA file '{}' holds no certificate that can be read", settings_.ca_file),
                "give a PEM file of the authorities to trust"};
    if (code == CURLE_SSL_CERTPROBLEM)
        return {ErrorCode::bad_setting,
                fmt::format("the client certificate for {} cannot be used, so nothing was sent", where),
                "give certificate and key in PEM, the key unencrypted and the one that the certificate is for"};
    std::string_view why = detail_.data();
    constexpr std::string_view prefix = "SSL certificate problem: ";
    if (why.starts_with(prefix))
        why.remove_prefix(prefix.size());
    if (why.empty())
        why = curl().easy_strerror(code);
    if (code == CURLE_SSL_CONNECT_ERROR)
        return {ErrorCode::tls_failed, fmt::format("no TLS came about with {}: {}", where, why),
                "look whether host and port are the right ones, and the server has TLS 1.2 or later"};
    return {ErrorCode::tls_failed, fmt::format("cannot verify who answers at {}: {}", where, why),
            "look at the server's certificate; where its authority is your own, MDMCTL_CA_FILE names it"};
}

Error Transfer::broken_error(std::string_view where) const {
    if (const auto refused = info<long>(CURLINFO_HTTP_CONNECTCODE); refused >= 300)
        return unavailable(where, fmt::format("the proxy refused with {}", refused),
                           "ask those who run the proxy, or name the host in no_proxy");
    return {ErrorCode::unavailable, fmt::format("the connection to {} broke before the answer was whole", where),
            "try again later"};
}

// In TLS 1.3 the server judges when the handshake is over for us, so the alert may be what is read for an answer.
std::optional<Error> Transfer::refused_certificate(std::string_view where) const {
    const auto alert = certificate_alert(detail_.data());
    if (alert && shows_certificate_)
        return Error{ErrorCode::unauthorized,
                     fmt::format("{} does not accept our certificate: {}", where, alert->words),
                     "look whether the certificate is one for this service, and neither expired nor revoked"};
    if (alert && alert->is_required())
        return Error{ErrorCode::unauthorized, fmt::format("{} wants a client certificate", where),
                     "look whether host and port are the right ones"};
    return std::nullopt;
}

Error Transfer::error(CURLcode code, std::string_view where) const {
    if (auto refused = refused_certificate(where))
        return std::move(*refused);
    switch (code) {
        case CURLE_OUT_OF_MEMORY:
            throw std::bad_alloc();
        case CURLE_OPERATION_TIMEDOUT:
            return timeout_error(where);
        case CURLE_COULDNT_RESOLVE_HOST:
            return unavailable(where, "no such host is known", "look at the name, and at this machine's DNS");
        case CURLE_COULDNT_RESOLVE_PROXY:
            return unavailable(where, "the proxy's name is not known", "look at the setting of the proxy");
        case CURLE_PROXY:
            return unavailable(where, "the proxy does not let us through", "look at the setting of the proxy");
        case CURLE_COULDNT_CONNECT:
            return unreachable_error(where);
        case CURLE_SSL_CONNECT_ERROR:
        case CURLE_SSL_CERTPROBLEM:
        case CURLE_SSL_CIPHER:
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CACERT_BADFILE:
        case CURLE_SSL_ISSUER_ERROR:
        case CURLE_SSL_INVALIDCERTSTATUS:
        case CURLE_SSL_CLIENTCERT:
            return tls_error(code, where);
        case CURLE_GOT_NOTHING:
        case CURLE_SEND_ERROR:
        case CURLE_RECV_ERROR:
        case CURLE_PARTIAL_FILE:
            return broken_error(where);
        case CURLE_WEIRD_SERVER_REPLY:
        case CURLE_UNSUPPORTED_PROTOCOL:
        case CURLE_HTTP2:
        case CURLE_HTTP2_STREAM:
        case CURLE_BAD_CONTENT_ENCODING:
            return {ErrorCode::bad_answer, fmt::format("what {} answers is not of its protocol", where),
                    "look whether host and port are the right ones, and nothing in between answers instead"};
        default:
            return unavailable(where, in_a_sentence(curl().easy_strerror(code)), "try again later");
    }
}

}  // namespace mdm::net
