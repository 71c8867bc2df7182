// SPDX-License-Identifier: Apache-2.0
// GET /account. Source: Apple, Device Management, "Get Account Detail".
#include "crypto/digest.hpp"
#include "sandbox/dep_endpoint.hpp"

#include <nlohmann/json.hpp>
#include <string>

namespace mdm::sandbox {
namespace {

using json = nlohmann::ordered_json;

/// From this version of the protocol on, an organisation has a number, and the services are listed.
constexpr int version_with_organization = 3;

/// One object a path, with its methods.
json permitted_services() {
    json urls = json::array();
    for (const DepEndpoint& endpoint : dep_endpoints()) {
        if (urls.empty() || urls.back()["uri"] != endpoint.path)
            urls.push_back({{"uri", endpoint.path}, {"http_method", json::array()}});
        urls.back()["http_method"].push_back(endpoint.method);
        if (endpoint.default_limit > 0)
            urls.back()["limit"] = {{"default", endpoint.default_limit}, {"maximum", device_limit}};
    }
    return urls;
}

}  // namespace

HttpAnswer account_answer(const DepCall& call) {
    const Organization& organization = *call.caller.organization;
    const ManagementService& service = *call.caller.service;
    const std::string& admin = service.tokens.back().apple_account;
    json account{{"server_name", service.name},
                 {"server_uuid", service.uuid},
                 {"admin_id", admin},
                 {"facilitator_id", admin},
                 {"org_name", organization.name},
                 {"org_email", "it@example.org"},
                 {"org_phone", "+44 20 7946 0000"},
                 {"org_address", "1 Example Street, London"}};
    if (call.protocol_version >= version_with_organization) {
        account["org_id"] = organization.id;
        account["org_id_hash"] = crypto::sha256_hex(organization.id);
        account["org_type"] = organization.type == OrganizationType::school ? "edu" : "org";
        account["org_version"] = "v2";
        account["urls"] = permitted_services();
    }
    return {.content_type = std::string(dep_content_type), .body = account.dump()};
}

}  // namespace mdm::sandbox
