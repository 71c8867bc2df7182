// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

/// What the pretend services hear and say, as values: so that they can be judged without a network.
namespace mdm::sandbox {

struct HttpHeader {
    std::string name;
    std::string value;
};

struct HttpRequest {
    std::string method;
    std::string target;               ///< path and query as they were sent: "/profile?profile_uuid=7F"
    std::vector<HttpHeader> headers;  ///< as they were sent, in no order
    std::string body;

    std::string_view path() const;
    std::string_view query() const;  ///< behind the question mark
    /// Of all headers with that name, in any case.
    std::vector<std::string_view> values(std::string_view name) const;
};

struct HttpAnswer {
    /// How it reaches the client.
    enum class Delivery {
        whole,
        cut,    ///< the connection is closed in the midst of the body
        reset,  ///< it is reset there
        never,  ///< the client waits until it gives up
    };

    int status = 200;
    std::vector<HttpHeader> headers{};
    std::string content_type{};
    std::string body{};
    Delivery delivery = Delivery::whole;
    std::chrono::seconds delay{0};   ///< before the first byte, by the real clock
    std::chrono::seconds spread{0};  ///< between the first byte of the body and the last
};

/// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110, 5.6.7).
std::string http_date(Time t);

}  // namespace mdm::sandbox
