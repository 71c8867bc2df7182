// SPDX-License-Identifier: Apache-2.0
#include "sandbox/device_request.hpp"

#include "sandbox/dep_endpoint.hpp"
#include "sandbox/fleet_cursor.hpp"
#include "sandbox/refusal.hpp"

#include <algorithm>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <set>

namespace mdm::sandbox {
namespace {

using json = nlohmann::json;

/// A thousand serial numbers have some 15 KB.
constexpr std::size_t longest_body = 256U << 10U;

Refusal malformed() { return {400, "MALFORMED_REQUEST_BODY"}; }

/// A JSON object with these members and no other, each once at most.
json object_in(std::string_view body, std::initializer_list<std::string_view> members) {
    if (body.size() > longest_body)
        throw malformed();
    std::set<std::string> seen;
    const auto judge = [&](int depth, json::parse_event_t event, const json& parsed) {
        if (event != json::parse_event_t::key || depth != 1)
            return true;
        const auto& name = parsed.get_ref<const std::string&>();
        if (std::find(members.begin(), members.end(), name) == members.end() || !seen.insert(name).second)
            throw malformed();
        return true;
    };
    json object = json::parse(body, judge, false);
    if (!object.is_object())
        throw malformed();
    return object;
}

}  // namespace

PageRequest read_page_request(std::string_view body) {
    const json object = object_in(body, {"cursor", "limit"});
    PageRequest request;
    if (const auto cursor = object.find("cursor"); cursor != object.end()) {
        if (!cursor->is_string())
            throw malformed();
        request.cursor = cursor->get<std::string>();
        if (request.cursor->size() > longest_cursor)
            throw Refusal{400, "INVALID_CURSOR"};
    }
    if (const auto limit = object.find("limit"); limit != object.end()) {
        if (!limit->is_number_unsigned() || *limit < 1U || *limit > static_cast<unsigned>(device_limit))
            throw malformed();
        request.limit = limit->get<int>();
    }
    return request;
}

std::vector<std::string> read_device_list(std::string_view body) {
    const json object = object_in(body, {"devices"});
    const auto devices = object.find("devices");
    if (devices == object.end())
        throw Refusal{400, "DEVICE_ID_REQUIRED"};
    if (!devices->is_array() || devices->size() > static_cast<std::size_t>(device_limit))
        throw malformed();
    std::vector<std::string> serials;
    for (const json& serial : *devices) {
        if (!serial.is_string())
            throw malformed();
        serials.push_back(serial.get<std::string>());
    }
    if (serials.empty())
        throw Refusal{400, "DEVICE_ID_REQUIRED"};
    return serials;
}

}  // namespace mdm::sandbox
