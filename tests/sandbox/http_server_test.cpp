// SPDX-License-Identifier: Apache-2.0
#include "sandbox/http_server.hpp"

#include "base/error.hpp"
#include "catch.hpp"
#include "fakes/errors.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <chrono>
#include <csignal>
#include <netinet/in.h>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>

using namespace mdm;
using namespace mdm::sandbox;
using namespace mdm::fakes;

namespace {

/// A connection on which bytes are sent as they are.
class Client {
public:
    explicit Client(const HttpServer& server) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = ::htonl(INADDR_LOOPBACK);
        address.sin_port = ::htons(port_of(server));
        if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
            throw std::runtime_error("nobody listens");
    }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;
    ~Client() { ::close(socket_); }

    static std::uint16_t port_of(const HttpServer& server) {
        return static_cast<std::uint16_t>(std::stoi(server.origin().substr(server.origin().rfind(':') + 1)));
    }

    void send(const std::string& bytes) const { ::send(socket_, bytes.data(), bytes.size(), 0); }

    /// All that comes until `end` has come, or the connection is closed.
    std::string receive(const std::string& end = "") const {
        std::string all;
        char byte = 0;
        while ((end.empty() || !all.ends_with(end)) && ::recv(socket_, &byte, 1, 0) == 1)
            all += byte;
        return all;
    }

private:
    int socket_;
};

HttpAnswer text(std::string body) { return {.content_type = "text/plain", .body = std::move(body)}; }

HttpServer echo() {
    return {0, [](const HttpRequest& request) {
                std::string seen = request.method + " " + request.target;
                auto values = request.values("authorization");
                std::sort(values.begin(), values.end());
                for (const auto value : values)
                    seen += "|" + std::string(value);
                return text(seen + "|" + request.body + "\n");
            }};
}

}  // namespace

TEST_CASE("a request is heard as it was sent: neither its target nor a header is decoded") {
    const HttpServer server = echo();
    const Client client(server);
    client.send("GET /a%2Fb?c=%26 HTTP/1.1\r\nHost: x\r\nAuthorization: a%2Bb\r\nAUTHORIZATION:  c \r\n\r\n");
    CHECK(client.receive("|\n").ends_with("GET /a%2Fb?c=%26|a%2Bb|c|\n"));
}

TEST_CASE("what is asked twice is answered twice on one connection, bodies included") {
    const HttpServer server = echo();
    const Client client(server);
    for (int n = 0; n < 2; ++n) {
        client.send(
            "DELETE /x HTTP/1.1\r\nHost: x\r\nAuthorization: a%2Bb\r\nAuthorization:  c \r\nContent-Length: "
            "4\r\n\r\nbody");
        const std::string answer = client.receive("body\n");
        CHECK(answer.starts_with("HTTP/1.1 200 OK\r\n"));
        CHECK(answer.ends_with("DELETE /x|a%2Bb|c|body\n"));
    }
}

TEST_CASE("an answer can be cut, or never come, and the server ends all the same") {
    const auto delivery = GENERATE(HttpAnswer::Delivery::cut, HttpAnswer::Delivery::never);
    const auto begun = std::chrono::steady_clock::now();
    {
        const HttpServer server(0, [&](const HttpRequest&) {
            HttpAnswer answer = text(std::string(1000, 'x'));
            answer.delivery = delivery;
            return answer;
        });
        const Client client(server);
        client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        if (delivery == HttpAnswer::Delivery::cut) {
            const std::string answer = client.receive();
            CHECK(answer.find("Content-Length: 1001") != std::string::npos);
            CHECK(answer.ends_with("xxx"));
        }
        const Client silent(server);
    }
    CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds{3});
}

TEST_CASE("what the handler throws is answered with 500") {
    const HttpServer server(0, [](const HttpRequest&) -> HttpAnswer {
        throw Error{ErrorCode::damaged_state, "the memory is damaged"};
    });
    const Client client(server);
    client.send("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    const std::string answer = client.receive();
    CHECK(answer.starts_with("HTTP/1.1 500 "));
    CHECK(answer.ends_with("the memory is damaged"));
}

TEST_CASE("a port that somebody has is not shared") {
    const HttpServer server = echo();
    CHECK(code_of([&] { return HttpServer(Client::port_of(server), {}); }) == "cannot_listen");
}

TEST_CASE("a server changes nothing about the signals of its process") {
    struct sigaction before {};
    ::sigaction(SIGPIPE, nullptr, &before);
    const HttpServer server = echo();
    struct sigaction after {};
    ::sigaction(SIGPIPE, nullptr, &after);
    CHECK(before.sa_handler == after.sa_handler);
    sigset_t mask;
    ::pthread_sigmask(SIG_SETMASK, nullptr, &mask);
    CHECK(::sigismember(&mask, SIGTERM) == 0);
}
