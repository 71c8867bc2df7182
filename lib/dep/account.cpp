// SPDX-License-Identifier: Apache-2.0
#include "dep/account.hpp"

#include "base/error.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "dep/client.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <limits>
#include <nlohmann/json.hpp>
#include <set>

namespace mdm::dep {
namespace {

using Json = nlohmann::json;

struct TextMember {
    std::string_view name;
    std::string Account::*member;
};

constexpr std::array<TextMember, 12> text_members{{
    {"server_name", &Account::server_name},
    {"server_uuid", &Account::server_uuid},
    {"admin_id", &Account::admin_id},
    {"facilitator_id", &Account::facilitator_id},
    {"org_name", &Account::org_name},
    {"org_email", &Account::org_email},
    {"org_phone", &Account::org_phone},
    {"org_address", &Account::org_address},
    {"org_id", &Account::org_id},
    {"org_id_hash", &Account::org_id_hash},
    {"org_type", &Account::org_type},
    {"org_version", &Account::org_version},
}};

[[noreturn]] void refuse(std::string_view what) {
    throw Error{ErrorCode::bad_answer, std::string(what),
                "look whether something in between answers in Apple's place; --trace FILE shows what came"};
}

bool is_known(std::string_view name) {
    return name == "urls" || std::any_of(text_members.begin(), text_members.end(),
                                         [&](const TextMember& known) { return known.name == name; });
}

/// A member that is there twice says two things, and readers differ in which they take.
Json parsed(std::string_view text) {
    std::set<std::string> seen;
    std::string doubled;
    const auto watch = [&](int depth, Json::parse_event_t event, Json& value) {
        if (event == Json::parse_event_t::key && depth == 1 && is_known(value.get_ref<std::string&>()) &&
            !seen.insert(value.get<std::string>()).second)
            doubled = value.get<std::string>();
        return true;
    };
    Json json = Json::parse(text.begin(), text.end(), watch, false);
    if (!json.is_object())
        refuse("this is no JSON object");
    if (!doubled.empty())
        refuse(fmt::format("'{}' is there twice", doubled));
    return json;
}

/// nullptr: it is not there, or null, which is the same.
const Json* member(const Json& object, std::string_view name) {
    const auto found = object.find(std::string(name));
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

std::string text_of(const Json& value, std::string_view name) {
    const auto* text = value.get_ptr<const std::string*>();
    if (text == nullptr)
        refuse(fmt::format("'{}' is no text", name));
    if (text->size() > limits::dep_text)
        refuse(fmt::format("'{}' is longer than {} bytes", name, limits::dep_text));
    return *text;
}

std::optional<std::int32_t> limit_of(const Json& limit, std::string_view name, const std::string& place) {
    const Json* value = member(limit, name);
    if (value == nullptr)
        return std::nullopt;
    if (!value->is_number_unsigned() || value->get<std::uint64_t>() > std::numeric_limits<std::int32_t>::max())
        refuse(fmt::format("'{}.limit.{}' is no number of things", place, name));
    return static_cast<std::int32_t>(value->get<std::uint64_t>());
}

std::vector<std::string> methods_of(const Json& value, const std::string& place) {
    const std::string name = place + ".http_method";
    if (value.is_string())
        return {text_of(value, name)};
    if (!value.is_array() || value.size() > limits::dep_services)
        refuse(fmt::format("'{}' is no list of methods", name));
    std::vector<std::string> methods;
    for (const Json& method : value)
        methods.push_back(text_of(method, name));
    return methods;
}

PermittedService service_of(const Json& value, const std::string& place) {
    if (!value.is_object())
        refuse(fmt::format("'{}' is no object", place));
    PermittedService service;
    const Json* uri = member(value, "uri");
    service.uri = uri == nullptr ? "" : text_of(*uri, place + ".uri");
    if (service.uri.empty())
        refuse(fmt::format("'{}.uri' is missing", place));
    if (const Json* methods = member(value, "http_method"))
        service.http_methods = methods_of(*methods, place);
    if (const Json* limit = member(value, "limit")) {
        if (!limit->is_object())
            refuse(fmt::format("'{}.limit' is no object", place));
        service.default_limit = limit_of(*limit, "default", place);
        service.maximum_limit = limit_of(*limit, "maximum", place);
    }
    return service;
}

std::vector<PermittedService> services_of(const Json& urls) {
    if (!urls.is_array())
        refuse("'urls' is no list");
    if (urls.size() > limits::dep_services)
        refuse(fmt::format("'urls' has more than {} entries", limits::dep_services));
    std::vector<PermittedService> services;
    for (std::size_t i = 0; i < urls.size(); ++i)
        services.push_back(service_of(urls[i], fmt::format("urls[{}]", i)));
    return services;
}

}  // namespace

std::string program_of(std::string_view org_type) {
    if (org_type == "edu")
        return "school";
    return org_type == "org" ? "business" : std::string(org_type);
}

std::string Account::apple_account() const { return admin_id.empty() ? facilitator_id : admin_id; }

Account parse_account(std::string_view text) {
    const Json json = parsed(text);
    Account account;
    for (const TextMember& known : text_members)
        if (const Json* value = member(json, known.name))
            account.*known.member = text_of(*value, known.name);
    if (account.server_name.empty())
        refuse(member(json, "server_name") == nullptr ? "'server_name' is missing" : "'server_name' is empty");
    if (account.server_uuid.empty() && account.org_id.empty())
        refuse("it has neither 'server_uuid' nor 'org_id'");
    if (const Json* urls = member(json, "urls"))
        account.urls = services_of(*urls);
    return account;
}

Account fetch_account(Client& client) {
    const std::string body = client.call({.path = "/account"}).body;
    try {
        return parse_account(body);
    } catch (const Error& e) {
        throw Error{e.code(), fmt::format("{} answers /account: {}", client.where(), e.message()), e.hint()};
    }
}

}  // namespace mdm::dep
