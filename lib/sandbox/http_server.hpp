// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/http_message.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace mdm::sandbox {

/// An HTTP/1.1 server on this host's loopback, in threads of this process, in which every signal is blocked: those that
/// the process is sent reach the thread that made the server, as without one. It serves from when it is there until it
/// goes away, which waits for no client.
class HttpServer {
public:
    /// Asked by several threads at once. What it throws is answered with 500 and its message.
    using Handler = std::function<HttpAnswer(const HttpRequest&)>;

    /// port   0: one that the kernel chooses
    /// throws  cannot_listen: another program has it
    HttpServer(std::uint16_t port, Handler handler);
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;
    ~HttpServer();

    std::string origin() const;  ///< "http://127.0.0.1:43210"

private:
    class Listener;
    std::unique_ptr<Listener> listener_;
    std::uint16_t port_ = 0;
};

}  // namespace mdm::sandbox
