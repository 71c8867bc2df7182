// SPDX-License-Identifier: Apache-2.0
#include "dep/server_token.hpp"

#include "base/encoding.hpp"
#include "base/error.hpp"
#include "base/json_object.hpp"
#include "base/text.hpp"
#include "dep/mime_part.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

namespace mdm::dep {
namespace {

constexpr std::array<std::string_view, 5> members{"consumer_key", "consumer_secret", "access_token", "access_secret",
                                                  "access_token_expiry"};

[[noreturn]] void refuse(std::string_view name, const std::string& why) {
    throw Error{ErrorCode::not_a_server_token, fmt::format("'{}' holds no server token: {}", name, why),
                "download the server token again; that ends the token in use at once"};
}

/// The members of the outermost object, read without building a tree: none of it stays in memory behind us.
class TokenReader : public nlohmann::json_sax<nlohmann::json> {
public:
    explicit TokenReader(std::string_view file) : file_(file) {}

    std::map<std::string, Secret, std::less<>> take() { return std::move(found_); }
    bool is_sandbox() const { return is_sandbox_; }

    bool null() override { return other(); }
    bool boolean(bool) override { return other(); }
    bool number_integer(number_integer_t) override { return other(); }
    bool number_unsigned(number_unsigned_t) override { return other(); }
    bool number_float(number_float_t, const string_t&) override { return other(); }
    bool binary(binary_t&) override { return other(); }
    bool start_object(std::size_t) override {
        if (depth_ > 0)
            other();
        ++depth_;
        return true;
    }
    bool end_object() override {
        --depth_;
        return true;
    }
    bool start_array(std::size_t) override {
        other();
        ++depth_;
        return true;
    }
    bool end_array() override { return end_object(); }
    bool key(string_t& name) override {
        if (depth_ == 1)
            key_ = name;
        is_sandbox_ = is_sandbox_ || (depth_ == 1 && name == sandbox_mark);
        return true;
    }
    bool string(string_t& value) override {
        if (depth_ == 1 && is_wanted())
            take(value);
        wipe(value.data(), value.size());
        return depth_ > 0;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

private:
    bool is_wanted() const { return std::find(members.begin(), members.end(), key_) != members.end(); }

    void take(string_t& value) {
        if (value.empty())
            refuse(file_, fmt::format("{} is empty", key_));
        if (!found_.emplace(key_, Secret(std::string(value))).second)
            refuse(file_, fmt::format("{} is there twice", key_));
    }

    bool other() {
        if (depth_ == 1 && is_wanted())
            refuse(file_, fmt::format("{} is no string", key_));
        return depth_ > 0;
    }

    std::string_view file_;
    std::map<std::string, Secret, std::less<>> found_;
    std::string key_;
    int depth_ = 0;
    bool is_sandbox_ = false;
};

/// What stands between the marker lines, on one line; all of it where there are none.
Secret json_in(std::string_view message) {
    constexpr std::string_view begin = "-----BEGIN MESSAGE-----";
    constexpr std::string_view end = "-----END MESSAGE-----";
    const MimePart part = read_mime_part(message);
    Secret decoded;
    std::string_view text = part.body;
    if (part.encoding() == "quoted-printable")
        decoded = Secret(from_quoted_printable(text));
    else if (part.encoding() == "base64")
        decoded = Secret(from_base64(text).value_or(""));
    if (!decoded.empty())
        text = decoded.reveal();
    if (const auto at = text.find(begin); at != std::string_view::npos)
        text.remove_prefix(at + begin.size());
    text = text.substr(0, text.find(end));
    std::string json;
    json.reserve(text.size());
    std::copy_if(text.begin(), text.end(), std::back_inserter(json), [](char c) { return c != '\r' && c != '\n'; });
    return Secret(std::move(json));
}

void refuse_missing(const std::map<std::string, Secret, std::less<>>& found, std::string_view file) {
    std::vector<std::string> missing;
    for (const std::string_view member : members)
        if (!found.contains(member))
            missing.emplace_back(member);
    if (!missing.empty())
        refuse(file, fmt::format("{} {} missing", joined(missing, ", "), missing.size() == 1 ? "is" : "are"));
}

}  // namespace

ServerToken ServerToken::copy() const {
    return {consumer_key,         consumer_secret.copy(), access_token.copy(),
            access_secret.copy(), access_token_expiry,    sandbox};
}

bool ServerToken::is(const ServerToken& other) const {
    return consumer_key == other.consumer_key && access_token.reveal() == other.access_token.reveal() &&
           access_secret.reveal() == other.access_secret.reveal();
}

ServerToken read_server_token(std::string_view message, std::string_view name) {
    const Secret json = json_in(message);
    TokenReader reader(name);
    const std::string_view text = json.reveal();
    const bool whole = nlohmann::json::sax_parse(text.begin(), text.end(), &reader);
    auto found = reader.take();
    wipe_leavings();
    if (!whole)
        refuse(name, found.empty() ? "what is encrypted in it is something else" : "its JSON is cut or damaged");
    refuse_missing(found, name);
    const auto expiry = parse_time(found.at("access_token_expiry").reveal());
    if (!expiry)
        refuse(name, "access_token_expiry is no time");
    return {.consumer_key = std::string(found.at("consumer_key").reveal()),
            .consumer_secret = std::move(found.at("consumer_secret")),
            .access_token = std::move(found.at("access_token")),
            .access_secret = std::move(found.at("access_secret")),
            .access_token_expiry = *expiry,
            .sandbox = reader.is_sandbox()};
}

Secret to_json(const ServerToken& token) {
    std::string json = json_object({{"consumer_key", token.consumer_key},
                                    {"consumer_secret", std::string(token.consumer_secret.reveal())},
                                    {"access_token", std::string(token.access_token.reveal())},
                                    {"access_secret", std::string(token.access_secret.reveal())},
                                    {"access_token_expiry", to_rfc3339(token.access_token_expiry)}});
    wipe_leavings();
    return Secret(std::move(json));
}

}  // namespace mdm::dep
