// SPDX-License-Identifier: Apache-2.0
#include "sandbox/portal_state.hpp"

#include "base/error.hpp"
#include "base/files.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace mdm::sandbox {
namespace {

using json = nlohmann::ordered_json;

/// The portal keeps every certificate that it ever issued, some 3 KB each.
constexpr std::size_t state_limit = 64U << 20U;

json to_json(const Issued& issued) {
    return {{"certificate", issued.certificate_pem},
            {"request_sha256", issued.request_sha256},
            {"downloaded", issued.downloaded}};
}

json to_json(const std::vector<Issued>& list) {
    json array = json::array();
    for (const Issued& issued : list)
        array.push_back(to_json(issued));
    return array;
}

std::vector<Issued> issued_from(const json& array) {
    std::vector<Issued> list;
    for (const auto& item : array)
        list.push_back({item.at("certificate"), item.at("request_sha256"), item.at("downloaded")});
    return list;
}

PortalState state_from(const json& root) {
    PortalState state;
    state.vendors = issued_from(root.at("vendors"));
    for (const auto& row : root.at("rows"))
        state.rows.push_back(
            {row.at("uuid"), row.at("apple_account"), row.at("notes"), issued_from(row.at("certificates"))});
    return state;
}

}  // namespace

PortalState load_portal_state(const std::string& path) {
    if (!identity_of(path))
        return {};
    const auto damaged = [&] {
        return Error{ErrorCode::damaged_state, fmt::format("'{}', the pretend portal's memory, is damaged", path),
                     "remove its folder to begin with a new pretend portal"};
    };
    const FileContent file = read_file(path, state_limit);
    PortalState state;
    try {
        state = state_from(json::parse(file.bytes.reveal()));
    } catch (const json::exception&) {
        throw damaged();
    }
    // Every row shows its current certificate, so that each has one.
    if (std::any_of(state.rows.begin(), state.rows.end(), [](const PortalRow& r) { return r.certificates.empty(); }))
        throw damaged();
    return state;
}

void save_portal_state(const std::string& path, const PortalState& state) {
    json rows = json::array();
    for (const PortalRow& row : state.rows)
        rows.push_back({{"uuid", row.uuid},
                        {"apple_account", row.apple_account},
                        {"notes", row.notes},
                        {"certificates", to_json(row.certificates)}});
    const json root = {{"rows", rows}, {"vendors", to_json(state.vendors)}};
    write_file(path, root.dump(1) + "\n", Privacy::secret);
}

}  // namespace mdm::sandbox
