// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"
#include "net/http.hpp"

#include <deque>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace mdm::fakes {

/// An HttpClient that gives what it was told to, in order, and notes what it was asked: "GET https://a.example/x". A
/// request too many fails; what was not asked for is in left(); the requests themselves are in requests().
class ScriptedHttp final : public net::HttpClient {
public:
    using Answer = std::variant<net::HttpResponse, Error>;

    explicit ScriptedHttp(std::deque<Answer> answers) : answers_(std::move(answers)) {}

    net::HttpResponse send(const net::HttpRequest& request) override {
        asked_.push_back(std::string(net::method_name(request.method)) + " " + request.url);
        requests_.push_back(copy_of(request));
        if (answers_.empty())
            throw std::logic_error("nothing was scripted for " + asked_.back());
        Answer answer = std::move(answers_.front());
        answers_.pop_front();
        if (const Error* error = std::get_if<Error>(&answer))
            throw Error(*error);
        return std::get<net::HttpResponse>(std::move(answer));
    }

    const std::vector<std::string>& asked() const { return asked_; }
    const std::vector<net::HttpRequest>& requests() const { return requests_; }
    std::size_t left() const { return answers_.size(); }

private:
    static net::HttpRequest copy_of(const net::HttpRequest& request) {
        net::HttpRequest copy{.method = request.method,
                              .url = request.url,
                              .headers = request.headers,
                              .body = request.body,
                              .idempotent = request.idempotent,
                              .url_is_secret = request.url_is_secret,
                              .body_is_secret = request.body_is_secret,
                              .answer_is_secret = request.answer_is_secret,
                              .secret_answer_headers = request.secret_answer_headers};
        for (const net::SecretHeader& header : request.secret_headers)
            copy.secret_headers.push_back({header.name, header.value.copy()});
        return copy;
    }

    std::deque<Answer> answers_;
    std::vector<std::string> asked_;
    std::vector<net::HttpRequest> requests_;
};

}  // namespace mdm::fakes
