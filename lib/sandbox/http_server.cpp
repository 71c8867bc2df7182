// SPDX-License-Identifier: Apache-2.0
#include "sandbox/http_server.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <condition_variable>
#include <csignal>
#include <fmt/format.h>
#include <httplib.h>
#include <map>
#include <mutex>
#include <poll.h>
#include <sys/socket.h>
#include <thread>

namespace mdm::sandbox {
namespace {

constexpr const char* loopback = "127.0.0.1";
constexpr std::size_t threads = 16;
constexpr std::size_t longest_body = 16U << 20U;
/// Of a connection that says nothing, in between two requests or in the midst of one.
constexpr std::chrono::milliseconds patience{10'000};
constexpr std::size_t requests_of_a_connection = 1000;

/// One client's connection, as cpp-httplib reads it. It keeps the head of each request as it was sent: cpp-httplib
/// percent-decodes the values of headers, and what OAuth signs is how they were encoded.
class Connection final : public httplib::Stream {
public:
    explicit Connection(socket_t socket) : socket_(socket) {}

    /// True when there is something to read. A client that has gone counts, and the read then says so.
    bool await(std::chrono::milliseconds longest) const {
        if (!unread_.empty())
            return true;
        pollfd poll{socket_, POLLIN, 0};
        return ::poll(&poll, 1, static_cast<int>(longest.count())) > 0;
    }
    /// Closes both ways, from whatever thread: who waits on it wakes up.
    void shut() const { ::shutdown(socket_, SHUT_RDWR); }
    /// Lets it end with a reset (RST), of which the client knows no more than that.
    void end_with_reset() {
        const linger at_once{1, 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
        is_reset_ = true;
    }
    void close() const {
        if (!is_reset_)
            shut();
        ::close(socket_);
    }

    void begin_request() { head_.clear(); }
    const std::string& head() const { return head_; }

    bool is_readable() const override { return await(patience); }
    bool is_writable() const override {
        pollfd poll{socket_, POLLOUT, 0};
        return ::poll(&poll, 1, static_cast<int>(patience.count())) > 0;
    }

    ssize_t read(char* bytes, std::size_t size) override {
        if (unread_.empty() && !fill())
            return 0;
        const std::size_t taken = std::min(size, unread_.size());
        std::copy_n(unread_.data(), taken, bytes);
        if (!has_whole_head())
            head_.append(unread_.substr(0, taken));
        unread_.remove_prefix(taken);
        return static_cast<ssize_t>(taken);
    }

    ssize_t write(const char* bytes, std::size_t size) override {
        // A client that has gone is an error here and no signal: SIGPIPE is blocked in this thread.
        return is_writable() ? ::send(socket_, bytes, size, 0) : -1;
    }

    void get_remote_ip_and_port(std::string& ip, int& port) const override { get_local_ip_and_port(ip, port); }
    void get_local_ip_and_port(std::string& ip, int& port) const override {
        ip = loopback;
        port = 0;
    }
    socket_t socket() const override { return socket_; }

private:
    bool has_whole_head() const { return head_.ends_with("\r\n\r\n"); }

    bool fill() {
        if (!await(patience))
            return false;
        const ssize_t size = ::recv(socket_, buffer_.data(), buffer_.size(), 0);
        unread_ = {buffer_.data(), size > 0 ? static_cast<std::size_t>(size) : 0};
        return size > 0;
    }

    socket_t socket_;
    bool is_reset_ = false;
    std::array<char, 8192> buffer_{};
    std::string_view unread_;
    std::string head_;
};

/// The header lines of a request's head.
httplib::Headers headers_in(std::string_view head) {
    httplib::Headers headers;
    for (std::string_view line : split(head, '\n')) {
        const auto colon = line.find(':');
        if (colon != std::string_view::npos && colon > 0 && line.find(' ') > colon)
            headers.emplace(std::string(line.substr(0, colon)), std::string(trimmed(line.substr(colon + 1))));
    }
    return headers;
}

HttpRequest request_from(const httplib::Request& heard) {
    HttpRequest request{heard.method, heard.target, {}, heard.body};
    for (const auto& [name, value] : heard.headers)
        request.headers.push_back({name, value});
    return request;
}

/// Blocks every signal while it lives, and with them in the threads that are started meanwhile.
class NoSignals {
public:
    NoSignals() {
        sigset_t all;
        ::sigfillset(&all);
        ::pthread_sigmask(SIG_SETMASK, &all, &before_);
        ::sigaction(SIGPIPE, nullptr, &pipe_before_);
    }
    NoSignals(const NoSignals&) = delete;
    NoSignals& operator=(const NoSignals&) = delete;
    ~NoSignals() {
        // cpp-httplib ignores SIGPIPE for the whole process, and a program that we run would inherit that.
        ::sigaction(SIGPIPE, &pipe_before_, nullptr);
        ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    }

private:
    sigset_t before_{};
    struct sigaction pipe_before_ {};
};

HttpAnswer asked(const HttpServer::Handler& handler, const HttpRequest& request) {
    const auto failed = [](std::string_view why) {
        return HttpAnswer{.status = 500, .content_type = "text/plain;charset=UTF-8", .body = std::string(why)};
    };
    try {
        return handler(request);
    } catch (const Error& e) {
        return failed(e.message());
    } catch (const std::exception& e) {
        return failed(e.what());
    }
}

}  // namespace

/// cpp-httplib's server, with connections of ours.
class HttpServer::Listener final : public httplib::Server {
public:
    explicit Listener(HttpServer::Handler handler) : handler_(std::move(handler)) {
        new_task_queue = [] { return new httplib::ThreadPool(threads); };
        set_payload_max_length(longest_body);
        set_keep_alive_max_count(requests_of_a_connection);
        set_tcp_nodelay(true);
        // Not SO_REUSEPORT, which is its default: two servers would share a port, and requests go to either.
        set_socket_options([](socket_t socket) {
            const int yes = 1;
            ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        });
        const auto serve = [this](const httplib::Request& heard, httplib::Response& said) { answer(heard, said); };
        Get(".*", serve);
        Post(".*", serve);
        Put(".*", serve);
        Patch(".*", serve);
        Delete(".*", serve);
        Options(".*", serve);
    }
    ~Listener() override {
        end();
        if (thread_.joinable())
            thread_.join();
    }

    /// The port; nullopt where it cannot be had.
    std::optional<std::uint16_t> begin(std::uint16_t port) {
        const int bound = port == 0 ? bind_to_any_port(loopback) : bind_to_port(loopback, port) ? port : -1;
        if (bound <= 0)
            return std::nullopt;
        thread_ = std::thread([this] {
            listen_after_bind();
            has_ended_ = true;
        });
        return static_cast<std::uint16_t>(bound);
    }

private:
    void end() {
        {
            const std::lock_guard lock(mutex_);
            is_ending_ = true;
            for (const auto& [thread, connection] : connections_)
                connection->shut();
        }
        ending_.notify_all();
        // One that was not running yet would not be stopped.
        while (thread_.joinable() && !is_running() && !has_ended_)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        stop();
    }

    bool admit(Connection& connection) {
        const std::lock_guard lock(mutex_);
        if (!is_ending_)
            connections_.emplace(std::this_thread::get_id(), &connection);
        return !is_ending_;
    }

    void dismiss() {
        const std::lock_guard lock(mutex_);
        connections_.erase(std::this_thread::get_id());
    }

    // NOLINTNEXTLINE(readability-identifier-naming): it is cpp-httplib's
    bool process_and_close_socket(socket_t socket) override {
        Connection connection(socket);
        if (admit(connection)) {
            bool closed = false;
            for (std::size_t n = 0; !closed && n < requests_of_a_connection && connection.await(patience); ++n) {
                connection.begin_request();
                if (!serve_one(*this, connection, closed))
                    break;
            }
            dismiss();
        }
        connection.close();
        return true;
    }

    /// One request of a connection. Its parameters differ between the versions of cpp-httplib.
    template <class Server>
    static bool serve_one(Server& server, Connection& connection, bool& closed) {
        const std::function<void(httplib::Request&)> as_sent = [&](httplib::Request& request) {
            request.headers = headers_in(connection.head());
        };
        if constexpr (requires { server.process_request(connection, false, closed, as_sent); })
            return server.process_request(connection, false, closed, as_sent);
        else
            return server.process_request(connection, loopback, 0, loopback, 0, false, closed, as_sent);
    }

    void answer(const httplib::Request& heard, httplib::Response& said) {
        HttpAnswer answer = asked(handler_, request_from(heard));
        if (answer.delivery == HttpAnswer::Delivery::never)
            await_end(std::nullopt);
        else if (answer.delay > std::chrono::seconds{0})
            await_end(answer.delay);
        put(std::move(answer), said);
    }

    void put(HttpAnswer answer, httplib::Response& said) {
        said.status = answer.status;
        for (const HttpHeader& header : answer.headers)
            said.set_header(header.name, header.value);
        if (answer.delivery == HttpAnswer::Delivery::cut || answer.delivery == HttpAnswer::Delivery::reset)
            put_half(answer, said);
        else if (answer.spread > std::chrono::seconds{0})
            put_slowly(answer, said);
        else if (!answer.body.empty() || !answer.content_type.empty())
            said.set_content(std::move(answer.body), answer.content_type);
    }

    /// The content that is not all there: the client is promised more than it gets.
    void put_half(const HttpAnswer& answer, httplib::Response& said) {
        const bool is_reset = answer.delivery == HttpAnswer::Delivery::reset;
        said.set_content_provider(answer.body.size() + 1, answer.content_type,
                                  [this, is_reset, half = answer.body.substr(0, answer.body.size() / 2)](
                                      std::size_t, std::size_t, httplib::DataSink& sink) {
                                      sink.write(half.data(), half.size());
                                      if (is_reset)
                                          own_connection().end_with_reset();
                                      return false;
                                  });
    }

    void put_slowly(const HttpAnswer& answer, httplib::Response& said) {
        constexpr std::size_t pieces = 20;
        const std::size_t piece = answer.body.size() / pieces + 1;
        const std::chrono::milliseconds pause = std::chrono::milliseconds{answer.spread} / pieces;
        said.set_content_provider(
            answer.body.size(), answer.content_type,
            [this, body = answer.body, piece, pause](std::size_t offset, std::size_t length, httplib::DataSink& sink) {
                await_end(pause);
                return sink.write(body.data() + offset, std::min(piece, length));
            });
    }

    Connection& own_connection() {
        const std::lock_guard lock(mutex_);
        return *connections_.at(std::this_thread::get_id());
    }

    /// Until the time is over, or this server's end, or the client's.
    void await_end(std::optional<std::chrono::milliseconds> longest) {
        constexpr std::chrono::milliseconds step{20};
        const auto until = std::chrono::steady_clock::now() + longest.value_or(std::chrono::hours{24});
        std::unique_lock lock(mutex_);
        const Connection* const client = connections_.at(std::this_thread::get_id());
        while (!is_ending_ && std::chrono::steady_clock::now() < until && !has_left(*client))
            ending_.wait_for(lock, step);
        if (!longest || is_ending_)
            client->shut();
    }

    static bool has_left(const Connection& client) {
        pollfd poll{client.socket(), POLLIN, 0};
        char next = 0;
        return ::poll(&poll, 1, 0) > 0 && ::recv(client.socket(), &next, 1, MSG_PEEK) <= 0;
    }

    HttpServer::Handler handler_;
    std::mutex mutex_;
    std::condition_variable ending_;
    bool is_ending_ = false;
    std::map<std::thread::id, Connection*> connections_;
    std::atomic<bool> has_ended_ = false;
    std::thread thread_;
};

HttpServer::HttpServer(std::uint16_t port, Handler handler) {
    const NoSignals none;
    listener_ = std::make_unique<Listener>(std::move(handler));
    const auto had = listener_->begin(port);
    if (!had)
        throw Error{ErrorCode::cannot_listen, fmt::format("nothing can listen at {}:{}", loopback, port),
                    "another program has that port; with port 0 a free one is taken"};
    port_ = *had;
}

HttpServer::~HttpServer() = default;

std::string HttpServer::origin() const { return fmt::format("http://{}:{}", loopback, port_); }

}  // namespace mdm::sandbox
