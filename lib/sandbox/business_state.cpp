// SPDX-License-Identifier: Apache-2.0
#include "sandbox/business_state.hpp"

#include "base/error.hpp"
#include "base/files.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

namespace mdm::sandbox {
namespace {

using json = nlohmann::ordered_json;
using End = PortalToken::End;

/// A token has some 4 KB while its file is kept, and below 1 KB afterwards.
constexpr std::size_t state_limit = 64U << 20U;

constexpr std::array<std::pair<OrganizationType, std::string_view>, 2> types{
    {{OrganizationType::business, "business"}, {OrganizationType::school, "school"}}};
constexpr std::array<std::pair<End, std::string_view>, 3> ends{
    {{End::none, ""}, {End::superseded, "superseded"}, {End::password_changed, "password_changed"}}};

template <class Table, class Value>
std::string_view word_of(const Table& table, Value value) {
    return std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.first == value; })->second;
}

template <class Table>
auto named(const Table& table, const std::string& word) {
    const auto row = std::find_if(table.begin(), table.end(), [&](const auto& r) { return r.second == word; });
    if (row == table.end())
        throw std::invalid_argument(word);
    return row->first;
}

Time time_in(const json& text) {
    const auto time = parse_time(text.get<std::string>());
    if (!time)
        throw std::invalid_argument("no time");
    return *time;
}

json to_json(const Credential& c) { return {{"key", c.key}, {"secret", c.secret}}; }
Credential credential_from(const json& o) { return {o.at("key"), o.at("secret")}; }

json to_json(const PortalToken& t) {
    return {{"access", to_json(t.access)},
            {"apple_account", t.apple_account},
            {"made", to_rfc3339(t.made)},
            {"expiry", to_rfc3339(t.expiry)},
            {"file", t.file},
            {"downloaded", t.downloaded},
            {"end", std::string(name(t.end))}};
}

PortalToken token_from(const json& o) {
    return {credential_from(o.at("access")), o.at("apple_account"), time_in(o.at("made")),
            time_in(o.at("expiry")),         o.at("file"),          o.at("downloaded"),
            named(ends, o.at("end"))};
}

json to_json(const ManagementService& s) {
    json tokens = json::array();
    for (const PortalToken& token : s.tokens)
        tokens.push_back(to_json(token));
    return {{"name", s.name},
            {"uuid", s.uuid},
            {"consumer", to_json(s.consumer)},
            {"public_key", s.public_key_pem},
            {"tokens", tokens}};
}

ManagementService service_from(const json& o) {
    ManagementService service{o.at("name"), o.at("uuid"), credential_from(o.at("consumer")), o.at("public_key"), {}};
    for (const auto& token : o.at("tokens"))
        service.tokens.push_back(token_from(token));
    return service;
}

json to_json(const Organization& o) {
    json services = json::array();
    for (const ManagementService& service : o.services)
        services.push_back(to_json(service));
    return {{"name", o.name},
            {"id", o.id},
            {"type", std::string(name(o.type))},
            {"terms_accepted", o.terms_accepted},
            {"services", services}};
}

Organization organization_from(const json& o) {
    Organization organization{o.at("name"), o.at("id"), named(types, o.at("type")), o.at("terms_accepted"), {}};
    for (const auto& service : o.at("services"))
        organization.services.push_back(service_from(service));
    return organization;
}

}  // namespace

const PortalToken* ManagementService::current_token() const {
    return tokens.empty() || tokens.back().has_ended() ? nullptr : &tokens.back();
}

Organization* BusinessState::organization_named(std::string_view wanted) {
    const auto found = std::find_if(organizations.begin(), organizations.end(),
                                    [&](const Organization& o) { return o.name == wanted; });
    return found == organizations.end() ? nullptr : &*found;
}

std::string_view name(OrganizationType type) { return word_of(types, type); }
std::string_view name(End end) { return word_of(ends, end); }

std::string business_file(const std::string& portal_folder) { return portal_folder + "/business.json"; }

BusinessState load_business_state(const std::string& path) {
    if (!identity_of(path))
        return {};
    const auto damaged = [&] {
        return Error{ErrorCode::damaged_state, fmt::format("'{}', the pretend portal's memory, is damaged", path),
                     "remove its folder to begin with a new pretend portal"};
    };
    const FileContent file = read_file(path, state_limit);
    BusinessState state;
    try {
        const json root = json::parse(file.bytes.reveal());
        for (const auto& organization : root.at("organizations"))
            state.organizations.push_back(organization_from(organization));
    } catch (const json::exception&) {
        throw damaged();
    } catch (const std::invalid_argument&) {
        throw damaged();
    }
    return state;
}

void save_business_state(const std::string& path, const BusinessState& state) {
    json organizations = json::array();
    for (const Organization& organization : state.organizations)
        organizations.push_back(to_json(organization));
    write_file(path, json{{"organizations", organizations}}.dump(1) + "\n", Privacy::secret);
}

}  // namespace mdm::sandbox
