// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "net/curl_library.hpp"

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

/// What HTTP and mail have in common. Included by lib/net/*.cpp alone.
namespace mdm::net {

struct ClientCertificate;

struct TransferSettings {
    std::chrono::milliseconds connect_timeout;
    std::chrono::milliseconds total_timeout;
    std::string ca_file;
    std::string proxy;
    std::string no_proxy;
};

/// Lines for libcurl, which copies them; wiped at the end.
class Lines {
public:
    Lines() = default;
    Lines(const Lines&) = delete;
    Lines& operator=(const Lines&) = delete;
    ~Lines();

    void add(const std::string& line);
    curl_slist* get() const { return first_; }

private:
    curl_slist* first_ = nullptr;
};

/// One easy handle, whose TLS is verified from the start.
class Transfer {
public:
    Transfer();

    /// Everything as at first, connections aside; then what every transfer has.
    /// protocols  those that libcurl may speak: "https"
    void begin(const TransferSettings& settings, const char* protocols);

    /// A refused option is a bug of ours, or no memory.
    template <class T>
    void set(CURLoption option, T value) {
        static_assert(std::is_same_v<T, long> || std::is_same_v<T, curl_off_t> || std::is_pointer_v<T>,
                      "libcurl reads a long, a curl_off_t or a pointer");
        accepted(curl().easy_setopt(easy_.get(), option, value));
    }

    /// Shows ours to the server that asks for it; after begin. libcurl keeps pointers: it must outlive all transfers.
    void show(const ClientCertificate& ours);

    CURLcode perform();

    template <class T>
    T info(CURLINFO which) const {
        T value{};
        curl().easy_getinfo(easy_.get(), which, &value);
        return value;
    }

    /// What became of a transfer that failed, in words: host and reason, never a path, a header or a body.
    /// where  "mdm.example:443"
    Error error(CURLcode code, std::string_view where) const;

    CURL* get() const { return easy_.get(); }

private:
    static void accepted(CURLcode code);
    Error timeout_error(std::string_view where) const;
    Error unreachable_error(std::string_view where) const;
    Error tls_error(CURLcode code, std::string_view where) const;
    Error broken_error(std::string_view where) const;
    std::optional<Error> refused_certificate(std::string_view where) const;

    EasyHandle easy_;
    TransferSettings settings_{};
    bool shows_certificate_ = false;
    std::array<char, CURL_ERROR_SIZE> detail_{};
};

}  // namespace mdm::net
